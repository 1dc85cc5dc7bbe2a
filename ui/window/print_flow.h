// The print report of the run that is shown: made when its final stage is, and shown in a panel beside the views.
#pragma once

#include "ui/export/print_report_view.h"
#include "ui/export/printable_implant.h"
#include "ui/session/plan_session.h"
#include "ui/viewport/marked_part.h"

#include <QObject>

#include <memory>
#include <optional>

namespace hipwright {

class PrintFlow : public QObject {
  Q_OBJECT

 public:
  /// The panel is a child of `parent` until somebody places it.
  PrintFlow(RunController& controller, PlanSession& session, QWidget* parent);

  QWidget& panel() { return *m_panel; }
  PrintReportView& view() { return *m_view; }

  void setLimits(const PrintOptions& options);

  /// Nothing while there is no report.
  std::optional<PrintVerdict> verdict() const;

  /// The panel was shown or hidden: it is filled when it is looked at, and what it marked goes with it.
  void setLookedAt(bool looked);

 signals:
  void verdictChanged();
  void markWanted(const std::optional<hipwright::MarkedPart>& part);
  void closeWanted();
  void failed(const hipwright::Error& error);

 private:
  void takeStage();
  void takeReport();
  void unmark();

  RunController& m_controller;
  PlanSession& m_session;
  QWidget* m_panel;
  PrintReportView* m_view;
  PrintOptions m_limits;
  std::shared_ptr<const Mesh> m_mesh;  ///< the saved surface that the report is of
  std::unique_ptr<PrintableImplant> m_implant;
  bool m_isLookedAt = false;
};

}  // namespace hipwright
