#include "ui/session/thin_field.h"

namespace hipwright {

VolumePtr thinField(const CoronalPicture& picture, const Geometry& geometry) {
  const CoronalCut cut = coronalCut(geometry);
  if (picture.sdf.empty() || picture.columns != geometry.size[cut.columnAxis] ||
      picture.rows != geometry.size[cut.rowAxis])
    return nullptr;
  auto thin = std::make_shared<Volume>(Volume{geometry, std::vector<float>(picture.sdf.size())});
  Vec3 corner{0, 0, 0};
  corner[cut.depthAxis] = static_cast<double>(picture.plane);
  thin->geometry.origin = geometry.indexToPatient(corner);
  thin->geometry.size[cut.depthAxis] = 1;
  for (int row = 0; row < picture.rows; ++row)
    for (int column = 0; column < picture.columns; ++column) {
      Index3 at{0, 0, 0};
      at[cut.columnAxis] = cut.flipColumns ? picture.columns - 1 - column : column;
      at[cut.rowAxis] = cut.flipRows ? picture.rows - 1 - row : row;
      thin->at(at[0], at[1], at[2]) = picture.sdf[static_cast<std::size_t>(row) * picture.columns + column];
    }
  return thin;
}

Vec3 implantCentreIn(const CoronalPicture& picture, const Geometry& geometry, const Vec3& point) {
  const CoronalCut cut = coronalCut(geometry);
  Vec3 index = geometry.patientToIndex(point);
  index[cut.depthAxis] = static_cast<double>(picture.plane);
  double columns = 0;
  double rows = 0;
  double count = 0;
  for (std::size_t i = 0; i < picture.sdf.size(); ++i) {
    if (picture.sdf[i] <= 0) continue;
    columns += static_cast<double>(i % static_cast<std::size_t>(picture.columns));
    rows += static_cast<double>(i / static_cast<std::size_t>(picture.columns));
    ++count;
  }
  if (count > 0) {
    index[cut.columnAxis] = cut.flipColumns ? picture.columns - 1 - columns / count : columns / count;
    index[cut.rowAxis] = cut.flipRows ? picture.rows - 1 - rows / count : rows / count;
  }
  return geometry.indexToPatient(index);
}

}  // namespace hipwright
