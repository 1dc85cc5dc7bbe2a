#include "engine/measure/joint_centre.h"

#include "engine/measure/small_algebra.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace hipwright {
namespace {

constexpr double kBin = 2;           // mm of the vote
constexpr double kSmallestHead = 9;  // radii in mm
constexpr double kLargestHead = 20.5;
constexpr double kLargestCup = 40;
constexpr double kSmallestGap = 2;   // mm between head and cup
constexpr double kAligned = 0.92;    // cosine between a normal and the way from the centre
constexpr double kShell = 1.5;       // mm around a radius that belong to a sphere
constexpr double kLeastHead = 0.35;  // share of a sphere
constexpr double kLeastCup = 0.2;
constexpr double kLargestResidual = 1.2;  // mm
constexpr std::size_t kMostPoints = 2'000'000;

/// Votes on a grid around the surface.
class Vote {
 public:
  explicit Vote(const std::vector<SurfacePoint>& surface) {
    Vec3 high = surface.front().position;
    m_low = high;
    for (const SurfacePoint& p : surface)
      for (std::size_t a = 0; a < 3; ++a) {
        m_low[a] = std::min(m_low[a], p.position[a]);
        high[a] = std::max(high[a], p.position[a]);
      }
    for (std::size_t a = 0; a < 3; ++a) m_size[a] = static_cast<std::int64_t>((high[a] - m_low[a]) / kBin) + 1;
    m_votes.assign(static_cast<std::size_t>(product(m_size)), 0.0F);
  }

  void add(const Vec3& point, double weight) {
    Index3 bin{};
    for (std::size_t a = 0; a < 3; ++a) {
      const double at = std::floor((point[a] - m_low[a]) / kBin);
      if (!(at >= 0) || at >= static_cast<double>(m_size[a])) return;
      bin[a] = static_cast<std::int64_t>(at);
    }
    m_votes[offset(bin)] += static_cast<float>(weight);
  }

  /// The middle of the bin that has most votes together with its neighbours.
  Vec3 winner() const {
    Index3 best{};
    float most = -1;
    for (std::int64_t z = 0; z < m_size[2]; ++z)
      for (std::int64_t y = 0; y < m_size[1]; ++y)
        for (std::int64_t x = 0; x < m_size[0]; ++x)
          if (const float votes = around({x, y, z}); votes > most) {
            most = votes;
            best = {x, y, z};
          }
    Vec3 middle = m_low;
    for (std::size_t a = 0; a < 3; ++a) middle[a] += kBin * (static_cast<double>(best[a]) + 0.5);
    return middle;
  }

 private:
  std::size_t offset(const Index3& b) const {
    return static_cast<std::size_t>(b[0] + m_size[0] * (b[1] + m_size[1] * b[2]));
  }

  float around(const Index3& bin) const {
    float sum = 0;
    for (std::int64_t z = std::max<std::int64_t>(bin[2] - 1, 0); z <= std::min(bin[2] + 1, m_size[2] - 1); ++z)
      for (std::int64_t y = std::max<std::int64_t>(bin[1] - 1, 0); y <= std::min(bin[1] + 1, m_size[1] - 1); ++y)
        for (std::int64_t x = std::max<std::int64_t>(bin[0] - 1, 0); x <= std::min(bin[0] + 1, m_size[0] - 1); ++x)
          sum += m_votes[offset({x, y, z})];
    return sum;
  }

  Vec3 m_low{};
  Index3 m_size{};
  std::vector<float> m_votes;
};

Vec3 voteForCentre(const std::vector<SurfacePoint>& surface) {
  Vote vote(surface);
  for (const SurfacePoint& p : surface) {
    for (double r = kSmallestHead; r <= kLargestCup; r += kBin) vote.add(p.position - r * p.normal, p.areaMm2);
    for (double r = kSmallestHead + kSmallestGap; r <= kLargestCup; r += kBin)
      vote.add(p.position + r * p.normal, p.areaMm2);
  }
  return vote.winner();
}

/// The point nearest to the normals that pass within a shrinking distance of it.
Vec3 refineCentre(const std::vector<SurfacePoint>& surface, Vec3 centre) {
  for (const double reach : {5.0, 4.0, 3.0, 2.5, 2.0, 2.0}) {
    NormalEquations<3> equations;
    for (const SurfacePoint& p : surface) {
      const Vec3 way = centre - p.position;
      const double along = dot(way, p.normal);
      if (std::abs(along) < kSmallestHead || std::abs(along) > kLargestCup) continue;
      if (dot(way, way) - along * along > reach * reach) continue;
      for (std::size_t a = 0; a < 3; ++a) {
        Vec3 row = -p.normal[a] * p.normal;
        row[a] += 1;
        equations.add(row, dot(row, p.position), p.areaMm2);
      }
    }
    const auto moved = equations.solve();
    if (!moved) break;
    centre = *moved;
  }
  return centre;
}

/// Which points may belong to a sphere about a centre: a range of radii and a side that the normals look to.
struct Shell {
  Vec3 centre{};
  double low = 0;
  double high = 0;
  double side = 1;  ///< 1: normals look away from the centre, -1: towards it

