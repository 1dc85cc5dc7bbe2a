// Files that are dragged over the window: whether they can be opened, said while they hover and when they are dropped.
#include "ui/slices/slice_panel.h"
#include "ui/start/start_page.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/window/dropped_file.h"
#include "ui/window/main_window.h"

#include <QDragEnterEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

fs::path pathOf(const QMimeData& data) {
  for (const QUrl& url : data.urls())
    if (url.isLocalFile()) return toPath(url.toLocalFile());
  return {};
}

}  // namespace

QString MainWindow::whyNotOpened(const fs::path& path) const {
  if (m_controller.isBusy()) return tr("A run is going. Open it when the run has ended.");
  if (!looksLikeVolume(path) && !isRunPlace(path)) return tr("This is not a CT volume or a folder of one.");
  return {};
}

/// On the start page its drop area says it, elsewhere a note over the views.
void MainWindow::showDrop(const fs::path& path) {
  if (path.empty()) {
    m_start->showDrop("", {});
    if (m_dropNote != nullptr) m_dropNote->hide();
    return;
  }
  const QString why = whyNotOpened(path);
  m_start->showDrop(why.isEmpty() ? "ok" : "error", why);
  if (m_pages->currentWidget() == m_start) return;
  if (m_dropNote == nullptr) {
    m_dropNote = new Pill(m_pages);
    m_dropNote->setObjectName("dropNote");
  }
  if (why.isEmpty())
    m_dropNote->show(IconName::OpenCt, tr("Drop to open %1").arg(fromPath(path.filename())), "accent");
  else
    m_dropNote->show(IconName::Failed, why, "error");
  m_dropNote->adjustSize();
  m_dropNote->move((m_pages->width() - m_dropNote->width()) / 2, space::kCard);
  m_dropNote->setVisible(true);
  m_dropNote->raise();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const fs::path path = pathOf(*event->mimeData());
  if (path.empty()) return;
  showDrop(path);
  // Also what cannot be used is taken, so that dropping it explains why.
  event->acceptProposedAction();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { showDrop({}); }

void MainWindow::dropEvent(QDropEvent* event) {
  showDrop({});
  const fs::path path = pathOf(*event->mimeData());
  if (path.empty()) return;
  event->acceptProposedAction();
  const QString why = whyNotOpened(path);
  if (why.isEmpty()) return open(path);
  auto* note = new QMessageBox(QMessageBox::Information, tr("%1 was not opened").arg(fromPath(path.filename())), why,
                               QMessageBox::Close, this);
  note->setAttribute(Qt::WA_DeleteOnClose);
  note->open();
}

}  // namespace hipwright
