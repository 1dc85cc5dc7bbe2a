// What to write of an implant, and where.
#pragma once

#include "engine/io/mesh_file.h"
#include "engine/run/run_history.h"
#include "ui/export/printable_implant.h"
#include "ui/session/opened_case.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace hipwright {

struct ExportPlan {
  std::filesystem::path surface;  ///< the others lie beside it with its name
  MeshFormat format = MeshFormat::StlBinary;
  MeshSpace space = MeshSpace::Lps;
  bool fused = false;
  bool field = false;
  bool pictures = false;
  bool report = false;
  bool bone = false;
};

/// What is exported.
struct ExportSubject {
  PastRun run;
  std::shared_ptr<const OpenedCase> opened;  ///< the run's CT
  CheckedImplantPtr implant;
};

/// ".stl", ".3mf", ".ply" or ".obj".
const char* endingOf(MeshFormat format);

/// 3MF is always in millimetres, so that it takes no voxel indices.
bool takesSpace(MeshFormat format, MeshSpace space);

/// The files that the plan writes, the surface first.
std::vector<std::filesystem::path> filesOf(const ExportPlan& plan);

/// About as many bytes as the surface's file will have; exact for a binary STL.
std::uint64_t expectedBytes(const Mesh& mesh, MeshFormat format);

/// Writes the files, each whole or not at all, and reads every one back. Gives filesOf(plan). Throws what the writers
/// throw, Error(FileDamaged) where a copy differs, Cancelled. Any thread.
std::vector<std::filesystem::path> exportImplant(const ExportSubject& subject, const ExportPlan& plan,
                                                 const std::stop_token& stop);

}  // namespace hipwright
