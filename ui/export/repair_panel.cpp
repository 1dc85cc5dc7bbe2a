#include "ui/export/repair_panel.h"

#include "ui/export/print_rows.h"
#include "ui/export/repair_text.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kMostParts = 99;
constexpr double kLargestMm = 10;
constexpr int kFieldWidth = 60;

QHBoxLayout* makeButtons() {
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kUnit);
  return row;
}

bool fails(const std::vector<PrintRow>& rows, const QString& name) {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const PrintRow& row) { return row.name == name && row.verdict == Verdict::Fail; });
}

}  // namespace

RepairPanel::Failures RepairPanel::failuresOf(const PrintReport& now, const PrintReport& trial) {
  const std::vector<PrintRow> before = printRows(now);
  Failures out;
  for (const PrintRow& row : printRows(trial))
    if (row.verdict == Verdict::Fail) ++(fails(before, row.name) ? out.still : out.fresh);
  return out;
}

RepairPanel::RepairPanel(QWidget* parent)
    : QWidget(parent),
      m_parts(new QCheckBox(tr("Keep only the largest parts"), this)),
      m_partCount(new QSpinBox(this)),
      m_clean(new QCheckBox(tr("Remove degenerate and duplicate triangles"), this)),
      m_smooth(new QCheckBox(tr("Smooth without shrinking, moving at most"), this)),
      m_smoothMm(makeLimit(tr("Most that smoothing moves a point"), kDefaultRepairMm / 2)),
      m_decimate(new QCheckBox(tr("Fewer triangles, within"), this)),
      m_decimateMm(makeLimit(tr("Error of fewer triangles"), kDefaultRepairMm / 2)),
      m_result(new QGridLayout),
      m_verdict(makeLabel({}, "label", this)),
      m_try(new QPushButton(tr("Try repair"), this)),
      m_keep(new QPushButton(tr("Keep repair"), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kUnit);
  auto* head = makeButtons();
  auto* back = new QPushButton(tr("Back to the report"), this);
  head->addWidget(makeLabel(tr("Repair"), "strong", this));
  head->addWidget(makeLabel(tr("Tried on a copy. Nothing changes until you keep it."), "secondary", this), 1);
  head->addWidget(back);
  column->addLayout(head);
  m_partCount->setRange(1, kMostParts);
  m_partCount->setAccessibleName(tr("How many parts"));
  m_partCount->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_partCount->setAlignment(Qt::AlignRight);
  m_partCount->setFixedWidth(kFieldWidth);
  m_clean->setChecked(true);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(space::kUnit);
  grid->setVerticalSpacing(space::kTight);
  grid->setColumnStretch(3, 1);
  addStep(grid, {m_parts, m_partCount}, {});
  addStep(grid, {m_clean, nullptr}, {});
  addStep(grid, {m_smooth, m_smoothMm}, "mm");
  addStep(grid, {m_decimate, m_decimateMm}, "mm");
  column->addLayout(grid);
  auto* foot = makeButtons();
  foot->addWidget(m_try);
  foot->addWidget(m_verdict, 1);
  foot->addWidget(m_keep);
  column->addLayout(foot);
  m_result->setHorizontalSpacing(space::kSection);
  m_result->setVerticalSpacing(space::kUnit);
  m_result->setColumnStretch(4, 1);
  column->addLayout(m_result);
  column->addStretch(1);
  for (QPushButton* button : {back, m_try, m_keep}) button->setAutoDefault(false);
  back->setProperty("kind", "link");
  m_keep->setProperty("kind", "accent");
  connect(back, &QPushButton::clicked, this, &RepairPanel::closeWanted);
  connect(m_try, &QPushButton::clicked, this, [this] { emit tryWanted(options()); });
  connect(m_keep, &QPushButton::clicked, this, &RepairPanel::keepWanted);
  connect(m_decimateMm, &QDoubleSpinBox::valueChanged, this, [this] { m_hasOwnError = true; });
  connect(m_smoothMm, &QDoubleSpinBox::valueChanged, this, &RepairPanel::shareLimit);
  connect(m_smooth, &QCheckBox::toggled, this, &RepairPanel::shareLimit);
  applyState();
}

void RepairPanel::addStep(QGridLayout* grid, const Step& step, const QString& unit) {
  const int row = grid->rowCount();
  grid->addWidget(step.wanted, row, 0);
  if (step.value != nullptr) grid->addWidget(step.value, row, 1);
  if (!unit.isEmpty()) grid->addWidget(makeLabel(unit, "label", this), row, 2);
  grid->setRowMinimumHeight(row, size::kTableRow);
  connect(step.wanted, &QCheckBox::toggled, this, &RepairPanel::applyState);
}

QDoubleSpinBox* RepairPanel::makeLimit(const QString& name, double mm) {
  auto* field = new QDoubleSpinBox(this);
  field->setAccessibleName(name);
  field->setRange(0.01, kLargestMm);
  field->setDecimals(2);
  field->setSingleStep(0.01);
  field->setValue(mm);
  field->setButtonSymbols(QAbstractSpinBox::NoButtons);
  field->setAlignment(Qt::AlignRight);
  field->setFixedWidth(kFieldWidth);
  return field;
}

