// Names of files and the log of a training.
#include "engine/torch/train/train_log.h"

#include "engine/core/error.h"
#include "engine/torch/train/train_files.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace hipwright {
namespace {

std::string numbered(int shard) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%05d", shard);
  return text.data();
}

}  // namespace

std::string stageName(TrainStage stage) {
  constexpr std::array<const char*, 4> kNames{"vae-pre", "vae-metal", "latents", "ldm"};
  return kNames[static_cast<std::size_t>(stage)];
}

std::filesystem::path weightsFile(const TrainOptions& options, TrainStage stage, const std::string& ending) {
  constexpr std::array<const char*, 4> kNames{"vae_pre", "vae_metal", "", "ldm"};
  return options.folder / (kNames[static_cast<std::size_t>(stage)] + ending);
}

std::filesystem::path stateFile(const TrainOptions& options, TrainStage stage) {
  return options.folder / "train" / (stageName(stage) + ".state.safetensors");
}

std::filesystem::path logFile(const TrainOptions& options, TrainStage stage) {
  return options.folder / "train" / (stageName(stage) + ".csv");
}

std::filesystem::path shardFile(const TrainOptions& options, int shard) {
  return options.folder / "train" / "latents" / (numbered(shard) + ".safetensors");
}

TrainLog::TrainLog(TrainStage stage, const TrainOptions& options, TrainObserver observer)
    : m_stage(stage), m_observer(std::move(observer)) {
  const std::filesystem::path path = logFile(options, stage);
  std::filesystem::create_directories(path.parent_path());
  const bool fresh = !std::filesystem::exists(path);
  m_csv.open(path, std::ios::app);
  if (fresh) m_csv << "stage,step,steps,loss,learning_rate,dice,seconds\n";
}

void TrainLog::add(double loss) {
  if (!std::isfinite(loss)) throw Error(ErrorCode::ModelGaveNonFinite, {{"phase", "training " + stageName(m_stage)}});
  m_sum += loss;
  ++m_count;
}

void TrainLog::report(TrainProgress progress) {
  const std::chrono::duration<double> since = std::chrono::steady_clock::now() - m_start;
  progress.stage = m_stage;
  progress.seconds = since.count();
  if (m_count > 0) progress.loss = m_sum / m_count;
  m_sum = m_count = 0;
  m_csv << stageName(m_stage) << ',' << progress.step << ',' << progress.steps << ',' << progress.loss << ','
        << progress.learningRate << ',';
  if (progress.dice) m_csv << *progress.dice;
  m_csv << ',' << progress.seconds << '\n' << std::flush;
  if (m_observer) m_observer(progress);
}

}  // namespace hipwright
