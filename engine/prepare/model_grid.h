// The grid the networks see a case on: its own voxels, the same voxels turned or cropped, or new ones.
#pragma once

#include "engine/core/box.h"
#include "engine/core/model_profile.h"

#include <optional>

namespace hipwright {

/// Auto: the spacing and orientation of the profile, if it names an orientation. AsIs: the case's own voxels.
/// A profile with the orientation "as-is" leaves every case on its own voxels, as the reference script does.
enum class GridChoice { Auto, AsIs };

struct GridWish {
  GridChoice choice = GridChoice::Auto;
  std::optional<Box> region;  ///< LPS mm; none: the whole case
  bool mirrored = false;      ///< the index along the patient's left-right axis runs the other way
};

/// What becomes of the case's voxels. Own: nothing. Moved: turned, mirrored or cropped without arithmetic.
enum class GridFit { Own, Moved, Resampled };

struct ModelGrid {
  Geometry geometry;  ///< before padding; its direction has the determinant -1 if it mirrors
  GridFit fit = GridFit::Own;
};

/// A grid that is already the profile's, to 0.5 percent in spacing and 0.5 degrees in direction, is kept: only turned,
/// mirrored or cropped. Throws Error(BadRequest) if the region has no extent. Any thread.
ModelGrid modelGrid(const Geometry& ct, const InputProfile& input, const GridWish& wish);

}  // namespace hipwright
