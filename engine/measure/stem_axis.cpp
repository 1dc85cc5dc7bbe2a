#include "engine/measure/stem_axis.h"

#include "engine/measure/extent.h"
#include "engine/measure/inside_share.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hipwright {
namespace {

constexpr double kFromTip = 4;  // mm: leaves out the rounded end
constexpr double kToTip = 30;   // mm: leaves out shoulder and neck of every stem longer than 40 mm
constexpr double kBeside = 20;  // mm around the line that may belong to the stem
constexpr double kAroundTip = 25;
constexpr double kAroundCup = 4;    // mm beyond the cup's sphere and rim that go with it
constexpr double kLeastReach = 70;  // mm from the centre of rotation to a stem's tip: neck and shoulder end sooner
constexpr double kLeastMiss = 15;   // mm by which a stem's axis misses the centre; a neck's goes through it
constexpr double kLargestResidual = 2.5;  // mm
constexpr int kRounds = 5;

/// A piece of the stem: how much of a voxel, and where.
struct Piece {
  Vec3 position{};
  double share = 0;
};

/// Inside the shell or the gap under it: what must go so that only the stem is left.
bool belongsToCup(const Vec3& p, const Joint& joint, const CupOpening& cup) {
  const Vec3 way = p - joint.cupOuter->centre;
  const double inner = joint.cupInnerRadiusMm > 0 ? joint.cupInnerRadiusMm : 0.8 * joint.cupOuter->radiusMm;
  const double gap = (joint.head.radiusMm + inner) / 2;
  const double r = length(way);
  return r > gap && r < joint.cupOuter->radiusMm + kAroundCup && dot(way, cup.axis) < kAroundCup;
}

Vec3 positionOf(const Volume& field, std::size_t voxel) {
  const auto i = static_cast<std::int64_t>(voxel);
  const Index3& n = field.geometry.size;
  return field.geometry.indexToPatient(
      {static_cast<double>(i % n[0]), static_cast<double>(i / n[0] % n[1]), static_cast<double>(i / n[0] / n[1])});
}

/// The largest piece of what is left of the field without the cup; outside it, the field keeps its values below zero.
Volume stemField(const Volume& field, const Joint& joint, const Measured<CupOpening>& cup) {
  Volume stem = field;
  if (cup)
    for (std::size_t i = 0; i < stem.voxels.size(); ++i)
      if (stem.voxels[i] > -0.5F && belongsToCup(positionOf(field, i), joint, *cup)) stem.voxels[i] = -1;
  const Components pieces = findComponents(stem);
  for (std::size_t i = 0; i < stem.voxels.size(); ++i)
    if (pieces.labels[i] > 1) stem.voxels[i] = -1;
  return stem;
}

/// Voxels with the share of each that lies inside, so that the border counts as finely as the field knows it.
std::vector<Piece> piecesOf(const Volume& stem) {
  const std::vector<float> shares = insideShares(stem);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (shares[i] > 0) pieces.push_back({positionOf(stem, i), shares[i]});
  return pieces;
}

Vec3 farthest(const std::vector<Piece>& pieces, const Vec3& from) {
  const auto far = std::max_element(pieces.begin(), pieces.end(), [&](const Piece& a, const Piece& b) {
    const auto key = [&](const Piece& p) { return p.share < 0.5 ? -1.0 : length(p.position - from); };
    return key(a) < key(b);
  });
  return far->position;
}

/// Centres of the cross-sections at right angles to a line; a voxel counts for the two sections beside it.
std::vector<WeightedPoint> sections(const std::vector<Piece>& pieces, const Vec3& tip, const LineFit& line,
                                    double step) {
  const auto count = static_cast<std::size_t>((kToTip - kFromTip) / step) + 1;
  std::vector<WeightedPoint> sums(count, {{}, 0});
  for (const Piece& p : pieces) {
    const double along = (dot(p.position - tip, line.direction) - kFromTip) / step;
    if (along <= -1 || along >= static_cast<double>(count)) continue;
    const Vec3 way = p.position - line.point;
    if (dot(way, way) - std::pow(dot(way, line.direction), 2) > kBeside * kBeside) continue;
    const double below = std::floor(along);
    for (const double section : {below, below + 1}) {
      if (section < 0 || section >= static_cast<double>(count)) continue;
      const double weight = p.share * (1 - std::abs(along - section));
      WeightedPoint& sum = sums[static_cast<std::size_t>(section)];
      sum.position = sum.position + weight * p.position;
      sum.weight += weight;
    }
  }
  std::vector<WeightedPoint> centres;
  for (const WeightedPoint& sum : sums)
    if (sum.weight > 2) centres.push_back({(1 / sum.weight) * sum.position, 1});
  return centres;
}

double distanceToLine(const Vec3& p, const LineFit& line) {
  const Vec3 way = p - line.point;
  return length(way - dot(way, line.direction) * line.direction);
}

/// From the tip to the middle of what is near it.
LineFit firstLine(const std::vector<Piece>& pieces, const Vec3& tip) {
  Vec3 sum{};
  double weight = 0;
  for (const Piece& p : pieces)
    if (length(p.position - tip) < kAroundTip) {
      sum = sum + p.share * p.position;
      weight += p.share;
    }
  const Vec3 way = (1 / weight) * sum - tip;
  return {tip, (1 / length(way)) * way, 0};
}

/// The end of the stem on a line: half a voxel's share marks the surface.
Vec3 tipOn(const std::vector<Piece>& pieces, const LineFit& line) {
  double lowest = std::numeric_limits<double>::max();
  for (const Piece& p : pieces) {
    const Vec3 way = p.position - line.point;
    const double along = dot(way, line.direction);
    if (p.share >= 0.5 && dot(way, way) - along * along < kBeside * kBeside / 4) lowest = std::min(lowest, along);
  }
  return line.point + lowest * line.direction;
}

}  // namespace

Measured<StemAxis> measureStem(const Volume& field, const Joint& joint, const Measured<CupOpening>& cup) {
  using Result = Measured<StemAxis>;
  const std::vector<Piece> pieces = piecesOf(stemField(field, joint, cup));
  if (pieces.empty()) return Result::notMeasurable("no stem was found");
  const Vec3 end = farthest(pieces, joint.head.centre);
  if (length(end - joint.head.centre) < kLeastReach) return Result::notMeasurable("the stem is too short");
  const Vec3& s = field.geometry.spacing;
  const double step = std::max({s[0], s[1], s[2]});
  LineFit line = firstLine(pieces, end);
  Vec3 tip = end;
  for (int round = 0; round < kRounds; ++round) {
    const auto centres = sections(pieces, tip, line, step);
    const auto fit = fitLine(centres);
    if (!fit || static_cast<double>(centres.size()) * step < 0.7 * (kToTip - kFromTip))
      return Result::notMeasurable("the stem is in pieces");
    const Vec3 direction = dot(fit->direction, line.direction) < 0 ? -1 * fit->direction : fit->direction;
    line = {fit->point, direction, fit->residualMm};
    tip = tipOn(pieces, line);
  }
  if (line.residualMm > kLargestResidual) return Result::notMeasurable("the stem is crooked");
  if (distanceToLine(joint.head.centre, line) < kLeastMiss)
    return Result::notMeasurable("what is there is the neck, not a stem");
  return StemAxis{line.direction, tip, line.residualMm};
}

}  // namespace hipwright
