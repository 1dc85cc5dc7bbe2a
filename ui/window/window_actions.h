// Everything the window can be told to do: actions with icons, keys and tooltips, in the menus and the toolbar.
#pragma once

#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

class QMainWindow;
class QMenu;
class QToolBar;

namespace hipwright {

class Appearance;

class WindowActions : public QObject {
  Q_OBJECT

 public:
  WindowActions(QMainWindow& window, Appearance& appearance);

  QAction* openCt;
  QAction* openFolder;  ///< of a DICOM series
  QAction* openRun;
  QAction* demo;
  QAction* closeCase;
  QAction* exportResult;
  QAction* compare;  ///< checked while the comparison is shown
  QAction* screenshot;
  QAction* quit;
  QAction* generate;
  QAction* stop;
  QAction* escape;  ///< Esc; not in a menu
  QAction* resetSettings;
  QAction* crosshair;
  QAction* overlay;
  QAction* region;
  QAction* link;   ///< zoom and window of the slices together
  QAction* ruler;  ///< ruler and angle are on while the next clicks measure
  QAction* angle;
  QAction* clearMeasurements;
  QAction* chooseModel;
  QAction* log;
  QAction* about;
  QAction* preferences;
  QAction* fieldHelp;
  QAction* nextPanel;
  QAction* previousPanel;
  QAction* theme;
  QActionGroup* layouts;    ///< data: ViewLayout
  QActionGroup* windows;    ///< data: index of the window preset
  QActionGroup* languages;  ///< data: "", "en", "zh_CN"
  QMenu* recentMenu = nullptr;
  QMenu* themeMenu = nullptr;
  QMenu* panelMenu = nullptr;  ///< the window adds its docks

 private:
  QAction* add(IconName name, const QString& text, const QKeySequence& key, const QString& tip);
  QAction* addChoice(QActionGroup* group, const QString& text, const QVariant& data);
  void makeFileActions();
  void makeRunActions();
  void makeViewActions();
  void makeChoices();
  void makeMenus(QMainWindow& window, QMenu* themes);
};

}  // namespace hipwright
