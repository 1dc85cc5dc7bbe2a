#include "ui/charts/sdf_histogram.h"

#include "ui/charts/axis_numbers.h"
#include "ui/charts/legend_row.h"
#include "ui/theme/type_scale.h"

#include <qcustomplot.h>
#include <cmath>
#include <numeric>

namespace hipwright {
namespace {

constexpr double kHeadroom = 1.15;  // for the word at the surface

std::map<double, QString> symmetricNumbers(const Histogram& histogram) {
  const double last = histogram.first + histogram.width * static_cast<double>(histogram.counts.size());
  const NiceAxis nice = niceAxis(std::max(std::abs(histogram.first), std::abs(last)), 3);
  std::map<double, QString> numbers;
  for (double at = -nice.top; at <= nice.top + nice.step / 2; at += nice.step)
    if (at >= histogram.first - 1e-9 && at <= last + 1e-9) numbers[at] = chartNumber(at, decimalsOf(nice.step));
  return numbers;
}

}  // namespace

SdfHistogram::SdfHistogram(QWidget* parent) : Chart(parent) {
  QCustomPlot& p = plot();
  m_outside = new QCPBars(p.xAxis, p.yAxis);
  m_inside = new QCPBars(p.xAxis, p.yAxis);
  for (QCPBars* bars : {m_outside, m_inside}) {
    bars->setAntialiased(false);
    bars->setPen(Qt::NoPen);
  }
  p.yAxis->setTicks(false);
  p.yAxis->setTickLabels(false);
  p.yAxis->setRange(0, kHeadroom);
  m_surface = new QCPItemStraightLine(&p);
  m_surface->point1->setCoords(0, 0);
  m_surface->point2->setCoords(0, 1);
  m_surfaceText = new QCPItemText(&p);
  m_surfaceText->setText(tr("surface"));
  m_surfaceText->setFont(fontOf(TextRole::Axis));
  m_surfaceText->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_surfaceText->setPadding({5, 0, 0, 0});
  m_surfaceText->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  m_surfaceText->position->setCoords(0, 0);
  setUnit(DistanceUnit::Model);
  clear();
  dress();
}

void SdfHistogram::clear() {
  m_histogram = {};
  setEmptyText(tr("The spread of distances appears with the result."));
}

void SdfHistogram::setUnit(DistanceUnit unit) {
  m_unit = unit;
  setAxisName(unit == DistanceUnit::Millimetre ? tr("signed distance, mm") : tr("signed distance, units of the model"));
}

void SdfHistogram::setCounts(double first, double binWidth, const std::vector<double>& counts) {
  m_histogram = {first, binWidth, counts};
  const std::vector<double> heights = barHeights(counts);
  QVector<double> x[2];
  QVector<double> y[2];
  double inside = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const double centre = first + (static_cast<double>(i) + 0.5) * binWidth;
    const int side = centre > 0 ? 1 : 0;
    x[side] << centre;
    y[side] << heights[i];
    if (side == 1) inside += counts[i];
  }
  m_outside->setData(x[0], y[0], true);
  m_inside->setData(x[1], y[1], true);
  m_outside->setWidth(binWidth);
  m_inside->setWidth(binWidth);
  plot().xAxis->setRange(first, first + binWidth * static_cast<double>(counts.size()));
  setTexts(*plot().xAxis, symmetricNumbers(m_histogram));
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
  setSummary(tr("Spread of signed distances"),
             tr("%1 % of the voxels lie inside the implant.").arg(chartNumber(all > 0 ? 100 * inside / all : 0, 2)));
  setEmptyText(all > 0 ? QString() : tr("The result has no distances."));
  replotSoon();
}

void SdfHistogram::restyle(const Theme& theme) {
  const QColor outside = mixed(theme.panel, theme.outline, 0.55);
  m_outside->setBrush(outside);
  m_inside->setBrush(theme.implant);
  m_surface->setPen(QPen(theme.text2, 1, Qt::DashLine));
  m_surfaceText->setColor(theme.text2);
  plot().yAxis->grid()->setVisible(false);
  legend().setEntries({{tr("Voxels outside"), tr("Outside"), Swatch::Block, outside},
                       {tr("Voxels inside the implant"), tr("Inside"), Swatch::Block, theme.implant}});
}

QString SdfHistogram::distance(double value) const { return chartNumber(value, decimalsOf(m_histogram.width)); }

QString SdfHistogram::readout(double x) const {
  const double bin = std::floor((x - m_histogram.first) / m_histogram.width);
  if (bin < 0 || bin >= static_cast<double>(m_histogram.counts.size())) return {};
  const double from = m_histogram.first + bin * m_histogram.width;
  const QString unit = m_unit == DistanceUnit::Millimetre ? tr(" mm") : QString();
  return tr("%1 to %2").arg(distance(from), distance(from + m_histogram.width)) + unit + '\n' +
         tr("%1 voxels").arg(chartNumber(m_histogram.counts[static_cast<std::size_t>(bin)], 0));
}

}  // namespace hipwright
