// hipwright-cli train: trains a model set on procedural hips.
#include "app/cli/command.h"
#include "engine/core/platform.h"
#include "engine/torch/train/train.h"
#include "engine/weights/profile_file.h"

#include <CLI/CLI.hpp>

#include <algorithm>

#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct TrainArguments {
  std::string folder;
  std::string profile;
  std::vector<std::string> stages;
  std::string device = "cpu";
  TrainOptions options;
};

void print(const TrainProgress& p) {
  std::fprintf(stderr, "%-9s %6d/%d  loss %.5f  rate %.2e  %7.0f s", stageName(p.stage).c_str(), p.step, p.steps,
               p.loss, p.learningRate, p.seconds);
  if (p.dice) std::fprintf(stderr, "  Dice on unseen hips %.3f", *p.dice);
  std::fputc('\n', stderr);
}

int run(const TrainArguments& arguments, const std::stop_token& stop) {
  TrainOptions options = arguments.options;
  options.folder = platform::fromUtf8(arguments.folder);
  options.profile = arguments.profile.empty() ? demoProfile() : readProfile(platform::fromUtf8(arguments.profile));
  options.compute.device = arguments.device == "cuda"   ? DeviceChoice::Cuda
                           : arguments.device == "auto" ? DeviceChoice::Auto
                                                        : DeviceChoice::Cpu;
  for (const TrainStage stage : {TrainStage::VaePre, TrainStage::VaeMetal, TrainStage::Latents, TrainStage::Ldm}) {
    const auto& wanted = arguments.stages;
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), stageName(stage)) != wanted.end())
      train(stage, options, print, stop);
  }
  std::printf("The model set is in %s\n", arguments.folder.c_str());
  return kOk;
}

void addNumbers(CLI::App& sub, TrainOptions& o) {
  sub.add_option("--seed", o.seed, "Decides weights, batches and noise")->capture_default_str();
  sub.add_option("--vae-crop-steps", o.vaeCropSteps, "Steps of each autoencoder on crops")->capture_default_str();
  sub.add_option("--vae-volume-steps", o.vaeVolumeSteps, "Steps on whole volumes after that")->capture_default_str();
  sub.add_option("--vae-rate", o.vaeRate, "Highest learning rate of the autoencoders")->capture_default_str();
  sub.add_option("--kl", o.klWeight, "Weight of the divergence in their loss")->capture_default_str();
  sub.add_option("--cases", o.cases, "Procedural hips the diffusion network learns from")->capture_default_str();
  sub.add_option("--ldm-steps", o.ldmSteps, "Steps of the diffusion network")->capture_default_str();
  sub.add_option("--ldm-batch", o.ldmBatch, "Samples in each step")->capture_default_str();
  sub.add_option("--ldm-rate", o.ldmRate, "Its highest learning rate")->capture_default_str();
  sub.add_option("--dropout", o.conditionDropout, "Share of samples trained without their CT")->capture_default_str();
  sub.add_option("--average", o.averageDecay, "Decay of the averaged weights")->capture_default_str();
  sub.add_option("--validate-every", o.validateEvery, "Steps between checks on unseen hips")->capture_default_str();
  sub.add_option("--validation-cases", o.validationCases, "Unseen hips in a check")->capture_default_str();
  sub.add_option("--threads", o.compute.threads, "Processor threads; 0 takes one per processor")->capture_default_str();
  sub.add_flag("--amp,!--no-amp", o.compute.amp, "Half precision for the diffusion network where the processor has it");
}

}  // namespace

Command addTrain(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("train", "Train a model set on procedural hips");
  auto arguments = std::make_shared<TrainArguments>();
  sub->add_option("--save", arguments->folder, "Folder of the set; a stopped training goes on there")->required();
  sub->add_option("--stage", arguments->stages, "Only these: vae-pre, vae-metal, latents, ldm")
      ->check(CLI::IsMember({"vae-pre", "vae-metal", "latents", "ldm"}));
  sub->add_option("--profile", arguments->profile, "profile.json of the networks (default: the demo's)");
  sub->add_option("--device", arguments->device, "cpu, cuda or auto")
      ->capture_default_str()
      ->check(CLI::IsMember({"cpu", "cuda", "auto"}));
  addNumbers(*sub, arguments->options);
  return [arguments](const std::stop_token& stop) { return run(*arguments, stop); };
}

}  // namespace hipwright::cli
