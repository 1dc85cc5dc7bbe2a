// The zero surface of a distance field as a closed, 2-manifold triangle mesh.
#include "engine/surface/isosurface.h"

#include "engine/surface/dual_marching_cubes.h"

namespace hipwright {

Mesh extractSurface(const Volume& field, float level, const std::stop_token& stop) {
  DualMarchingCubesOptions options;
  options.level = level;
  return dualMarchingCubes(field, options, stop);
}

}  // namespace hipwright
