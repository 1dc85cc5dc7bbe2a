#include "engine/plan/measured_part.h"

#include "engine/prepare/index_map.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::int64_t kMostPlaces = 256;
constexpr double kShareStep = 2;  // mm
constexpr double kRounding = 1e-6;

bool isWithin(double place, std::int64_t count) {
  return place >= -0.5 - kRounding && place <= static_cast<double>(count) - 0.5 + kRounding;
}

}  // namespace

bool MeasuredPart::holds(int axis, const Vec3& index) const {
  const auto a = static_cast<std::size_t>(axis);
  if (!isWithin(index[a], m_size[a])) return false;
  return !m_tilt || a == 2 || isWithin(m_tilt->along(a, index), m_tilt->pixels[a]);
}

Geometry latticeIn(const Box& box, double stepMm) {
  Geometry out;
  for (std::size_t a = 0; a < 3; ++a) {
    const double extent = box.upper[a] - box.lower[a];
    const double wanted = std::min(std::ceil(extent / stepMm), static_cast<double>(kMostPlaces));
    out.size[a] = std::max<std::int64_t>(1, static_cast<std::int64_t>(wanted));
    out.spacing[a] = extent / static_cast<double>(out.size[a]);
    out.origin[a] = box.lower[a] + 0.5 * out.spacing[a];
  }
  return out;
}

double emptyShare(const Geometry& ct, const std::optional<SliceTilt>& tilt, const Box& region) {
  const Geometry lattice = latticeIn(region, kShareStep);
  const IndexMap toCt = indexMap(lattice, ct);
  const MeasuredPart part(ct, tilt);
  std::int64_t inside = 0;
  for (std::int64_t z = 0; z < lattice.size[2]; ++z)
    for (std::int64_t y = 0; y < lattice.size[1]; ++y)
      for (std::int64_t x = 0; x < lattice.size[0]; ++x)
        inside += part.holds(toCt(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z))) ? 1 : 0;
  return 1 - static_cast<double>(inside) / static_cast<double>(product(lattice.size));
}

}  // namespace hipwright
