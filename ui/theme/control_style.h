// Paints what a style sheet cannot: fields, check boxes, sliders, progress bars and the focus ring. Fusion does the
// rest.
#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>

class QStyleOptionComboBox;

namespace hipwright {

/// Fields with the property state = "error" get a red border.
class ControlStyle : public QProxyStyle {
  Q_OBJECT

 public:
  explicit ControlStyle(const Theme& theme);

  void setTheme(const Theme& theme) { m_theme = theme; }

  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returned) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                       const QWidget* widget) const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  QIcon standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const override;
  using QProxyStyle::polish;
  void polish(QWidget* widget) override;

  /// The wheel over a combo or spin box without the focus scrolls the panel around it: no setting changes in passing.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void drawComboText(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget) const;
  void drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;

  Theme m_theme;
};

}  // namespace hipwright
