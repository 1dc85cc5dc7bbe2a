// Writing the files of an export, apart from the dialog that asks for them.
#include "engine/core/atomic_file.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/print/placing.h"
#include "engine/print/print_json.h"
#include "engine/run/mesh_space.h"
#include "engine/run/output_mark.h"
#include "ui/export/export_plan.h"
#include "ui/session/stage_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr double kBoneSurfaceHu = 200;

fs::path beside(const fs::path& surface, const std::string& ending) {
  fs::path path = surface;
  path.replace_extension();
  return path.concat(ending);
}

bool haveSameBytes(const fs::path& a, const fs::path& b, const std::stop_token& stop) {
  constexpr std::size_t kBlock = 1 << 20;
  std::ifstream first(a, std::ios::binary), second(b, std::ios::binary);
  std::vector<char> one(kBlock), other(kBlock);
  while (first && second) {
    throwIfStopped(stop);
    first.read(one.data(), kBlock);
    second.read(other.data(), kBlock);
    const std::streamsize count = first.gcount();
    if (count != second.gcount() || !std::equal(one.begin(), one.begin() + count, other.begin())) return false;
  }
  return first.eof() && second.eof();
}

void copyChecked(const fs::path& from, const fs::path& to, const std::stop_token& stop) {
  writeAtomically(to, [&](const fs::path& part) {
    std::error_code error;
    fs::copy_file(from, part, error);
    if (error) throw Error(ErrorCode::FileUnwritable, {{"path", platform::toUtf8(to)}, {"reason", error.message()}});
    if (!haveSameBytes(from, part, stop))
      throw Error(ErrorCode::FileDamaged,
                  {{"path", platform::toUtf8(to)}, {"reason", "it differs from what was written"}});
  });
}

void writeChecked(const fs::path& to, const std::string& text) {
  writeAtomically(to, std::string_view(text));
  std::ifstream in(to, std::ios::binary);
  if (std::string(std::istreambuf_iterator<char>(in), {}) != text)
    throw Error(ErrorCode::FileDamaged,
                {{"path", platform::toUtf8(to)}, {"reason", "it differs from what was written"}});
}

MeshLabel labelOf(const ExportSubject& subject, MeshSpace space) {
  const RunRecord& record = subject.run.record;
  return {space,
          record.demoModel ? kDemoMark : "",
          {{"Guidance", shortNumber(record.request.cfg)},
           {"Seed", std::to_string(record.seed)},
           {"Printable", subject.implant->report.passes() ? "yes" : "no"},
           {"Repair", summaryOf(subject.implant->steps)}}};
}

std::string reportOf(const ExportSubject& subject, const ExportPlan& plan, const Mesh& written) {
  const Geometry& geometry = subject.opened->file.ct->geometry;
  PrintReport report = subject.implant->report;
  std::vector<RepairStep> steps = subject.implant->steps;
  placeReport(report, steps, written,
              {[&](const Vec3& p) { return toSpace(p, geometry, plan.space); }, unitOf(plan.space)});
  return printJson({platform::toUtf8(subject.run.folder.surface()), platform::toUtf8(plan.surface), nameOf(plan.space),
                    labelOf(subject, plan.space).mark},
                   report, steps);
}

void makeFolder(const fs::path& surface) {
  std::error_code error;
  if (surface.has_parent_path()) fs::create_directories(surface.parent_path(), error);
  if (error)
    throw Error(ErrorCode::FileUnwritable,
                {{"path", platform::toUtf8(surface.parent_path())}, {"reason", error.message()}});
}

}  // namespace

const char* endingOf(MeshFormat format) {
  switch (format) {
    case MeshFormat::ThreeMf: return ".3mf";
    case MeshFormat::Ply: return ".ply";
    case MeshFormat::Obj: return ".obj";
    case MeshFormat::StlBinary:
    case MeshFormat::StlText: break;
  }
  return ".stl";
}

bool takesSpace(MeshFormat format, MeshSpace space) {
  return format != MeshFormat::ThreeMf || space != MeshSpace::Index;
}

std::vector<fs::path> filesOf(const ExportPlan& plan) {
  std::vector<fs::path> files = {plan.surface};
  const auto add = [&](bool wanted, const std::string& ending) {
    if (wanted) files.push_back(beside(plan.surface, ending));
  };
  add(plan.fused, "_fused.nii.gz");
  add(plan.field, "_sdf.nii.gz");
  add(plan.pictures, "_stages.png");
  add(plan.report, "_print.json");
  add(plan.bone, std::string("_bone") + endingOf(plan.format));
  return files;
}

std::uint64_t expectedBytes(const Mesh& mesh, MeshFormat format) {
  const std::uint64_t vertices = mesh.vertices.size(), triangles = mesh.triangles.size();
  switch (format) {
    case MeshFormat::StlBinary: break;
    case MeshFormat::StlText: return 255 * triangles;
    case MeshFormat::ThreeMf: return 8 * (vertices + triangles);  // packed
    case MeshFormat::Ply: return 400 + 12 * vertices + 13 * triangles;
    case MeshFormat::Obj: return 31 * vertices + 20 * triangles;
  }
  return 84 + 50 * triangles;
}

std::vector<fs::path> exportImplant(const ExportSubject& subject, const ExportPlan& plan, const std::stop_token& stop) {
  const Geometry& geometry = subject.opened->file.ct->geometry;
  const RunFolder& folder = subject.run.folder;
  const MeshLabel label = labelOf(subject, plan.space);
  makeFolder(plan.surface);
  const Mesh written = toSpace(*subject.implant->mesh, geometry, plan.space);
  writeMesh(plan.surface, written, plan.format, label);
  throwIfStopped(stop);
  if (plan.fused) copyChecked(folder.fused(), beside(plan.surface, "_fused.nii.gz"), stop);
  if (plan.field) copyChecked(folder.metal(), beside(plan.surface, "_sdf.nii.gz"), stop);
  if (plan.pictures) copyChecked(folder.strip(), beside(plan.surface, "_stages.png"), stop);
  if (plan.report) writeChecked(beside(plan.surface, "_print.json"), reportOf(subject, plan, written));
  throwIfStopped(stop);
  if (plan.bone) {
    const auto bone = displaySurface(*subject.opened->file.ct, kBoneSurfaceHu, stop);
    writeMesh(beside(plan.surface, std::string("_bone") + endingOf(plan.format)), toSpace(*bone, geometry, plan.space),
              plan.format, {plan.space, {}, {}});
  }
  return filesOf(plan);
}

}  // namespace hipwright
