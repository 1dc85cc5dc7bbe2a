// A slider over real numbers, with the recommended part of its range marked under the groove.
#pragma once

#include <QSlider>

#include <optional>

namespace hipwright {

class RealSlider : public QSlider {
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
  void paintEvent(QPaintEvent* event) override;
  /// The wheel scrolls the panel unless the slider has the focus, so that no setting changes in passing.
  void wheelEvent(QWheelEvent* event) override;

 private:
  int positionOf(double value) const;
  double pixelOf(int position) const;

  double m_perUnit = 1;
  std::optional<std::pair<int, int>> m_band;  ///< positions
};

}  // namespace hipwright
