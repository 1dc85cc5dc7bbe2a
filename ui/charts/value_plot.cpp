#include "ui/charts/value_plot.h"

#include "ui/charts/axis_numbers.h"
#include "ui/charts/legend_row.h"
#include "ui/theme/type_scale.h"

#include <qcustomplot.h>
#include <algorithm>
#include <cmath>
#include <set>

namespace hipwright {
namespace {

constexpr double kMarkRoom = 0.04;  // of each range, so that the outer marks are whole
constexpr int kBandTextGap = 6;     // px beside the band's name

void showPoints(QCPGraph& graph, const std::vector<QPointF>& points) {
  QVector<double> x;
  QVector<double> y;
  for (const QPointF& point : points) x << point.x(), y << point.y();
  graph.setData(x, y);
}

std::vector<QPointF> loneOf(const ValueSeries& series) {
  std::vector<QPointF> points;
  for (const LonePoint& point : series.lone) points.push_back(point.at);
  return points;
}

std::vector<QPointF> allOf(const ValueSeries& series) {
  std::vector<QPointF> points = loneOf(series);
  points.insert(points.end(), series.points.begin(), series.points.end());
  return points;
}

NiceSpan spanOf(const ValueSeries& series, int intervals) {
  const std::vector<QPointF> points = allOf(series);
  if (points.empty()) return {};
  const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                               [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
  return niceSpan(low->y(), high->y(), intervals);
}

void showSpan(QCPAxis& axis, const NiceSpan& span) {
  setNiceSpan(axis, span);
  const double room = (span.top - span.bottom) * kMarkRoom;
  axis.setRange(span.bottom - room, span.top + room);
}

}  // namespace

ValuePlot::ValuePlot(QWidget* parent) : Chart(parent) {
  QCustomPlot& p = plot();
  p.yAxis2->setVisible(true);
  m_band = new QCPItemRect(&p);
  m_bandText = new QCPItemText(&p);
  m_leftGraph = p.addGraph(p.xAxis, p.yAxis);
  m_rightGraph = p.addGraph(p.xAxis, p.yAxis2);
  m_leftLone = p.addGraph(p.xAxis, p.yAxis);
  m_rightLone = p.addGraph(p.xAxis, p.yAxis2);
  for (QCPGraph* lone : {m_leftLone, m_rightLone}) lone->setLineStyle(QCPGraph::lsNone);
  for (QCPItemPosition* corner : {m_band->topLeft, m_band->bottomRight})
    corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_band->setPen(Qt::NoPen);
  m_band->setLayer("background");
  m_bandText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_bandText->setFont(fontOf(TextRole::Axis));
  m_bandText->setPadding({kBandTextGap, 4, kBandTextGap, 4});
  m_bandText->setPositionAlignment(Qt::AlignBottom | Qt::AlignLeft);
  m_bandText->setText(tr("recommended"));
  setBand(0, 0);
  connect(&p, &QCustomPlot::afterLayout, this, &ValuePlot::showBandName);
  setAxisName(tr("CFG"));
  setSeries({}, {});
  dress();
}

void ValuePlot::setSeries(const ValueSeries& left, const ValueSeries& right) {
  m_left = left;
  m_right = right;
  showPoints(*m_leftGraph, left.points);
  showPoints(*m_rightGraph, right.points);
  showPoints(*m_leftLone, loneOf(left));
  showPoints(*m_rightLone, loneOf(right));
  setEmptyText(measured().empty() ? tr("Points appear here as values finish.") : QString());
  restyle(themeOf(palette()));
  showRanges();
  describe();
}

void ValuePlot::setBand(double from, double to) {
  m_band->setVisible(to > from);
  m_band->topLeft->setCoords(from, 0);
  m_band->bottomRight->setCoords(to, 1);
  showBandName();
  replotSoon();
}

void ValuePlot::setExpected(const std::vector<double>& values) {
  m_expected = values;
  showRanges();
}

bool ValuePlot::isBandNamed() const { return m_bandText->visible(); }

/// At the left of what the picture has of the band; it may end right of the band, but not of the picture.
void ValuePlot::showBandName() {
  const QCPRange shown = plot().xAxis->range();
  const double from = std::max(m_band->topLeft->key(), shown.lower);
  const double to = std::min(m_band->bottomRight->key(), shown.upper);
  const double pixels = plot().axisRect()->width() / shown.size();
  const int needed = QFontMetrics(m_bandText->font()).horizontalAdvance(m_bandText->text()) + 2 * kBandTextGap;
  const bool fits = (shown.upper - from) * pixels >= needed && 2 * (to - from) * pixels >= needed;
  m_bandText->setVisible(m_band->visible() && fits);
  m_bandText->position->setCoords(from, 1);
}

std::vector<double> ValuePlot::values() const {
  std::set<double> all(m_expected.begin(), m_expected.end());
  for (const double value : measured()) all.insert(value);
  return {all.begin(), all.end()};
}

std::vector<double> ValuePlot::measured() const {
  std::set<double> all;
  for (const ValueSeries* series : {&m_left, &m_right})
    for (const QPointF& point : allOf(*series)) all.insert(point.x());
  return {all.begin(), all.end()};
}

void ValuePlot::showRanges() {
  const std::vector<double> all = values();
  std::map<double, QString> texts;
  for (const double value : all) texts[value] = chartNumber(value, 2);
  setTexts(*plot().xAxis, texts);
  const double low = all.empty() ? 0 : all.front();
  const double high = all.empty() ? 1 : all.back();
  const double room = std::max(high - low, 1.0) * kMarkRoom;
  plot().xAxis->setRange(low - room, high + room);
  showBandName();
  showSpan(*plot().yAxis, spanOf(m_left, intervalsThatFit(4)));
  showSpan(*plot().yAxis2, spanOf(m_right, intervalsThatFit(4)));
  replotSoon();
}

void ValuePlot::restyle(const Theme& theme) {
  m_leftGraph->setPen(QPen(theme.accent, 1.5));
  m_leftGraph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 1.5), theme.panel, 8));
  QPen dashed(theme.implant, 1.5);
  dashed.setDashPattern({3, 2.5});
  m_rightGraph->setPen(dashed);
  m_rightGraph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme.implant, 1.5), theme.panel, 7));
  m_leftLone->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 1.5), theme.accent, 8));
  m_rightLone->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme.implant, 1.5), theme.implant, 7));
  m_band->setBrush(theme.accentSoft);
  m_bandText->setColor(theme.text2);
  legend().setEntries({{m_left.name, m_left.name, Swatch::Solid, theme.accent},
                       {m_right.name, m_right.name, Swatch::Dashed, theme.implant}});
}

double ValuePlot::snapped(double x) const {
  const std::vector<double> all = measured();
  const auto nearest =
      std::min_element(all.begin(), all.end(), [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
  return nearest == all.end() ? x : *nearest;
}

QString ValuePlot::readout(double x) const {
  const double value = snapped(x);
  QStringList lines;
  for (const ValueSeries* series : {&m_left, &m_right})
    for (const QPointF& point : series->points)
      if (point.x() == value) lines << tr("%1: %2").arg(series->name, chartNumber(point.y(), series->decimals));
  for (const ValueSeries* series : {&m_left, &m_right})
    for (const LonePoint& point : series->lone)
      if (point.at.x() == value)
        lines << tr("%1, %2: %3").arg(point.name, series->name, chartNumber(point.at.y(), series->decimals));
  if (lines.isEmpty()) return {};
  lines.prepend(tr("CFG %1").arg(chartNumber(value, 2)));
  return lines.join('\n');
}

void ValuePlot::describe() {
  QStringList sentences;
  for (const double value : measured()) sentences << readout(value).replace('\n', ", ") + '.';
  setSummary(tr("Numbers over the guidance value"), sentences.join(' '));
}

}  // namespace hipwright
