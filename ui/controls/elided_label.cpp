#include "ui/controls/elided_label.h"

#include "ui/theme/parts.h"

#include <QPainter>

namespace hipwright {

ElidedLabel::ElidedLabel(const char* role, QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setProperty("role", role);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text) {
  m_full = text;
  setAccessibleName(text);
  updateToolTip();
  updateGeometry();
  update();
}

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()}; }

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(m_full) + 2, fontMetrics().height()}; }

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  painter.drawText(rect(), int(alignment()), fontMetrics().elidedText(m_full, Qt::ElideMiddle, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  updateToolTip();
}

void ElidedLabel::updateToolTip() {
  setToolTip(fontMetrics().horizontalAdvance(m_full) > width() ? plainTip(m_full) : QString());
}

}  // namespace hipwright
