#include "ui/compare/compare_panel.h"

#include "engine/run/output_mark.h"
#include "ui/charts/value_plot.h"
#include "ui/compare/ab_view.h"
#include "ui/compare/colour_bar.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hipwright {
namespace {

constexpr double kRecommendedFrom = 3, kRecommendedTo = 7;
constexpr int kPlotHeight = 190;

/// Its list is as wide as the names need, and stays on the screen.
class NumberChooser : public QComboBox {
 public:
  void showPopup() override {
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + bar + 2 * space::kUnit);
    QComboBox::showPopup();
    QWidget* list = view()->window();
    const QRect room = screen()->availableGeometry();
    if (list->geometry().right() > room.right()) list->move(room.right() + 1 - list->width(), list->y());
  }
};

}  // namespace

ComparePanel::ComparePanel(ComparisonSession& session, QWidget* parent)
    : QScrollArea(parent), m_session(session), m_ab(new AbView) {
  setFixedWidth(kWidth);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("A and B, colours and chart"));
  auto* content = new QWidget;
  content->setProperty("surface", "panel");
  content->setAttribute(Qt::WA_StyledBackground);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(space::kPanel, space::kTight, space::kPanel, space::kPanel);
  column->setSpacing(space::kUnit);
  column->addWidget(makeAb(), 1);
  column->addWidget(makeRule());
  m_distanceTitle = makeLabel({}, "heading");
  m_bar = new ColourBar;
  column->addWidget(m_distanceTitle);
  column->addWidget(m_bar);
  column->addWidget(makeRule());
  column->addWidget(makeChart());
  column->addWidget(makeButtons());
  setWidget(content);
  connect(&session, &ComparisonSession::columnsChanged, this, &ComparePanel::showColumns);
  connect(&session, &ComparisonSession::columnChanged, this, [this](int id) {
    const ComparedColumn* changed = m_session.column(id);
    if (changed == nullptr || changed->state != ColumnState::Ready) return;
    showSides();
    showChart();
    applyState();
  });
  connect(&session, &ComparisonSession::referenceChanged, this, &ComparePanel::showReference);
  connect(&session, &ComparisonSession::winnerChanged, this, &ComparePanel::applyState);
  showColumns();
}

QWidget* ComparePanel::makeAb() {
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kUnit);
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kUnit);
  row->addWidget(makeLabel(tr("A/B"), "heading"));
  for (std::size_t i = 0; i < m_sides.size(); ++i) {
    m_sides[i] = new QComboBox;
    m_sides[i]->setAccessibleName(i == 0 ? tr("Value A") : tr("Value B"));
    m_sides[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(m_sides[i], 1);
    connect(m_sides[i], &QComboBox::activated, this, [this] {
      m_chosen = true;
      showSides();
    });
  }
  column->addLayout(row);
  column->addWidget(m_ab, 1);
  QLabel* hint = makeLabel(tr("Drag the bar, or hold Space to flip A and B."), "secondary");
  hint->setWordWrap(true);
  column->addWidget(hint);
  return part;
}

QComboBox* ComparePanel::addNumbers(NumberId first, const QString& name) {
  auto* numbers = new NumberChooser;
  for (const NumberId id : kNumberIds) {
    if (numbers->count() > 0 &&
        groupOf(id) != groupOf(static_cast<NumberId>(numbers->itemData(numbers->count() - 1).toInt())))
      numbers->insertSeparator(numbers->count());
    numbers->addItem(numberName(id), int(id));
  }
  numbers->setCurrentIndex(numbers->findData(int(first)));
  numbers->setAccessibleName(name);
  numbers->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  connect(numbers, &QComboBox::activated, this, &ComparePanel::showChart);
  return numbers;
}

QWidget* ComparePanel::makeChart() {
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTight);
  column->addWidget(makeLabel(tr("Over CFG"), "heading"));
  m_numbers = {addNumbers(NumberId::Dice, tr("Number on the left axis")),
               addNumbers(NumberId::Volume, tr("Number on the right axis"))};
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kUnit);
  for (QComboBox* numbers : m_numbers) row->addWidget(numbers, 1);
  column->addLayout(row);
  m_plot = new ValuePlot;
  m_plot->setFixedHeight(kPlotHeight);
  m_plot->setBand(kRecommendedFrom, kRecommendedTo);
  column->addWidget(m_plot);
  m_loneNote =
      makeLabel(tr("Filled marks beside the curves: earlier runs, with seeds and steps of their own."), "note");
  m_loneNote->setWordWrap(true);
  m_loneNote->hide();
  column->addWidget(m_loneNote);
  return part;
}

