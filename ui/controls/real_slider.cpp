#include "ui/controls/real_slider.h"

#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hipwright {

RealSlider::RealSlider(QWidget* parent) : BandSlider(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumWidth(60);
  connect(this, &QSlider::valueChanged, this, [this](int position) { emit realValueEdited(position / m_perUnit); });
}

void RealSlider::setRealRange(double low, double high, int positionsPerUnit) {
  const QSignalBlocker quiet(this);
  m_perUnit = positionsPerUnit;
  setRange(int(std::lround(low * m_perUnit)), int(std::lround(high * m_perUnit)));
}

void RealSlider::setRealBand(double low, double high) {
  setBand(int(std::lround(low * m_perUnit)), int(std::lround(high * m_perUnit)));
}

void RealSlider::setRealValue(double value) {
  const QSignalBlocker quiet(this);
  setValue(int(std::lround(std::clamp(value * m_perUnit, double(minimum()), double(maximum())))));
}

void RealSlider::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    BandSlider::wheelEvent(event);
  else
    event->ignore();
}

}  // namespace hipwright
