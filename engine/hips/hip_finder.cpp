#include "engine/hips/hip_finder.h"

#include "engine/core/stop.h"
#include "engine/hips/bone_edges.h"
#include "engine/hips/hip_template.h"
#include "engine/hips/sphere_votes.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hipwright {
namespace {

constexpr std::size_t kVoted = 20;
constexpr std::size_t kScanned = 8;
constexpr double kRefined = 16;       // mm that a match may move from where the votes meet
constexpr double kAlone = 0.55;       // likeness that convinces without a partner
constexpr double kPaired = 0.40;      // of each of two that lie as hips do
constexpr double kClearSide = 0.03;   // sideMargin below which the side stays open
constexpr double kMetalReach = 60;    // mm
constexpr double kHidingMetal = 1;    // cm3
constexpr double kOppositeReach = 8;  // mm

/// Where votes meet, and where a coarse comparison says so: bone too weak for clear edges is still alike.
std::vector<Vec3> placesFor(const CoarseCt& ct, HipSide side, const HipTemplate& hip, const Volume& votes) {
  std::vector<Vec3> places = votedCentres(votes, kVoted);
  for (const TemplateMatch& match : hip.scan(ct, side, kScanned)) places.push_back(match.centre);
  return places;
}

std::vector<TemplateMatch> matchesIn(const CoarseCt& ct, const HipTemplate& hip, const std::stop_token& stop) {
  const Volume votes = socketVotes(boneEdges(ct, stop), ct.smooth.geometry);
  std::vector<TemplateMatch> found;
  for (const HipSide side : {HipSide::Left, HipSide::Right})
    for (const Vec3& place : placesFor(ct, side, hip, votes)) {
      throwIfStopped(stop);
      const TemplateMatch match = hip.bestNear(ct, side, place, kRefined);
      if (match.likeness >= kPaired) found.push_back(match);
    }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
  return found;
}

/// Two joints lie at the same height and depth, and a pelvis' width apart.
bool lieAsHips(const TemplateMatch& right, const TemplateMatch& left) {
  const Vec3 apart = left.centre - right.centre;
  return right.side == HipSide::Right && left.side == HipSide::Left && apart[0] > 110 && apart[0] < 250 &&
         std::abs(apart[1]) < 35 && std::abs(apart[2]) < 35;
}

FoundHip toHip(const TemplateMatch& match, const CoarseCt& ct, const HipTemplate& hip) {
  FoundHip found;
  found.side = match.side;
  found.centre = match.centre;
  found.likeness = match.likeness;
  found.sideMargin = match.likeness - hip.bestNear(ct, otherSide(match.side), match.centre, kRefined).likeness;
  return found;
}

struct Pair {
  const TemplateMatch* right = nullptr;
  const TemplateMatch* left = nullptr;
  double likeness = 0;
};

Pair bestPair(const std::vector<TemplateMatch>& matches) {
  Pair best;
  for (const TemplateMatch& right : matches)
    for (const TemplateMatch& left : matches) {
      const double sum = right.likeness + left.likeness;
      if (sum > best.likeness && lieAsHips(right, left)) best = {&right, &left, sum};
    }
  return best;
}

double metalNear(const Volume& ct, const Vec3& centre) {
  const Vec3& s = ct.geometry.spacing;
  std::int64_t voxels = 0;
  std::size_t i = 0;
  for (std::int64_t z = 0; z < ct.geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < ct.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < ct.geometry.size[0]; ++x, ++i) {
        if (!(ct.voxels[i] > kMetalAboveHu)) continue;
        const Vec3 index{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        if (length(ct.geometry.indexToPatient(index) - centre) < kMetalReach) ++voxels;
      }
  return static_cast<double>(voxels) * s[0] * s[1] * s[2] / 1000;
}

/// Metal hides the joint: a hip with it is looked for where the other one's mirror image is.
void placeOpposite(FoundHips& hips, const CoarseCt& ct, const HipTemplate& hip) {
  const bool leftHidden = hips.left->metalCm3 > kHidingMetal && hips.right->metalCm3 <= kHidingMetal;
  const bool rightHidden = hips.right->metalCm3 > kHidingMetal && hips.left->metalCm3 <= kHidingMetal;
  if (!leftHidden && !rightHidden) return;
  const FoundHip& clear = leftHidden ? *hips.right : *hips.left;
  FoundHip& hidden = leftHidden ? *hips.left : *hips.right;
  const Vec3 expected{hidden.centre[0], clear.centre[1], clear.centre[2]};
  const TemplateMatch match = hip.bestNear(ct, hidden.side, expected, kOppositeReach);
  hidden.centre = match.centre;
  hidden.likeness = match.likeness;
  hidden.opposite = true;
}

}  // namespace

const FoundHip* FoundHips::on(HipSide side) const {
  const std::optional<FoundHip>& hip = side == HipSide::Left ? left : right;
  return side != HipSide::Unknown && hip ? &*hip : nullptr;
}

FoundHips findHips(const Volume& ct, const std::stop_token& stop) {
  const CoarseCt coarse = coarseCt(ct, stop);
  const HipTemplate hip;
  const std::vector<TemplateMatch> matches = matchesIn(coarse, hip, stop);
  FoundHips hips;
  if (const Pair pair = bestPair(matches); pair.right != nullptr) {
    hips.right = toHip(*pair.right, coarse, hip);
    hips.left = toHip(*pair.left, coarse, hip);
  } else if (!matches.empty() && matches.front().likeness >= kAlone) {
    const FoundHip found = toHip(matches.front(), coarse, hip);
    if (found.sideMargin >= kClearSide) (found.side == HipSide::Left ? hips.left : hips.right) = found;
  }
  for (auto* each : {&hips.left, &hips.right})
    if (*each) (*each)->metalCm3 = metalNear(ct, (*each)->centre);
  if (hips.left && hips.right) placeOpposite(hips, coarse, hip);
  return hips;
}

}  // namespace hipwright
