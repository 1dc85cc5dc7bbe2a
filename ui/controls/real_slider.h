// A slider over real numbers, with the recommended part of its range marked.
#pragma once

#include "ui/theme/parts.h"

namespace hipwright {

class RealSlider : public BandSlider {
  Q_OBJECT

 public:
  explicit RealSlider(QWidget* parent = nullptr);

  /// The slider's ends and how many of its positions make one unit.
  void setRealRange(double low, double high, int positionsPerUnit);
  void setRealBand(double low, double high);

  /// Values outside the range show at the nearest end; nothing is emitted.
  void setRealValue(double value);

 signals:
  /// The user moved the handle.
  void realValueEdited(double value);

 protected:
  /// The wheel scrolls the panel unless the slider has the focus, so that no setting changes in passing.
  void wheelEvent(QWheelEvent* event) override;

 private:
  double m_perUnit = 1;
};

}  // namespace hipwright
