#include "ui/charts/step_plot.h"

#include "ui/charts/axis_numbers.h"
#include "ui/charts/legend_row.h"
#include "ui/theme/type_scale.h"

#include <qcustomplot.h>
#include <algorithm>
#include <cmath>
#include <iterator>

namespace hipwright {
namespace {

constexpr int kHeightForWords = 40;
constexpr double kMarkRoom = 0.012;  // half a mark at the first and the last step

double largestOf(const std::map<int, double>& values) {
  double largest = 0;
  for (const auto& [step, value] : values) largest = std::max(largest, value);
  return largest;
}

void showValues(QCPGraph& graph, const std::map<int, double>& values) {
  QVector<double> x;
  QVector<double> y;
  for (const auto& [step, value] : values) x << step, y << value;
  graph.setData(x, y, true);
}

/// The curve's value at a step between two that it has; nothing outside.
std::optional<double> valueAt(const std::map<int, double>& values, int step) {
  const auto after = values.lower_bound(step);
  if (after == values.end()) return std::nullopt;
  if (after->first == step) return after->second;
  if (after == values.begin()) return std::nullopt;
  const auto before = std::prev(after);
  const double share = double(step - before->first) / (after->first - before->first);
  return before->second + share * (after->second - before->second);
}

}  // namespace

StepPlot::StepPlot(QWidget* parent) : Chart(parent) {
  QCustomPlot& p = plot();
  p.yAxis2->setVisible(true);
  setAxisName(tr("step"));
  legend().setToolTip(
      tr("Latent change: how far the network's estimate moves in a step, measured against its own size before. It is "
         "not the change under the pictures, which counts the pixels of the implant that differ."));
  setWholeNumbers(*p.xAxis, 6);
  m_band = new QCPItemRect(&p);
  m_bandText = new QCPItemText(&p);
  m_now = new QCPItemStraightLine(&p);
  m_change = p.addGraph(p.xAxis, p.yAxis);
  m_area = p.addGraph(p.xAxis, p.yAxis2);
  m_band->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_band->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_band->setPen(Qt::NoPen);
  m_band->setLayer("background");
  m_bandText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_bandText->setFont(fontOf(TextRole::Axis));
  m_bandText->setPadding({6, 4, 6, 0});
  m_bandText->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
  connect(&p, &QCustomPlot::beforeReplot, this, &StepPlot::placeBandText);
  clear();
  dress();
}

void StepPlot::setSteps(int total) {
  m_total = std::max(total, 1);
  setEmptyText({});
  showRanges();
}

void StepPlot::addStep(int step, double changePercent) {
  if (!std::isfinite(changePercent)) return;
  m_changes[step] = changePercent;
  m_total = std::max(m_total, step);
  setEmptyText({});
  showValues(*m_change, m_changes);
  // One value makes no line.
  m_change->setScatterStyle(m_changes.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5) : QCPScatterStyle());
  showRanges();
}

void StepPlot::addArea(int step, double cm2) {
  if (!std::isfinite(cm2)) return;
  m_areas[step] = cm2;
  setEmptyText({});
  showValues(*m_area, m_areas);
  showRanges();
}

void StepPlot::setAreas(std::map<int, double> areas) {
  std::erase_if(areas, [](const auto& area) { return !std::isfinite(area.second); });
  if (areas == m_areas) return;
  m_areas = std::move(areas);
  if (!m_areas.empty()) setEmptyText({});
  showValues(*m_area, m_areas);
  showRanges();
}

void StepPlot::setStableSince(std::optional<int> step) {
  m_stable = step;
  showRanges();
}

void StepPlot::clear() {
  m_changes.clear();
  m_areas.clear();
  m_stable.reset();
  m_total = 0;
  m_change->data()->clear();
  m_area->data()->clear();
  setEmptyText(tr("The curve grows here with every step of a run."));
  showRanges();
}

void StepPlot::showRanges() {
  const double last = std::max(m_total, 1);
  plot().xAxis->setRange(-kMarkRoom * last, (1 + kMarkRoom) * last);
  setNiceRange(*plot().yAxis, niceAxis(largestOf(m_changes), intervalsThatFit(4)));
  setNiceRange(*plot().yAxis2, niceAxis(largestOf(m_areas), intervalsThatFit(2)));
  showMarks();
  describe();
  replotSoon();
}

