// Noise from a generator of our own, so that nobody else's draws disturb it.
#include "engine/torch/noise.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/ops/randn.h>

namespace hipwright::nets {
namespace {

at::Generator generatorFor(at::Device device, std::uint64_t seed) {
  if (device.is_cpu()) return at::make_generator<at::CPUGeneratorImpl>(seed);
  at::Generator generator = at::globalContext().defaultGenerator(device).clone();
  generator.set_current_seed(seed);
  return generator;
}

}  // namespace

at::Tensor standardNormal(const std::vector<std::int64_t>& shape, std::int64_t seed, at::Device device) {
  const at::TensorOptions options = at::TensorOptions().dtype(at::kFloat).device(device);
  return at::randn(shape, generatorFor(device, static_cast<std::uint64_t>(seed)), options);
}

}  // namespace hipwright::nets
