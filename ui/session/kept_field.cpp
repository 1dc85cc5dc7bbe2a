#include "ui/session/kept_field.h"

#include <algorithm>

namespace hipwright {
namespace {

constexpr std::int64_t kAround = 4;  // voxels: outlines are drawn from the slope beside them

/// The first and the last index of each axis.
struct Span {
  Index3 first;
  Index3 last;
};

/// Of all voxels inside; the first one alone if there is none.
Span spanOfImplant(const Volume& sdf) {
  const Index3& n = sdf.geometry.size;
  Span span{n, {-1, -1, -1}};
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) {
        if (sdf.at(x, y, z) <= 0) continue;
        const Index3 at{x, y, z};
        for (int axis = 0; axis < 3; ++axis) {
          span.first[axis] = std::min(span.first[axis], at[axis]);
          span.last[axis] = std::max(span.last[axis], at[axis]);
        }
      }
  return span.last[0] < 0 ? Span{{}, {}} : span;
}

/// `from` to `from + geometry.size` of the whole.
Volume filled(const KeptField& field, const Geometry& geometry, const Index3& from) {
  Volume out{geometry, {}};
  const Index3& n = geometry.size;
  const Index3& most = field.part.geometry.size;
  out.voxels.reserve(static_cast<std::size_t>(product(n)));
  const auto inPart = [&](std::int64_t at, int axis) {
    return std::clamp<std::int64_t>(from[axis] + at - field.corner[axis], 0, most[axis] - 1);
  };
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x)
        out.voxels.push_back(field.part.at(inPart(x, 0), inPart(y, 1), inPart(z, 2)));
  return out;
}

}  // namespace

KeptField keptField(const Volume& sdf) {
  const Span span = spanOfImplant(sdf);
  KeptField kept{sdf.geometry, {}, {sdf.geometry, {}}};
  Index3& size = kept.part.geometry.size;
  for (int axis = 0; axis < 3; ++axis) {
    kept.corner[axis] = std::max<std::int64_t>(0, span.first[axis] - kAround);
    size[axis] = std::min(sdf.geometry.size[axis], span.last[axis] + kAround + 1) - kept.corner[axis];
  }
  kept.part.voxels.reserve(static_cast<std::size_t>(product(size)));
  const Index3& c = kept.corner;
  for (std::int64_t z = 0; z < size[2]; ++z)
    for (std::int64_t y = 0; y < size[1]; ++y)
      for (std::int64_t x = 0; x < size[0]; ++x) kept.part.voxels.push_back(sdf.at(c[0] + x, c[1] + y, c[2] + z));
  return kept;
}

Volume restored(const KeptField& field) { return filled(field, field.whole, {}); }

std::vector<float> coronalPlane(const KeptField& field, const CoronalCut& cut, std::int64_t plane) {
  Geometry thin = field.whole;
  thin.size[cut.depthAxis] = 1;
  Index3 from{};
  from[cut.depthAxis] = plane;
  return coronalPlane(filled(field, thin, from), cut, 0);
}

}  // namespace hipwright
