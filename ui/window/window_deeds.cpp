// What the user asks the window for: opening, generating, repeating, deleting, exporting, closing.
#include "engine/core/platform.h"
#include "ui/export/export_dialog.h"
#include "ui/export/print_limits.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/preset_bar.h"
#include "ui/slices/slice_panel.h"
#include "ui/start/start_page.h"
#include "ui/text/wording.h"
#include "ui/window/compare_flow.h"
#include "ui/window/dropped_file.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/model_flow.h"
#include "ui/window/plan_flow.h"
#include "ui/window/preferences_dialog.h"
#include "ui/window/print_flow.h"
#include "ui/window/run_flow.h"
#include "ui/window/series_dialog.h"
#include "ui/window/window_actions.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr const char* kVolumes = "*.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd *.dcm";

}  // namespace

void MainWindow::open(const CasePlace& place) {
  if (m_controller.isBusy()) return;
  if (isRunPlace(place.path))
    m_session.openRun(place.path.filename() == "run.json" ? place.path.parent_path() : place.path);
  else
    m_session.openCase(place);
}

void MainWindow::openRecent(const fs::path& path) {
  for (const RecentCase& recent : RecentCases(m_memory.settings()).list())
    if (recent.path == path) return open(CasePlace{path, recent.series});
  open(path);
}

void MainWindow::chooseFolder() {
  auto* dialog = new QFileDialog(this, tr("Open the folder of a DICOM series"), fromPath(m_memory.openFolder()));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { open(toPath(path)); });
  dialog->open();
}

void MainWindow::chooseSeries(const fs::path& folder, const std::vector<SeriesSummary>& series) {
  auto* dialog = new SeriesDialog(folder, series, this);
  connect(dialog, &SeriesDialog::chosen, this, [this, folder](const std::string& number) {
    open(CasePlace{folder, number});
  });
  dialog->open();
}

void MainWindow::chooseCase() {
  auto* dialog = new QFileDialog(this, tr("Open CT"), fromPath(m_memory.openFolder()),
                                 tr("CT volumes (%1);;All files (*)").arg(kVolumes));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { open(toPath(path)); });
  dialog->open();
}

void MainWindow::chooseRun() {
  auto* dialog =
      new QFileDialog(this, tr("Open the folder of a run"), fromPath(nearestFolder(m_settings->form().request().save)));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { m_session.openRun(toPath(path)); });
  dialog->open();
}

void MainWindow::locate(const fs::path& lost) {
  auto* dialog = new QFileDialog(this, tr("Where is %1?").arg(fromPath(lost.filename())),
                                 fromPath(m_memory.openFolder()), tr("CT volumes (%1);;All files (*)").arg(kVolumes));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this, lost](const QString& path) {
    RecentCases(m_memory.settings()).replace(lost, toPath(path));
    open(toPath(path));
  });
  dialog->open();
}

void MainWindow::askForCt(const Error& error) {
  const fs::path folder = m_session.openingRun();
  auto* dialog = new FailureDialog(error, {tr("Cannot open the run"), tr("Nothing was changed.")}, this);
  dialog->addWayOut(tr("Locate the CT…"), [this, folder] {
    auto* choose = new QFileDialog(this, tr("Where is the CT of this run?"), fromPath(m_memory.openFolder()),
                                   tr("CT volumes (%1);;All files (*)").arg(kVolumes));
    choose->setAttribute(Qt::WA_DeleteOnClose);
    connect(choose, &QFileDialog::fileSelected, this,
            [this, folder](const QString& path) { m_session.openRunWith(folder, toPath(path)); });
    choose->open();
  });
  dialog->open();
}

void MainWindow::generate() {
  if (!m_actions->generate->isEnabled()) return;
  m_compare->setShown(false);
  start(m_settings->form().request());
}

/// `request` with the CT that is open.
void MainWindow::start(RunRequest request) {
  request.cond = m_session.openedCase()->place.path;
  request.series = m_session.openedCase()->place.series;
  m_forecast = m_models->currentForecast();
  m_lastError.reset();
  const std::optional<CasePlan>& plan = m_plan->plan();
  m_flow->start(request, m_models->model()->profile,
                plan ? plan->grid.geometry : m_session.openedCase()->file.ct->geometry);
}