/// Both steps together stay within the limit; what the user has asked for stays as it is.
void RepairPanel::shareLimit() {
  if (m_hasOwnError) return;
  const double left = kDefaultRepairMm - (m_smooth->isChecked() ? m_smoothMm->value() : 0);
  const QSignalBlocker quiet(m_decimateMm);
  m_decimateMm->setValue(std::min(kDefaultRepairMm / 2, left));
}

RepairOptions RepairPanel::options() const {
  RepairOptions options;
  if (m_parts->isChecked()) options.keepParts = m_partCount->value();
  options.clean = m_clean->isChecked();
  if (m_smooth->isChecked()) options.smoothMm = m_smoothMm->value();
  if (m_decimate->isChecked()) options.decimateMm = m_decimateMm->value();
  return options;
}

void RepairPanel::setOptions(const RepairOptions& options) {
  const QSignalBlocker quiet(this);
  m_parts->setChecked(options.keepParts.has_value());
  m_partCount->setValue(options.keepParts.value_or(m_partCount->value()));
  m_clean->setChecked(options.clean);
  m_smooth->setChecked(options.smoothMm.has_value());
  m_smoothMm->setValue(options.smoothMm.value_or(m_smoothMm->value()));
  m_hasOwnError = m_hasOwnError || options.decimateMm.has_value();
  m_decimate->setChecked(options.decimateMm.has_value());
  m_decimateMm->setValue(options.decimateMm.value_or(m_decimateMm->value()));
}

void RepairPanel::show(const PrintableImplant& implant) {
  m_busy = implant.work() == PrintableImplant::Work::Trial;
  if (implant.kept() && !m_hasProposed) proposeParts(implant.kept()->report);
  const CheckedImplantPtr& trial = implant.trial();
  showSteps(trial ? trial->steps : std::vector<RepairStep>());
  setLook(m_verdict, "state", "");
  m_verdict->setText(m_busy ? tr("Repairing…") : QString());
  if (trial) {
    const Failures failures = failuresOf(implant.kept()->report, trial->report);
    setLook(m_verdict, "state", failures.still + failures.fresh > 0 ? "warning" : "ok");
    m_verdict->setText(verdictText(failures));
  }
  m_keep->setVisible(trial != nullptr);
  applyState();
}

QString RepairPanel::verdictText(const Failures& failures) {
  const QString still = tr("%n check(s) would still fail", nullptr, failures.still);
  const QString fresh = tr("%n check(s) would fail now", nullptr, failures.fresh);
  if (failures.still > 0 && failures.fresh > 0) return tr("%1, %2").arg(still, fresh);
  if (failures.still + failures.fresh == 0) return tr("Would pass every check");
  return failures.still > 0 ? still : fresh;
}

/// As many as there are without specks: a cup is no less a part than the stem.
void RepairPanel::proposeParts(const PrintReport& report) {
  m_hasProposed = true;
  const auto parts = report.finding(PrintCheck::Parts).count - report.dust.count;
  m_partCount->setValue(std::clamp(static_cast<int>(parts), 1, kMostParts));
}

void RepairPanel::showSteps(const std::vector<RepairStep>& steps) {
  while (QLayoutItem* item = m_result->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  if (steps.empty()) return;
  int row = 0, column = 0;
  const auto cell = [&](const QString& text, const char* role, Qt::Alignment side = Qt::AlignLeft) {
    m_result->addWidget(makeLabel(text, role, this), row, column++, side | Qt::AlignVCenter);
  };
  cell(tr("Step"), "heading");
  cell(tr("Triangles"), "heading", Qt::AlignRight);
  cell(tr("Moved, max"), "heading", Qt::AlignRight);
  cell(tr("Moved, mean"), "heading", Qt::AlignRight);
  for (const RepairStep& step : steps) {
    ++row;
    column = 0;
    cell(nameText(step.kind), "body");
    cell(QString("%1 → %2").arg(countText(step.trianglesBefore), countText(step.trianglesAfter)), "body",
         Qt::AlignRight);
    cell(QString("%1 mm").arg(numberText(step.deviation.maxMm, 3)), "body", Qt::AlignRight);
    cell(QString("%1 mm").arg(numberText(step.deviation.meanMm, 4)), "body", Qt::AlignRight);
    cell(noteText(step), "label");
  }
}

void RepairPanel::applyState() {
  m_partCount->setEnabled(m_parts->isChecked());
  m_smoothMm->setEnabled(m_smooth->isChecked());
  m_decimateMm->setEnabled(m_decimate->isChecked());
  const bool any = m_parts->isChecked() || m_clean->isChecked() || m_smooth->isChecked() || m_decimate->isChecked();
  m_try->setEnabled(any && !m_busy);
  m_keep->setEnabled(!m_busy);
}

}  // namespace hipwright