  std::optional<double> radiusOf(const SurfacePoint& p) const {
    const Vec3 way = p.position - centre;
    const double r = length(way);
    if (r < low || r > high || side * dot(way, p.normal) < kAligned * r) return std::nullopt;
    return r;
  }
};

/// The radius around which most of the shell's area lies; 0 if there is none.
double commonRadius(const std::vector<SurfacePoint>& surface, const Shell& shell) {
  constexpr double kStep = 0.25;
  constexpr std::size_t kReach = 4;  // steps that count together: a millimetre to each side
  std::vector<double> area(static_cast<std::size_t>(std::max(0.0, shell.high - shell.low) / kStep) + 1 + 2 * kReach, 0);
  for (const SurfacePoint& p : surface)
    if (const auto r = shell.radiusOf(p))
      area[kReach + static_cast<std::size_t>((*r - shell.low) / kStep)] += p.areaMm2;
  double most = 0;
  double radius = 0;
  for (std::size_t i = kReach; i + kReach < area.size(); ++i) {
    double sum = 0;
    for (std::size_t k = i - kReach; k <= i + kReach; ++k) sum += area[k];
    if (sum <= most) continue;
    most = sum;
    radius = shell.low + kStep * (static_cast<double>(i - kReach) + 0.5);
  }
  return radius;
}

struct FoundSphere {
  SphereFit fit;
  double share = 0;  ///< of the whole sphere's area
};

std::optional<FoundSphere> findSphere(const std::vector<SurfacePoint>& surface, Shell shell) {
  double radius = commonRadius(surface, shell);
  std::optional<FoundSphere> found;
  for (int round = 0; radius > 0 && round < 4; ++round) {
    shell.low = radius - kShell;
    shell.high = radius + kShell;
    std::vector<WeightedPoint> points;
    double area = 0;
    for (const SurfacePoint& p : surface)
      if (shell.radiusOf(p)) {
        points.push_back({p.position, p.areaMm2});
        area += p.areaMm2;
      }
    const auto fit = fitSphere(points);
    if (!fit) return std::nullopt;
    radius = fit->radiusMm;
    shell.centre = fit->centre;
    found = FoundSphere{*fit, area / (4 * std::numbers::pi * radius * radius)};
  }
  return found;
}

Measured<SphereFit> accepted(const std::optional<FoundSphere>& found, double leastShare, const std::string& what) {
  if (!found || found->share < leastShare) return Measured<SphereFit>::notMeasurable("no " + what + " was found");
  if (found->fit.residualMm > kLargestResidual)
    return Measured<SphereFit>::notMeasurable("the " + what + " is not round");
  return found->fit;
}

}  // namespace

Measured<Joint> findJoint(const std::vector<SurfacePoint>& surface) {
  if (surface.empty()) return Measured<Joint>::notMeasurable("the field has no surface");
  if (surface.size() > kMostPoints) return Measured<Joint>::notMeasurable("the surface is too rough");
  const Vec3 centre = refineCentre(surface, voteForCentre(surface));
  const auto head = accepted(findSphere(surface, {centre, kSmallestHead, kLargestHead, 1}), kLeastHead, "head");
  if (!head) return Measured<Joint>::notMeasurable(head.reason());
  Joint joint;
  joint.head = *head;
  const double beyond = head->radiusMm + kSmallestGap;
  joint.cupOuter = accepted(findSphere(surface, {centre, beyond + 1, kLargestCup, 1}), kLeastCup, "cup");
  if (joint.cupOuter)
    joint.cupInnerRadiusMm = commonRadius(surface, {head->centre, beyond, joint.cupOuter->radiusMm, -1});
  return joint;
}

}  // namespace hipwright
