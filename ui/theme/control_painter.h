// The shapes of the controls, each from an option and a theme: no widgets, no state.
#pragma once

#include "ui/theme/theme.h"

#include <QRect>
#include <QStyleOption>

class QPainter;

namespace hipwright::paint {

/// A rounded rectangle with a one pixel border that stays sharp.
void roundedBox(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border, double radius);

enum class FieldState { Plain, Invalid };
void field(QPainter& painter, const QStyleOption& option, const Theme& theme, FieldState state);

void checkBox(QPainter& painter, const QStyleOption& option, const Theme& theme);
void radioButton(QPainter& painter, const QStyleOption& option, const Theme& theme);
void tick(QPainter& painter, const QRectF& rect, const QColor& colour);

enum class Direction { Up, Down, Left, Right };
void chevron(QPainter& painter, const QRectF& rect, Direction direction, const QColor& colour);

/// Horizontal or vertical; the part before the handle in the accent colour.
void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle, const Theme& theme);

void progressGroove(QPainter& painter, const QStyleOption& option, const Theme& theme);
void progressShare(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme);

/// Two pixels, along the outside of the option's rectangle.
void focusRing(QPainter& painter, const QRectF& rect, const Theme& theme);

}  // namespace hipwright::paint
