// Counting operations from shapes.
#include "engine/torch/work_count.h"

#include "engine/torch/winograd.h"

#include <ATen/ops/empty.h>

namespace hipwright::nets {
namespace {

at::Tensor shaped(const std::vector<std::int64_t>& shape) {
  return at::empty(shape, at::TensorOptions().dtype(at::kFloat).device(at::kMeta));
}

double voxels(const at::Tensor& x) { return static_cast<double>(x.size(0) * x.size(2) * x.size(3) * x.size(4)); }

double perVoxel(const Convolution& layer) {
  const auto taps = static_cast<double>(layer.kernel * layer.kernel * layer.kernel);
  return 2 * taps * static_cast<double>(layer.inChannels) * static_cast<double>(layer.outChannels);
}

}  // namespace

void CountingOperations::add(double operations, double share) {
  m_work.reference += operations;
  m_work.executed += operations * share;
}

at::Tensor CountingOperations::convolve(const at::Tensor& x, const Convolution& layer) {
  const bool fewer = layer.kernel == 3 && winogradPays(layer.inChannels, layer.outChannels, m_precision);
  add(perVoxel(layer) * voxels(x), fewer ? 2.0 / 3 : 1);
  return shaped({x.size(0), layer.outChannels, x.size(2), x.size(3), x.size(4)});
}

at::Tensor CountingOperations::normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) {
  return convolve(x, layer.convolution);
}

at::Tensor CountingOperations::residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& /*time*/) {
  const at::Tensor h = convolve(convolve(x, block.first.convolution), block.second.convolution);
  if (block.shortcut) convolve(x, *block.shortcut);
  return h;
}

at::Tensor CountingOperations::downsample(const at::Tensor& x, const Downsampling& layer) {
  at::Tensor out = shaped({x.size(0), layer.convolution.outChannels, x.size(2) / 2, x.size(3) / 2, x.size(4) / 2});
  add(perVoxel(layer.convolution) * voxels(out), 1);
  return out;
}

at::Tensor CountingOperations::upsampleAndConvolve(at::Tensor x, const Convolution& layer) {
  at::Tensor out = shaped({x.size(0), layer.outChannels, 2 * x.size(2), 2 * x.size(3), 2 * x.size(4)});
  add(perVoxel(layer) * voxels(out), 8.0 / 27);
  return out;
}

at::Tensor CountingOperations::attend(at::Tensor x, const Attention& /*layer*/) {
  const double tokens = voxels(x) / static_cast<double>(x.size(0));
  const auto channels = static_cast<double>(x.size(1));
  add(static_cast<double>(x.size(0)) * (8 * tokens * channels * channels + 4 * tokens * tokens * channels), 1);
  return x;
}

ParameterSource shapesOnly(std::map<std::string, std::vector<std::int64_t>> shapes) {
  return [shapes = std::move(shapes)](const std::string& name) { return shaped(shapes.at(name)); };
}

}  // namespace hipwright::nets
