// A slider over real numbers that paints the recommended part of its range under the groove.
#pragma once

#include <QSlider>

namespace hipwright {

class BandSlider : public QSlider {
  Q_OBJECT

 public:
  explicit BandSlider(QWidget* parent = nullptr);

  /// The slider's ends and how many of its positions make one unit.
  void setRealRange(double low, double high, int positionsPerUnit);

  /// The part to recommend; equal ends for none.
  void setBand(double low, double high);

  /// Values outside the range show at the nearest end; nothing is emitted.
  void setRealValue(double value);

 signals:
  /// The user moved the handle.
  void realValueEdited(double value);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int xOf(double value) const;

  double m_bandLow = 0;
  double m_bandHigh = 0;
  double m_perUnit = 1;
};

}  // namespace hipwright
