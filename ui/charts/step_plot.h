// The live plot of a run: how much the denoised estimate still changes with each step, and the implant's area in the
// plane.
#pragma once

#include "ui/charts/chart.h"

#include <map>
#include <optional>

class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;

namespace hipwright {

class StepPlot : public Chart {
  Q_OBJECT

 public:
  explicit StepPlot(QWidget* parent = nullptr);

  /// Steps of the run, at least 1: the length of the x axis. Drops nothing.
  void setSteps(int total);

  /// RMS change of the denoised estimate in this step, in % of the RMS of the estimate before. Steps count from 1. A
  /// step given again replaces its value; values that are no numbers are left out.
  void addStep(int step, double changePercent);

  /// Area of the implant in the plane of the strip, cm².
  void addArea(int step, double cm2);

  /// These areas in place of all there were, for example of another plane.
  void setAreas(std::map<int, double> areas);

  /// Shades the part from this step on; nothing removes the mark.
  void setStableSince(std::optional<int> step);

  void clear();

  QString readout(double x) const override;

 protected:
  void restyle(const Theme& theme) override;
  void fitNumbers() override { showRanges(); }
  double snapped(double x) const override;

 private:
  void showRanges();
  void showMarks();
  void placeBandText();
  bool isCrossed(const QRect& words) const;
  void describe();

  QCPGraph* m_change;
  QCPGraph* m_area;
  QCPItemRect* m_band;
  QCPItemText* m_bandText;
  QCPItemStraightLine* m_now;
  std::map<int, double> m_changes;
  std::map<int, double> m_areas;
  std::optional<int> m_stable;
  int m_total = 0;
};

}  // namespace hipwright
