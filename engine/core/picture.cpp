#include "engine/core/picture.h"

#include <algorithm>
#include <compare>

namespace hipwright {
namespace {

/// How much of an implant a plane shows; more rows, that is more of its height, count before more voxels.
struct Shown {
  std::int64_t rows = 0;
  std::int64_t voxels = 0;
  auto operator<=>(const Shown&) const = default;
};

}  // namespace

CoronalCut coronalCut(const Geometry& geometry) {
  const AxisCodes codes = nearestAxes(geometry);
  CoronalCut cut;
  for (int a = 0; a < 3; ++a) {
    if (codes.patientAxis[a] == 0) cut.columnAxis = a;
    if (codes.patientAxis[a] == 1) cut.depthAxis = a;
    if (codes.patientAxis[a] == 2) cut.rowAxis = a;
  }
  cut.flipColumns = !codes.increasing[cut.columnAxis];  // columns grow towards the patient's left
  cut.flipRows = codes.increasing[cut.rowAxis];         // rows grow towards the feet
  return cut;
}

std::vector<float> coronalPlane(const Volume& volume, const CoronalCut& cut, std::int64_t plane) {
  const Index3& n = volume.geometry.size;
  Index3 index{};
  index[cut.depthAxis] = std::clamp<std::int64_t>(plane, 0, n[cut.depthAxis] - 1);
  std::vector<float> out;
  out.reserve(static_cast<std::size_t>(n[cut.columnAxis] * n[cut.rowAxis]));
  for (std::int64_t r = 0; r < n[cut.rowAxis]; ++r)
    for (std::int64_t c = 0; c < n[cut.columnAxis]; ++c) {
      index[cut.rowAxis] = cut.flipRows ? n[cut.rowAxis] - 1 - r : r;
      index[cut.columnAxis] = cut.flipColumns ? n[cut.columnAxis] - 1 - c : c;
      out.push_back(volume.at(index[0], index[1], index[2]));
    }
  return out;
}

CoronalPicture coronalPicture(const Volume& ct, const Volume* sdf, std::int64_t plane) {
  const CoronalCut cut = coronalCut(ct.geometry);
  CoronalPicture picture;
  picture.columns = static_cast<int>(ct.geometry.size[cut.columnAxis]);
  picture.rows = static_cast<int>(ct.geometry.size[cut.rowAxis]);
  picture.columnMm = ct.geometry.spacing[cut.columnAxis];
  picture.rowMm = ct.geometry.spacing[cut.rowAxis];
  picture.plane = std::clamp<std::int64_t>(plane, 0, ct.geometry.size[cut.depthAxis] - 1);
  picture.hu = coronalPlane(ct, cut, plane);
  if (sdf != nullptr) picture.sdf = coronalPlane(*sdf, cut, plane);
  return picture;
}

std::int64_t planeShowingImplant(const Volume& sdf) {
  const CoronalCut cut = coronalCut(sdf.geometry);
  const Index3& n = sdf.geometry.size;
  std::vector<Shown> shown(static_cast<std::size_t>(n[cut.depthAxis]));
  Index3 i{};
  std::int64_t& depth = i[cut.depthAxis];
  for (depth = 0; depth < n[cut.depthAxis]; ++depth)
    for (i[cut.rowAxis] = 0; i[cut.rowAxis] < n[cut.rowAxis]; ++i[cut.rowAxis]) {
      std::int64_t inRow = 0;
      for (i[cut.columnAxis] = 0; i[cut.columnAxis] < n[cut.columnAxis]; ++i[cut.columnAxis])
        inRow += sdf.at(i[0], i[1], i[2]) > 0 ? 1 : 0;
      Shown& plane = shown[static_cast<std::size_t>(depth)];
      plane.rows += inRow > 0 ? 1 : 0;
      plane.voxels += inRow;
    }
  const auto most = std::max_element(shown.begin(), shown.end());
  const std::int64_t middle = n[cut.depthAxis] / 2;
  return 3 * shown[static_cast<std::size_t>(middle)].rows >= 2 * most->rows ? middle : most - shown.begin();
}

}  // namespace hipwright
