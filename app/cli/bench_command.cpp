// hipwright-cli bench: times, work and memory of the networks on this machine, beside the plain operation table.
#include "app/cli/command.h"
#include "engine/core/atomic_file.h"
#include "engine/core/platform.h"
#include "engine/torch/benchmark.h"
#include "engine/torch/random_weights.h"
#include "engine/torch/torch_model.h"
#include "engine/weights/profile_file.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct BenchOptions {
  std::string profile;
  std::string modelFolder;
  int repeats = 3;
  int threads = 0;
  int batch = 1;
  std::string device = "cpu";
  bool plain = true;
};

constexpr std::int64_t kRandomSeed = 1;

/// A set of the profile's size for trying and timing; its results mean nothing.
void writeRandomModelSet(const std::filesystem::path& folder, ModelProfile profile) {
  std::filesystem::create_directories(folder);
  const ParameterShapes vae = autoencoderParameters(profile.vae);
  writeTorchCheckpoint(folder / "vae_pre.pt", randomParameters(vae, kRandomSeed), {1.0, 0.0, 0, {}, {}},
                       StoredPrecision::Float32);
  writeTorchCheckpoint(folder / "vae_metal.pt", randomParameters(vae, kRandomSeed + 1000), {1.0, 0.0, 0, {}, {}},
                       StoredPrecision::Float32);
  writeTorchCheckpoint(folder / "ldm.pt",
                       randomParameters(unetParameters(profile.vae, profile.unet), kRandomSeed + 2000), {},
                       StoredPrecision::Float32);
  profile.name = "random weights, for timing only";
  writeAtomically(folder / "profile.json", profileToJson(profile));
}

void printHeading() {
  std::printf("%s, %s, %d processors\n", torchVersion().c_str(), platform::processorName().c_str(),
              platform::processorCount());
  std::printf(
      "GFLOP/s counts the reference's operations, so that tables compare; executed counts those really done.\n");
  std::printf("%-22s %-5s %-6s %9s %10s %9s %10s %9s\n", "call", "type", "table", "seconds", "GFLOP/s", "executed",
              "max wait", "peak GiB");
}

void printRow(const BenchmarkRow& row) {
  constexpr double kGibibyte = 1024.0 * 1024.0 * 1024.0;
  std::printf("%-22s %-5s %-6s %9.3f %10.0f %8.0f%% %8.2f s %9.2f\n", callName(row.call).c_str(), row.precision.c_str(),
              row.fast ? "fast" : "plain", row.seconds, row.referenceGflop / row.seconds,
              100 * row.executedGflop / row.referenceGflop, row.longestWait,
              static_cast<double>(row.peakMemory) / kGibibyte);
  std::fflush(stdout);
}

int bench(const BenchOptions& o, const std::stop_token& stop) {
  const ModelProfile profile = o.profile.empty() ? ModelProfile{} : readProfile(platform::fromUtf8(o.profile));
  if (!o.modelFolder.empty()) {
    writeRandomModelSet(platform::fromUtf8(o.modelFolder), profile);
    std::printf("A model set with random weights is in %s\n", o.modelFolder.c_str());
    return kOk;
  }
  BenchmarkOptions options;
  options.profile = profile;
  options.repeats = o.repeats;
  options.threads = o.threads;
  options.plainTable = o.plain;
  options.cuda = o.device == "cuda";
  options.batch = o.batch;
  printHeading();
  runBenchmark(options, printRow, stop);
  return kOk;
}

}  // namespace

Command addBench(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("bench", "Measure the networks on this machine");
  auto options = std::make_shared<BenchOptions>();
  sub->add_option("--profile", options->profile, "profile.json of the networks (default: the reference's full size)");
  sub->add_option("--repeats", options->repeats, "Timed calls; the median counts")
      ->capture_default_str()
      ->check(CLI::Range(1, 100));
  sub->add_option("--threads", options->threads, "Processor threads; 0 takes one per processor")->capture_default_str();
  sub->add_option("--device", options->device, "cpu or cuda")
      ->capture_default_str()
      ->check(CLI::IsMember({"cpu", "cuda"}));
  sub->add_option("--batch", options->batch, "Inputs computed together")->capture_default_str()->check(CLI::Range(1, 16));
  sub->add_flag("--plain,!--no-plain", options->plain, "Measure the plain operation table too");
  sub->add_option("--make-model", options->modelFolder, "Only write a model set with random weights into this folder");
  return [options](const std::stop_token& stop) { return bench(*options, stop); };
}

}  // namespace hipwright::cli
