#include "ui/controls/band_slider.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyle>

#include <cmath>

namespace hipwright {

BandSlider::BandSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setFocusPolicy(Qt::StrongFocus);
  connect(this, &QSlider::valueChanged, this, [this](int position) { emit realValueEdited(position / m_perUnit); });
}

void BandSlider::setRealRange(double low, double high, int positionsPerUnit) {
  const QSignalBlocker quiet(this);
  m_perUnit = positionsPerUnit;
  setRange(int(std::lround(low * m_perUnit)), int(std::lround(high * m_perUnit)));
}

void BandSlider::setBand(double low, double high) {
  m_bandLow = low;
  m_bandHigh = high;
  update();
}

void BandSlider::setRealValue(double value) {
  const QSignalBlocker quiet(this);
  setValue(int(std::lround(std::clamp(value * m_perUnit, double(minimum()), double(maximum())))));
}

int BandSlider::xOf(double value) const {
  constexpr int kHandle = 12;
  const int position = int(std::lround(value * m_perUnit));
  return kHandle / 2 + QStyle::sliderPositionFromValue(minimum(), maximum(), position, width() - kHandle);
}

void BandSlider::paintEvent(QPaintEvent* event) {
  if (m_bandHigh > m_bandLow) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeOf(palette()).accentSoft);
    const QRectF band(xOf(m_bandLow), height() / 2.0 - 4, xOf(m_bandHigh) - xOf(m_bandLow), 8);
    painter.drawRoundedRect(band, 2, 2);
  }
  QSlider::paintEvent(event);
}

}  // namespace hipwright
