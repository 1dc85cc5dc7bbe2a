#include "engine/hips/hip_template.h"

#include "engine/phantom/phantom.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kStep = 4;    // mm between samples
constexpr double kReach = 45;  // mm from the joint
constexpr double kNear = 30;   // mm: the standard deviation of the weights
constexpr double kHighest = 600;
constexpr double kLeastSeen = 0.55;
constexpr std::int64_t kScanVoxels = 4;  // 8 mm
constexpr std::size_t kScanStride = 7;   // of the samples
constexpr double kScanApart = 16;        // mm
constexpr float kLeastHu = 60;           // at a joint's centre: bone or metal
constexpr double kScaleStep = 0.02;      // per mm of the steps in place
constexpr double kSmallest = 0.8;
constexpr double kLargest = 1.2;

/// Nearest voxel of the clipped CT; negative outside. The grid runs along the patient's axes.
double hounsfield(const CoarseCt& ct, const Vec3& place) {
  const Geometry& g = ct.clipped.geometry;
  Index3 at{};
  for (int a = 0; a < 3; ++a) {
    at[a] = std::llround((place[a] - g.origin[a]) / g.spacing[a]);
    if (at[a] < 0 || at[a] >= g.size[a]) return -1;
  }
  return ct.validAt(at) ? ct.clipped.at(at[0], at[1], at[2]) : -1;
}

Geometry templateGrid() {
  const auto half = static_cast<std::int64_t>(kReach / kStep);
  const std::int64_t n = 2 * half + 1;
  const double start = -kStep * static_cast<double>(half);
  return {{n, n, n}, {kStep, kStep, kStep}, {start, start, start}, kIdentity3};
}

}  // namespace

HipTemplate::HipTemplate() {
  PhantomParameters mean;
  mean.noise = 0;
  const Volume hip = makePhantom(mean, templateGrid(), {}).ct;
  for (std::int64_t z = 0; z < hip.geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < hip.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < hip.geometry.size[0]; ++x) {
        const Vec3 offset =
            hip.geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        const double far = length(offset);
        if (far > kReach) continue;
        const double weight = std::exp(-0.5 * far * far / (kNear * kNear));
        m_samples.push_back({offset, std::clamp<double>(hip.at(x, y, z), 0, kHighest), weight});
        m_allWeight += weight;
      }
}

double HipTemplate::likeness(const CoarseCt& ct, const TemplateMatch& at, std::size_t stride) const {
  const double mirror = at.side == HipSide::Left ? -at.scale : at.scale;
  double w = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < m_samples.size(); i += stride) {
    const Sample& s = m_samples[i];
    const double hu =
        hounsfield(ct, at.centre + Vec3{mirror * s.offset[0], at.scale * s.offset[1], at.scale * s.offset[2]});
    if (hu < 0) continue;
    w += s.weight;
    a += s.weight * s.hu;
    b += s.weight * hu;
    aa += s.weight * s.hu * s.hu;
    bb += s.weight * hu * hu;
    ab += s.weight * s.hu * hu;
  }
  if (w * static_cast<double>(stride) < kLeastSeen * m_allWeight) return -1;
  const double spread = (aa - a * a / w) * (bb - b * b / w);
  return spread > 0 ? (ab - a * b / w) / std::sqrt(spread) : -1;
}

TemplateMatch HipTemplate::bestNear(const CoarseCt& ct, HipSide side, const Vec3& start, double reachMm) const {
  TemplateMatch best{side, start, 1, -1};
  best.likeness = likeness(ct, best, 1);
  for (double step = 6; step >= 1; step /= 2)
    for (bool moved = true; moved;) {
      moved = false;
      for (int move = 0; move < 8; ++move) {
        TemplateMatch next = best;
        const double by = move % 2 == 0 ? step : -step;
        if (move < 6)
          next.centre[static_cast<std::size_t>(move / 2)] += by;
        else
          next.scale = std::clamp(best.scale + kScaleStep * by, kSmallest, kLargest);
        if (length(next.centre - start) > reachMm) continue;
        next.likeness = likeness(ct, next, 1);
        if (next.likeness <= best.likeness) continue;
        best = next;
        moved = true;
      }
    }
  return best;
}

std::vector<TemplateMatch> HipTemplate::scan(const CoarseCt& ct, HipSide side, std::size_t most) const {
  const Geometry& g = ct.clipped.geometry;
  const Index3 step{kScanVoxels, kScanVoxels, kScanVoxels};
  std::vector<TemplateMatch> all;
  for (std::int64_t z = 0; z < g.size[2]; z += step[2])
    for (std::int64_t y = 0; y < g.size[1]; y += step[1])
      for (std::int64_t x = 0; x < g.size[0]; x += step[0]) {
        if (ct.clipped.at(x, y, z) < kLeastHu) continue;
        TemplateMatch at;
        at.side = side;
        at.centre = g.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        at.likeness = likeness(ct, at, kScanStride);
        if (at.likeness > 0) all.push_back(at);
      }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
  std::vector<TemplateMatch> best;
  for (const TemplateMatch& match : all) {
    if (best.size() == most) break;
    const bool known = std::any_of(best.begin(), best.end(),
                                   [&](const auto& b) { return length(b.centre - match.centre) < kScanApart; });
    if (!known) best.push_back(match);
  }
  return best;
}

}  // namespace hipwright
