#include "ui/charts/hu_histogram.h"

#include "ui/charts/axis_numbers.h"
#include "ui/charts/legend_row.h"

#include <qcustomplot.h>
#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kSoftTissueHu = -250;  // fat and up; air fills most of a CT and says nothing
constexpr double kLeastHighHu = 1600;
constexpr double kHeadroom = 1.06;
constexpr double kFootroom = 0.05;  // half a knot

}  // namespace

HuHistogram::HuHistogram(QWidget* parent) : Chart(parent) {
  QCustomPlot& p = plot();
  p.yAxis2->setVisible(true);
  p.yAxis->setTickLabels(false);
  p.yAxis->setTicks(false);
  m_bars = new QCPBars(p.xAxis, p.yAxis);
  m_bars->setAntialiased(false);
  m_bars->setBaseValue(-kFootroom);
  m_curve = p.addGraph(p.xAxis, p.yAxis2);
  m_knots = p.addGraph(p.xAxis, p.yAxis2);
  m_knots->setLineStyle(QCPGraph::lsNone);
  clear();
  dress();
  p.yAxis->grid()->setVisible(false);
}

void HuHistogram::setCounts(double firstHu, double binWidth, const std::vector<double>& counts) {
  m_histogram = {firstHu, binWidth, counts};
  setEmptyText({});
  showRanges();
}

void HuHistogram::setMap(const std::vector<double>& hu, const std::vector<double>& value) {
  if (hu.size() != value.size() || hu.size() < 2) return;
  m_hu = hu;
  m_value = value;
  showRanges();
}

void HuHistogram::clear() {
  m_histogram = {};
  setEmptyText(tr("Open a CT to see its HU values."));
  showRanges();
}

void HuHistogram::showRanges() {
  double high = kLeastHighHu;
  QVector<double> x;
  std::vector<double> shown;
  for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
    const double centre = m_histogram.first + (static_cast<double>(i) + 0.5) * m_histogram.width;
    if (centre < kSoftTissueHu) continue;
    x << centre;
    shown.push_back(m_histogram.counts[i]);
    if (m_histogram.counts[i] > 0) high = std::max(high, centre + m_histogram.width);
  }
  // Metal at the end of the scale would squeeze the rest.
  if (!m_hu.empty()) high = std::min(high, m_hu.back());
  const std::vector<double> heights = barHeights(shown);
  m_bars->setData(x, QVector<double>(heights.begin(), heights.end()), true);
  m_bars->setWidth(m_histogram.width);
  QCustomPlot& p = plot();
  p.xAxis->setRange(kSoftTissueHu, high);
  p.yAxis->setRange(-kFootroom, kHeadroom);
  std::map<double, QString> numbers;
  if (m_hu.size() >= 2) {
    QVector<double> hu = {kSoftTissueHu};
    QVector<double> value = {m_value.front()};
    for (std::size_t i = 0; i < m_hu.size(); ++i) hu << m_hu[i], value << m_value[i];
    m_curve->setData(hu, value, true);
    m_knots->data()->clear();
    for (std::size_t i = 0; i < m_hu.size() && m_hu[i] <= high; ++i) {
      m_knots->addData(m_hu[i], m_value[i]);
      numbers[m_hu[i]] = chartNumber(m_hu[i], 0);
    }
    const auto [least, most] = std::minmax_element(m_value.begin(), m_value.end());
    // The least value stands on the floor of the bars, the greatest just under the top.
    p.yAxis2->setRange(*least - (*most - *least) * kFootroom, *least + (*most - *least) * kHeadroom);
    setTexts(*p.yAxis2, {{*least, chartNumber(*least, 2)},
                         {(*least + *most) / 2, chartNumber((*least + *most) / 2, 2)},
                         {*most, chartNumber(*most, 2)}});
  }
  setAxisName(tr("HU"));
  if (!hasAxisName() && !numbers.empty()) numbers.begin()->second += " HU";
  setTexts(*p.xAxis, numbers);
  setSummary(tr("HU and how the model sees it"), tr("Bars: how often each HU occurs. Line: the value the model gets."));
  replotSoon();
}

void HuHistogram::restyle(const Theme& theme) {
  const QColor bars = mixed(theme.panel, theme.outline, 0.55);
  m_bars->setPen(Qt::NoPen);
  m_bars->setBrush(bars);
  m_curve->setPen(QPen(theme.accent, 1.5));
  m_knots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 1.5), theme.panel, 6));
  plot().yAxis->grid()->setVisible(false);
  legend().setEntries({{tr("Voxels"), tr("Voxels"), Swatch::Block, bars},
                       {tr("Value for the model"), tr("Model"), Swatch::Solid, theme.accent}});
}

double HuHistogram::mapped(double hu) const {
  if (hu <= m_hu.front()) return m_value.front();
  for (std::size_t i = 1; i < m_hu.size(); ++i)
    if (hu <= m_hu[i])
      return m_value[i - 1] + (m_value[i] - m_value[i - 1]) * (hu - m_hu[i - 1]) / (m_hu[i] - m_hu[i - 1]);
  return m_value.back();
}

QString HuHistogram::readout(double x) const {
  const double bin = std::floor((x - m_histogram.first) / m_histogram.width);
  if (bin < 0 || bin >= static_cast<double>(m_histogram.counts.size())) return {};
  const double from = m_histogram.first + bin * m_histogram.width;
  QStringList lines = {tr("%1 to %2 HU").arg(chartNumber(from, 0), chartNumber(from + m_histogram.width, 0)),
                       tr("%1 voxels").arg(chartNumber(m_histogram.counts[static_cast<std::size_t>(bin)], 0))};
  if (!m_hu.empty()) lines << tr("The model gets %1").arg(chartNumber(mapped(x), 2));
  return lines.join('\n');
}

}  // namespace hipwright
