// Two numbers over the guidance value: how a result depends on it.
#pragma once

#include "ui/charts/chart.h"

#include <QPointF>
#include <vector>

class QCPGraph;
class QCPItemRect;
class QCPItemText;

namespace hipwright {

/// Beside the curve: of a run with other settings than the curve's.
struct LonePoint {
  QString name;  ///< of its run
  QPointF at;
};

/// A number of every value where it could be measured.
struct ValueSeries {
  QString name;  ///< with its unit
  int decimals = 1;
  std::vector<QPointF> points;  ///< x is the guidance value
  std::vector<LonePoint> lone;
};

class ValuePlot : public Chart {
  Q_OBJECT

 public:
  explicit ValuePlot(QWidget* parent = nullptr);

  /// `left` is drawn solid with round marks on the left axis, `right` dashed with square ones on the right. Lone points
  /// are filled marks that no line joins.
  void setSeries(const ValueSeries& left, const ValueSeries& right);

  /// The values that are recommended, shaded, and named where the name fits.
  void setBand(double from, double to);
  bool isBandNamed() const;

  /// Guidance values that are shown from the start, so that the axis keeps still while points arrive.
  void setExpected(const std::vector<double>& values);

  QString readout(double x) const override;

 protected:
  void restyle(const Theme& theme) override;
  void fitNumbers() override { showRanges(); }
  double snapped(double x) const override;

 private:
  void showRanges();
  void showBandName();
  void describe();
  std::vector<double> measured() const;
  std::vector<double> values() const;

  ValueSeries m_left;
  ValueSeries m_right;
  std::vector<double> m_expected;
  QCPGraph* m_leftGraph;
  QCPGraph* m_rightGraph;
  QCPGraph* m_leftLone;
  QCPGraph* m_rightLone;
  QCPItemRect* m_band;
  QCPItemText* m_bandText;
};

}  // namespace hipwright
