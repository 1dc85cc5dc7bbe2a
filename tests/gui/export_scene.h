// A run on disk whose surface is any mesh, so that an export can be tested without a model.
#pragma once

#include "engine/core/platform.h"
#include "engine/io/volume_file.h"
#include "engine/run/mesh_space.h"
#include "ui/export/export_dialog.h"

#include <QTemporaryDir>

#include <fstream>
#include <memory>

namespace hipwright::test {

class ExportScene {
 public:
  /// Without a field, the run's has been deleted.
  explicit ExportScene(const Mesh& mesh, const Volume* field = nullptr)
      : m_run{RunFolder(root() / "run", "hip"), {}, true, 0, {}},
        m_controller([](const auto&...) { return std::unique_ptr<DiffusionModel>(); }, {}) {
    const Geometry geometry = field != nullptr ? field->geometry : mirroredGrid();
    std::filesystem::create_directories(m_run.folder.path());
    auto ct = std::make_shared<Volume>();
    ct->geometry = geometry;
    ct->voxels.assign(static_cast<std::size_t>(product(geometry.size)), -1000);
    writeStl(m_run.folder.surface(), mesh, MeshSpace::Lps);
    writeNifti(m_run.folder.fused(), *ct, {});
    if (field != nullptr) writeNifti(m_run.folder.metal(), *field, {});
    std::ofstream(m_run.folder.strip(), std::ios::binary) << "a strip";
    m_run.record.caseName = "hip";
    m_run.record.seed = 42;
    m_run.record.request.cfg = 3;
    OpenedCase opened;
    opened.file.ct = ct;
    m_opened = std::make_shared<const OpenedCase>(std::move(opened));
  }

  /// The dialog owns itself once it is closed.
  ExportDialog* open(QWidget* parent = nullptr) {
    auto* dialog = new ExportDialog(m_run, m_opened, m_controller, parent);
    dialog->show();
    return dialog;
  }

  /// The model worked on another grid than the case's; without its field, that was not kept.
  void setModelGrid(const Geometry& grid, const Volume* field) {
    m_run.record.plan.grid = {grid, GridFit::Resampled};
    if (field != nullptr) writeNifti(m_run.folder.surfaceField(), *field, {});
  }

  const PastRun& run() const { return m_run; }
  const Geometry& geometry() const { return m_opened->file.ct->geometry; }
  RunController& controller() { return m_controller; }
  std::filesystem::path root() const { return platform::fromUtf8(m_folder.path().toStdString()); }

  /// Turned, mirrored and anisotropic: every frame differs from every other.
  static Geometry mirroredGrid() {
    return {{12, 10, 8}, {0.7, 0.9, 1.5}, {30, -20, 10}, {Vec3{0, -1, 0}, Vec3{-1, 0, 0}, Vec3{0, 0, 1}}};
  }

 private:
  QTemporaryDir m_folder;
  PastRun m_run;
  RunController m_controller;
  std::shared_ptr<const OpenedCase> m_opened;
};

}  // namespace hipwright::test
