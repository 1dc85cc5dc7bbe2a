// The toolbar: open, generate or stop in one slot, export, layouts, window presets, and the device chip.
#pragma once

#include "ui/run/run_controller.h"

#include <QToolBar>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace hipwright {

class WindowActions;

class MainToolBar : public QToolBar {
  Q_OBJECT

 public:
  MainToolBar(WindowActions& actions, QWidget* parent);

  /// Layouts, window and layers: of use only while a case is open.
  void showViewTools(bool shown);

  /// To be called before one of Generate and Stop is disabled because the other takes its place: Qt would hand the
  /// keyboard to the next button. showRunState() gives it back to whichever stands there as soon as it is enabled.
  void holdRunFocus();

  /// Stop takes Generate's place; its label says what it waits for.
  void showRunState(RunState state);

  /// "Processor" and the memory in use, a share of 0 to 1.
  void showDevice(const QString& name, const QString& memory, double share);

  /// The preset and the values of the slices' window.
  void showWindowLevel(double width, double level);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addButton(QAction* action);
  void addOpenCt(WindowActions& actions);
  QAction* addIcons(const QList<QAction*>& actions);
  QAction* addWithGap(QToolButton* button);
  void addRunSlot(WindowActions& actions);
  void addLayouts(WindowActions& actions);
  void addWindows(WindowActions& actions);
  void addChip(WindowActions& actions);

  QStackedWidget* m_runSlot = nullptr;
  QPushButton* m_stop = nullptr;
  QToolButton* m_windows = nullptr;
  QLabel* m_device = nullptr;
  QLabel* m_memory = nullptr;
  QProgressBar* m_memoryBar = nullptr;
  WindowActions& m_actions;
  QList<QAction*> m_viewTools;
  QList<QAction*> m_wideTools;  ///< those of them that only a wide window has room for
  bool m_viewToolsShown = false;
  bool m_holdsFocus = false;
};

}  // namespace hipwright
