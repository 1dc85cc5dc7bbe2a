#include "ui/controls/real_slider.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionSlider>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kBandShare = 0.45;  // of the accent in the panel's colour
constexpr double kBandHeight = 8;    // px

}  // namespace

RealSlider::RealSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumWidth(60);
  connect(this, &QSlider::valueChanged, this, [this](int position) { emit realValueEdited(position / m_perUnit); });
}

int RealSlider::positionOf(double value) const { return static_cast<int>(std::lround(value * m_perUnit)); }

void RealSlider::setRealRange(double low, double high, int positionsPerUnit) {
  const QSignalBlocker quiet(this);
  m_perUnit = positionsPerUnit;
  setRange(positionOf(low), positionOf(high));
}

void RealSlider::setRealBand(double low, double high) {
  m_band = std::pair(positionOf(low), positionOf(high));
  update();
}

void RealSlider::setRealValue(double value) {
  const QSignalBlocker quiet(this);
  setValue(positionOf(std::clamp(value, minimum() / m_perUnit, maximum() / m_perUnit)));
}

double RealSlider::pixelOf(int position) const {
  QStyleOptionSlider option;
  initStyleOption(&option);
  option.sliderPosition = position;
  return QRectF(style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this)).center().x();
}

void RealSlider::paintEvent(QPaintEvent* event) {
  if (m_band) {
    const Theme theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = pixelOf(m_band->first);
    const QRectF band(left, (height() - kBandHeight) / 2, pixelOf(m_band->second) - left, kBandHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(theme.panel, isEnabled() ? theme.accent : theme.disabled, kBandShare));
    painter.drawRoundedRect(band, kBandHeight / 2, kBandHeight / 2);
  }
  QSlider::paintEvent(event);
}

void RealSlider::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QSlider::wheelEvent(event);
  else
    event->ignore();
}

}  // namespace hipwright
