#include "ui/export/export_dialog.h"

#include "engine/run/run_folder.h"
#include "ui/controls/elided_label.h"
#include "ui/export/export_form.h"
#include "ui/export/part_preview.h"
#include "ui/export/print_limits.h"
#include "ui/export/print_report_view.h"
#include "ui/export/printer_row.h"
#include "ui/export/repair_panel.h"
#include "ui/export/repair_text.h"
#include "ui/session/stage_files.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr QSize kSize(1040, 772);
constexpr int kPartWidth = 280;

QWidget* makeSide(QBoxLayout* layout, const QMargins& margins, QWidget* box) {
  layout->setContentsMargins(margins);
  box->setLayout(layout);
  return box;
}

}  // namespace

ExportDialog::ExportDialog(const PastRun& run, std::shared_ptr<const OpenedCase> opened, RunController& controller,
                           QWidget* parent)
    : QDialog(parent),
      m_run(run),
      m_case(std::move(opened)),
      m_controller(controller),
      m_implant(new PrintableImplant(
          [run, ct = m_case->file.ct] {
            return ImplantSource{readFinalMesh(run, ct->geometry), readSurfaceFieldIfAny(run)};
          },
          controller, this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  setWindowTitle(tr("Export implant"));
  resize(kSize);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeTitle());
  column->addWidget(makeRule(this));
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(makePartSide());
  auto* border = new QFrame(this);
  border->setObjectName("rule-upright");
  middle->addWidget(border);
  middle->addWidget(makeChoices(), 1);
  column->addLayout(middle, 1);
  column->addWidget(makeRule(this));
  column->addWidget(makeFoot());
  connectParts();
  m_export->setFocus();
  m_implant->check();
}

ExportDialog::~ExportDialog() { m_job.request_stop(); }

void ExportDialog::useSettings(QSettings& settings) {
  m_settings = &settings;
  m_printer->setLimits(rememberedLimits(settings));
  m_implant->setOptions(m_printer->limits());
}

QWidget* ExportDialog::makeTitle() {
  auto* row = new QHBoxLayout;
  auto* box = makeSide(row, {space::kSection, space::kRow, space::kSection, space::kRow}, new QWidget(this));
  row->addWidget(makeLabel(tr("Export implant"), "name", box), 1);
  if (m_run.record.demoModel)
    row->addWidget(new Pill(IconName::Warning, tr("Made with the DEMO model"), "warning", box));
  return box;
}

QWidget* ExportDialog::makePartSide() {
  auto* column = new QVBoxLayout;
  auto* box = makeSide(column, {}, new QWidget(this));
  box->setFixedWidth(kPartWidth);
  column->setSpacing(0);
  m_preview = new PartPreview(box);
  column->addWidget(m_preview, 3);
  auto* facts = new QGridLayout;
  facts->setContentsMargins(space::kSection, space::kPanel, space::kUnit, space::kPanel);
  facts->setHorizontalSpacing(space::kPanel);
  facts->setVerticalSpacing(space::kUnit);
  facts->setColumnStretch(1, 1);
  const std::array<QString, 4> names = {tr("Size"), tr("Volume"), tr("Triangles"), tr("File")};
  for (std::size_t i = 0; i < names.size(); ++i) {
    m_facts[i] = makeLabel({}, "body", box);
    facts->addWidget(makeLabel(names[i], "label", box), int(i), 0);
    facts->addWidget(m_facts[i], int(i), 1);
  }
  auto* source = new ElidedLabel("body", box);
  source->setFullText(
      tr("CFG %1, seed %2").arg(QString::fromStdString(shortNumber(m_run.record.request.cfg))).arg(m_run.record.seed));
  facts->addWidget(makeLabel(tr("Source"), "label", box), int(names.size()), 0);
  facts->addWidget(source, int(names.size()), 1);
  m_repaired = new ElidedLabel("body", box);
  m_repaired->setObjectName("repairFact");
  facts->addWidget(makeLabel(tr("Repair"), "label", box), int(names.size()) + 1, 0);
  facts->addWidget(m_repaired, int(names.size()) + 1, 1);
  facts->setRowStretch(int(names.size()) + 2, 1);
  column->addLayout(facts, 1);
  return box;
}

QWidget* ExportDialog::makeChoices() {
  auto* column = new QVBoxLayout;
  auto* box = makeSide(column, {space::kSection, space::kPanel, space::kSection, space::kUnit}, new QWidget(this));
  column->setSpacing(space::kRow);
  m_form = new ExportForm(m_run, box);
  m_printer = new PrinterRow(box);
  m_form->addRow(tr("Printer"), m_printer);
  m_report = new PrintReportView(box);
  m_report->showPending(m_printer->limits());
  m_repairPanel = new RepairPanel(box);
  m_pages = new QStackedWidget(box);
  m_pages->addWidget(m_report);
  m_pages->addWidget(m_repairPanel);
  column->addWidget(m_form);
  column->addWidget(makeRule(box));
  column->addWidget(m_pages, 1);
  return box;
}

