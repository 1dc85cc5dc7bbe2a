// An icon that stands by itself, and a button that is nothing but an icon.
#pragma once

#include "ui/theme/icons.h"

#include <QToolButton>
#include <QWidget>

namespace hipwright {

/// Painted anew at every paint, so that it follows the theme.
class IconLabel : public QWidget {
 public:
  IconLabel(IconName name, Tint tint, int px, QWidget* parent = nullptr);
  void setIcon(IconName name, Tint tint);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  IconName m_name;
  Tint m_tint;
};

/// Small and flat; `text` is its tooltip and what screen readers say.
QToolButton* makeIconButton(IconName name, const QString& text, QWidget* parent = nullptr);

}  // namespace hipwright
