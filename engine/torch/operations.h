// The table of operations the networks are written in. The plain table is straightforward and differentiable; the fast
// one serves inference on a CPU. Activations are (N, C, X, Y, Z), contiguous.
#pragma once

#include "engine/core/stop.h"
#include "engine/torch/layers.h"

namespace hipwright::nets {

/// Called before every convolution, and before every slab of one; ends the pass by throwing.
using StopCheck = std::function<void()>;

/// Throws Cancelled once a stop was requested.
inline StopCheck checkFor(std::stop_token stop) {
  return [stop = std::move(stop)] { throwIfStopped(stop); };
}

/// Lives for one pass of a network on one thread. Every method calls the check before each convolution. Tensors taken
/// by value are given up by the caller; the fast table writes into them if nobody else holds them, so a caller that
/// still needs one keeps its own reference.
class Operations {
 public:
  explicit Operations(StopCheck check) : m_check(std::move(check)) {}
  virtual ~Operations() = default;

  virtual at::Tensor convolve(const at::Tensor& x, const Convolution& layer) = 0;
  virtual at::Tensor normaliseAndConvolve(at::Tensor x, const NormalisedConvolution& layer) = 0;

  /// `time` is the SiLU of the time embedding (1, E), float32; undefined for a block without one.
  virtual at::Tensor residual(at::Tensor x, const ResidualBlock& block, const at::Tensor& time) = 0;
  virtual at::Tensor downsample(const at::Tensor& x, const Downsampling& layer) = 0;

  /// Nearest neighbour, factor 2, then a 3x3x3 convolution.
  virtual at::Tensor upsampleAndConvolve(at::Tensor x, const Convolution& layer) = 0;

  /// Self-attention over all voxels, with its norm and its residual.
  virtual at::Tensor attend(at::Tensor x, const Attention& layer) = 0;

 protected:
  const StopCheck& stopCheck() const { return m_check; }

 private:
  StopCheck m_check;
};

}  // namespace hipwright::nets