QWidget* ExportDialog::makeFoot() {
  auto* row = new QHBoxLayout;
  auto* box = makeSide(row, {space::kSection, space::kPanel, space::kSection, space::kPanel}, new QWidget(this));
  row->setSpacing(space::kUnit);
  m_although = new QCheckBox(box);
  m_repair = new QPushButton(tr("Repair…"), box);
  m_undo = new QPushButton(tr("Undo repair"), box);
  m_status = new ElidedLabel("label", box);
  m_folder = new QPushButton(tr("Show folder"), box);
  m_close = new QPushButton(tr("Cancel"), box);
  m_export = new QPushButton(box);
  for (QPushButton* link : {m_repair, m_undo, m_folder}) link->setProperty("kind", "link");
  for (QPushButton* button : {m_repair, m_undo, m_folder, m_close}) button->setAutoDefault(false);
  m_export->setProperty("kind", "primary");
  m_export->setDefault(true);
  setIconBeside(m_export, IconName::Export, Tint::OnAccent);
  for (QWidget* each : std::initializer_list<QWidget*>{m_although, m_repair, m_undo}) row->addWidget(each);
  row->addWidget(m_status, 1);
  for (QPushButton* button : {m_folder, m_close, m_export}) row->addWidget(button);
  return box;
}

void ExportDialog::connectParts() {
  connect(m_implant, &PrintableImplant::changed, this, &ExportDialog::showImplant);
  connect(m_implant, &PrintableImplant::failed, this, [this](const Error& error) {
    m_hasFailed = !m_implant->kept();
    fail(error);
  });
  connect(m_form, &ExportForm::edited, this, [this] {
    showFacts(shown().get());
    applyState();
  });
  connect(m_printer, &PrinterRow::edited, this, [this] {
    if (m_settings != nullptr) rememberLimits(*m_settings, m_printer->limits());
    m_implant->setOptions(m_printer->limits());
  });
  connect(m_report, &PrintReportView::markWanted, this, &ExportDialog::showMarks);
  connect(m_repairPanel, &RepairPanel::tryWanted, m_implant, &PrintableImplant::tryRepair);
  connect(m_repairPanel, &RepairPanel::keepWanted, this, [this] {
    m_implant->keepTrial();
    closeRepair();
  });
  connect(m_repairPanel, &RepairPanel::closeWanted, this, &ExportDialog::closeRepair);
  connect(m_although, &QCheckBox::toggled, this, &ExportDialog::applyState);
  connect(m_repair, &QPushButton::clicked, this, &ExportDialog::openRepair);
  connect(m_undo, &QPushButton::clicked, m_implant, &PrintableImplant::undoRepair);
  connect(m_folder, &QPushButton::clicked, this, [this] {
    if (m_saved) QDesktopServices::openUrl(QUrl::fromLocalFile(fromPath(m_saved->surface.parent_path())));
  });
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
}

CheckedImplantPtr ExportDialog::shown() const { return m_implant->trial() ? m_implant->trial() : m_implant->kept(); }

void ExportDialog::showImplant() {
  const CheckedImplantPtr implant = shown();
  const bool isChecking = m_implant->work() == PrintableImplant::Work::Check;
  m_preview->setMessage(isChecking ? tr("Reading the surface…") : QString());
  if (isChecking) {
    m_reported.reset();
    m_report->showPending(m_implant->options());
  } else if (m_implant->kept() && m_implant->kept() != m_reported) {
    m_reported = m_implant->kept();
    m_report->showReport(m_reported->report);
  }
  if (implant) {
    m_preview->setSurface(implant->surface);
    m_preview->setDropped(implant->dropped);
  }
  if (m_preview->isMarked() && m_report->table().markedRow() < 0) m_preview->mark({});
  m_repairPanel->show(*m_implant);
  showFacts(implant.get());
  applyState();
}

void ExportDialog::showFacts(const CheckedImplant* implant) {
  if (implant == nullptr) return;
  const MeshReport& mesh = implant->report.mesh;
  const ExportPlan plan = m_form->plan();
  const QString bytes = bytesText(expectedBytes(*implant->mesh, plan.format));
  m_facts[0]->setText(extentText(mesh.upper - mesh.lower, 1));
  m_facts[1]->setText(tr("%1 cm³").arg(numberText(mesh.volumeMm3 / 1000, 1)));
  m_facts[2]->setText(countText(mesh.triangles));
  const QString repaired = summaryText(implant->steps);
  m_repaired->setFullText(repaired.isEmpty() ? tr("none") : repaired);
  const bool isSaved = m_saved && m_saved->surface == plan.surface && m_saved->format == plan.format;
  const QString expected = plan.format == MeshFormat::StlBinary ? bytes : tr("about %1").arg(bytes);
  m_facts[3]->setText(isSaved ? bytesText(m_savedBytes) : expected);
}

