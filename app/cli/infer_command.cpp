// hipwright-cli infer: one CT in, one run folder out. Flags and defaults are the reference script's.
#include "app/cli/command.h"
#include "app/cli/console_report.h"
#include "app/cli/networks.h"
#include "app/cli/run_options.h"
#include "engine/run/request_json.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct InferOptions {
  RunOptions run;
  std::string seed;
  double cfg = RunRequest{}.cfg;
  bool printRequest = false;
};

int report(const RunOutcome& outcome, ConsoleReport& console) {
  if (const auto* result = std::get_if<RunResult>(&outcome)) {
    console.finished(*result);
    return kOk;
  }
  if (std::holds_alternative<RunCancelled>(outcome)) {
    console.cancelled();
    return kCancelled;
  }
  const Error& error = std::get<RunFailed>(outcome).error;
  console.failed(error);
  return explain(error);
}

int infer(InferOptions& o, const CLI::App& app, const std::stop_token& stop) {
  RunRequest request = requestOf(o.run, app);
  if (!o.seed.empty()) request.seed = parseSeed(o.seed);
  if (app.count("--cfg") > 0) request.cfg = o.cfg;
  if (o.printRequest) {
    std::printf("%s\n", requestToJson(request).c_str());
    return kOk;
  }
  ConsoleReport console(o.run.json ? ReportStyle::Json : ReportStyle::Text);
  Pipeline pipeline = pipelineOfNetworks();
  const RunOutcome outcome = pipeline.run(
      request, [&](const RunEvent& event) { console.show(event); }, stop);
  return report(outcome, console);
}

}  // namespace

Command addInfer(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("infer", "Generate an implant for a CT");
  auto options = std::make_shared<InferOptions>();
  addCaseOptions(*sub, options->run);
  sub->add_option("--seed", options->seed, "Whole number that decides the noise; drawn and recorded if not given")
      ->type_name("N");
  sub->add_option("--cfg", options->cfg, help(FieldId::Cfg))->capture_default_str();
  addRunOptions(*sub, options->run);
  sub->add_flag("--print-request", options->printRequest,
                "Print what would be run, as JSON for --from, and run nothing");
  sub->footer("Example: hipwright-cli infer --cond hip.nii.gz --model models/hip --seed 42 --cfg 3 --save runs");
  return [sub, options](const std::stop_token& stop) { return infer(*options, *sub, stop); };
}

}  // namespace hipwright::cli
