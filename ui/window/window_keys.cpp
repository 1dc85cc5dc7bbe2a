// The keys of the window as a whole: Esc, from panel to panel, layouts by number, help on a field.
#include "ui/filmstrip/stages_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/window/compare_flow.h"
#include "ui/window/main_window.h"
#include "ui/window/panel_focus.h"
#include "ui/window/run_flow.h"
#include "ui/window/window_actions.h"

#include <QDockWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace hipwright {

void MainWindow::connectKeys() {
  connect(m_actions->escape, &QAction::triggered, this, &MainWindow::escape);
  connect(m_actions->nextPanel, &QAction::triggered, this, [this] { focusPanel(panels(), Direction::Next); });
  connect(m_actions->previousPanel, &QAction::triggered, this, [this] { focusPanel(panels(), Direction::Previous); });
  connect(m_actions->fieldHelp, &QAction::triggered, this, [] { showFieldHelp(); });
  // Numbers act only when a view has the focus; elsewhere they are typed.
  const QList<QAction*> layouts = m_actions->layouts->actions();
  for (int i = 0; i < layouts.size(); ++i) {
    const QKeySequence key(Qt::Key_1 + i);
    auto* shortcut = new QShortcut(key, m_slices);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, layouts[i], &QAction::trigger);
    layouts[i]->setToolTip(QString("%1 (%2)").arg(layouts[i]->text(), key.toString(QKeySequence::NativeText)));
  }
}

std::vector<QWidget*> MainWindow::panels() const {
  std::vector<QWidget*> panels = {m_pages};
  for (QDockWidget* dock : m_docks) panels.push_back(dock);
  panels.push_back(m_printDock);
  panels.push_back(m_logDock);
  return panels;
}

void MainWindow::escape() {
  SliceScene& scene = m_slices->scene();
  if (!m_compare->isShown() && scene.tool() != SliceTool::Navigate) {
    scene.setTool(SliceTool::Navigate);
    return;
  }
  if (workSeconds() < m_setup.askAfterSeconds) {
    stopWork();
    return;
  }
  auto* question =
      new QMessageBox(QMessageBox::Question, tr("A run is going"), tr("Stop the run?"), QMessageBox::NoButton, this);
  question->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* stop = question->addButton(tr("Stop"), QMessageBox::AcceptRole);
  question->addButton(tr("Keep running"), QMessageBox::RejectRole);
  connect(stop, &QPushButton::clicked, this, &MainWindow::stopWork);
  question->open();
}

}  // namespace hipwright
