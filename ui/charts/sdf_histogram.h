// How the distances of the result are spread: how much of the field lies inside the implant, outside, and at its
// surface.
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/histogram.h"

class QCPBars;
class QCPItemStraightLine;
class QCPItemText;

namespace hipwright {

enum class DistanceUnit { Millimetre, Model };

class SdfHistogram : public Chart {
  Q_OBJECT

 public:
  explicit SdfHistogram(QWidget* parent = nullptr);

  /// Bins of equal width from `first`; positive is inside the implant. The bars show square roots.
  void setCounts(double first, double binWidth, const std::vector<double>& counts);

  /// Millimetres if the model set says how long its unit is.
  void setUnit(DistanceUnit unit);

  void clear();

  QString readout(double x) const override;

 protected:
  void restyle(const Theme& theme) override;

 private:
  QString distance(double value) const;

  QCPBars* m_outside;
  QCPBars* m_inside;
  QCPItemStraightLine* m_surface;
  QCPItemText* m_surfaceText;
  Histogram m_histogram;
  DistanceUnit m_unit = DistanceUnit::Model;
};

}  // namespace hipwright
