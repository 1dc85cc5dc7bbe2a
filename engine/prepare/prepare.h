// From a CT to the networks' input, and the way back: exact on the case's own voxels, interpolated between grids.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/core/volume.h"

#include <stop_token>
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
  Tensor4 image;  ///< (1, X, Y, Z), padded and normalised
  std::array<AxisPadding, 3> padding;
  Geometry geometry;  ///< of the unpadded image
};

/// Pads in HU, then normalises. Throws Error(OutOfMemory). Any thread.
Prepared prepareAsIs(const Volume& ct, const ModelProfile& profile);

/// The exact inverse of the padding: a field (1, X, Y, Z) on the padded grid as a volume with the case's geometry.
/// On odd axes the reference crops one voxel later than it pads; this does not.
Volume restore(const Prepared& prepared, const Tensor4& field);

/// The CT in HU on the model's grid; what lies outside it is profile.input.padHu. A copy if the grid is the CT's own.
/// Throws Error(OutOfMemory), Cancelled. Any thread.
Volume onModelGrid(const Volume& ct, const Geometry& grid, const ModelProfile& profile, const std::stop_token& stop);

/// A field of the model's grid on the case's; outside the model's grid it is the field's lowest value: no implant.
/// Throws as onModelGrid(). Any thread.
Volume onCaseGrid(const Volume& field, const Geometry& ct, const std::stop_token& stop);

}  // namespace hipwright
