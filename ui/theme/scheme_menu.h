// The light and dark switch: a button's action that flips the theme, and a menu with "as the system" besides.
#pragma once

#include <QAction>

class QMenu;

namespace hipwright {

class Appearance;

/// Shows a moon in the dark and a sun in the light. Triggering it chooses the other scheme.
class SchemeAction : public QAction {
  Q_OBJECT

 public:
  SchemeAction(Appearance& appearance, QObject* parent);

 private:
  void showTheme();

  Appearance& m_appearance;
};

/// "Theme": as the system, dark, light. Owned by `parent`.
QMenu* makeSchemeMenu(Appearance& appearance, QWidget* parent);

}  // namespace hipwright
