#include "ui/case/case_panel.h"

#include "ui/case/hip_chooser.h"
#include "ui/case/preflight_list.h"
#include "ui/charts/hu_histogram.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/head_bar.h"
#include "ui/controls/icon_label.h"
#include "ui/controls/wrapped_label.h"
#include "ui/runs/run_list.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kWidth = 224;
constexpr int kChartHeight = 112;
constexpr int kTall = 560;  // px of a panel that has room for more runs at once
constexpr int kRunsWhenTall = 4;
constexpr int kRunsWhenLow = 2;

/// "hip.nii.gz · 84 MB", "DICOM · Pelvis 1.25 mm".
QString fileText(const OpenedCase& opened) {
  const QString description = QString::fromStdString(opened.file.source.description);
  if (opened.file.source.format != "DICOM")
    return QString("%1 · %2").arg(fromPath(opened.place.path.filename()), bytesText(opened.bytes));
  return description.isEmpty() ? QString("DICOM") : QString("DICOM · %1").arg(description);
}

}  // namespace

CasePanel::CasePanel(QWidget* parent)
    : QWidget(parent),
      m_name(new ElidedLabel("name", this)),
      m_file(new ElidedLabel("secondary", this)),
      m_hips(new HipChooser(this)),
      m_ready(new Pill(this)),
      m_preflight(new PreflightList(this)),
      m_histogram(new HuHistogram(this)),
      m_runCount(makeLabel("0", "secondary", this)),
      m_noRuns(makeWrapped(tr("None yet. Press Generate."), "secondary", this)),
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
    row->addWidget(makeWrapped(text, "heading", this), 1);
    if (right != nullptr) row->addWidget(right);
    inside->addLayout(row);
  };
  heading(tr("Hip and region"), m_hips->tools());
  inside->addWidget(m_hips);
  heading(tr("Preflight"), m_ready);
  inside->addWidget(m_preflight);
  m_chartToggle = makeIconButton(IconName::ChevronDown, tr("Show or hide the HU chart"), this);
  m_chartToggle->setProperty("kind", "small");
  heading(tr("HU and how the model sees it"), m_chartToggle);
  m_histogram->setFixedHeight(kChartHeight);
  inside->addWidget(m_histogram);
  inside->addStretch(1);
  m_scroll = new QScrollArea(this);
  m_scroll->setWidget(content);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  content->installEventFilter(this);
  connect(m_chartToggle, &QToolButton::clicked, this, [this] {
    m_chartWanted = m_histogram->isHidden();
    fitChart();
  });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(new HeadBar(tr("Case"), this));
  column->addWidget(m_scroll, 1);
  column->addWidget(makeRule(this));
  column->addWidget(makeRuns());
  m_ready->hide();
  showRunCount(0);
  setMinimumWidth(kWidth);
}

/// Below what scrolls, so that the results are in sight whatever stands above.
QWidget* CasePanel::makeRuns() {
  auto* section = new QWidget(this);
  section->setProperty("surface", "panel");
  section->setAttribute(Qt::WA_StyledBackground);
  auto* inside = new QVBoxLayout(section);
  inside->setContentsMargins(space::kPanel, space::kUnit, space::kUnit, space::kUnit);
  inside->setSpacing(space::kTight);
  auto* row = new QHBoxLayout;
  row->addWidget(makeWrapped(tr("Runs of this case"), "heading", this), 1);
  row->addWidget(m_runCount);
  inside->addLayout(row);
  inside->addWidget(m_noRuns);
  inside->addWidget(m_runs);
  return section;
}

bool CasePanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LayoutRequest)
    QMetaObject::invokeMethod(this, &CasePanel::fitChart, Qt::QueuedConnection);
  return QWidget::eventFilter(watched, event);
}

void CasePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_runs->setMostRows(height() >= kTall ? kRunsWhenTall : kRunsWhenLow);
  QMetaObject::invokeMethod(this, &CasePanel::fitChart, Qt::QueuedConnection);
}

/// Whole or not at all, unless the user said which.
void CasePanel::fitChart() {
  const int spacing = m_scroll->widget()->layout()->spacing();
  int needed = m_scroll->widget()->layout()->sizeHint().height();
  if (m_histogram->isHidden()) needed += kChartHeight + spacing;
  const bool shown = m_chartWanted.value_or(needed <= m_scroll->viewport()->height());
  if (shown != m_histogram->isHidden()) return;
  m_histogram->setVisible(shown);
  m_chartToggle->setIcon(iconOf(shown ? IconName::ChevronDown : IconName::ChevronRight));
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
  m_file->setFullText(fileText(opened));
  showSide({opened.side, SideSource::Unknown});
  m_size->setFullText(sizeText(geometry.size));
  m_spacing->setFullText(spacingText(geometry.spacing));
  m_orientation->setFullText(orientationText(geometry));
  m_histogram->setCounts(opened.hu.first, opened.hu.width, opened.hu.counts);
}

void CasePanel::showSide(const KnownSide& known) { m_side->setFullText(sideText(known)); }

void CasePanel::showModel(const InputProfile& input) { m_histogram->setMap(input.hu, input.value); }

void CasePanel::showChecking() {
  m_ready->show(IconName::Waiting, tr("Checking…"), "");
  m_ready->setToolTip({});
  m_ready->setVisible(true);
}

void CasePanel::showPlan(const std::optional<CasePlan>& plan) {
  if (!plan) {
    m_preflight->clear();
    return showChecking();
  }
  m_ready->setVisible(true);
  m_ready->setToolTip({});
  m_preflight->show(plan->items);
  switch (worstLevel(plan->items)) {
    case PreflightLevel::Refused:
      m_ready->show(IconName::Failed, tr("Refused"), "error");
      m_ready->setToolTip(tr("No run is possible before this is solved."));
      break;
    case PreflightLevel::Doubtful:
      m_ready->show(IconName::Warning, tr("Doubtful"), "warning");
      m_ready->setToolTip(tr("It can run; look at the marked lines."));
      break;
    default: m_ready->show(IconName::Passed, tr("Ready"), "ok");
  }
}

void CasePanel::showProblem(const QString& title, const QString& detail) {
  m_preflight->showProblem(title, detail);
  m_ready->show(IconName::Warning, title, "warning");
  m_ready->setToolTip({});
  m_ready->setVisible(true);
}

void CasePanel::showRunCount(int count) {
  m_runCount->setText(QString::number(count));
  m_noRuns->setVisible(count == 0);
  m_runs->setVisible(count > 0);
}

}  // namespace hipwright
