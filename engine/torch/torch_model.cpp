// DiffusionModel over the networks: three of them, one device, one precision.
#include "engine/torch/torch_model.h"

#include "engine/core/error.h"
#include "engine/torch/arrays.h"
#include "engine/torch/cuda_device.h"
#include "engine/torch/device.h"
#include "engine/torch/failures.h"
#include "engine/torch/noise.h"
#include "engine/torch/operation_tables.h"
#include "engine/torch/unet.h"
#include "engine/weights/network_keys.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/zeros_like.h>
#include <c10/core/InferenceMode.h>

namespace hipwright {
namespace {

using nets::Autoencoder;
using nets::AutoencoderPart;
using nets::LayerOptions;

LatentScaling scalingOf(const Checkpoint& checkpoint) {
  return {checkpoint.scaleFactor.value_or(1.0), checkpoint.globalMean.value_or(0.0)};
}

std::string shapeText(const Tensor4& array) {
  return std::to_string(array.shape[1]) + " x " + std::to_string(array.shape[2]) + " x " +
         std::to_string(array.shape[3]);
}

void requireMultiple(const Tensor4& array, std::int64_t multiple, const std::string& what) {
  for (std::size_t axis = 1; axis < 4; ++axis)
    if (array.shape[axis] <= 0 || array.shape[axis] % multiple != 0)
      throw Error(ErrorCode::BadLatentShape, {{"reason", what + " of " + shapeText(array) + " is not a multiple of " +
                                                             std::to_string(multiple) + " along every axis"}});
}

void requireChannels(const Tensor4& array, std::int64_t channels, const std::string& what) {
  if (array.shape[0] != channels || array.values.empty())
    throw Error(ErrorCode::BadLatentShape, {{"reason", what + " has " + std::to_string(array.shape[0]) +
                                                           " channels instead of " + std::to_string(channels)}});
}

/// What LibTorch keeps of freed blocks on a GPU; on a processor the system's allocator keeps them, not LibTorch.
/// Declared before what lies on the device, so that it goes last and finds everything freed.
struct DeviceCaches {
  bool used = false;

  explicit DeviceCaches(bool onDevice) : used(onDevice) {}
  DeviceCaches(const DeviceCaches&) = delete;
  DeviceCaches& operator=(const DeviceCaches&) = delete;
  ~DeviceCaches() { release(); }

  void release() const noexcept {
    if (used) nets::releaseCudaCache();
  }
};

class TorchModel final : public DiffusionModel {
 public:
  struct Checkpoints {
    const Checkpoint& vaePre;
    const Checkpoint& vaeMetal;
    const Checkpoint& ldm;
  };

  TorchModel(const ModelProfile& profile, const Checkpoints& files, const ComputeOptions& options,
             const std::stop_token& stop);

  const ModelInfo& info() const override { return m_info; }
  LatentScaling conditionScaling() const override { return m_conditionScaling; }
  LatentScaling implantScaling() const override { return m_implantScaling; }
  int windowBatch(int requested) const override { return onCpu() ? 1 : std::max(1, requested); }

  void freeMemory() override;

  std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) override;
  std::vector<Latent> predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                              const std::stop_token& stop) override;
  std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token& stop) override;
  Latent noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) override;

 private:
  using Network = std::function<at::Tensor(at::Tensor, nets::Operations&)>;
  using Inputs = std::vector<std::function<at::Tensor()>>;

  bool onCpu() const { return m_options.device.is_cpu(); }
  std::vector<Tensor4> run(const std::string& phase, const Inputs& inputs, const Network& network,
                           const std::stop_token& stop);
  at::Tensor conditioned(const Latent& noisy, const Latent* condition) const;

  ModelProfile m_profile;
  LayerOptions m_options;
  nets::TableKind m_table;
  int m_threads;
  ModelInfo m_info;
  LatentScaling m_conditionScaling, m_implantScaling;
  std::optional<DeviceCaches> m_caches;
  std::optional<Autoencoder> m_encoder, m_decoder;
  std::optional<nets::Unet> m_unet;
};

TorchModel::TorchModel(const ModelProfile& profile, const Checkpoints& files, const ComputeOptions& options,
                       const std::stop_token& stop)
    : m_profile(profile), m_threads(nets::useThreads(options.threads)) {
  const nets::Placement placement = nets::choosePlacement(options);
  m_table = placement.device.is_cpu() && !options.plainOperations ? nets::TableKind::Fast : nets::TableKind::Plain;
  m_options = {placement.device, placement.precision, m_table == nets::TableKind::Fast};
  m_info = {placement.device.str(),
            nets::deviceLabel(placement.device),
            nets::precisionName(placement.precision),
            torchVersion(),
            m_threads,
            files.ldm.ema,
            placement.notices};
  m_caches.emplace(!onCpu());
  if (!onCpu()) nets::computeReproducibly();
  m_conditionScaling = scalingOf(files.vaePre);
  m_implantScaling = scalingOf(files.vaeMetal);
  nets::translatingFailures({"loading the model", m_info.device}, [&] {
    const c10::InferenceMode inference;
    throwIfStopped(stop);
    m_encoder.emplace(profile.vae, AutoencoderPart::Encoder, nets::parametersOf(files.vaePre.weights), m_options);
    throwIfStopped(stop);
    m_decoder.emplace(profile.vae, AutoencoderPart::Decoder, nets::parametersOf(files.vaeMetal.weights), m_options);
    throwIfStopped(stop);
    m_unet.emplace(profile.unet, nets::parametersOf(files.ldm.weights), m_options);
  });
}