QWidget* ComparePanel::makeButtons() {
  auto* part = new QWidget;
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kUnit);
  m_export = new QPushButton;
  m_export->setProperty("kind", "primary");
  setIconBeside(m_export, IconName::Export, Tint::OnAccent);
  m_save = new QPushButton(tr("Save table"));
  row->addWidget(m_export, 1);
  row->addWidget(m_save);
  connect(m_export, &QPushButton::clicked, this, [this] {
    if (m_session.winner() != nullptr) emit exportWanted(m_session.winner()->id);
  });
  connect(m_save, &QPushButton::clicked, this, &ComparePanel::saveTableWanted);
  return part;
}

int ComparePanel::chosen(bool isB) const { return m_sides[isB ? 1 : 0]->currentData().toInt(); }

void ComparePanel::choose(bool isB, int id) {
  QComboBox* side = m_sides[isB ? 1 : 0];
  side->setCurrentIndex(side->findData(id));
  m_chosen = true;
  showSides();
}

void ComparePanel::showColumns() {
  if (m_session.columns().empty()) m_chosen = false;
  m_ab->setCase(m_session.openedCase() ? m_session.openedCase()->file.ct : nullptr);
  for (QComboBox* side : m_sides) {
    const int before = side->currentData().toInt();
    const QSignalBlocker quiet(side);
    side->clear();
    for (const ComparedColumn& column : m_session.columns()) side->addItem(columnName(column), column.id);
    side->setCurrentIndex(std::max(0, side->findData(before)));
  }
  showReference();
}

/// Until the user chooses, A is the reference and B the last value that is there; before that, nothing.
void ComparePanel::showSides() {
  if (!m_chosen) {
    const auto& columns = m_session.columns();
    const auto last = std::find_if(columns.rbegin(), columns.rend(), [this](const ComparedColumn& column) {
      return column.state == ColumnState::Ready && &column != m_session.reference();
    });
    const ComparedColumn* reference = m_session.reference();
    m_sides[0]->setCurrentIndex(reference == nullptr ? -1 : m_sides[0]->findData(reference->id));
    m_sides[1]->setCurrentIndex(last == columns.rend() ? -1 : m_sides[1]->findData(last->id));
  }
  for (const bool isB : {false, true}) {
    const ComparedColumn* column = m_session.column(chosen(isB));
    m_ab->setSide(isB, column == nullptr ? QString() : columnName(*column),
                  column != nullptr && isDemo(*column) ? kDemoMark : "", column == nullptr ? nullptr : column->field);
  }
}

void ComparePanel::showChart() {
  std::vector<double> expected;
  for (const ComparedColumn& column : m_session.columns())
    if (!column.joined) expected.push_back(column.cfg);
  m_plot->setExpected(expected);
  std::array<ValueSeries, 2> series;
  bool isAnyLone = false;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const auto id = static_cast<NumberId>(m_numbers[i]->currentData().toInt());
    series[i].name = numberName(id);
    series[i].decimals = numberDecimals(id);
    for (const ComparedColumn& column : m_session.columns()) {
      // The reference overlaps itself wholly.
      const bool own = &column == m_session.reference() && id == NumberId::Dice;
      const Measured<double> value = own ? Measured<double>(1.0) : numberOf(id, column, m_session.reference());
      if (value && column.joined) series[i].lone.push_back({columnName(column), {column.cfg, *value}});
      if (value && !column.joined) series[i].points.emplace_back(column.cfg, *value);
    }
    isAnyLone = isAnyLone || !series[i].lone.empty();
  }
  m_plot->setSeries(series[0], series[1]);
  m_loneNote->setVisible(isAnyLone);
}

void ComparePanel::showReference() {
  const ComparedColumn* reference = m_session.reference();
  m_distanceTitle->setText(reference == nullptr ? tr("Signed distance to the reference, mm")
                                                : tr("Signed distance to %1, mm").arg(columnName(*reference)));
  showSides();
  showChart();
  applyState();
}

void ComparePanel::setRange(double mm) { m_bar->setRange(mm); }

void ComparePanel::applyState() {
  const ComparedColumn* winner = m_session.winner();
  m_export->setText(winner == nullptr ? tr("Export the winner") : tr("Export %1").arg(columnName(*winner)));
  m_export->setEnabled(winner != nullptr);
  m_export->setToolTip(winner == nullptr ? tr("Pick the winner with the star above its column.") : QString());
  const bool measured = m_session.isCompared();
  m_save->setEnabled(measured);
  m_save->setToolTip(measured ? tr("Save the numbers as CSV and JSON, and a strip of pictures")
                              : tr("Possible once all distances to the reference are measured."));
}

}  // namespace hipwright
