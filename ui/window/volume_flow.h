// The 3-D view within the window: made when it is first needed, and fed with bone, implant and crosshair.
#pragma once

#include "ui/export/print_report_view.h"
#include "ui/run/run_controller.h"
#include "ui/session/plan_session.h"
#include "ui/slices/slice_panel.h"
#include "ui/viewport/make_viewport.h"
#include "ui/viewport/marked_part.h"
#include "ui/viewport/volume_badge.h"

#include <QObject>

namespace hipwright {

class VolumeFlow : public QObject {
  Q_OBJECT

 public:
  VolumeFlow(RunController& controller, PlanSession& session, SlicePanel& slices, QObject* parent = nullptr);

  /// Null until a case was opened, and on a machine that cannot show one.
  Viewport* viewport() const { return m_parts.viewport; }

  /// Why there is no 3-D view; empty if there is one or none was needed yet.
  const QString& problem() const { return m_parts.problem; }

  /// What the badge says of printing; nothing while it is not known.
  void setPrintVerdict(const std::optional<PrintVerdict>& verdict);
  void mark(const std::optional<MarkedPart>& part);

 public slots:
  void savePicture();

 signals:
  void logged(const QString& line);
  void saveFailed(const QString& path);
  void printReportWanted();

 private:
  void makeView();
  void connectView();
  void showCase();
  void showRegion();
  void showBadge();
  QString whyNoSurface(const PastRun& run) const;
  VolumeBadge::Mark printMark() const;
  void extractBone(double hu);

  RunController& m_controller;
  PlanSession& m_session;
  SlicePanel& m_slices;
  ViewportParts m_parts;
  std::shared_ptr<const Mesh> m_shownMesh;
  std::optional<PrintVerdict> m_verdict;
  std::stop_source m_boneJob{std::nostopstate};
};

}  // namespace hipwright
