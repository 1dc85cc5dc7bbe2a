#include "engine/phantom/phantom.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/phantom/hip_anatomy.h"
#include "engine/phantom/implant.h"
#include "engine/phantom/scanner_noise.h"

#include <cmath>

namespace hipwright {
namespace {

constexpr float kUnit = 5;  // mm in one unit of the distance field

void checkRequest(const PhantomParameters& parameters, const Geometry& grid) {
  checkGeometry(grid);
  std::string problems;
  for (const std::string& problem : parameters.check()) problems += (problems.empty() ? "" : "; ") + problem;
  if (!problems.empty()) throw Error(ErrorCode::BadRequest, {{"problems", problems}});
}

/// Calls value(point in the hip frame) for every voxel.
template <typename Value>
Volume sample(const Geometry& grid, const HipFrame& frame, const std::stop_token& stop, const Value& value) {
  Volume volume{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)))};
  auto voxel = volume.voxels.begin();
  for (std::int64_t k = 0; k < grid.size[2]; ++k) {
    throwIfStopped(stop);
    for (std::int64_t j = 0; j < grid.size[1]; ++j)
      for (std::int64_t i = 0; i < grid.size[0]; ++i)
        *voxel++ = value(
            frame.toHip(grid.indexToPatient({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)})));
  }
  return volume;
}

/// What the scanner and the voxels blur, as half the width of an edge: a cubic ramp of half width w has the standard
/// deviation w / sqrt(5).
float edgeHalfWidth(const PhantomParameters& p, const Geometry& grid) {
  const double voxel = dot(grid.spacing, grid.spacing) / 3;
  return static_cast<float>(std::sqrt(5 * (p.blur * p.blur + voxel / 12)));
}

float normalised(float distance) { return std::clamp(-distance / kUnit, -1.0F, 1.0F); }

float partDistance(const Implant& implant, ImplantPart part, Point p) {
  switch (part) {
    case ImplantPart::Cup: return implant.cup(p);
    case ImplantPart::Liner: return implant.liner(p);
    case ImplantPart::Stem: return implant.stem(p);
    case ImplantPart::Metal: break;
  }
  return implant.metal(p, kUnit);
}

}  // namespace

Phantom makePhantom(const PhantomParameters& parameters, const Geometry& grid, std::stop_token stop,
                    PhantomDetail detail) {
  checkRequest(parameters, grid);
  const HipAnatomy anatomy(parameters, edgeHalfWidth(parameters, grid));
  const Implant implant(parameters, anatomy.femur(), anatomy.frame());
  Phantom phantom;
  phantom.parameters = parameters;
  phantom.plan = implant.plan();
  phantom.ct = sample(grid, anatomy.frame(), stop, [&](Point p) { return anatomy.hounsfield(p, detail); });
  addScannerNoise(phantom.ct, parameters);
  phantom.implantSdf = sample(grid, anatomy.frame(), stop,
                              [&](Point p) { return normalised(partDistance(implant, ImplantPart::Metal, p)); });
  return phantom;
}

Volume sampleImplant(const PhantomParameters& parameters, ImplantPart part, const Geometry& grid,
                     std::stop_token stop) {
  checkRequest(parameters, grid);
  const HipFrame frame(parameters);
  const Implant implant(parameters, Femur(parameters), frame);
  return sample(grid, frame, stop, [&](Point p) { return normalised(partDistance(implant, part, p)); });
}

}  // namespace hipwright
