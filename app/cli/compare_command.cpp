// hipwright-cli compare: guidance values side by side, on a case that is prepared and encoded once.
#include "app/cli/command.h"
#include "app/cli/comparison_report.h"
#include "app/cli/comparison_text.h"
#include "app/cli/networks.h"
#include "app/cli/run_options.h"
#include "engine/run/comparison.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct CompareOptions {
  RunOptions run;
  std::vector<std::string> cfgs;
  std::vector<std::string> seeds;
  std::string reference;
  bool saveAll = false;
};

double parseCfg(const std::string& text) {
  double value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size())
    throw Error(ErrorCode::BadRequest, {{"problems", "a guidance value must be a number, not '" + text + "'"}});
  return value;
}

/// What is given, and what several of it that are the same have in common.
struct Kind {
  std::string one;
  std::string several;
  std::string same;
};

std::string sentence(const Kind& kind, const std::vector<std::string>& words) {
  std::vector<std::string> different;
  for (const std::string& word : words)
    if (std::find(different.begin(), different.end(), word) == different.end()) different.push_back(word);
  if (different.size() == 1) return kind.one + " " + words.front() + " was given more than once; it runs once.";
  return kind.several + " " + listed(different) + " are the same " + kind.same + "; it runs once.";
}

/// Says which words mean the same run, in the words that were given.
template <class Value, class Same>
void noteSameRuns(const Kind& kind, const std::vector<std::string>& words, const std::vector<Value>& values,
                  std::vector<std::string>& notes, const Same& same) {
  std::vector<bool> told(values.size(), false);
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::vector<std::string> group = {words[i]};
    for (std::size_t j = i + 1; j < values.size(); ++j) {
      if (told[i] || told[j] || !same(values[i], values[j])) continue;
      told[j] = true;
      group.push_back(words[j]);
    }
    if (group.size() > 1) notes.push_back(sentence(kind, group));
  }
}

ComparisonRequest comparisonOf(CompareOptions& o, const CLI::App& app) {
  ComparisonRequest request;
  request.run = requestOf(o.run, app);
  for (const std::string& text : o.cfgs) request.cfgs.push_back(parseCfg(text));
  for (const std::string& text : o.seeds) request.seeds.push_back(parseSeed(text));
  if (!o.reference.empty()) request.reference = parseCfg(o.reference);
  if (o.saveAll) request.keep = KeptRuns::Folders;
  return request;
}

std::vector<std::string> notesOn(const CompareOptions& o, const ComparisonRequest& request) {
  std::vector<std::string> notes;
  noteSameRuns({"CFG", "CFG", "run"}, o.cfgs, request.cfgs, notes, sameGuidance);
  noteSameRuns({"Seed", "Seeds", "noise"}, o.seeds, request.seeds, notes,
               [&](std::int64_t a, std::int64_t b) { return sameNoise(a, b, request.run.rng); });
  return notes;
}

int compare(CompareOptions& o, const CLI::App& app, const std::stop_token& stop) {
  const ComparisonRequest request = comparisonOf(o, app);
  ComparisonReport report(o.run.json ? ReportStyle::Json : ReportStyle::Text, notesOn(o, request));
  ComparedCfgs cfgs(request);
  Pipeline pipeline = pipelineOfNetworks();
  const ComparisonOutcome outcome = pipeline.compare(
      request, cfgs, [&](const ComparisonEvent& event) { report.show(event); }, stop);
  report.ended(outcome);
  if (outcome.error) return explain(*outcome.error);
  return outcome.end == ComparisonEnd::Finished ? kOk : kCancelled;
}

}  // namespace

Command addCompare(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("compare", "Several guidance values for a CT, side by side");
  auto options = std::make_shared<CompareOptions>();
  addCaseOptions(*sub, options->run);
  sub->add_option("--cfgs,--cfg", options->cfgs, "The guidance values, in the order they are shown")
      ->delimiter(',')
      ->type_name("W...");
  sub->add_option("--seeds,--seed", options->seeds,
                  "Each value runs for each of them; one is drawn and recorded if none is given")
      ->delimiter(',')
      ->type_name("N...");
  sub->add_option("--reference", options->reference,
                  "The value that the others are measured against; 3 if it is among them, else 1, else the lowest "
                  "above 0 (0 ignores the CT), else the first")
      ->type_name("W");
  sub->add_flag("--save-all", options->saveAll, "Keep a complete run folder per value, as infer makes it");
  addRunOptions(*sub, options->run);
  sub->footer(
      "What is finished stays when the command ends early, and the same command goes on.\n"
      "Example: hipwright-cli compare --cond hip.nii.gz --model models/hip --cfgs 0 1 3 5 7 --seeds 42 --save runs");
  return [sub, options](const std::stop_token& stop) { return compare(*options, *sub, stop); };
}

}  // namespace hipwright::cli
