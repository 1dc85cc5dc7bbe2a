// Making and reading the shards.
#include "engine/torch/train/latent_store.h"

#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/torch/arrays.h"
#include "engine/torch/autoencoder.h"
#include "engine/torch/device.h"
#include "engine/torch/operation_tables.h"
#include "engine/torch/train/train_files.h"
#include "engine/torch/train/train_log.h"
#include "engine/torch/train/training_cases.h"
#include "engine/weights/weight_files.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace hipwright::nets {
namespace {

constexpr const char* kCondition = "condition";
constexpr const char* kImplant = "implant";

LatentScaling scalingOf(const Checkpoint& checkpoint) {
  return {checkpoint.scaleFactor.value_or(1.0), checkpoint.globalMean.value_or(0.0)};
}

/// One half of the work: an encoder that several threads may ask.
class Encoder {
 public:
  Encoder(const TrainOptions& options, TrainStage stage)
      : m_file(readCheckpoint(weightsFile(options, stage, ".safetensors"))),
        m_scaling(scalingOf(m_file)),
        m_network(options.profile.vae, AutoencoderPart::Encoder, parametersOf(m_file.weights),
                  {at::kCPU, at::kFloat, true}) {}

  at::Tensor encode(const Tensor4& image, const std::stop_token& stop) const {
    const c10::InferenceMode inference;
    const auto operations = makeOperations(TableKind::Fast, checkFor(stop));
    const at::Tensor z = m_network.run(toTensor(image, LayerOptions{}), *operations);
    return z.sub(m_scaling.mean).mul(m_scaling.scale);
  }

 private:
  Checkpoint m_file;
  LatentScaling m_scaling;
  Autoencoder m_network;
};

NamedTensor named(const std::vector<at::Tensor>& samples) {
  const at::Tensor all = at::cat(samples).contiguous();
  const float* first = all.data_ptr<float>();
  return {all.sizes().vec(), std::vector<float>(first, first + all.numel())};
}

int shardCount(const TrainOptions& options) { return (options.cases + kCasesPerShard - 1) / kCasesPerShard; }

class LatentFactory {
 public:
  LatentFactory(const TrainOptions& options, const TrainObserver& observer, std::stop_token stop)
      : m_options(options),
        m_stop(std::move(stop)),
        m_conditions(options, TrainStage::VaePre),
        m_implants(options, TrainStage::VaeMetal),
        m_log(TrainStage::Latents, options, observer) {}

  void run(int threads) {
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) workers.emplace_back([this] { work(); });
    workers.clear();
    if (m_failure) std::rethrow_exception(m_failure);
  }

 private:
  void work() {
    try {
      for (int shard = m_next++; shard < shardCount(m_options); shard = m_next++) {
        if (!std::filesystem::exists(shardFile(m_options, shard))) makeShard(shard);
        report();
      }
    } catch (...) {
      const std::lock_guard lock(m_mutex);
      if (!m_failure) m_failure = std::current_exception();
      m_next = shardCount(m_options);
    }
  }

  void makeShard(int shard) const {
    std::vector<at::Tensor> conditions, implants;
    for (int i = shard * kCasesPerShard; i < std::min((shard + 1) * kCasesPerShard, m_options.cases); ++i) {
      throwIfStopped(m_stop);
      const TrainingCase made = makeTrainingCase(static_cast<std::uint64_t>(i) + 1, m_options.profile, m_stop);
      conditions.push_back(m_conditions.encode(made.image, m_stop));
      implants.push_back(m_implants.encode(made.field, m_stop));
    }
    writeSafetensors(shardFile(m_options, shard), {{kCondition, named(conditions)}, {kImplant, named(implants)}}, {},
                     StoredPrecision::Float16);
  }

  void report() {
    const std::lock_guard lock(m_mutex);
    m_log.report({TrainStage::Latents, ++m_done, shardCount(m_options), 0, 0, std::nullopt, 0});
  }

  const TrainOptions& m_options;
  std::stop_token m_stop;
  Encoder m_conditions, m_implants;
  TrainLog m_log;
  std::atomic<int> m_next = 0;
  std::mutex m_mutex;
  int m_done = 0;
  std::exception_ptr m_failure;
};

at::Tensor samplesOf(const Checkpoint& shard, const char* name) {
  const TensorRef& tensor = shard.weights.at(name);
  std::vector<float> values = tensor.toFloats();
  return at::from_blob(values.data(), tensor.shape, at::kFloat).to(at::kHalf);
}

}  // namespace

void makeLatents(const TrainOptions& options, const TrainObserver& observer, const std::stop_token& stop) {
  std::filesystem::create_directories(shardFile(options, 0).parent_path());
  const int threads = options.compute.threads > 0 ? options.compute.threads : platform::processorCount();
  useThreads(1);  // the cases are the parallel work
  LatentFactory(options, observer, stop).run(threads);
}

LatentPairs readLatents(const TrainOptions& options, const std::stop_token& stop) {
  std::vector<at::Tensor> conditions, implants;
  for (int shard = 0; shard < shardCount(options); ++shard) {
    throwIfStopped(stop);
    const Checkpoint file = readCheckpoint(shardFile(options, shard));
    conditions.push_back(samplesOf(file, kCondition));
    implants.push_back(samplesOf(file, kImplant));
  }
  return {at::cat(conditions), at::cat(implants)};
}

}  // namespace hipwright::nets
