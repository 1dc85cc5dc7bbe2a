#include "ui/session/stage_files.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/io/filmstrip.h"
#include "engine/io/mesh_file.h"
#include "engine/surface/isosurface.h"
#include "engine/surface/unfuse.h"
#include "ui/text/wording.h"

#include <cmath>
#include <utility>

namespace hipwright {
namespace {

constexpr std::int64_t kMostVoxelsAtFullSize = 24'000'000;

Volume everyOther(const Volume& volume, const std::stop_token& stop) {
  Volume thin{volume.geometry, {}};
  for (int axis = 0; axis < 3; ++axis) {
    thin.geometry.size[axis] = (volume.geometry.size[axis] + 1) / 2;
    thin.geometry.spacing[axis] *= 2;
  }
  const Index3& n = thin.geometry.size;
  thin.voxels.reserve(static_cast<std::size_t>(product(n)));
  for (std::int64_t z = 0; z < n[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) thin.voxels.push_back(volume.at(2 * x, 2 * y, 2 * z));
  }
  return thin;
}

Mesh toPatient(Mesh mesh, MeshSpace space, const Geometry& geometry) {
  for (Vec3& vertex : mesh.vertices) {
    if (space == MeshSpace::Ras) vertex = {-vertex[0], -vertex[1], vertex[2]};
    if (space == MeshSpace::Index) vertex = geometry.indexToPatient(vertex);
  }
  // The way to the voxels of a left-handed grid turned the triangles so that they still face outwards there.
  if (space == MeshSpace::Index && determinant(geometry.direction) < 0)
    for (auto& triangle : mesh.triangles) std::swap(triangle[1], triangle[2]);
  return mesh;
}

/// The plane that a preview's field lies in, with that field; null if there is none, or of another case.
std::shared_ptr<CoronalPicture> savedPicture(const std::filesystem::path& path, const Volume& ct) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return nullptr;
  try {
    const VolumePtr field = readCase(path).ct;
    const CoronalCut cut = coronalCut(ct.geometry);
    Index3 size = ct.geometry.size;
    size[cut.depthAxis] = 2;  // the plane stands there twice
    if (field->geometry.size != size) return nullptr;
    const double plane = ct.geometry.patientToIndex(field->geometry.origin)[cut.depthAxis];
    auto picture = std::make_shared<CoronalPicture>(coronalPicture(ct, nullptr, std::llround(plane)));
    picture->sdf = coronalPlane(*field, cut, 0);
    return picture;
  } catch (const Error&) {
    return nullptr;
  }
}

SavedPreview savedImage(const PastRun& run, int step) {
  const Geometry& geometry = run.record.geometry;
  const CoronalCut cut = coronalCut(geometry);
  auto picture = std::make_shared<CoronalPicture>();
  picture->columns = static_cast<int>(geometry.size[cut.columnAxis]);
  picture->rows = static_cast<int>(geometry.size[cut.rowAxis]);
  picture->columnMm = geometry.spacing[cut.columnAxis];
  picture->rowMm = geometry.spacing[cut.rowAxis];
  StripOptions options;
  options.title = "preview";  // they have one, whichever
  const QImage whole(fromPath(run.folder.preview(step)));
  const PixelRect at = firstFrameRect({{*picture, {}}}, options);
  const QRect part(at.x, at.y, at.width, at.height);
  if (!whole.rect().contains(part)) return {};
  return {whole.copy(part), std::move(picture)};
}

}  // namespace

VolumePtr readFinalField(const PastRun& run) { return readCase(run.folder.metal()).ct; }

VolumePtr readSurfaceFieldIfAny(const PastRun& run) {
  const bool own = run.record.plan.grid.fit == GridFit::Own;
  try {
    return readCase(own ? run.folder.metal() : run.folder.surfaceField()).ct;
  } catch (const Error&) {
    return nullptr;
  }
}

std::shared_ptr<const Mesh> readFinalMesh(const PastRun& run, const Geometry& geometry) {
  return std::make_shared<Mesh>(toPatient(readStl(run.folder.surface()), run.record.request.space, geometry));
}

VolumePtr readStageField(const PastRun& run, int step, const Volume& ct) {
  const VolumePtr fused = readCase(run.folder.stage(step)).ct;
  return std::make_shared<Volume>(fieldOfFused(ct, *fused));
}

SavedPreview readPreview(const PastRun& run, int step, const Volume& ct) {
  if (auto picture = savedPicture(run.folder.previewField(step), ct)) return {{}, std::move(picture)};
  return savedImage(run, step);
}

std::shared_ptr<const Mesh> displaySurface(const Volume& volume, double level, const std::stop_token& stop) {
  const auto threshold = static_cast<float>(level);
  if (product(volume.geometry.size) <= kMostVoxelsAtFullSize)
    return std::make_shared<Mesh>(extractSurface(volume, threshold, stop));
  return std::make_shared<Mesh>(extractSurface(everyOther(volume, stop), threshold, stop));
}

}  // namespace hipwright
