// The noise schedule: how much signal and how much noise each t holds, and the steps that a run takes through it.
#pragma once

#include "ui/charts/chart.h"

#include <optional>
#include <vector>

class QCPGraph;
class QCPItemStraightLine;

namespace hipwright {

class SchedulePlot : public Chart {
  Q_OBJECT

 public:
  explicit SchedulePlot(QWidget* parent = nullptr);

  /// `alphasCumprod`: the share of the signal's power at each t from 0, falling from 1. `timesteps`: the t of each
  /// step, falling; those outside are left out. t runs from right to left, as a run does.
  void setSchedule(const std::vector<double>& alphasCumprod, const std::vector<int>& timesteps);

  /// Marks where a run stands: the step it has just done, from 0; nothing for no run.
  void setCurrentStep(std::optional<std::size_t> step);

  void clear();

  QString readout(double x) const override;

 protected:
  void restyle(const Theme& theme) override;
  void fitNumbers() override;
  double snapped(double x) const override;

 private:
  std::optional<std::size_t> nearestStep(double t) const;
  void showCurrentStep();

  QCPGraph* m_signal;
  QCPGraph* m_noise;
  QCPGraph* m_steps;
  QCPGraph* m_ticks;
  QCPGraph* m_now;  ///< one dot on each curve
  QCPItemStraightLine* m_nowLine;
  std::optional<std::size_t> m_current;
  std::vector<double> m_alphas;
  std::vector<int> m_timesteps;
};

}  // namespace hipwright
