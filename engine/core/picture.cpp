#include "engine/core/picture.h"

#include <algorithm>

namespace hipwright {

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
  std::vector<std::int64_t> inside(static_cast<std::size_t>(n[cut.depthAxis]), 0);
  Index3 i{};
  for (i[2] = 0; i[2] < n[2]; ++i[2])
    for (i[1] = 0; i[1] < n[1]; ++i[1])
      for (i[0] = 0; i[0] < n[0]; ++i[0])
        if (sdf.at(i[0], i[1], i[2]) > 0) ++inside[static_cast<std::size_t>(i[cut.depthAxis])];
  const auto most = std::max_element(inside.begin(), inside.end());
  const std::int64_t middle = n[cut.depthAxis] / 2;
  return 2 * inside[static_cast<std::size_t>(middle)] >= *most ? middle : most - inside.begin();
}

}  // namespace hipwright
