#include "engine/measure/canal_fill.h"

#include "engine/measure/tissue_shares.h"

#include <cmath>
#include <optional>
#include <vector>

namespace hipwright {
namespace {

constexpr double kStep = 0.5;  // mm between samples of a section
constexpr int kReach = 80;     // samples to each side of the axis: 40 mm, wider than a proximal femur
constexpr int kSide = 2 * kReach + 1;
constexpr double kLeastStem = 12;    // mm2: less is no stem
constexpr double kLeastLength = 25;  // mm from the tip to the neck cut

using Result = Measured<CanalFill>;

/// Trilinear, nothing outside the grid.
std::optional<float> sample(const Volume& volume, const Vec3& place) {
  const Vec3 index = volume.geometry.patientToIndex(place);
  const Index3& n = volume.geometry.size;
  Index3 low{};
  Vec3 part{};
  for (std::size_t a = 0; a < 3; ++a) {
    const double floor = std::floor(index[a]);
    low[a] = static_cast<std::int64_t>(floor);
    part[a] = index[a] - floor;
    if (low[a] < 0 || low[a] + 1 >= n[a]) return std::nullopt;
  }
  double sum = 0;
  for (int corner = 0; corner < 8; ++corner) {
    const int x = corner & 1;
    const int y = corner >> 1 & 1;
    const int z = corner >> 2 & 1;
    const double weight =
        (x == 1 ? part[0] : 1 - part[0]) * (y == 1 ? part[1] : 1 - part[1]) * (z == 1 ? part[2] : 1 - part[2]);
    sum += weight * volume.at(low[0] + x, low[1] + y, low[2] + z);
  }
  return static_cast<float>(sum);
}

/// A section at right angles to the stem, as bits in rows.
struct Section {
  std::vector<char> stem = std::vector<char>(kSide * kSide, 0);
  std::vector<char> cortex = std::vector<char>(kSide * kSide, 0);
  std::vector<char> unknown = std::vector<char>(kSide * kSide, 0);
};

Vec3 anyAcross(const Vec3& axis) {
  const Vec3 other = std::abs(axis[0]) < 0.7 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
  const Vec3 across = cross(axis, other);
  return (1 / length(across)) * across;
}

Section sectionAt(const Volume& field, const Volume& ct, const Vec3& place, const Vec3& axis) {
  const Vec3 u = anyAcross(axis);
  const Vec3 v = cross(axis, u);
  Section section;
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column) {
      const Vec3 p = place + (kStep * (column - kReach)) * u + (kStep * (row - kReach)) * v;
      const auto at = static_cast<std::size_t>(row * kSide + column);
      const std::optional<float> hu = sample(ct, p);
      section.unknown[at] = hu ? 0 : 1;
      section.cortex[at] = hu && *hu >= kCortexHu ? 1 : 0;
      section.stem[at] = sample(field, p).value_or(-1) > 0 ? 1 : 0;
    }
  return section;
}

/// Samples that hang together with the middle through `open`; nothing if they reach the rim.
std::optional<std::vector<char>> enclosed(const std::vector<char>& open, std::vector<std::size_t> front) {
  std::vector<char> reached(open.size(), 0);
  for (const std::size_t at : front) reached[at] = 1;
  while (!front.empty()) {
    const std::size_t at = front.back();
    front.pop_back();
    const auto row = static_cast<int>(at) / kSide;
    const auto column = static_cast<int>(at) % kSide;
    if (row == 0 || column == 0 || row == kSide - 1 || column == kSide - 1) return std::nullopt;
    for (const std::size_t next : {at - 1, at + 1, at - kSide, at + kSide})
      if (open[next] != 0 && reached[next] == 0) {
        reached[next] = 1;
        front.push_back(next);
      }
  }
  return reached;
}

/// The piece of the stem's section that holds the axis, or is nearest to it.
std::vector<char> stemPiece(const std::vector<char>& stem) {
  std::size_t best = stem.size();
  int nearest = 2 * kReach * kReach;
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column) {
      const int squared = (row - kReach) * (row - kReach) + (column - kReach) * (column - kReach);
      const auto at = static_cast<std::size_t>(row * kSide + column);
      if (stem[at] != 0 && squared < nearest) {
        nearest = squared;
        best = at;
      }
    }
  if (best == stem.size()) return {};
  return enclosed(stem, {best}).value_or(std::vector<char>());
}

double area(const std::vector<char>& bits) {
  double count = 0;
  for (const char bit : bits) count += bit;
  return count * kStep * kStep;
}

Result fillOf(const Section& section, const Vec3& place) {
  const std::vector<char> stem = stemPiece(section.stem);
  if (area(stem) < kLeastStem) return Result::notMeasurable("there is no stem at this level");
  std::vector<char> open(stem.size());
  std::vector<std::size_t> front;
  double inCortex = 0;
  for (std::size_t i = 0; i < open.size(); ++i) {
    open[i] = section.cortex[i] == 0 ? 1 : 0;
    if (stem[i] == 0) continue;
    if (open[i] != 0) front.push_back(i);
    inCortex += section.cortex[i];
  }
  if (front.empty()) return Result::notMeasurable("the stem lies in the cortex at this level");
  const auto canal = enclosed(open, std::move(front));
  if (!canal) return Result::notMeasurable("no closed cortex surrounds the stem at this level");
  std::vector<char> both(stem.size());
  for (std::size_t i = 0; i < both.size(); ++i) {
    if ((*canal)[i] != 0 && section.unknown[i] != 0) return Result::notMeasurable("the CT ends at this level");
    both[i] = (*canal)[i] != 0 && stem[i] != 0 ? 1 : 0;
  }
  return CanalFill{area(both) / area(*canal), area(*canal), inCortex * kStep * kStep / area(stem), place};
}

}  // namespace

std::array<Measured<CanalFill>, 3> canalFill(const Volume& field, const Volume& ct, const StemAxis& stem,
                                             const Vec3& headCentre) {
  const Vec3 toHead = headCentre - stem.tip;
  const double along = dot(toHead, stem.axis);
  const double offset = length(toHead - along * stem.axis);
  const double cut = along - offset;  // a neck of 135 degrees rises as much as it reaches out
  std::array<Measured<CanalFill>, 3> fills;
  for (std::size_t i = 0; i < fills.size(); ++i) {
    if (cut < kLeastLength) {
      fills[i] = Result::notMeasurable("the stem is too short below the neck cut");
      continue;
    }
    const Vec3 place = stem.tip + (kCanalLevels[i] * cut) * stem.axis;
    fills[i] = fillOf(sectionAt(field, ct, place, stem.axis), place);
  }
  return fills;
}

}  // namespace hipwright
