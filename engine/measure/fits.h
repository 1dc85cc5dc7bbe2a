// Spheres, lines and planes through weighted points, by least squares, each with its residual.
#pragma once

#include "engine/core/numeric.h"

#include <optional>
#include <vector>

namespace hipwright {

struct WeightedPoint {
  Vec3 position{};
  double weight = 1;
};

struct SphereFit {
  Vec3 centre{};
  double radiusMm = 0;
  double residualMm = 0;  ///< root mean square distance of the points from the sphere
};

struct LineFit {
  Vec3 point{};      ///< the points' centroid
  Vec3 direction{};  ///< unit
  double residualMm = 0;
};

struct PlaneFit {
  Vec3 point{};   ///< the points' centroid
  Vec3 normal{};  ///< unit
  double residualMm = 0;
};

/// Minimises the distances to the sphere (Gauss-Newton from the algebraic fit). Nothing if the points determine no
/// sphere: fewer than four, or all in a plane. Any thread.
std::optional<SphereFit> fitSphere(const std::vector<WeightedPoint>& points);

/// Through the centroid, along the largest spread. Nothing for fewer than two points or without spread. Any thread.
std::optional<LineFit> fitLine(const std::vector<WeightedPoint>& points);

/// Through the centroid, across the smallest spread. Nothing if the points lie on a line. Any thread.
std::optional<PlaneFit> fitPlane(const std::vector<WeightedPoint>& points);

}  // namespace hipwright