void MainWindow::setSaveFolder(const fs::path& folder) {
  RunRequest request = m_settings->form().request();
  request.save = folder;
  m_settings->form().setRequest(request);
  m_settings->model().setSaveFolder(folder);
  m_session.setSaveFolder(folder);
  if (m_beforeDemo) m_beforeDemo->request.save = folder;
  settingsChanged();
}

void MainWindow::showPreferences() {
  auto* dialog = new PreferencesDialog(*m_actions, m_presetStore, this);
  dialog->showSaveFolder(m_settings->form().request().save);
  connect(dialog, &PreferencesDialog::saveFolderWanted, &m_settings->model(), &ModelSection::chooseSaveFolder);
  connect(&m_settings->model(), &ModelSection::saveFolderChosen, dialog, &PreferencesDialog::showSaveFolder);
  connect(dialog, &PreferencesDialog::defaultPresetChanged, m_presets, &PresetBar::reload);
  connect(dialog, &PreferencesDialog::failed, this,
          [this](const Error& error) { fail(error, tr("The preset was not changed")); });
  dialog->open();
}

void MainWindow::repeat(const PastRun& run) {
  RunRequest request = run.record.request;
  request.save = m_settings->form().request().save;
  request.series.clear();  // that of the case that is open counts
  request.force = false;
  m_settings->form().setRequest(request);
  m_models->refresh();
  settingsChanged();
}

void MainWindow::fail(const Error& error, const QString& title) {
  m_log->add(whatText(error));
  const bool open = m_session.openedCase() != nullptr;
  auto* dialog = new FailureDialog(
      error, {title, open ? tr("Your case and settings are kept.") : tr("Nothing was changed.")}, this);
  connect(dialog, &FailureDialog::logRequested, this, [this] { m_actions->log->setChecked(true); });
  if (error.code() == ErrorCode::ModelNotFound || error.code() == ErrorCode::CheckpointMismatch)
    dialog->addWayOut(tr("Choose another model…"), [this] { m_settings->model().chooseModel(); });
  const bool kept = error.code() == ErrorCode::OutOfMemoryKept || error.code() == ErrorCode::MemoryForProcessorKept;
  if (kept)
    dialog->addWayOut(tr("Continue the run"),
                      [this, folder = platform::fromUtf8(error.values().at("folder"))] { openInterrupted(folder); });
  const bool wantsLess = error.code() == ErrorCode::OutOfMemory || error.code() == ErrorCode::OutOfMemoryKept;
  if (wantsLess && !m_settings->form().request().tiled)
    dialog->addWayOut(tr("Work on tiles and run again"), [this] {
      RunRequest request = m_settings->form().request();
      request.tiled = true;
      m_settings->form().setRequest(request);
      settingsChanged();
      generate();
    });
  dialog->open();
}

void MainWindow::failPicture(const QString& path) {
  fail(Error(ErrorCode::FileUnwritable, {{"path", path.toStdString()}, {"reason", "the disk refused it"}}),
       tr("The picture was not saved"));
}

void MainWindow::exportResult() {
  if (m_compare->isShown()) {
    if (const ComparedColumn* winner = m_compare->session().winner()) exportRun(PastRun(*winner->run));
    return;
  }
  if (m_session.hasFinishedRun()) exportRun(*m_session.shownRun());
}

void MainWindow::exportRun(const PastRun& run) {
  auto* dialog = new ExportDialog(run, m_session.sharedCase(), m_controller, this);
  dialog->useSettings(m_memory.settings());
  connect(dialog, &QDialog::finished, this, [this] { m_print->setLimits(rememberedLimits(m_memory.settings())); });
  connect(dialog, &ExportDialog::exported, m_log, [this](const QString& what) { m_log->add(what); });
  dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_controller.isBusy()) {
    rememberWindow();
    event->accept();
    return;
  }
  event->ignore();
  if (m_closing) return;
  auto* question = new QMessageBox(QMessageBox::Question, tr("A run is going"),
                                   tr("Stop the run and close the window?"), QMessageBox::NoButton, this);
  question->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* stop = question->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
  question->addButton(tr("Keep running"), QMessageBox::RejectRole);
  connect(stop, &QPushButton::clicked, this, [this] {
    m_closing = true;
    if (m_controller.isBusy())
      stopWork();
    else
      close();
  });
  question->open();
}

}  // namespace hipwright
