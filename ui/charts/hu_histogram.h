// How often each HU occurs in the CT, and how the model sees it: the piecewise map from HU to the network's values.
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/histogram.h"

#include <vector>

class QCPBars;
class QCPGraph;

namespace hipwright {

class HuHistogram : public Chart {
  Q_OBJECT

 public:
  explicit HuHistogram(QWidget* parent = nullptr);

  /// Bins of equal width from `firstHu`; the bars show square roots, so that bone shows beside soft tissue.
  void setCounts(double firstHu, double binWidth, const std::vector<double>& counts);

  /// Knots of the map, HU increasing; both of the same length, at least 2.
  void setMap(const std::vector<double>& hu, const std::vector<double>& value);

  void clear();

  QString readout(double x) const override;

 protected:
  void restyle(const Theme& theme) override;
  void fitNumbers() override { showRanges(); }

 private:
  void showRanges();
  double mapped(double hu) const;

  QCPBars* m_bars;
  QCPGraph* m_curve;
  QCPGraph* m_knots;
  Histogram m_histogram;
  std::vector<double> m_hu;
  std::vector<double> m_value;
};

}  // namespace hipwright
