// Grids to see a phantom on: any spacing, size and orientation around its hip.
#pragma once

#include "engine/core/geometry.h"
#include "engine/phantom/phantom_parameters.h"

#include <string>

namespace hipwright {

/// Which way the index axes run: three letters, one of each pair L/R, P/A and S/I, naming where the index grows to.
/// "LPS" is the identity; NIfTI programs call it the same way ("RAS+"). `extent` is in mm in the patient's axes: sides,
/// front to back, up and down.
struct GridRequest {
  Vec3 spacing{1, 1, 1};  ///< mm, of the index axes in the order of `orientation`
  Vec3 extent{96, 80, 144};
  std::string orientation = "LPS";
};

/// A grid around the joint: 34 mm medial of and 35 mm above the hip's usual place, the rest to the side and below, its
/// middle 6 mm behind; by default it holds the implant of every drawn hip. Throws Error(BadRequest) if the letters or
/// numbers make no sense.
Geometry phantomGrid(Side side, const GridRequest& request);

/// What training and tests use: 96 x 80 x 144 voxels of parameters.spacing, LPS.
Geometry standardGrid(const PhantomParameters& parameters);

}  // namespace hipwright
