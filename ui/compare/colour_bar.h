// What the colours of the surfaces mean: a bar in mm.
#pragma once

#include <QWidget>

namespace hipwright {

class ColourBar : public QWidget {
  Q_OBJECT

 public:
  explicit ColourBar(QWidget* parent = nullptr);

  /// mm at the ends.
  void setRange(double mm);

  QSize sizeHint() const override { return {240, 36}; }
  QSize minimumSizeHint() const override { return {120, 36}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  double m_range = 4;
};

}  // namespace hipwright
