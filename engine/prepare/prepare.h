// From a CT to the network's input on the raw index grid, and the exact way back.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/core/volume.h"

#include <vector>

namespace hipwright {

/// Piecewise linear map of HU to network values, clamped at both ends (the reference's numpy.interp).
class HuMap {
 public:
  /// Knots rising in `hu`; the profile has been checked.
  HuMap(std::vector<double> hu, std::vector<double> value);
  float operator()(float hu) const;

 private:
  std::vector<double> m_hu;
  std::vector<double> m_value;
};

/// Padding of one axis: `before` and `after` voxels around `size`.
struct AxisPadding {
  std::int64_t size = 0;
  std::int64_t before = 0;
  std::int64_t after = 0;
  std::int64_t padded() const { return before + size + after; }
};

/// Pads to at least `minimum` and then to a multiple of `multiple`, floor(d / 2) before and the rest after.
AxisPadding axisPadding(std::int64_t size, std::int64_t minimum, std::int64_t multiple);

/// A normalised CT on the model grid and everything needed to map a result back to the case.
struct Prepared {
  Tensor4 image;                         ///< (1, X, Y, Z), padded and normalised
  std::array<AxisPadding, 3> padding;
  Geometry geometry;                     ///< of the case; its size is the unpadded size
};

/// Pads in HU, then normalises. Throws Error(OutOfMemory). Any thread.
Prepared prepareAsIs(const Volume& ct, const ModelProfile& profile);

/// The exact inverse of the padding: a field (1, X, Y, Z) on the padded grid as a volume with the case's geometry.
/// On odd axes the reference crops one voxel later than it pads; this does not.
Volume restore(const Prepared& prepared, const Tensor4& field);

}  // namespace hipwright
