#include "ui/window/window_actions.h"

#include "ui/slices/pane_layout.h"
#include "ui/theme/scheme_menu.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace hipwright {

WindowActions::WindowActions(QMainWindow& window, Appearance& appearance) : QObject(&window) {
  makeFileActions();
  makeRunActions();
  makeViewActions();
  makeChoices();
  theme = new SchemeAction(appearance, this);
  makeMenus(window, makeSchemeMenu(appearance, &window));
  for (QAction* action : findChildren<QAction*>()) window.addAction(action);
}

QAction* WindowActions::add(IconName name, const QString& text, const QKeySequence& key, const QString& tip) {
  auto* action = new QAction(iconOf(name), text, this);
  action->setShortcut(key);
  const QString keys = key.toString(QKeySequence::NativeText);
  action->setToolTip(keys.isEmpty() ? tip : QString("%1 (%2)").arg(tip, keys));
  return action;
}

QAction* WindowActions::addChoice(QActionGroup* group, const QString& text, const QVariant& data) {
  auto* action = new QAction(text, group);
  action->setCheckable(true);
  action->setData(data);
  return action;
}

void WindowActions::makeFileActions() {
  openCt = add(IconName::OpenCt, tr("Open CT"), QKeySequence::Open, tr("Open a pre-operative CT"));
  openFolder = add(IconName::Folder, tr("Open DICOM folder…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
                   tr("Open the folder with the slices of a CT"));
  openRun = add(IconName::OpenRun, tr("Open run"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                tr("Open the folder of a finished run; no model is needed"));
  demo = add(IconName::Demo, tr("Try the demo"), {}, tr("Open a computed hip and generate an implant for it"));
  closeCase = add(IconName::Close, tr("Close case"), {Qt::CTRL | Qt::Key_W}, tr("Back to the start page"));
  exportResult = add(IconName::Export, tr("Export"), {Qt::CTRL | Qt::Key_E}, tr("Save the implant and its volumes"));
  screenshot = add(IconName::Camera, tr("Save picture of the 3-D view…"), {}, tr("Save what the 3-D view shows"));
  quit = add(IconName::Close, tr("Quit"), QKeySequence::Quit, tr("Quit"));
}

void WindowActions::makeRunActions() {
  generate = add(IconName::Generate, tr("Generate"), {Qt::CTRL | Qt::Key_G}, tr("Generate an implant for this CT"));
  stop = add(IconName::Stop, tr("Stop"), {}, tr("Stop the run") + " (Esc)");
  escape = new QAction(this);
  escape->setShortcut(Qt::Key_Escape);
  compare = add(IconName::Compare, tr("Compare CFG"), {Qt::CTRL | Qt::Key_K}, tr("Compare guidance values on this CT"));
  compare->setCheckable(true);
  resetSettings = add(IconName::Reset, tr("Reset settings"), {}, tr("Back to the values of the preset"));
}

void WindowActions::makeViewActions() {
  crosshair = add(IconName::Crosshair, tr("Crosshair"), {}, tr("Show the crosshair in the slices"));
  overlay = add(IconName::Overlay, tr("Implant on slices"), {}, tr("Show the implant on the slices"));
  region = add(IconName::Region, tr("Region"), {}, tr("Show the region in the views"));
  link = add(IconName::Link, tr("Linked views"), {}, tr("Zoom and gray window of one slice are those of all"));
  for (QAction* action : {crosshair, overlay, region, link}) {
    action->setCheckable(true);
    action->setChecked(true);
    action->setIconVisibleInMenu(false);  // the check mark stands there
  }
  ruler = add(IconName::Ruler, tr("Measure a distance"), {}, tr("Measure a distance: drag, or click both ends"));
  angle = add(IconName::Angle, tr("Measure an angle"), {}, tr("Measure an angle: click its three points"));
  for (QAction* action : {ruler, angle}) {
    action->setCheckable(true);
    action->setIconVisibleInMenu(false);
  }
  clearMeasurements = add(IconName::Trash, tr("Remove all measurements"), {}, tr("Remove all measurements"));
  chooseModel = add(IconName::Folder, tr("Choose a model set…"), {}, tr("Choose the folder of a model set"));
  log = add(IconName::Log, tr("Log"), {Qt::CTRL | Qt::Key_L}, tr("Show what happened"));
  log->setCheckable(true);
  fieldHelp = add(IconName::Help, tr("Help on this field"), Qt::Key_F1, tr("Say what the focused field does"));
  nextPanel = add(IconName::ChevronRight, tr("Next panel"), Qt::Key_F6, tr("Move the keyboard to the next panel"));
  previousPanel = add(IconName::ChevronLeft, tr("Previous panel"), {Qt::SHIFT | Qt::Key_F6},
                      tr("Move the keyboard to the previous panel"));
  preferences = add(IconName::More, tr("Preferences…"), {Qt::CTRL | Qt::Key_Comma}, tr("What holds for all cases"));
  about = add(IconName::Note, tr("About Hipwright"), {}, tr("Versions, licences and purpose"));
}

void WindowActions::makeChoices() {
  layouts = new QActionGroup(this);
  const auto addLayout = [&](IconName name, const QString& text, ViewLayout layout) {
    QAction* action = addChoice(layouts, text, int(layout));
    action->setIcon(iconOf(name));
    action->setToolTip(text);
  };
  addLayout(IconName::LayoutPlanning, tr("Planning layout"), ViewLayout::Planning);
  addLayout(IconName::LayoutGrid, tr("Four equal views"), ViewLayout::Grid);
  addLayout(IconName::LayoutSlices, tr("Slices only"), ViewLayout::Slices);
  addLayout(IconName::Layout3D, tr("3-D only"), ViewLayout::Volume);
  layouts->actions().first()->setChecked(true);

  windows = new QActionGroup(this);
  addChoice(windows, tr("Default"), 0);
  addChoice(windows, tr("Bone"), 1);
  addChoice(windows, tr("Soft tissue"), 2);
  addChoice(windows, tr("Metal"), 3);
  windows->actions().first()->setChecked(true);

  languages = new QActionGroup(this);
  addChoice(languages, tr("Follow the system"), "");
  addChoice(languages, "English", "en");
  addChoice(languages, QString::fromUtf8("简体中文"), "zh_CN");
}

void WindowActions::makeMenus(QMainWindow& window, QMenu* themes) {
  QMenuBar* bar = window.menuBar();
  QMenu* file = bar->addMenu(tr("&File"));
  file->addActions({openCt, openFolder, openRun});
  recentMenu = file->addMenu(tr("Recent cases"));
  file->addAction(demo);
  file->addSeparator();
  file->addActions({exportResult, screenshot});
  file->addSeparator();
  file->addActions({closeCase, quit});
  QMenu* edit = bar->addMenu(tr("&Edit"));
  edit->addActions({resetSettings, clearMeasurements});
  edit->addSeparator();
  edit->addAction(preferences);
  QMenu* view = bar->addMenu(tr("&View"));
  view->addMenu(tr("Layout"))->addActions(layouts->actions());
  view->addMenu(tr("Window preset"))->addActions(windows->actions());
  view->addActions({crosshair, overlay, region, link});
  view->addSeparator();
  panelMenu = view->addMenu(tr("Panels"));
  view->addActions({nextPanel, previousPanel});
  themeMenu = themes;
  view->addMenu(themes);
  view->addMenu(tr("Language"))->addActions(languages->actions());
  QMenu* run = bar->addMenu(tr("&Run"));
  run->addActions({generate, stop, compare});
  QMenu* tools = bar->addMenu(tr("&Tools"));
  tools->addActions({ruler, angle});
  tools->addSeparator();
  tools->addActions({chooseModel, log});
  QMenu* help = bar->addMenu(tr("&Help"));
  help->addActions({fieldHelp, about});
}

}  // namespace hipwright
