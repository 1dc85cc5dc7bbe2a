// How many floating-point operations a pass takes, counted from the shapes without computing anything.
#pragma once

#include "engine/torch/operations.h"

#include <map>
#include <string>
#include <vector>

namespace hipwright::nets {

/// A multiply-add is two operations; norms and activations are not counted, as usual.
struct Work {
  double reference = 0;  ///< the network as written: nearest-neighbour upsampling, then 27 taps
  double executed = 0;   ///< what the fast table does; margins of slabs left out
};

/// A table for tensors on the meta device.
class CountingOperations : public Operations {
 public:
  /// `precision` is the one the fast table would run in.
  explicit CountingOperations(at::ScalarType precision) : Operations([] {}), m_precision(precision) {}

  at::Tensor convolve(const at::Tensor& x, const Convolution& layer) override;
  at::Tensor normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) override;
  at::Tensor residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& time) override;
  at::Tensor downsample(const at::Tensor& x, const Downsampling& layer) override;
  at::Tensor upsampleAndConvolve(at::Tensor x, const Convolution& layer) override;
  at::Tensor attend(at::Tensor x, const Attention& layer) override;

  const Work& work() const { return m_work; }

 private:
  void add(double operations, double share);

  at::ScalarType m_precision;
  Work m_work;
};

/// A source of parameters without values, on the meta device.
ParameterSource shapesOnly(std::map<std::string, std::vector<std::int64_t>> shapes);

}  // namespace hipwright::nets
