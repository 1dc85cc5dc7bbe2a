#include "ui/window/compare_flow.h"

#include "engine/run/comparison_folder.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/comparison_saving.h"
#include "ui/text/wording.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace hipwright {
namespace {

void tell(QWidget* page, const QString& title, const QString& why) {
  auto* message = new QMessageBox(QMessageBox::Warning, title, why, QMessageBox::Ok, page);
  message->setAttribute(Qt::WA_DeleteOnClose);
  message->setTextFormat(Qt::PlainText);
  message->open();
}

/// The engine keeps its own table under this name, and reads it again.
bool isComparisons(const std::filesystem::path& base, const std::filesystem::path& folder) {
  std::error_code unknown;
  const auto own = ComparisonFolder(folder).json().stem();
  return fromPath(base.filename()).compare(fromPath(own), Qt::CaseInsensitive) == 0 &&
         std::filesystem::equivalent(base.parent_path(), folder, unknown);
}

/// The lowest whole number from 1 that is not compared yet.
double newValue(const ComparisonSession& session) {
  const auto& columns = session.columns();
  double value = 1;
  const auto isThere = [&](const ComparedColumn& column) { return !column.joined && sameGuidance(column.cfg, value); };
  while (std::any_of(columns.begin(), columns.end(), isThere)) ++value;
  return value;
}

QString namesOf(const std::vector<std::filesystem::path>& files) {
  QStringList names;
  for (const std::filesystem::path& file : files) names << fromPath(file.filename());
  return names.join(", ");
}

}  // namespace

CompareFlow::CompareFlow(RunController& controller, QStackedWidget& pages, QObject* parent)
    : QObject(parent), m_controller(controller), m_session(controller), m_pages(pages) {
  connect(&m_session, &ComparisonSession::logged, this, &CompareFlow::logged);
  connect(&m_session, &ComparisonSession::failed, this, &CompareFlow::failed);
  connect(&m_session, &ComparisonSession::refused, this,
          [this](const QString& why) { tell(m_page, tr("Earlier run"), why); });
  connect(&m_session, &ComparisonSession::stateChanged, this, [this] {
    if (m_session.isComparing() && !m_clock.isValid()) m_clock.start();
    if (!m_session.isComparing()) m_clock.invalidate();
  });
}

void CompareFlow::makePage() {
  if (m_page != nullptr) return;
  m_page = new ComparePage(m_session, &m_pages);
  m_pages.addWidget(m_page);
  m_page->setRequest(m_request);
  m_page->setForecast(m_forecast);
  m_page->setObstacle(m_obstacle);
  m_page->head().setRuns(m_runs);
  connectPage();
}

void CompareFlow::connectPage() {
  const auto withRun = [this](auto signal) {
    return [this, signal](int id) {
      const ComparedColumn* column = m_session.column(id);
      if (column != nullptr && column->run) emit(this->*signal)(PastRun(*column->run));
    };
  };
  connect(m_page, &ComparePage::startWanted, this, &CompareFlow::start);
  connect(m_page, &ComparePage::exportWanted, this, withRun(&CompareFlow::exportWanted));
  connect(m_page, &ComparePage::openWanted, this, withRun(&CompareFlow::openWanted));
  connect(m_page, &ComparePage::folderWanted, this, [this](int id) {
    const ComparedColumn* column = m_session.column(id);
    if (column != nullptr && column->run) emit folderWanted(column->run->folder.path());
  });
  connect(m_page, &ComparePage::saveTableWanted, this, &CompareFlow::askForTable);
  connect(m_page, &ComparePage::startOverWanted, this, &CompareFlow::askToStartOver);
  connect(m_page, &ComparePage::otherValueWanted, this, &CompareFlow::askForValue);
  connect(m_page, &ComparePage::backWanted, this, [this] { setShown(false); });
  connect(m_page, &ComparePage::pointed, this, &CompareFlow::pointed);
}

void CompareFlow::setShown(bool shown) {
  if (shown == m_shown || (shown && !m_session.openedCase())) return;
  m_shown = shown;
  if (shown) makePage();
  emit shownChanged(shown);
}

