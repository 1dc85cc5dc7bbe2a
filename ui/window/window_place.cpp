// Where the window stands on the screen, and how its panels are arranged, from one start to the next.
#include "ui/slices/slice_panel.h"
#include "ui/window/main_window.h"

#include <QDockWidget>
#include <QScreen>
#include <QShowEvent>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace hipwright {
namespace {

constexpr QSize kFirstSize(1600, 1000);
constexpr QSize kFrame(16, 48);      // what a desktop puts around a window, about, until it is known
constexpr int kDockArrangement = 2;  // what was remembered under another number is no use
constexpr int kFrameAfterMs = 250;   // desktops put it around a window once they show it

QMargins frameOf(const QWidget& window) {
  const QRect inside = window.geometry();
  const QRect outside = window.frameGeometry();
  return {inside.left() - outside.left(), inside.top() - outside.top(), outside.right() - inside.right(),
          outside.bottom() - inside.bottom()};
}

}  // namespace

void MainWindow::restorePlace() {
  resize(kFirstSize.boundedTo(screen()->availableSize() - kFrame));
  restoreGeometry(m_memory.geometry());
  keepOnScreen();
  m_docksRestored = restoreState(m_memory.state(), kDockArrangement);
  m_slices->restoreLayout(m_memory.viewLayout());
}

/// The screen may be smaller than the one that the geometry was remembered on. What is remembered is the place without
/// the frame, so that this is what is set: move() would take it for the place of the frame.
void MainWindow::keepOnScreen() {
  if (isMaximized() || isFullScreen()) return;
  const QRect room = screen()->availableGeometry();
  const QRect inside = room.marginsRemoved(frameOf(*this));
  const QSize kept = size().boundedTo(inside.size()).boundedTo(room.size() - kFrame);
  const QPoint last = inside.bottomRight() - QPoint(kept.width() - 1, kept.height() - 1);
  const QPoint at(std::clamp(geometry().left(), inside.left(), std::max(inside.left(), last.x())),
                  std::clamp(geometry().top(), inside.top(), std::max(inside.top(), last.y())));
  if (QRect(at, kept) != geometry()) setGeometry(QRect(at, kept));
}

/// Over the stages: beside them neither would have room. They get back the height that they had, which the tabs and the
/// log would keep, unless the user pulled at it meanwhile.
void MainWindow::showLog(bool shown) {
  if (shown && !tabifiedDockWidgets(m_logDock).contains(m_docks[2])) tabifyDockWidget(m_docks[2], m_logDock);
  if (shown) m_stagesBeforeLog = m_docks[2]->height();
  const bool untouched = m_logDock->height() == m_logHeight;
  m_logDock->setVisible(shown);
  if (shown) m_logDock->raise();
  // Qt makes the tabs when it lays them out.
  QTimer::singleShot(0, this, [this, shown, untouched] {
    nameDockTabs();
    if (shown)
      m_logHeight = m_logDock->height();
    else if (untouched && m_docksShown)
      resizeDocks({m_docks[2]}, {m_stagesBeforeLog}, Qt::Vertical);
  });
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (!std::exchange(m_frameSeen, true)) QTimer::singleShot(kFrameAfterMs, this, &MainWindow::keepOnScreen);
}

void MainWindow::rememberWindow() {
  // On the start page and beside a comparison the docks are hidden; that is not what the user arranged.
  m_memory.keepWindow(saveGeometry(), m_docksShown ? saveState(kDockArrangement) : m_memory.state());
  m_memory.keepViewLayout(m_slices->layoutText());
}

}  // namespace hipwright
