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

constexpr double kMarkRoom = 0.04;  // of the width, so that the outer marks are whole

void showPoints(QCPGraph& graph, const std::vector<QPointF>& points) {
  QVector<double> x;
  QVector<double> y;
  for (const QPointF& point : points) x << point.x(), y << point.y();
  graph.setData(x, y);
}

NiceSpan spanOf(const std::vector<QPointF>& points, int intervals) {
  if (points.empty()) return {};
  const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                               [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
  return niceSpan(low->y(), high->y(), intervals);
}

}  // namespace

ValuePlot::ValuePlot(QWidget* parent) : Chart(parent) {
  QCustomPlot& p = plot();
  p.yAxis2->setVisible(true);
  m_band = new QCPItemRect(&p);
  m_bandText = new QCPItemText(&p);
  m_leftGraph = p.addGraph(p.xAxis, p.yAxis);
  m_rightGraph = p.addGraph(p.xAxis, p.yAxis2);
  for (QCPItemPosition* corner : {m_band->topLeft, m_band->bottomRight})
    corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_band->setPen(Qt::NoPen);
  m_band->setLayer("background");
  m_bandText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_bandText->setFont(fontOf(TextRole::Axis));
  m_bandText->setPadding({6, 4, 6, 4});
  m_bandText->setPositionAlignment(Qt::AlignBottom | Qt::AlignLeft);
  m_bandText->setText(tr("recommended"));
  setBand(0, 0);
  setAxisName(tr("CFG"));
  setSeries({}, {});
  dress();
}

void ValuePlot::setSeries(const ValueSeries& left, const ValueSeries& right) {
  m_left = left;
  m_right = right;
  showPoints(*m_leftGraph, left.points);
  showPoints(*m_rightGraph, right.points);
  setEmptyText(left.points.empty() && right.points.empty() ? tr("Points appear here as values finish.") : QString());
  restyle(themeOf(palette()));
  showRanges();
  describe();
}

void ValuePlot::setBand(double from, double to) {
  m_band->setVisible(to > from);
  m_bandText->setVisible(to > from);
  m_band->topLeft->setCoords(from, 0);
  m_band->bottomRight->setCoords(to, 1);
  m_bandText->position->setCoords(from, 1);
  replotSoon();
}

std::vector<double> ValuePlot::values() const {
  std::set<double> all;
  for (const ValueSeries* series : {&m_left, &m_right})
    for (const QPointF& point : series->points) all.insert(point.x());
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
  setNiceSpan(*plot().yAxis, spanOf(m_left.points, intervalsThatFit(4)));
  setNiceSpan(*plot().yAxis2, spanOf(m_right.points, intervalsThatFit(4)));
  replotSoon();
}

void ValuePlot::restyle(const Theme& theme) {
  m_leftGraph->setPen(QPen(theme.accent, 1.5));
  m_leftGraph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 1.5), theme.panel, 8));
  QPen dashed(theme.implant, 1.5);
  dashed.setDashPattern({3, 2.5});
  m_rightGraph->setPen(dashed);
  m_rightGraph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme.implant, 1.5), theme.panel, 7));
  m_band->setBrush(theme.accentSoft);
  m_bandText->setColor(theme.text2);
  legend().setEntries({{m_left.name, m_left.name, Swatch::Solid, theme.accent},
                       {m_right.name, m_right.name, Swatch::Dashed, theme.implant}});
}

double ValuePlot::snapped(double x) const {
  const std::vector<double> all = values();
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
  if (lines.isEmpty()) return {};
  lines.prepend(tr("CFG %1").arg(chartNumber(value, 2)));
  return lines.join('\n');
}

void ValuePlot::describe() {
  QStringList sentences;
  for (const double value : values()) sentences << readout(value).replace('\n', ", ") + '.';
  setSummary(tr("Numbers over the guidance value"), sentences.join(' '));
}

}  // namespace hipwright
