#include "ui/case/case_panel.h"

#include "ui/charts/hu_histogram.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/head_bar.h"
#include "ui/controls/icon_label.h"
#include "ui/runs/run_list.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kWidth = 256;

struct Mark {
  IconName icon;
  Tint tint;
};

Mark markOf(CheckState state) {
  switch (state) {
    case CheckState::Passed: return {IconName::Passed, Tint::Success};
    case CheckState::Note: return {IconName::Note, Tint::Accent};
    case CheckState::Warning: return {IconName::Warning, Tint::Warning};
    case CheckState::Failed: break;
  }
  return {IconName::Failed, Tint::Error};
}

}  // namespace

CasePanel::CasePanel(QWidget* parent)
    : QWidget(parent),
      m_name(new ElidedLabel("name", this)),
      m_file(new ElidedLabel("secondary", this)),
      m_ready(new Pill(this)),
      m_lines(new QVBoxLayout),
      m_histogram(new HuHistogram(this)),
      m_runCount(makeLabel("0", "secondary", this)),
      m_noRuns(makeLabel(tr("None yet. Press Generate."), "secondary", this)),
      m_runs(new RunList(this)) {
  auto* content = new QWidget(this);
  content->setProperty("surface", "panel");
  auto* inside = new QVBoxLayout(content);
  inside->setContentsMargins(space::kPanel, space::kRow, space::kUnit, space::kPanel);
  inside->setSpacing(space::kUnit);
  inside->addWidget(m_name);
  inside->addWidget(m_file);
  auto* facts = new QGridLayout;
  facts->setHorizontalSpacing(space::kUnit);
  facts->setVerticalSpacing(space::kUnit);
  facts->setColumnStretch(1, 1);
  m_side = addFact(facts, tr("Side"));
  m_size = addFact(facts, tr("Size"));
  m_spacing = addFact(facts, tr("Spacing"));
  m_orientation = addFact(facts, tr("Orientation"));
  inside->addLayout(facts);
  const auto heading = [&](const QString& text, QWidget* right) {
    inside->addSpacing(space::kTight);
    inside->addWidget(makeRule(this));
    auto* row = new QHBoxLayout;
    row->addWidget(makeLabel(text, "heading", this), 1);
    if (right != nullptr) row->addWidget(right);
    inside->addLayout(row);
  };
  heading(tr("Preflight"), m_ready);
  m_lines->setSpacing(space::kUnit);
  inside->addLayout(m_lines);
  heading(tr("Runs of this case"), m_runCount);
  inside->addWidget(m_noRuns);
  inside->addWidget(m_runs);
  heading(tr("HU and how the model sees it"), nullptr);
  m_histogram->setFixedHeight(112);
  inside->addWidget(m_histogram);
  inside->addStretch(1);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(new HeadBar(tr("Case"), this));
  column->addWidget(scroll, 1);
  m_ready->hide();
  setMinimumWidth(kWidth);
}

ElidedLabel* CasePanel::addFact(QGridLayout* facts, const QString& name) {
  auto* value = new ElidedLabel("body", this);
  const int row = facts->rowCount();
  facts->addWidget(makeLabel(name, "label", this), row, 0);
  facts->addWidget(value, row, 1);
  return value;
}

void CasePanel::showCase(const OpenedCase& opened) {
  const Geometry& geometry = opened.file.ct->geometry;
  m_name->setFullText(QString::fromStdString(opened.file.name));
  m_file->setFullText(QString("%1 · %2").arg(fromPath(opened.path.filename()), bytesText(opened.bytes)));
  m_side->setFullText(sideText(opened.side));
  m_size->setFullText(sizeText(geometry.size));
  m_spacing->setFullText(spacingText(geometry.spacing));
  m_orientation->setFullText(orientationText(geometry));
  m_histogram->setCounts(opened.hu.first, opened.hu.width, opened.hu.counts);
}

void CasePanel::clearLines() {
  while (QLayoutItem* item = m_lines->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

void CasePanel::addLine(const PreflightLine& line) {
  const Mark mark = markOf(line.state);
  auto* row = new QWidget(this);
  auto* grid = new QGridLayout(row);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::kUnit);
  grid->setVerticalSpacing(0);
  grid->setColumnStretch(1, 1);
  auto* title = new ElidedLabel("body", row);
  title->setFullText(line.title);
  auto* detail = new ElidedLabel("secondary", row);
  detail->setFullText(line.detail);
  grid->addWidget(new IconLabel(mark.icon, mark.tint, size::kSmallIcon, row), 0, 0);
  grid->addWidget(title, 0, 1);
  grid->addWidget(detail, 1, 1);
  m_lines->addWidget(row);
}

void CasePanel::showPreflight(const std::vector<PreflightLine>& lines, const InputProfile& input) {
  clearLines();
  for (const PreflightLine& line : lines) addLine(line);
  m_histogram->setMap(input.hu, input.value);
  m_ready->show(IconName::Passed, tr("Ready"), "ok");
  m_ready->setVisible(true);
  if (worstState(lines) >= CheckState::Warning) m_ready->setToolTip(tr("It can run; look at the marked lines."));
}

void CasePanel::showNoModel(const QString& problem) {
  clearLines();
  addLine({CheckState::Failed, tr("No model"), problem});
  m_ready->show(IconName::Warning, tr("Choose a model"), "warning");
  m_ready->setVisible(true);
}

void CasePanel::showRunCount(int count) {
  m_runCount->setText(QString::number(count));
  m_noRuns->setVisible(count == 0);
  m_runs->setVisible(count > 0);
}

}  // namespace hipwright
