// The runs of the case that is open: listing them, going on with one that was interrupted, throwing one away.
#include "engine/core/platform.h"
#include "ui/case/case_panel.h"
#include "ui/parameters/request_text.h"
#include "ui/parameters/settings_panel.h"
#include "ui/runs/run_list.h"
#include "ui/text/wording.h"
#include "ui/window/compare_flow.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"
#include "ui/window/run_flow.h"

#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QUrl>

#include <utility>

namespace hipwright {
namespace fs = std::filesystem;

void MainWindow::connectRunList() {
  const RunList& list = m_case->runs();
  connect(&list, &RunList::openRequested, &m_session, &PlanSession::showRun);
  connect(&list, &RunList::repeatRequested, this, &MainWindow::repeat);
  connect(&list, &RunList::continueRequested, this, &MainWindow::continueRun);
  connect(&list, &RunList::deleteRequested, this, &MainWindow::moveToTrash);
  connect(&list, &RunList::revealRequested, this, &MainWindow::reveal);
  connect(&m_session, &PlanSession::runsChanged, this, [this] {
    showRuns();
    applyState();
  });
  connect(&m_session, &PlanSession::runShown, this, [this] {
    const auto& run = m_session.shownRun();
    m_saving->setText(run ? fromPath(run->folder.path().filename()) : QString());
    showRuns();
    showSide();
    applyState();
  });
  connect(m_flow, &RunFlow::seedDrawn, this, &MainWindow::showRuns);  // the run that is going has a folder now
}

void MainWindow::showRuns() {
  const auto& shown = m_session.shownRun();
  ListedRuns listed{std::nullopt, m_session.interrupted(), m_session.runs()};
  if (shown && m_controller.isBusy() && !m_session.hasFinishedRun())
    listed.live = LiveRun{shown->folder.path(), shown->record.request, shown->record.seed};
  m_case->runs().setRuns(listed);
  m_case->showRunCount(m_case->runs().count());
  m_case->runs().setShown(shown ? shown->folder.path() : fs::path());
  if (!m_session.runs().empty()) m_settings->form().setLastSeed(m_session.runs().front().record.seed);
  m_compare->setRuns(m_session.runs());
  showSameRun();
}

void MainWindow::showSameRun() {
  const PastRun* same = sameRun(m_settings->form().request(), m_session.runs());
  m_settings->showSameRun(same == nullptr ? QString() : tr("Same as run %1").arg(timeText(*same)));
}

void MainWindow::reveal(const fs::path& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(fromPath(folder))); }

void MainWindow::continueRun(const InterruptedRun& run) {
  if (m_controller.isBusy() || m_session.openedCase() == nullptr) return;
  RunRequest shown = run.request;
  shown.save = m_settings->form().request().save;
  shown.series.clear();  // that of the case that is open counts
  m_settings->form().setRequest(shown);
  m_models->refresh();
  settingsChanged();
  start(run.request);
}

/// Its CT may not be the one that is open.
void MainWindow::openInterrupted(const fs::path& folder) {
  try {
    const InterruptedRun run = readInterrupted(folder);
    const OpenedCase* opened = m_session.openedCase();
    if (opened != nullptr && opened->place.path == run.request.cond) return continueRun(run);
    m_session.openCase({run.request.cond, run.request.series});
    m_continueAfterOpening = run;
  } catch (const Error& error) {
    fail(error, tr("Cannot continue the run"));
  }
}

void MainWindow::explainInterrupted(const Error& error) {
  auto* dialog = new FailureDialog(error, {tr("Cannot open the run"), tr("Nothing was changed.")}, this);
  dialog->addWayOut(tr("Continue the run"), [this, folder = m_session.openingRun()] { openInterrupted(folder); });
  dialog->open();
}

void MainWindow::moveToTrash(const fs::path& folder) {
  try {
    // Another program may be writing into it at this moment.
    if (isInterrupted(folder)) platform::FolderLock{folder};
    if (!QFile::moveToTrash(fromPath(folder)))
      throw Error(ErrorCode::FileUnwritable,
                  {{"path", platform::toUtf8(folder)}, {"reason", "it cannot be moved to the trash"}});
  } catch (const Error& error) {
    return fail(error, tr("Cannot delete the run"));
  }
  m_log->add(tr("Moved to trash: %1").arg(fromPath(folder)));
  if (m_session.shownRun() && m_session.shownRun()->folder.path() == folder) {
    m_session.showNoRun();
    m_flow->showPreOp();
  }
  m_session.refreshRuns();
}

}  // namespace hipwright
