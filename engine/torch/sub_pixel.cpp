// Folding of the weights of upsampling convolutions.
#include "engine/torch/sub_pixel.h"

#include <ATen/ops/add.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/stack.h>

#include <vector>

namespace hipwright::nets {
namespace {

/// Three taps along `axis` to the two source voxels they fall on. With parity 0, taps -1 | 0, +1; with parity 1, -1, 0
/// | +1.
at::Tensor foldAxis(const at::Tensor& weight, std::int64_t axis, int parity) {
  const at::Tensor before = weight.narrow(axis, 0, 1);
  const at::Tensor centre = weight.narrow(axis, 1, 1);
  const at::Tensor after = weight.narrow(axis, 2, 1);
  const at::Tensor first = parity == 0 ? before : at::add(before, centre);
  const at::Tensor second = parity == 0 ? at::add(centre, after) : after;
  return at::cat({first, second}, axis);
}

}  // namespace

at::Tensor foldUpsampling(const at::Tensor& weight) {
  std::vector<at::Tensor> alongX;
  for (int px = 0; px < 2; ++px) {
    std::vector<at::Tensor> groups;
    for (int py = 0; py < 2; ++py)
      for (int pz = 0; pz < 2; ++pz) groups.push_back(foldAxis(foldAxis(foldAxis(weight, 2, px), 3, py), 4, pz));
    alongX.push_back(at::cat(groups, 0));
  }
  return at::stack(alongX).contiguous();
}

}  // namespace hipwright::nets
