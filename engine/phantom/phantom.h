// A procedural hip as a CT, with the implant that belongs into it: a case whose right answer is known.
#pragma once

#include "engine/core/volume.h"
#include "engine/phantom/implant_plan.h"
#include "engine/phantom/phantom_parameters.h"

#include <stop_token>

namespace hipwright {

/// How much of the CT is worth its time.
enum class PhantomDetail {
  Everything,
  Bones,  ///< soft tissue that touches no bone is uniform: all the same to a map of HU that starts above muscle
};

struct Phantom {
  Volume ct;          ///< HU, whole numbers
  Volume implantSdf;  ///< metal of cup and stem: positive inside, one unit is 5 mm, clamped to [-1, 1]
  PhantomParameters parameters;
  ImplantPlan plan;
};

/// Samples the hip on any grid: oblique, anisotropic, either side. The anatomy is a function of patient space alone, so
/// two grids show the same hip; edges are as sharp as the scanner's blur and the grid's voxels allow, and noise belongs
/// to the voxel. A left hip is the mirror image of the right one. Throws Error(BadRequest) with what check() says,
/// Error(BadGeometry), Cancelled (asked once per slice). Any thread.
Phantom makePhantom(const PhantomParameters& parameters, const Geometry& grid, std::stop_token stop,
                    PhantomDetail detail = PhantomDetail::Everything);

enum class ImplantPart { Metal, Cup, Liner, Stem };

/// The distance field of a part alone, in the units of Phantom::implantSdf. Throws as makePhantom. Any thread.
Volume sampleImplant(const PhantomParameters& parameters, ImplantPart part, const Geometry& grid, std::stop_token stop);

}  // namespace hipwright
