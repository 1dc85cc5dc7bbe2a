// hipwright-cli evaluate: a model set over phantoms that it has never seen, as a table and a CSV.
#include "app/cli/command.h"
#include "engine/core/atomic_file.h"
#include "engine/core/platform.h"
#include "engine/evaluate/evaluation_report.h"
#include "engine/run/model_places.h"
#include "engine/torch/torch_model.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct EvaluateOptions {
  std::string model;
  std::string csv;
  EvaluationPlan plan;
  bool swap = false;
  std::string device = "auto";
  bool amp = true;
  int threads = 0;
};

ModelSet findSet(const EvaluateOptions& o, const std::stop_token& stop) {
  ModelChoice choice;
  choice.set = platform::fromUtf8(o.model);
  return readModelSet(findModel(choice, usualModelSearch()), stop);
}

ComputeOptions computeOptions(const EvaluateOptions& o) {
  ComputeOptions compute;
  if (o.device != "auto") compute.device = o.device == "cuda" ? DeviceChoice::Cuda : DeviceChoice::Cpu;
  compute.amp = o.amp;
  compute.threads = o.threads;
  return compute;
}

void printProgress(const EvaluationProgress& progress) {
  const EvaluationRow& row = progress.rows.back();
  std::fprintf(stderr, "%d of %d: phantom %llu, CFG %g, %d steps: Dice %.3f, %.1f s\n", progress.answersDone,
               progress.answers, static_cast<unsigned long long>(row.seed), row.cfg, row.steps, row.score.dice,
               row.seconds);
}

/// Rows are written after each answer, so that an evaluation that is stopped leaves what it has.
std::vector<EvaluationRow> run(const EvaluateOptions& o, const ModelSet& set, const std::stop_token& stop) {
  const auto model = loadTorchModel(set.profile, set.vaePre, set.vaeMetal, set.ldm, computeOptions(o), stop);
  for (const std::string& notice : model->info().notices) std::fprintf(stderr, "Note: %s\n", notice.c_str());
  const auto keep = [&](const EvaluationProgress& progress) {
    printProgress(progress);
    if (!o.csv.empty()) writeAtomically(platform::fromUtf8(o.csv), evaluationCsv(progress.rows, o.plan.conditioning));
  };
  return evaluateModel(*model, set.profile, o.plan, keep, stop);
}

int evaluate(EvaluateOptions& o, const std::stop_token& stop) {
  o.plan.conditioning = o.swap ? Conditioning::Swapped : Conditioning::Own;
  const ModelSet set = findSet(o, stop);
  const auto rows = run(o, set, stop);
  std::printf("%s%s: %d phantoms from seed %llu on. Median, in brackets the 95th percentile (for Dice the 5th).\n\n%s",
              set.profile.name.c_str(), set.profile.demo ? " (DEMO)" : "", o.plan.count,
              static_cast<unsigned long long>(o.plan.firstSeed), evaluationTable(rows, o.plan.conditioning).c_str());
  if (!o.csv.empty()) std::printf("\n%s\n", o.csv.c_str());
  return kOk;
}

}  // namespace

Command addEvaluate(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("evaluate", "Measure a model on procedural hips it has never seen");
  auto o = std::make_shared<EvaluateOptions>();
  sub->add_option("--model", o->model, "Folder of a model set");
  sub->add_option("--count", o->plan.count, "How many phantoms")->capture_default_str();
  sub->add_option("--seed", o->plan.firstSeed, "Seed of the first; the others follow")->required();
  sub->add_option("--cfg", o->plan.cfgs, "Guidance weights")->capture_default_str();
  sub->add_option("--ts", o->plan.steps, "Numbers of denoising steps")->capture_default_str();
  sub->add_option("--csv", o->csv, "File for one line per phantom, CFG value and step count");
  sub->add_flag("--swap", o->swap, "Show the model the next phantom's CT, and compare with both");
  sub->add_option("--device", o->device, "auto, cpu or cuda")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
  sub->add_flag("--amp,!--no-amp", o->amp, "Half precision where it is faster (the default), or exact fp32");
  sub->add_option("--threads", o->threads, "Processor threads; 0 takes one per processor")->capture_default_str();
  sub->footer("Example: hipwright-cli evaluate --count 20 --seed 900000 --cfg 0 1 2 3 --ts 50 --csv evaluation.csv");
  return [o](const std::stop_token& stop) { return evaluate(*o, stop); };
}

}  // namespace hipwright::cli
