#include "ui/charts/chart.h"

#include "ui/charts/legend_row.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <qcustomplot.h>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace hipwright {
namespace {

constexpr int kFrameMs = 100;  // ten pictures a second
constexpr int kReadableWidth = 260;
constexpr int kReadableHeight = 140;
constexpr int kHeightForAxisName = 124;
constexpr int kLegendAndNumbers = 54;  // pixels that the rows above and below the plot take
constexpr int kAxisName = 14;
constexpr int kLeastInterval = 16;  // pixels between two numbers

}  // namespace

Chart::Chart(QWidget* parent)
    : QWidget(parent),
      m_plot(new QCustomPlot(this)),
      m_legend(new LegendRow(this)),
      m_empty(makeLabel({}, "secondary", this)),
      m_guide(new QCPItemStraightLine(m_plot)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, space::kTight, 0, 0);
  column->setSpacing(space::kTight);
  column->addWidget(m_legend);
  column->addWidget(m_plot, 1);
  m_plot->setFocusPolicy(Qt::NoFocus);
  m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
  m_plot->setBackground(Qt::NoBrush);
  m_plot->installEventFilter(this);
  // An axis hides a number that its margin would cut.
  m_plot->axisRect()->setMinimumMargins({space::kUnit, space::kUnit + 1, space::kUnit, 0});
  m_guide->setVisible(false);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_empty->hide();
  m_timer.setSingleShot(true);
  m_timer.setInterval(kFrameMs);
  connect(&m_timer, &QTimer::timeout, m_plot, [this] { m_plot->replot(); });
}

Chart::~Chart() = default;

QSize Chart::sizeHint() const { return {420, 180}; }
QSize Chart::minimumSizeHint() const { return {kReadableWidth * 2 / 3, kReadableHeight * 2 / 3}; }

void Chart::dress() {
  const Theme theme = themeOf(palette());
  dressAxes(theme);
  m_guide->setPen(QPen(theme.text3, 1, Qt::DotLine));
  restyle(theme);
  replotSoon();
}

void Chart::dressAxes(const Theme& theme) {
  for (QCPAxis* axis : m_plot->axisRect()->axes()) {
    axis->setBasePen(axis->axisType() == QCPAxis::atBottom ? QPen(theme.line) : QPen(Qt::NoPen));
    axis->setTickPen(Qt::NoPen);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.text3);
    axis->setTickLabelFont(fontOf(TextRole::Axis));
    axis->setLabelColor(theme.text3);
    axis->setLabelFont(fontOf(TextRole::Axis));
    axis->setTickLabelPadding(space::kTight);
    axis->setLabelPadding(0);
    axis->grid()->setVisible(axis->axisType() == QCPAxis::atLeft);
    axis->grid()->setPen(QPen(theme.line, 1));
    axis->grid()->setZeroLinePen(QPen(theme.line, 1));
  }
}

void Chart::setEmptyText(const QString& text) {
  m_empty->setText(text);
  m_empty->setVisible(!text.isEmpty());
  m_plot->setVisible(text.isEmpty());
  m_legend->setVisible(text.isEmpty());
}

void Chart::setSummary(const QString& name, const QString& description) {
  setAccessibleName(name);
  setAccessibleDescription(description);
}

void Chart::replotSoon() {
  if (!m_timer.isActive()) m_timer.start();
}

bool Chart::eventFilter(QObject* object, QEvent* event) {
  if (object == m_plot && event->type() == QEvent::MouseMove) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    showReadout(mouse->position().toPoint(), mouse->globalPosition().toPoint());
  } else if (object == m_plot && event->type() == QEvent::Leave) {
    hideReadout();
  }
  return QWidget::eventFilter(object, event);
}

void Chart::showReadout(const QPoint& position, const QPoint& onScreen) {
  const QRect inside = m_plot->axisRect()->rect();
  const double x = snapped(m_plot->xAxis->pixelToCoord(position.x()));
  const QString text = inside.contains(position) ? readout(x) : QString();
  if (text.isEmpty()) return hideReadout();
  m_guide->point1->setCoords(x, 0);
  m_guide->point2->setCoords(x, 1);
  m_guide->setVisible(true);
  QToolTip::showText(onScreen + QPoint(space::kRow, 0), text, m_plot);
  replotSoon();
}

void Chart::hideReadout() {
  if (!m_guide->visible()) return;
  m_guide->setVisible(false);
  QToolTip::hideText();
  replotSoon();
}

void Chart::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) dress();
}

void Chart::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_empty->setGeometry(rect().adjusted(space::kPanel, 0, -space::kPanel, 0));
  showAxisName();
  fitNumbers();
}

int Chart::intervalsThatFit(int most) const {
  const int around = kLegendAndNumbers + (hasAxisName() ? kAxisName : 0);
  return std::clamp((height() - around) / kLeastInterval, 1, most);
}

void Chart::setAxisName(const QString& name) {
  m_axisName = name;
  showAxisName();
}

bool Chart::hasAxisName() const { return height() >= kHeightForAxisName; }

void Chart::showAxisName() {
  m_plot->xAxis->setLabel(hasAxisName() ? m_axisName : QString());
  replotSoon();
}

QString chartNumber(double value, int decimals) {
  const QLocale english(QLocale::English);
  QString text = english.toString(value, 'f', decimals);
  if (text.contains('.')) {
    while (text.endsWith('0')) text.chop(1);
    if (text.endsWith('.')) text.chop(1);
  }
  if (text == "-0") text = "0";
  return text.replace('-', QChar(0x2212));
}

}  // namespace hipwright
