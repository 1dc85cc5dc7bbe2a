#include "ui/charts/schedule_plot.h"

#include "ui/charts/axis_numbers.h"
#include "ui/charts/legend_row.h"

#include <qcustomplot.h>
#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::size_t kMostDots = 60;  // above, dots would hide the curve and ticks alone show the steps
constexpr double kTickHeight = 0.05;

}  // namespace

SchedulePlot::SchedulePlot(QWidget* parent) : Chart(parent) {
  QCustomPlot& p = plot();
  m_noise = p.addGraph();
  m_signal = p.addGraph();
  m_ticks = p.addGraph();
  m_ticks->setLineStyle(QCPGraph::lsImpulse);
  m_steps = p.addGraph();
  m_steps->setLineStyle(QCPGraph::lsNone);
  m_now = p.addGraph();
  m_now->setLineStyle(QCPGraph::lsNone);
  m_nowLine = new QCPItemStraightLine(&p);
  m_nowLine->setVisible(false);
  p.xAxis->setRangeReversed(true);
  setAxisName(tr("t, from noise to the implant"));
  setWholeNumbers(*p.xAxis, 6);
  SchedulePlot::fitNumbers();
  clear();
  dress();
}

void SchedulePlot::clear() {
  m_alphas.clear();
  m_timesteps.clear();
  setEmptyText(tr("Choose a model to see its noise schedule."));
}

void SchedulePlot::setSchedule(const std::vector<double>& alphasCumprod, const std::vector<int>& timesteps) {
  if (alphasCumprod.empty()) return clear();
  m_alphas = alphasCumprod;
  m_timesteps.clear();
  QVector<double> t;
  QVector<double> signal;
  QVector<double> noise;
  for (std::size_t i = 0; i < m_alphas.size(); ++i) {
    const double share = std::clamp(m_alphas[i], 0.0, 1.0);
    t << static_cast<double>(i);
    signal << std::sqrt(share);
    noise << std::sqrt(1 - share);
  }
  QVector<double> at;
  QVector<double> height;
  for (const int step : timesteps) {
    if (step < 0 || step >= static_cast<int>(m_alphas.size())) continue;
    m_timesteps.push_back(step);
    at << step;
    height << signal[step];
  }
  m_signal->setData(t, signal, true);
  m_noise->setData(t, noise, true);
  m_ticks->setData(at, QVector<double>(at.size(), kTickHeight));
  m_steps->setData(at, height);
  m_steps->setVisible(m_timesteps.size() <= kMostDots);
  plot().xAxis->setRange(-0.012 * double(m_alphas.size()), double(m_alphas.size()));
  setEmptyText({});
  showCurrentStep();
  setSummary(tr("Noise schedule"), tr("%1 steps from t %2 to t %3.")
                                       .arg(m_timesteps.size())
                                       .arg(m_timesteps.empty() ? 0 : m_timesteps.front())
                                       .arg(m_timesteps.empty() ? 0 : m_timesteps.back()));
  replotSoon();
}

void SchedulePlot::setCurrentStep(std::optional<std::size_t> step) {
  m_current = step;
  showCurrentStep();
  replotSoon();
}

void SchedulePlot::showCurrentStep() {
  const bool shown = m_current && *m_current < m_timesteps.size();
  m_now->setVisible(shown);
  m_nowLine->setVisible(shown);
  if (!shown) return;
  const int t = m_timesteps[*m_current];
  const double share = std::clamp(m_alphas[static_cast<std::size_t>(t)], 0.0, 1.0);
  m_now->setData(QVector<double>(2, t), {std::sqrt(share), std::sqrt(1 - share)});
  m_nowLine->point1->setCoords(t, 0);
  m_nowLine->point2->setCoords(t, 1);
}

void SchedulePlot::fitNumbers() { setNiceRange(*plot().yAxis, {1, 1.0 / intervalsThatFit(4)}); }

void SchedulePlot::restyle(const Theme& theme) {
  m_signal->setPen(QPen(theme.accent, 1.5));
  QPen dashed(theme.implant, 1.5);
  dashed.setDashPattern({3, 2.5});
  m_noise->setPen(dashed);
  m_ticks->setPen(QPen(theme.text3, 1));
  m_steps->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.accent, 1.2), theme.panel, 5));
  m_now->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(theme.text, 1.5), theme.text, 8));
  m_nowLine->setPen(QPen(theme.text3, 1, Qt::DotLine));
  legend().setEntries({{tr("Share of signal, steps marked"), tr("Signal"), Swatch::Solid, theme.accent},
                       {tr("Share of noise"), tr("Noise"), Swatch::Dashed, theme.implant}});
}

std::optional<std::size_t> SchedulePlot::nearestStep(double t) const {
  if (m_timesteps.empty()) return std::nullopt;
  const auto nearer = [&](int a, int b) { return std::abs(a - t) < std::abs(b - t); };
  return std::min_element(m_timesteps.begin(), m_timesteps.end(), nearer) - m_timesteps.begin();
}

double SchedulePlot::snapped(double x) const {
  const auto step = nearestStep(x);
  return step ? m_timesteps[*step] : x;
}

QString SchedulePlot::readout(double x) const {
  const auto step = nearestStep(x);
  if (!step) return {};
  const int t = m_timesteps[*step];
  const double share = std::clamp(m_alphas[static_cast<std::size_t>(t)], 0.0, 1.0);
  return tr("Step %1 of %2, t %3").arg(*step + 1).arg(m_timesteps.size()).arg(t) + '\n' +
         tr("Signal %1, noise %2").arg(chartNumber(std::sqrt(share), 3), chartNumber(std::sqrt(1 - share), 3));
}

}  // namespace hipwright
