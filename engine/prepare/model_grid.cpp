#include "engine/prepare/model_grid.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace hipwright {
namespace {

constexpr double kSpacingTolerance = 0.005;
constexpr double kDirectionTolerance = 0.5 * std::numbers::pi / 180;
constexpr double kMostVoxels = 4096;  // per axis
constexpr double kTrainedSizeMm = 4;  // a case this near to the trained size is taken to be that size

/// Where each index axis runs: a patient axis and whether towards L, P or S.
AxisCodes axesOf(const std::string& letters) {
  AxisCodes codes;
  for (int a = 0; a < 3; ++a) {
    const auto towards = std::string_view("LPS").find(letters[static_cast<std::size_t>(a)]);
    const auto away = std::string_view("RAI").find(letters[static_cast<std::size_t>(a)]);
    codes.increasing[a] = towards != std::string_view::npos;
    codes.patientAxis[a] = static_cast<int>(codes.increasing[a] ? towards : away);
  }
  return codes;
}

Mat3 directionOf(const AxisCodes& codes) {
  Mat3 direction{};
  for (int a = 0; a < 3; ++a) direction[codes.patientAxis[a]][a] = codes.increasing[a] ? 1 : -1;
  return direction;
}

void mirror(AxisCodes& codes) {
  for (int a = 0; a < 3; ++a)
    if (codes.patientAxis[a] == 0) codes.increasing[a] = !codes.increasing[a];
}

/// The same voxels with their index axes in the order and sense of `codes`.
Geometry turned(const Geometry& ct, const AxisCodes& codes) {
  const AxisCodes own = nearestAxes(ct);
  Geometry out = ct;
  Vec3 first{};
  for (int a = 0; a < 3; ++a) {
    const auto found = std::find(own.patientAxis.begin(), own.patientAxis.end(), codes.patientAxis[a]);
    const auto from = static_cast<int>(found - own.patientAxis.begin());
    const bool flipped = own.increasing[from] != codes.increasing[a];
    out.size[a] = ct.size[from];
    out.spacing[a] = ct.spacing[from];
    for (int row = 0; row < 3; ++row)
      out.direction[row][a] = flipped ? -ct.direction[row][from] : ct.direction[row][from];
    if (flipped) first[from] = static_cast<double>(ct.size[from] - 1);
  }
  if (first != Vec3{}) out.origin = ct.indexToPatient(first);
  return out;
}

bool fits(const Geometry& turnedCt, const InputProfile& input, const Mat3& direction) {
  for (int a = 0; a < 3; ++a) {
    if (!(std::abs(turnedCt.spacing[a] / input.spacingMm[a] - 1) <= kSpacingTolerance)) return false;
    double along = 0;
    for (int row = 0; row < 3; ++row) along += turnedCt.direction[row][a] * direction[row][a];
    if (!(along >= std::cos(kDirectionTolerance))) return false;
  }
  return true;
}

std::int64_t voxelsAlong(double extent, double spacing) {
  const double count = std::round(extent / spacing);
  if (!(count <= kMostVoxels))
    throw Error(ErrorCode::BadRequest, {{"problems", "the region is larger than 4096 voxels of the model"}});
  return std::max<std::int64_t>(static_cast<std::int64_t>(count), 1);
}

/// The extent of a patient box along the index axes of a grid.
Vec3 extentAlong(const Geometry& grid, const Vec3& patient) {
  const AxisCodes codes = nearestAxes(grid);
  return {patient[codes.patientAxis[0]], patient[codes.patientAxis[1]], patient[codes.patientAxis[2]]};
}

/// Voxels of the same lattice that come nearest to the box.
Geometry cropped(Geometry grid, const Box& box) {
  const Vec3 extent = extentAlong(grid, box.size());
  const Vec3 middle = grid.patientToIndex(box.centre());
  Vec3 first{};
  for (int a = 0; a < 3; ++a) {
    grid.size[a] = voxelsAlong(extent[a], grid.spacing[a]);
    first[a] = std::round(middle[a] - static_cast<double>(grid.size[a] - 1) / 2);
  }
  grid.origin = grid.indexToPatient(first);
  return grid;
}

/// A whole case about as large as what the model was trained on gets exactly that size: a voxel more would pad it to
/// the next multiple.
Box trainedSize(const Box& box, const InputProfile& input) {
  if (!input.fieldOfView) return box;
  const Vec3& size = input.fieldOfView->sizeMm;
  for (int a = 0; a < 3; ++a)
    if (!(std::abs(box.size()[a] - size[a]) <= kTrainedSizeMm)) return box;
  return {box.centre() - 0.5 * size, box.centre() + 0.5 * size};
}

Geometry fresh(const Box& box, const InputProfile& input, const Mat3& direction) {
  Geometry grid{{1, 1, 1}, input.spacingMm, {0, 0, 0}, direction};
  const Vec3 extent = extentAlong(grid, box.size());
  Vec3 half{};
  for (int a = 0; a < 3; ++a) {
    grid.size[a] = voxelsAlong(extent[a], grid.spacing[a]);
    half[a] = static_cast<double>(grid.size[a] - 1) / 2;
  }
  grid.origin = box.centre() - grid.indexToPatient(half);
  return grid;
}

void checkRegion(const std::optional<Box>& region) {
  if (!region) return;
  for (const double extent : region->size())
    if (!(extent > 0) || !std::isfinite(extent))
      throw Error(ErrorCode::BadRequest, {{"problems",
                                           "the region has no extent: each upper corner must be above the "
                                           "lower one"}});
}

}  // namespace

ModelGrid modelGrid(const Geometry& ct, const InputProfile& input, const GridWish& wish) {
  checkRegion(wish.region);
  const bool own = wish.choice == GridChoice::AsIs || input.orientation == "as-is";
  AxisCodes codes = own ? nearestAxes(ct) : axesOf(input.orientation);
  if (wish.mirrored) mirror(codes);
  const Geometry lattice = turned(ct, codes);
  ModelGrid out;
  if (own || fits(lattice, input, directionOf(codes))) {
    out.geometry = wish.region ? cropped(lattice, *wish.region) : lattice;
    out.fit = out.geometry == ct ? GridFit::Own : GridFit::Moved;
  } else {
    out.geometry = fresh(wish.region ? *wish.region : trainedSize(boundingBox(ct), input), input, directionOf(codes));
    out.fit = GridFit::Resampled;
  }
  return out;
}

}  // namespace hipwright
