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
constexpr double kApart = 35;         // mm, within which there is one joint at most
constexpr double kLeastAlike = 0.40;  // likeness of each of two that lie as hips do
constexpr double kAlike = 0.42;       // without a partner, where a joint is clear
constexpr double kSurelyAlike =
    0.45;                            // a CT whose header turns front to back comes to 0.44, the same one right to 0.50
constexpr double kVeryAlike = 0.55;  // without a partner, where the CT shows half of the joint
constexpr double kOpenSide = 0.03;   // sideMargin below which the side of one alone stays open
constexpr double kClearSide = 0.06;
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
      if (match.likeness >= kLeastAlike) found.push_back(match);
    }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
  return found;
}

struct Candidate : TemplateMatch {
  JointEvidence joint;
};

/// What is alike and shows a joint, most alike first. Of places side by side only the most alike counts: where a CT
/// ends in the joint, one beside it sees more of the CT and less of the hip.
std::vector<Candidate> candidatesIn(const CoarseCt& ct, const HipTemplate& hip, const std::stop_token& stop) {
  std::vector<TemplateMatch> apart;
  for (const TemplateMatch& match : matchesIn(ct, hip, stop))
    if (std::none_of(apart.begin(), apart.end(), [&](const TemplateMatch& better) {
          return better.side == match.side && length(better.centre - match.centre) < kApart;
        }))
      apart.push_back(match);
  std::vector<Candidate> found;
  for (const TemplateMatch& match : apart)
    if (const JointEvidence joint = jointEvidence(ct, match.centre, match.side); isCredible(joint))
      found.push_back({match, joint});
  return found;
}

/// Two joints lie at the same height and depth, and a pelvis' width apart.
bool lieAsHips(const TemplateMatch& right, const TemplateMatch& left) {
  const Vec3 apart = left.centre - right.centre;
  return right.side == HipSide::Right && left.side == HipSide::Left && apart[0] > 110 && apart[0] < 250 &&
         std::abs(apart[1]) < 35 && std::abs(apart[2]) < 35;
}

FoundHip toHip(const Candidate& match, const CoarseCt& ct, const HipTemplate& hip) {
  FoundHip found;
  found.side = match.side;
  found.centre = match.centre;
  found.likeness = match.likeness;
  found.joint = match.joint;
  found.sideMargin = match.likeness - hip.bestNear(ct, otherSide(match.side), match.centre, kRefined).likeness;
  return found;
}

struct Pair {
  const Candidate* right = nullptr;
  const Candidate* left = nullptr;
  double likeness = 0;
};

Pair bestPair(const std::vector<Candidate>& candidates) {
  Pair best;
  for (const Candidate& right : candidates)
    for (const Candidate& left : candidates) {
      const double sum = right.likeness + left.likeness;
      if (sum > best.likeness && lieAsHips(right, left)) best = {&right, &left, sum};
    }
  return best;
}

/// One hip without a partner: the most alike that is enough of one, if its side is open to no doubt.
std::optional<FoundHip> hipAlone(const std::vector<Candidate>& candidates, const CoarseCt& ct, const HipTemplate& hip) {
  for (const Candidate& each : candidates) {
    if (each.likeness < (isClear(each.joint) ? kAlike : kVeryAlike)) continue;
    const FoundHip found = toHip(each, ct, hip);
    return found.sideMargin >= kOpenSide ? std::optional(found) : std::nullopt;
  }
  return std::nullopt;
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
  const JointEvidence joint = jointEvidence(ct, match.centre, hidden.side);
  if (!isCredible(joint)) return;  // the patient lies askew
  const double metal = hidden.metalCm3;
  hidden = toHip({match, joint}, ct, hip);
  hidden.metalCm3 = metal;
  hidden.opposite = true;
}

}  // namespace

const FoundHip* FoundHips::on(HipSide side) const {
  const std::optional<FoundHip>& hip = side == HipSide::Left ? left : right;
  return side != HipSide::Unknown && hip ? &*hip : nullptr;
}

bool isCertain(const FoundHip& hip) { return hip.likeness >= kSurelyAlike && isClear(hip.joint); }

bool isSideCertain(const FoundHip& hip) { return hip.sideMargin >= kClearSide; }

FoundHips findHips(const Volume& ct, const std::stop_token& stop) {
  const CoarseCt coarse = coarseCt(ct, stop);
  const HipTemplate hip;
  const std::vector<Candidate> candidates = candidatesIn(coarse, hip, stop);
  FoundHips hips;
  if (const Pair pair = bestPair(candidates); pair.right != nullptr) {
    hips.right = toHip(*pair.right, coarse, hip);
    hips.left = toHip(*pair.left, coarse, hip);
    if (!isSideCertain(*hips.right) && !isSideCertain(*hips.left)) hips = {};
  }
  if (!hips.right)
    if (const std::optional<FoundHip> alone = hipAlone(candidates, coarse, hip))
      (alone->side == HipSide::Left ? hips.left : hips.right) = alone;
  for (auto* each : {&hips.left, &hips.right})
    if (*each) (*each)->metalCm3 = metalNear(ct, (*each)->centre);
  if (hips.left && hips.right) placeOpposite(hips, coarse, hip);
  return hips;
}

}  // namespace hipwright
