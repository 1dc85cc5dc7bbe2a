// An implant on its way to the printer: read, checked, and repaired on trial. Knows threads' answers, no widgets.
#pragma once

#include "engine/core/volume.h"
#include "engine/print/print_report.h"
#include "engine/print/repair.h"
#include "ui/run/run_controller.h"
#include "ui/viewport/shown_surface.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace hipwright {

/// A surface as it was saved, and the field it was made of; null if that cannot be read.
struct ImplantSource {
  std::shared_ptr<const Mesh> mesh;  ///< LPS mm
  VolumePtr field;
};

/// What only the field tells of the surface as it was saved.
struct FieldFacts {
  Deviation deviation;
  Geometry grid;
};

/// A surface and what is known of it.
struct CheckedImplant {
  std::shared_ptr<const Mesh> mesh;             ///< LPS mm, in the precision of files
  std::shared_ptr<const ShownSurface> surface;  ///< the same for pictures
  PrintReport report;
  std::optional<FieldFacts> saved;              ///< none without a field
  std::vector<RepairStep> steps;                ///< that made it of the isosurface; empty if it is that
  std::shared_ptr<const ShownSurface> dropped;  ///< the shells that they left out; null for none
};

using CheckedImplantPtr = std::shared_ptr<const CheckedImplant>;

/// Reads and checks on the thread that looks things through, which runs need not wait for. A repair always begins at
/// the isosurface, so that its deviation is from that; it is on trial until it is kept, and can be undone then. GUI
/// thread.
class PrintableImplant : public QObject {
  Q_OBJECT

 public:
  using Read = std::function<ImplantSource()>;  ///< called on the thread

  PrintableImplant(Read read, RunController& controller, QObject* parent = nullptr);
  ~PrintableImplant() override;

  const PrintOptions& options() const { return m_options; }
  /// Checks anew if something was checked already; a trial ends.
  void setOptions(const PrintOptions& options);

  /// Reads the surface and makes its report.
  void check();

  void tryRepair(const RepairOptions& options);
  void keepTrial();
  void dropTrial();  ///< also stops one that is being made
  void undoRepair();

  /// What is being made.
  enum class Work { Nothing, Check, Trial };
  Work work() const { return m_work; }
  bool isBusy() const { return m_work != Work::Nothing; }

  /// What would be exported; null before the first report.
  const CheckedImplantPtr& kept() const { return m_kept; }
  /// A repair that waits for a decision; null without.
  const CheckedImplantPtr& trial() const { return m_trial; }
  bool isRepaired() const { return m_kept && !m_kept->steps.empty(); }

 signals:
  void changed();
  void failed(const hipwright::Error& error);

 private:
  using Job = std::function<CheckedImplant(const std::stop_token&)>;

  void post(Work work, Job job, CheckedImplantPtr& into);

  Read m_read;
  RunController& m_controller;
  PrintOptions m_options;
  CheckedImplantPtr m_raw;  ///< the isosurface with its report
  CheckedImplantPtr m_kept;
  CheckedImplantPtr m_trial;
  std::stop_source m_job{std::nostopstate};
  Work m_work = Work::Nothing;
};

}  // namespace hipwright
