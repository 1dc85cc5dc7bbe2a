// Signed distances of the simple bodies that the anatomy is blended from: mm, negative inside (as usual for shapes; the
// implant's field turns the sign). After Inigo Quilez, "Distance functions", and Hart 1996, "Sphere tracing".
#pragma once

#include "engine/phantom/point.h"

#include <algorithm>

namespace hipwright {

inline float lerp(float a, float b, float t) { return a + (b - a) * t; }

/// 0 below `low`, 1 above `high`, smooth between.
inline float ramp(float low, float high, float x) {
  const float t = std::clamp((x - low) / (high - low), 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}

/// 1 at distance 0, smoothly 0 from `reach` on; takes the squared distance.
inline float bump(float squared, float reach) {
  const float t = std::max(0.0F, 1 - squared / (reach * reach));
  return t * t;
}

/// Union with a fillet of about `k` mm where two bodies meet.
inline float blend(float a, float b, float k) {
  const float h = std::max(k - std::abs(a - b), 0.0F) / k;
  return std::min(a, b) - h * h * k * 0.25F;
}

/// What of `a` is outside `b`, with an edge rounded by about `k` mm.
inline float carve(float a, float b, float k) { return -blend(-a, b, k); }

/// A rod from `a` to `b` whose radius runs from `ra` to `rb` and is larger by `belly` halfway.
struct Rod {
  Point a;
  Point b;
  float ra = 1;
  float rb = 1;
  float belly = 0;

  /// 0 at `a` to 1 at `b`.
  float along(Point p) const { return std::clamp(dot(p - a, b - a) / dot(b - a, b - a), 0.0F, 1.0F); }

  float operator()(Point p) const {
    const float t = along(p);
    return length(p - a - t * (b - a)) - lerp(ra, rb, t) - 4 * belly * t * (1 - t);
  }
};

/// An ellipsoid with axes along the frame; the distance is first-order exact near the surface.
struct Ellipsoid {
  Point centre;
  Point radii;

  float operator()(Point p) const {
    const Point q = p - centre;
    const Point u{q.x / radii.x, q.y / radii.y, q.z / radii.z};
    const Point v{u.x / radii.x, u.y / radii.y, u.z / radii.z};
    const float steep = length(v);
    if (steep < 1e-6F) return -std::min({radii.x, radii.y, radii.z});
    const float k = length(u);
    return k * (k - 1) / steep;
  }
};

}  // namespace hipwright
