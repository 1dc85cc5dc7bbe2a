// Upsampling and convolution on the small grid, differentiable.
#include "engine/torch/train/training_operations.h"

#include "engine/torch/sub_pixel.h"

#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/stack.h>

namespace hipwright::nets {

at::Tensor TrainingOperations::upsampleAndConvolve(at::Tensor x, const Convolution& layer) {
  stopCheck()();
  const at::Tensor folded = foldUpsampling(layer.weight);  // (2, 4 out, in, 2, 2, 2)
  const at::Tensor bias = layer.bias.repeat({4});
  const std::int64_t n = x.size(0), out = layer.outChannels, sx = x.size(2), sy = x.size(3), sz = x.size(4);
  std::vector<at::Tensor> alongX;
  for (int px = 0; px < 2; ++px) {
    // Parity 0 starts one voxel before its own; along y and z both parities come from one convolution.
    const at::Tensor padded = at::constant_pad_nd(x, {1, 1, 1, 1, 1 - px, px});
    const at::Tensor y = at::conv3d(padded, folded.select(0, px), bias).view({n, 2, 2, out, sx, sy + 1, sz + 1});
    std::vector<at::Tensor> alongY;
    for (int py = 0; py < 2; ++py) {
      std::vector<at::Tensor> alongZ;
      for (int pz = 0; pz < 2; ++pz)
        alongZ.push_back(y.select(1, py).select(1, pz).narrow(3, py, sy).narrow(4, pz, sz));
      alongY.push_back(at::stack(alongZ, 5));
    }
    alongX.push_back(at::stack(alongY, 4));
  }
  return at::stack(alongX, 3).reshape({n, out, 2 * sx, 2 * sy, 2 * sz});
}

}  // namespace hipwright::nets
