#include "engine/phantom/phantom_grid.h"

#include "engine/core/error.h"

#include <cmath>
#include <string>

namespace hipwright {
namespace {

constexpr Index3 kStandardSize = {96, 80, 144};
constexpr double kMedial = 34;  // mm from the hip centre to the border
constexpr double kAbove = 35;
constexpr double kBehind = 6;         // mm by which the middle lies behind the hip centre: stems lean back
constexpr double kMostVoxels = 2048;  // per axis

[[noreturn]] void reject(const std::string& problem) { throw Error(ErrorCode::BadRequest, {{"problems", problem}}); }

/// Column `axis` of the direction matrix: the patient axis and the sign of a letter.
void orient(Mat3& direction, std::size_t axis, char letter) {
  static constexpr std::string_view kGrowing = "LPS";
  static constexpr std::string_view kFalling = "RAI";
  const auto up = kGrowing.find(letter);
  const auto down = kFalling.find(letter);
  if (up == std::string_view::npos && down == std::string_view::npos)
    reject(std::string("orientation is three of the letters L R A P S I, such as LPS; \"") + letter + "\" is none");
  direction[up != std::string_view::npos ? up : down][axis] = up != std::string_view::npos ? 1 : -1;
}

Mat3 directionOf(std::string_view letters) {
  if (letters.size() != 3) reject("orientation must be three letters, such as LPS or RAS");
  Mat3 direction{};
  for (std::size_t axis = 0; axis < 3; ++axis) orient(direction, axis, letters[axis]);
  if (std::abs(determinant(direction)) < 0.5) reject("orientation must name each axis of the body once");
  return direction;
}

std::int64_t voxelsAlong(double extent, double spacing) {
  if (!(spacing > 0) || !(extent > 0)) reject("spacing and size must be positive");
  const double count = std::round(extent / spacing);
  if (!(count >= 1 && count <= kMostVoxels)) reject("spacing and size must give 1 to 2048 voxels along each axis");
  return static_cast<std::int64_t>(count);
}

/// LPS mm of the middle of the box.
Vec3 middle(Side side, const Vec3& extent) {
  const double lateral = extent[0] / 2 - kMedial;
  return {side == Side::Right ? -lateral : lateral, kBehind, kAbove - extent[2] / 2};
}

}  // namespace

Geometry phantomGrid(Side side, const GridRequest& request) {
  Geometry grid;
  grid.direction = directionOf(request.orientation);
  grid.spacing = request.spacing;
  Vec3 half{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    double extent = 0;
    for (std::size_t k = 0; k < 3; ++k) extent += std::abs(grid.direction[k][axis]) * request.extent[k];
    grid.size[axis] = voxelsAlong(extent, request.spacing[axis]);
    half[axis] = static_cast<double>(grid.size[axis] - 1) / 2;
  }
  grid.origin = middle(side, request.extent) - grid.indexToPatient(half);
  return grid;
}

Geometry standardGrid(const PhantomParameters& p) {
  GridRequest request;
  request.spacing = {p.spacing, p.spacing, p.spacing};
  for (std::size_t axis = 0; axis < 3; ++axis)
    request.extent[axis] = p.spacing * static_cast<double>(kStandardSize[axis]);
  return phantomGrid(p.side, request);
}

}  // namespace hipwright
