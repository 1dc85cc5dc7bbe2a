// hipwright-cli verify: a reference case stage by stage, with the deviation of each.
#include "app/cli/command.h"
#include "engine/core/platform.h"
#include "engine/torch/torch_model.h"
#include "engine/verify/verify.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct VerifyOptions {
  std::string folder;
  std::string device = "cpu";
  int threads = 0;
};

void printStage(const StageDeviation& stage) {
  std::printf("%-4s %-52s %10.3g  (tolerance %g, %.2f s)\n", stage.passed() ? "ok" : "FAIL", stage.stage.c_str(),
              stage.maxAbs, stage.tolerance, stage.seconds);
  std::fflush(stdout);
}

ComputeOptions exactOptions(const VerifyOptions& o) {
  ComputeOptions compute;
  compute.device = o.device == "cuda" ? DeviceChoice::Cuda : DeviceChoice::Cpu;
  compute.amp = false;
  compute.threads = o.threads;
  return compute;
}

int verify(const VerifyOptions& o, const std::stop_token& stop) {
  const auto load = [&](const ModelProfile& profile, const CaseCheckpoints& files) {
    return loadTorchModel(profile, files.vaePre, files.vaeMetal, files.ldm, exactOptions(o), stop);
  };
  const auto stages = verifyCase(platform::fromUtf8(o.folder), load, printStage, stop);
  const auto failed = std::count_if(stages.begin(), stages.end(), [](const auto& s) { return !s.passed(); });
  std::printf("%zu stages, %lld beyond their tolerance\n", stages.size(), static_cast<long long>(failed));
  return failed == 0 ? kOk : kBug;
}

}  // namespace

Command addVerify(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("verify", "Check every number of a reference case");
  auto options = std::make_shared<VerifyOptions>();
  sub->add_option("case", options->folder, "Folder of the reference case")->required();
  sub->add_option("--device", options->device, "cpu or cuda")
      ->capture_default_str()
      ->check(CLI::IsMember({"cpu", "cuda"}));
  sub->add_option("--threads", options->threads, "Processor threads; 0 takes one per processor")->capture_default_str();
  sub->footer("Example: hipwright-cli verify tests/golden/case_A");
  return [options](const std::stop_token& stop) { return verify(*options, stop); };
}

}  // namespace hipwright::cli
