// Writing the files of an export, apart from the dialog that asks for them.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/mesh_file.h"
#include "engine/run/mesh_space.h"
#include "ui/session/stage_files.h"
#include "ui/window/export_dialog.h"

namespace hipwright {
namespace fs = std::filesystem;
namespace {

fs::path beside(const fs::path& surface, const char* ending) {
  fs::path path = surface;
  path.replace_extension();
  return path.concat(ending);
}

void copyTo(const fs::path& from, const fs::path& to) { fs::copy_file(from, to, fs::copy_options::overwrite_existing); }

void writeChecked(const fs::path& path, const Mesh& mesh, MeshSpace space) {
  writeStl(path, mesh, space);
  const Mesh read = readStl(path);
  if (read.triangles.size() != mesh.triangles.size())
    throw Error(ErrorCode::FileDamaged,
                {{"path", platform::toUtf8(path)}, {"reason", "it differs from what was written"}});
}

}  // namespace

std::vector<fs::path> exportRun(const PastRun& run, const OpenedCase& opened, const ExportPlan& plan,
                                const std::stop_token& stop) {
  const Geometry& geometry = opened.file.ct->geometry;
  fs::create_directories(plan.surface.parent_path());
  std::vector<fs::path> files = {plan.surface};
  writeChecked(plan.surface, toSpace(*readFinalMesh(run, geometry), geometry, plan.space), plan.space);
  throwIfStopped(stop);
  const auto copy = [&](bool wanted, const fs::path& from, const char* ending) {
    if (!wanted) return;
    files.push_back(beside(plan.surface, ending));
    copyTo(from, files.back());
    throwIfStopped(stop);
  };
  copy(plan.fused, run.folder.fused(), "_fused.nii.gz");
  copy(plan.field, run.folder.metal(), "_sdf.nii.gz");
  copy(plan.pictures, run.folder.strip(), "_stages.png");
  if (plan.bone) {
    files.push_back(beside(plan.surface, "_bone.stl"));
    const auto bone = displaySurface(*opened.file.ct, plan.boneHu, stop);
    writeChecked(files.back(), toSpace(*bone, geometry, plan.space), plan.space);
  }
  return files;
}

}  // namespace hipwright