void StepPlot::showMarks() {
  const int last = m_changes.empty() ? 0 : m_changes.rbegin()->first;
  m_now->setVisible(last > 0 && last < m_total);
  m_now->point1->setCoords(last, 0);
  m_now->point2->setCoords(last, 1);
  m_band->setVisible(m_stable.has_value());
  if (!m_stable) return m_bandText->setVisible(false);
  m_band->topLeft->setCoords(*m_stable, 0);
  m_band->bottomRight->setCoords(std::max(m_total, *m_stable), 1);
  m_bandText->setText(tr("Stable since step %1").arg(*m_stable));
  m_bandText->position->setCoords(*m_stable, 0);
}

void StepPlot::placeBandText() {
  if (!m_stable) return;
  const QRect inside = plot().axisRect()->rect();
  const double edge = plot().xAxis->coordToPixel(*m_stable);
  const double words = QFontMetrics(m_bandText->font()).horizontalAdvance(m_bandText->text()) + 12;
  // A late band is too narrow for its words: they stand before it then, and in a tiny plot the shade must do.
  const bool within = inside.right() - edge >= words;
  const double left = within ? edge : edge - words;
  const bool before = edge - inside.left() >= words;
  m_bandText->setPositionAlignment(Qt::AlignTop | (within ? Qt::AlignLeft : Qt::AlignRight));
  m_bandText->setVisible((within || before) && inside.height() >= kHeightForWords);
  // Where no curve runs through the words.
  const int high = QFontMetrics(m_bandText->font()).height() + 4;
  double top = 0;
  for (const double share : {0.0, 0.22, 0.44, 0.66}) {
    top = share;
    const int y = inside.top() + int(share * inside.height());
    if (!isCrossed(QRect(int(left), y, int(words), high))) break;
  }
  m_bandText->position->setCoords(*m_stable, top);
}

bool StepPlot::isCrossed(const QRect& words) const {
  const auto crosses = [&](const std::map<int, double>& values, const QCPAxis& axis) {
    const int first = int(std::floor(plot().xAxis->pixelToCoord(words.left())));
    const int last = int(std::ceil(plot().xAxis->pixelToCoord(words.right())));
    for (int step = first; step <= last; ++step) {
      const std::optional<double> value = valueAt(values, step);
      const double y = value ? axis.coordToPixel(*value) : -1;
      if (y >= words.top() && y <= words.bottom()) return true;
    }
    return false;
  };
  return crosses(m_changes, *plot().yAxis) || crosses(m_areas, *plot().yAxis2);
}

void StepPlot::restyle(const Theme& theme) {
  m_change->setPen(QPen(theme.accent, 1.5));
  QPen dashed(theme.implant, 1.5);
  dashed.setDashPattern({3, 2.5});
  m_area->setPen(dashed);
  m_area->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(theme.implant, 1.5), theme.panel, 6));
  m_band->setBrush(theme.successSoft);
  m_bandText->setColor(theme.text2);
  m_now->setPen(QPen(theme.text3, 1, Qt::DotLine));
  legend().setEntries({{tr("Latent change per step, %"), tr("Latent change, %"), Swatch::Solid, theme.accent},
                       {tr("Implant area, cm²"), tr("Area, cm²"), Swatch::Dashed, theme.implant}});
}

double StepPlot::snapped(double x) const { return std::clamp(std::round(x), 0.0, double(std::max(m_total, 1))); }

QString StepPlot::readout(double x) const {
  const int step = static_cast<int>(snapped(x));
  const auto change = m_changes.find(step);
  const auto area = m_areas.find(step);
  if (change == m_changes.end() && area == m_areas.end()) return {};
  QStringList lines = {tr("Step %1 of %2").arg(step).arg(m_total)};
  if (change != m_changes.end()) lines << tr("Latent change %1 %").arg(chartNumber(change->second, 2));
  if (area != m_areas.end()) lines << tr("Implant area %1 cm²").arg(chartNumber(area->second, 1));
  return lines.join('\n');
}

void StepPlot::describe() {
  QStringList sentences;
  if (!m_changes.empty())
    sentences << tr("The latent changed by %1 % in step %2.")
                     .arg(chartNumber(m_changes.rbegin()->second, 2))
                     .arg(m_changes.rbegin()->first);
  if (m_stable) sentences << tr("Stable since step %1").arg(*m_stable) + ".";
  setSummary(tr("Latent change per step and implant area"), sentences.join(' '));
}

}  // namespace hipwright
