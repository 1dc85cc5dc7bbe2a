// The straightforward operation table.
#include "engine/torch/plain_operations.h"

#include "engine/torch/attention.h"

#include <ATen/ops/add.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/group_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/upsample_nearest3d.h>

namespace hipwright::nets {
namespace {

/// Statistics in float32, whatever the activations are; torch 1.13 refuses mixed types here.
at::Tensor normalise(const at::Tensor& x, const Normalisation& norm, Activation activation) {
  const at::Tensor y = at::group_norm(x.to(at::kFloat), norm.groups, norm.weight, norm.bias, norm.eps);
  return (activation == Activation::Silu ? at::silu(y) : y).to(x.scalar_type());
}

}  // namespace

at::Tensor PlainOperations::convolve(const at::Tensor& x, const Convolution& layer) {
  stopCheck()();
  return at::conv3d(x, layer.weight, layer.bias, 1, layer.kernel / 2);
}

at::Tensor PlainOperations::normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) {
  return convolve(normalise(x, layer.norm, layer.activation), layer.convolution);
}

at::Tensor PlainOperations::residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& time) {
  at::Tensor h = normaliseAndConvolve(x, block.first);
  if (block.time) {
    const at::Tensor shift = at::linear(time, block.time->weight, block.time->bias);
    h = at::add(h, shift.view({shift.size(0), shift.size(1), 1, 1, 1}).to(h.scalar_type()));
  }
  h = normaliseAndConvolve(std::move(h), block.second);
  return at::add(block.shortcut ? convolve(x, *block.shortcut) : x, h);
}

at::Tensor PlainOperations::downsample(const at::Tensor& x, const Downsampling& layer) {
  stopCheck()();
  const Convolution& c = layer.convolution;
  const std::int64_t margin = layer.endOnly ? 0 : 1;
  return at::conv3d(layer.endOnly ? at::constant_pad_nd(x, {0, 1, 0, 1, 0, 1}) : x, c.weight, c.bias, 2, margin);
}

at::Tensor PlainOperations::upsampleAndConvolve(at::Tensor x, const Convolution& layer) {
  stopCheck()();
  return convolve(at::upsample_nearest3d(x, {2 * x.size(2), 2 * x.size(3), 2 * x.size(4)}), layer);
}

at::Tensor PlainOperations::attend(at::Tensor x, const Attention& layer) {
  stopCheck()();
  const at::Tensor tokens = normalise(x, layer.norm, Activation::None).flatten(2).transpose(1, 2);
  const at::Tensor attended = attendTokens(tokens.to(layer.query.weight.scalar_type()), layer, kScoresPerBlock);
  return at::add(x, attended.transpose(1, 2).reshape(x.sizes()).to(x.scalar_type()));
}

}  // namespace hipwright::nets
