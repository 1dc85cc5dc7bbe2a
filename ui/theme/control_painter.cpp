#include "ui/theme/control_painter.h"

#include "ui/theme/type_scale.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace hipwright::paint {
namespace {

constexpr double kHalfPixel = 0.5;
constexpr double kGroove = 4;
constexpr double kHandle = 12;
constexpr double kBar = 8;

class Saved {
 public:
  explicit Saved(QPainter& painter) : m_painter(painter) {
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
  }
  ~Saved() { m_painter.restore(); }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

 private:
  QPainter& m_painter;
};

bool has(const QStyleOption& option, QStyle::StateFlag flag) { return option.state.testFlag(flag); }

QRectF centred(const QRectF& outer, double width, double height) {
  return {outer.center().x() - width / 2, outer.center().y() - height / 2, width, height};
}

void bar(QPainter& painter, const QRectF& rect, const QColor& colour) {
  const double radius = std::min(rect.width(), rect.height()) / 2;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(rect, radius, radius);
}

QColor boxFill(const QStyleOption& option, const Theme& theme, bool on) {
  if (!has(option, QStyle::State_Enabled)) return on ? theme.disabled : theme.panel;
  if (on) return has(option, QStyle::State_MouseOver) ? mixed(theme.accentFill, Qt::white, 0.08) : theme.accentFill;
  return has(option, QStyle::State_MouseOver) ? theme.hover : theme.field;
}

QColor boxBorder(const QStyleOption& option, const Theme& theme, bool on) {
  if (!has(option, QStyle::State_Enabled)) return on ? theme.disabled : theme.line;
  return on ? theme.accentFill : theme.outline;
}

}  // namespace

void roundedBox(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border, double radius) {
  const Saved saved(painter);
  painter.setPen(QPen(border, 1));
  painter.setBrush(fill);
  painter.drawRoundedRect(rect.adjusted(kHalfPixel, kHalfPixel, -kHalfPixel, -kHalfPixel), radius, radius);
}

void field(QPainter& painter, const QStyleOption& option, const Theme& theme, FieldState state) {
  const bool enabled = has(option, QStyle::State_Enabled);
  QColor border = enabled ? theme.outline : theme.line;
  if (enabled && has(option, QStyle::State_MouseOver)) border = mixed(theme.outline, theme.text, 0.3);
  if (state == FieldState::Invalid) border = theme.error;
  roundedBox(painter, option.rect, enabled ? theme.field : theme.panel, border, size::kRadius);
}

void tick(QPainter& painter, const QRectF& rect, const QColor& colour) {
  const Saved saved(painter);
  painter.setPen(QPen(colour, rect.width() / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const auto at = [&](double x, double y) { return rect.topLeft() + QPointF(x * rect.width(), y * rect.height()); };
  painter.drawPolyline(QPolygonF({at(0.25, 0.53), at(0.43, 0.70), at(0.76, 0.32)}));
}

void checkBox(QPainter& painter, const QStyleOption& option, const Theme& theme) {
  const bool partly = has(option, QStyle::State_NoChange);
  const bool on = partly || has(option, QStyle::State_On);
  const double side = std::min(option.rect.width(), option.rect.height());
  const QRectF box = centred(option.rect, side, side);
  roundedBox(painter, box, boxFill(option, theme, on), boxBorder(option, theme, on), 3);
  const QColor mark = has(option, QStyle::State_Enabled) ? theme.onAccent : theme.panel;
  if (partly) {
    const Saved saved(painter);
    bar(painter, centred(box, side / 2, 2), mark);
  } else if (on) {
    tick(painter, box, mark);
  }
}

void radioButton(QPainter& painter, const QStyleOption& option, const Theme& theme) {
  const bool on = has(option, QStyle::State_On);
  const double side = std::min(option.rect.width(), option.rect.height());
  const QRectF box = centred(option.rect, side, side);
  roundedBox(painter, box, boxFill(option, theme, on), boxBorder(option, theme, on), side / 2);
  if (!on) return;
  const Saved saved(painter);
  bar(painter, centred(box, side * 0.4, side * 0.4), has(option, QStyle::State_Enabled) ? theme.onAccent : theme.panel);
}

void chevron(QPainter& painter, const QRectF& rect, Direction direction, const QColor& colour) {
  const Saved saved(painter);
  painter.translate(rect.center());
  switch (direction) {
    case Direction::Up: painter.rotate(180); break;
    case Direction::Left: painter.rotate(90); break;
    case Direction::Right: painter.rotate(-90); break;
    case Direction::Down: break;
  }
  const double half = std::min(rect.width(), rect.height()) / 2;
  painter.setPen(QPen(colour, std::min(1.5, std::max(1.0, half / 3)), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(QPolygonF({{-half, -half / 2}, {0, half / 2}, {half, -half / 2}}));
}

void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle, const Theme& theme) {
  const Saved saved(painter);
  const bool enabled = has(option, QStyle::State_Enabled);
  const bool flat = option.orientation == Qt::Horizontal;
  const QRectF all = option.rect;
  const QPointF knob = QRectF(handle).center();
  const QRectF groove =
      flat ? centred(all, all.width() - kHandle, kGroove) : centred(all, kGroove, all.height() - kHandle);
  QRectF done = groove;
  // A vertical slider has its least value at the bottom, a mirrored one at the right.
  if (!flat) (option.upsideDown ? done.setTop(knob.y()) : done.setBottom(knob.y()));
  if (flat) (option.upsideDown ? done.setLeft(knob.x()) : done.setRight(knob.x()));
  bar(painter, groove, enabled ? mixed(theme.panel, theme.outline, 0.5) : theme.line);
  bar(painter, done, enabled ? theme.accent : theme.disabled);
  const bool lively =
      enabled && (option.activeSubControls.testFlag(QStyle::SC_SliderHandle) || has(option, QStyle::State_Sunken));
  const double side = lively ? kHandle + 2 : kHandle;
  bar(painter, QRectF(knob.x() - side / 2, knob.y() - side / 2, side, side), enabled ? theme.accent : theme.disabled);
}

void progressGroove(QPainter& painter, const QStyleOption& option, const Theme& theme) {
  const Saved saved(painter);
  const QRectF all = option.rect;
  bar(painter, centred(all, all.width(), std::min(kBar, all.height())), theme.hover);
}

void progressShare(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme) {
  const Saved saved(painter);
  const QRectF all = option.rect;
  QRectF groove = centred(all, all.width(), std::min(kBar, all.height()));
  const double range = double(option.maximum) - option.minimum;
  if (range <= 0) {  // no share known: a still mark instead of a moving one
    bar(painter, centred(groove, groove.width() / 4, groove.height()), theme.accent);
    return;
  }
  const double share = std::clamp((double(option.progress) - option.minimum) / range, 0.0, 1.0);
  if (share <= 0) return;
  groove.setWidth(std::max(groove.height(), share * groove.width()));
  bar(painter, groove, has(option, QStyle::State_Enabled) ? theme.accent : theme.disabled);
}

void focusRing(QPainter& painter, const QRectF& rect, const Theme& theme) {
  const Saved saved(painter);
  painter.setPen(QPen(theme.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), size::kRadius + 3, size::kRadius + 3);
}

}  // namespace hipwright::paint
