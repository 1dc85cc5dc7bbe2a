// Nearest-neighbour upsampling followed by a 3x3x3 convolution, as eight 2x2x2 convolutions on the small grid: each
// output parity sees every source voxel once, so taps that fall on the same voxel are added up beforehand (27 become
// 8).
#pragma once

#include <ATen/core/Tensor.h>

namespace hipwright::nets {

/// (out, in, 3, 3, 3) to (2, 4 out, in, 2, 2, 2): first index the output's parity along x; the 4 groups of `out`
/// channels are its parities along y and z (y slower). Output parity 0 starts one source voxel before, parity 1 at its
/// own. Exact up to the rounding of up to eight additions.
at::Tensor foldUpsampling(const at::Tensor& weight);

}  // namespace hipwright::nets