/// Inputs one after the other on a CPU, where a batch gains nothing and costs memory; as one batch on a GPU.
std::vector<Tensor4> TorchModel::run(const std::string& phase, const Inputs& inputs, const Network& network,
                                     const std::stop_token& stop) {
  std::vector<Tensor4> results;
  nets::translatingFailures({phase, m_info.device}, [&] {
    const c10::InferenceMode inference;
    nets::useThreads(m_threads);
    const auto operations = nets::makeOperations(m_table, nets::checkFor(stop));
    if (onCpu()) {
      for (const auto& input : inputs) results.push_back(nets::toArray(network(input(), *operations), 0));
      return;
    }
    std::vector<at::Tensor> batch;
    for (const auto& input : inputs) batch.push_back(input());
    const at::Tensor output = network(at::cat(batch), *operations);
    for (std::int64_t i = 0; i < output.size(0); ++i) results.push_back(nets::toArray(output, i));
  });
  return results;
}

void TorchModel::freeMemory() { m_caches->release(); }

std::vector<Latent> TorchModel::encode(std::span<const Tensor4> images, const std::stop_token& stop) {
  Inputs inputs;
  for (const Tensor4& image : images) {
    requireChannels(image, 1, "an image");
    requireMultiple(image, m_profile.vae.downsampling(), "an image");
    inputs.emplace_back([this, &image] { return nets::toTensor(image, m_options); });
  }
  return run(
      "encoding", inputs, [this](at::Tensor x, nets::Operations& o) { return m_encoder->run(std::move(x), o); }, stop);
}

std::vector<Tensor4> TorchModel::decode(std::span<const Latent> latents, const std::stop_token& stop) {
  Inputs inputs;
  for (const Latent& latent : latents) {
    requireChannels(latent, m_profile.vae.latentChannels, "a latent");
    inputs.emplace_back([this, &latent] { return nets::toTensor(latent, m_options); });
  }
  return run(
      "decoding", inputs, [this](at::Tensor x, nets::Operations& o) { return m_decoder->run(std::move(x), o); }, stop);
}

at::Tensor TorchModel::conditioned(const Latent& noisy, const Latent* condition) const {
  const at::Tensor x = nets::toTensor(noisy, m_options);
  return at::cat({x, condition != nullptr ? nets::toTensor(*condition, m_options) : at::zeros_like(x)}, 1);
}

std::vector<Latent> TorchModel::predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                                        const std::stop_token& stop) {
  requireChannels(noisy, m_profile.vae.latentChannels, "a latent");
  requireMultiple(noisy, std::int64_t{1} << (m_profile.unet.channels.size() - 1), "a latent");
  Inputs inputs;
  for (const Latent* condition : conditions) {
    if (condition != nullptr && condition->shape != noisy.shape)
      throw Error(ErrorCode::BadLatentShape, {{"reason", "condition and latent differ in size"}});
    inputs.emplace_back([this, &noisy, condition] { return conditioned(noisy, condition); });
  }
  const auto network = [this, timestep](at::Tensor x, nets::Operations& o) {
    return m_unet->run(std::move(x), timestep, o);
  };
  return run("denoising", inputs, network, stop);
}

Latent TorchModel::noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) {
  Latent result;
  nets::translatingFailures({"drawing noise", m_info.device}, [&] {
    const c10::InferenceMode inference;
    const at::Device device = source == NoiseSource::Cpu ? at::Device(at::kCPU) : m_options.device;
    result = nets::toArray(nets::standardNormal({1, shape[0], shape[1], shape[2], shape[3]}, seed, device), 0);
  });
  return result;
}

}  // namespace

std::unique_ptr<DiffusionModel> loadTorchModel(const ModelProfile& profile, const Checkpoint& vaePre,
                                               const Checkpoint& vaeMetal, const Checkpoint& ldm,
                                               const ComputeOptions& options, const std::stop_token& stop) {
  const ParameterShapes vae = autoencoderParameters(profile.vae);
  checkParameters(vaePre, vae);
  checkParameters(vaeMetal, vae);
  checkParameters(ldm, unetParameters(profile.vae, profile.unet));
  return std::make_unique<TorchModel>(profile, TorchModel::Checkpoints{vaePre, vaeMetal, ldm}, options, stop);
}

}  // namespace hipwright