void ExportDialog::showMarks(const std::vector<std::uint32_t>& triangles) {
  if (triangles.empty() || !m_reported) return m_preview->mark({});
  m_preview->mark(markedPart(*m_reported->mesh, triangles));
}

void ExportDialog::fail(const Error& error) {
  if (m_hasFailed) {
    m_report->showProblem(whatText(error));
    m_preview->setMessage(tr("No surface to show"));
  }
  say(whatText(error), "error");
  m_status->setToolTip(remedyText(error));
  applyState();
}

void ExportDialog::say(const QString& text, const char* state) {
  setLook(m_status, "state", state);
  m_status->setFullText(text);
}

void ExportDialog::setFile(const std::filesystem::path& file) { m_form->setFile(file); }

void ExportDialog::openRepair() {
  if (m_report->table().markedRow() >= 0) m_report->table().toggleRow(m_report->table().markedRow());
  m_pages->setCurrentWidget(m_repairPanel);
  applyState();
}

void ExportDialog::closeRepair() {
  m_implant->dropTrial();
  m_pages->setCurrentWidget(m_report);
  applyState();
}

void ExportDialog::applyState() {
  const int failed = m_report->failedChecks();
  const bool isChecked = m_implant->kept() && m_implant->kept() == m_reported && !m_implant->isBusy();
  const bool isRepairing = m_pages->currentWidget() == m_repairPanel;
  const ExportPlan plan = m_form->plan();
  const bool hasFile = plan.surface.has_filename();
  m_although->setText(tr("Export although %n check(s) failed", nullptr, failed));
  m_although->setVisible(failed > 0 && !isRepairing);
  m_repair->setVisible(!isRepairing && !m_hasFailed);
  m_repair->setEnabled(isChecked && !m_exporting);
  m_undo->setVisible(m_implant->isRepaired() && !isRepairing);
  m_undo->setEnabled(!m_exporting);
  m_form->setEnabled(!m_exporting);
  m_pages->setEnabled(!m_exporting);
  m_folder->setVisible(m_saved.has_value() && !m_exporting);
  m_close->setText(m_saved && !m_exporting ? tr("Close") : tr("Cancel"));
  m_export->setText(m_exporting ? tr("Exporting…") : tr("Export %1").arg(shortName(plan.format)));
  m_export->setEnabled(isChecked && !m_exporting && !isRepairing && hasFile &&
                       (failed == 0 || m_although->isChecked()));
  QString why;
  if (!isChecked && !m_hasFailed) why = tr("The print report is being made.");
  if (isRepairing) why = tr("Keep the repair or go back to the report first.");
  if (isChecked && failed > 0 && !m_although->isChecked()) why = tr("Repair it, or tick the box at the left.");
  if (!hasFile) why = tr("Name a file first.");
  m_export->setToolTip(m_export->isEnabled() ? QString() : plainTip(why));
}

void ExportDialog::start() {
  if (!m_export->isEnabled()) return;
  const ExportPlan plan = m_form->plan();
  m_exporting = true;
  say({}, "");
  applyState();
  using Files = std::vector<std::filesystem::path>;
  m_job = m_controller.background([subject = ExportSubject{m_run, m_case, m_implant->kept()},
                                   plan](const std::stop_token& stop) { return exportImplant(subject, plan, stop); },
                                  [this, plan](Answer<Files>&& answer) {
                                    m_exporting = false;
                                    if (const auto* error = std::get_if<Error>(&answer)) {
                                      fail(*error);
                                    } else {
                                      m_saved = plan;
                                      finish(std::get<Files>(answer));
                                    }
                                    applyState();
                                  });
}

void ExportDialog::finish(const std::vector<std::filesystem::path>& files) {
  std::uintmax_t bytes = 0;
  std::error_code ignored;
  for (const std::filesystem::path& file : files) bytes += std::filesystem::file_size(file, ignored);
  m_savedBytes = std::filesystem::file_size(files.front(), ignored);
  showFacts(shown().get());
  say(tr("Saved and checked, %1").arg(bytesText(bytes)), "ok");
  for (const std::filesystem::path& file : files) emit exported(tr("Exported %1").arg(fromPath(file)));
}

}  // namespace hipwright