void CompareFlow::setCase(std::shared_ptr<const OpenedCase> opened) {
  m_session.setCase(std::move(opened));
  if (!m_session.openedCase()) setShown(false);
}

void CompareFlow::setRequest(const RunRequest& request) {
  m_request = request;
  if (m_page != nullptr) m_page->setRequest(request);
}

void CompareFlow::setRuns(const std::vector<PastRun>& runs) {
  m_runs = runs;
  if (m_page != nullptr) m_page->head().setRuns(runs);
}

void CompareFlow::setForecast(StartForm::Forecast forecast) {
  m_forecast = std::move(forecast);
  if (m_page != nullptr) m_page->setForecast(m_forecast);
}

void CompareFlow::setObstacle(const QString& why) {
  m_obstacle = why;
  if (m_page != nullptr) m_page->setObstacle(why);
}

void CompareFlow::start(const std::vector<double>& cfgs) { m_session.start(m_request, cfgs, std::nullopt); }

void CompareFlow::askForValue() {
  const RequestField& field = requestField(FieldId::Cfg);
  auto* dialog = new QInputDialog(m_page);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setInputMode(QInputDialog::DoubleInput);
  dialog->setWindowTitle(tr("Add value"));
  dialog->setLabelText(tr("Guidance (CFG)"));
  dialog->setDoubleRange(field.minimum, field.maximum);
  dialog->setDoubleDecimals(2);
  dialog->setDoubleValue(newValue(m_session));
  connect(dialog, &QInputDialog::doubleValueSelected, &m_session, [this](double cfg) { m_session.add(cfg); });
  dialog->open();
}

void CompareFlow::askToStartOver() {
  auto* question = new QMessageBox(QMessageBox::Question, tr("Start over"),
                                   tr("Close this comparison and choose values anew? The runs stay on disk."),
                                   QMessageBox::NoButton, m_page);
  question->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* close = question->addButton(tr("Start over"), QMessageBox::AcceptRole);
  question->addButton(tr("Cancel"), QMessageBox::RejectRole);
  connect(close, &QPushButton::clicked, &m_session, &ComparisonSession::clear);
  question->open();
}

void CompareFlow::askForTable() {
  const std::filesystem::path folder = m_session.folder().empty() ? m_request.save : m_session.folder();
  auto* dialog =
      new QFileDialog(m_page, tr("Save table"), fromPath(folder / "comparison-table.csv"), tr("Tables (*.csv)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("csv");
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { takeTableName(toPath(path)); });
  dialog->open();
}

/// The dialog has asked about the file that was chosen alone.
void CompareFlow::takeTableName(const std::filesystem::path& chosen) {
  std::filesystem::path base = chosen;
  if (base.extension() == ".csv") base.replace_extension();
  std::vector<std::filesystem::path> there = savedFiles(base);
  if (isComparisons(base, m_session.folder()))
    return tell(m_page, tr("Save table"),
                tr("These names belong to the comparison's own files. Choose another name or folder."));
  std::erase_if(there, [&](const auto& file) { return file == chosen || !std::filesystem::exists(file); });
  if (there.empty()) return saveTable(base);
  auto* question =
      new QMessageBox(QMessageBox::Question, tr("Save table"), tr("%1: already there. Replace?").arg(namesOf(there)),
                      QMessageBox::NoButton, m_page);
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setTextFormat(Qt::PlainText);
  const QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
  question->addButton(tr("Cancel"), QMessageBox::RejectRole);
  connect(replace, &QPushButton::clicked, this, [this, base] { saveTable(base); });
  question->open();
}

void CompareFlow::saveTable(const std::filesystem::path& base) {
  if (m_session.reference() == nullptr) return;
  m_controller.background(
      [saved = savedComparison(m_session), base](const std::stop_token& stop) {
        return saveComparison(saved, base, stop);
      },
      [this](Answer<std::vector<std::filesystem::path>>&& answer) {
        if (const auto* error = std::get_if<Error>(&answer)) {
          emit failed(*error);
          return;
        }
        for (const std::filesystem::path& path : std::get<std::vector<std::filesystem::path>>(answer))
          emit logged(tr("Saved %1").arg(fromPath(path)));
      });
}

}  // namespace hipwright
