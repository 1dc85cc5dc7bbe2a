#include "engine/measure/extent.h"

#include "engine/measure/inside_share.h"
#include "engine/measure/surface_points.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace hipwright {
namespace {

/// Piece by piece, numbered as they are found.
class Labelling {
 public:
  explicit Labelling(const Volume& field) : m_field(field), m_labels(field.voxels.size(), 0) {}

  std::vector<std::int64_t> run() {
    std::vector<std::int64_t> sizes;
    for (std::size_t i = 0; i < m_labels.size(); ++i)
      if (m_field.voxels[i] > 0 && m_labels[i] == 0)
        sizes.push_back(fill(i, static_cast<std::int32_t>(sizes.size()) + 1));
    return sizes;
  }

  std::vector<std::int32_t> take() { return std::move(m_labels); }

 private:
  std::int64_t fill(std::size_t seed, std::int32_t label) {
    const Index3& n = m_field.geometry.size;
    std::vector<std::size_t> open = {seed};
    m_labels[seed] = label;
    std::int64_t size = 0;
    for (; !open.empty(); ++size) {
      const std::size_t at = open.back();
      open.pop_back();
      std::size_t rest = at;
      std::size_t stride = 1;
      for (const std::int64_t length : n) {
        const std::size_t along = rest % static_cast<std::size_t>(length);
        rest /= static_cast<std::size_t>(length);
        if (along > 0) visit(at - stride, label, open);
        if (along + 1 < static_cast<std::size_t>(length)) visit(at + stride, label, open);
        stride *= static_cast<std::size_t>(length);
      }
    }
    return size;
  }

  void visit(std::size_t voxel, std::int32_t label, std::vector<std::size_t>& open) {
    if (!(m_field.voxels[voxel] > 0) || m_labels[voxel] != 0) return;
    m_labels[voxel] = label;
    open.push_back(voxel);
  }

  const Volume& m_field;
  std::vector<std::int32_t> m_labels;
};

}  // namespace

double implantVolume(const Volume& field) {
  const std::vector<float> shares = insideShares(field);
  const Vec3& s = field.geometry.spacing;
  return s[0] * s[1] * s[2] * std::accumulate(shares.begin(), shares.end(), 0.0);
}

std::optional<Vec3> boundingBox(const Volume& field) {
  constexpr double kFar = std::numeric_limits<double>::max();
  Vec3 low = {kFar, kFar, kFar};
  Vec3 high = {-kFar, -kFar, -kFar};
  const auto include = [&](const Vec3& p) {
    for (std::size_t a = 0; a < 3; ++a) {
      low[a] = std::min(low[a], p[a]);
      high[a] = std::max(high[a], p[a]);
    }
  };
  const Index3& n = field.geometry.size;
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x)
        if (field.at(x, y, z) > 0)
          include(
              field.geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)}));
  if (low[0] == kFar) return std::nullopt;
  for (const SurfacePoint& p : surfacePoints(field)) include(p.position);
  return high - low;
}

Components findComponents(const Volume& field) {
  Labelling labelling(field);
  std::vector<std::int64_t> sizes = labelling.run();
  std::vector<std::int32_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0);
  const auto size = [&](std::int32_t piece) { return sizes[static_cast<std::size_t>(piece)]; };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return size(a) > size(b); });
  std::vector<std::int32_t> rank(sizes.size() + 1, 0);
  Components result;
  for (const std::int32_t piece : order) {
    result.voxels.push_back(size(piece));
    rank[static_cast<std::size_t>(piece) + 1] = static_cast<std::int32_t>(result.voxels.size());
  }
  result.labels = labelling.take();
  for (std::int32_t& label : result.labels) label = rank[static_cast<std::size_t>(label)];
  return result;
}

}  // namespace hipwright
