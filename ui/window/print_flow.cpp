#include "ui/window/print_flow.h"

#include "ui/controls/icon_label.h"
#include "ui/session/stage_files.h"
#include "ui/text/wording.h"
#include "ui/theme/type_scale.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace hipwright {

PrintFlow::PrintFlow(RunController& controller, PlanSession& session, QWidget* parent)
    : QObject(parent),
      m_controller(controller),
      m_session(session),
      m_panel(new QWidget(parent)),
      m_view(new PrintReportView(m_panel)) {
  m_panel->setProperty("surface", "panel");
  m_panel->setAttribute(Qt::WA_StyledBackground);
  auto* column = new QVBoxLayout(m_panel);
  column->setContentsMargins(space::kPanel, space::kTight, space::kUnit, space::kTight);
  column->addWidget(m_view);
  auto* close = makeIconButton(IconName::Close, tr("Close the print report"), m_panel);
  close->setProperty("kind", "small");
  m_view->addAtRight(close);
  connect(close, &QToolButton::clicked, this, &PrintFlow::closeWanted);
  connect(m_view, &PrintReportView::markWanted, this, [this](const std::vector<std::uint32_t>& triangles) {
    if (triangles.empty() || !m_implant || !m_implant->kept()) return emit markWanted({});
    emit markWanted(markedPart(*m_implant->kept()->mesh, triangles));
  });
  connect(&m_session, &PlanSession::stageShown, this, &PrintFlow::takeStage);
  connect(&m_session, &PlanSession::runShown, this, &PrintFlow::takeStage);
}

void PrintFlow::setLimits(const PrintOptions& options) {
  m_limits = options;
  if (m_implant) m_implant->setOptions(options);
}

/// A report stays while other stages of the same run are looked at.
void PrintFlow::takeStage() {
  unmark();
  const ShownStage& stage = m_session.shownStage();
  if (!m_session.hasFinishedRun()) {
    m_mesh.reset();
    m_implant.reset();
    return takeReport();
  }
  if (stage.step != kFinalStage || !stage.mesh || stage.mesh == m_mesh) return;
  m_mesh = stage.mesh;
  m_implant = std::make_unique<PrintableImplant>(
      [mesh = m_mesh, field = stage.sdf, run = *m_session.shownRun()] {
        const bool isItsField = run.record.plan.grid.fit == GridFit::Own;
        return ImplantSource{mesh, isItsField ? field : readSurfaceFieldIfAny(run)};
      },
      m_controller);
  m_implant->setOptions(m_limits);
  connect(m_implant.get(), &PrintableImplant::changed, this, &PrintFlow::takeReport);
  connect(m_implant.get(), &PrintableImplant::failed, this, &PrintFlow::failed);
  m_implant->check();
}

void PrintFlow::takeReport() {
  if (m_isLookedAt) {
    unmark();
    if (!m_implant)
      m_view->clear();
    else if (m_implant->isBusy() || !m_implant->kept())
      m_view->showPending(m_implant->options());
    else
      m_view->showReport(m_implant->kept()->report);
  }
  emit verdictChanged();
}

std::optional<PrintVerdict> PrintFlow::verdict() const {
  if (!m_implant || !m_implant->kept() || m_implant->isBusy()) return std::nullopt;
  return verdictOf(m_implant->kept()->report);
}

void PrintFlow::setLookedAt(bool looked) {
  if (looked == m_isLookedAt) return;
  m_isLookedAt = looked;
  if (looked)
    takeReport();
  else
    unmark();
}

void PrintFlow::unmark() {
  const int marked = m_view->table().markedRow();
  if (marked >= 0) m_view->table().toggleRow(marked);
}

}  // namespace hipwright
