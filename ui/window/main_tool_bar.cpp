#include "ui/window/main_tool_bar.h"

#include "ui/controls/icon_label.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/window/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace hipwright {
namespace {

constexpr int kRoomForAll = 1540;  // px

/// A push button that does what an action does and is enabled as it is.
QPushButton* buttonFor(QAction* action, const char* kind, QWidget* parent) {
  auto* button = new QPushButton(action->text(), parent);
  button->setProperty("kind", kind);
  button->setIconSize({size::kIcon, size::kIcon});
  button->setFixedHeight(size::kControl);
  const auto follow = [button, action] {
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->toolTip());
  };
  QObject::connect(action, &QAction::changed, button, follow);
  QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
  follow();
  return button;
}

}  // namespace

MainToolBar::MainToolBar(WindowActions& actions, QWidget* parent) : QToolBar(parent), m_actions(actions) {
  setObjectName("mainToolBar");
  setWindowTitle(tr("Toolbar"));
  setMovable(false);
  setFloatable(false);
  setContextMenuPolicy(Qt::PreventContextMenu);
  setIconSize({size::kIcon + space::kTight, size::kIcon});  // the icon stands at the left of the wider place
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  addOpenCt(actions);
  addButton(actions.openRun);
  addSeparator();
  addRunSlot(actions);
  addButton(actions.compare);
  addButton(actions.exportResult);
  m_viewTools << addSeparator();
  addLayouts(actions);
  addWindows(actions);
  auto* room = new QWidget(this);
  room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  addWidget(room);
  addChip(actions);
}

QToolButton* MainToolBar::addButton(QAction* action) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setFocusPolicy(Qt::TabFocus);
  addWithGap(button);
  return button;
}

void MainToolBar::addOpenCt(WindowActions& actions) {
  QToolButton* button = addButton(actions.openCt);
  auto* ways = new QMenu(button);
  ways->addActions({actions.openCt, actions.openFolder});
  button->setMenu(ways);
  button->setPopupMode(QToolButton::MenuButtonPopup);
}

QAction* MainToolBar::addWithGap(QToolButton* button) {
  // A toolbar forces its own icon size on its buttons, and with it four pixels between icon and words.
  auto* holder = new QWidget(this);
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(button);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setIconSize({size::kIcon + space::kTight, size::kIcon});
  return addWidget(holder);
}

void MainToolBar::addRunSlot(WindowActions& actions) {
  m_runSlot = new QStackedWidget(this);
  auto* generate = buttonFor(actions.generate, "primary", m_runSlot);
  generate->setIcon(iconOf(IconName::Generate, Tint::OnAccent));
  generate->setObjectName("generateButton");
  m_stop = buttonFor(actions.stop, "danger", m_runSlot);
  m_stop->setIcon(iconOf(IconName::Stop, Tint::Error));
  m_runSlot->addWidget(generate);
  m_runSlot->addWidget(m_stop);
  m_runSlot->setFixedSize(std::max(generate->sizeHint().width(), 128), size::kControl);
  addWidget(m_runSlot);
}

void MainToolBar::addLayouts(WindowActions& actions) {
  auto* box = new QFrame(this);
  box->setObjectName("segments");
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (QAction* action : actions.layouts->actions()) {
    auto* button = new QToolButton(box);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({size::kIcon, size::kIcon});
    button->setAccessibleName(action->text());
    const bool first = action == actions.layouts->actions().first();
    const bool last = action == actions.layouts->actions().last();
    button->setProperty("kind", first ? "group-first" : (last ? "group-last" : "group-middle"));
    row->addWidget(button);
  }
  m_viewTools << addWidget(box);
}

void MainToolBar::addWindows(WindowActions& actions) {
  m_windows = new QToolButton(this);
  m_windows->setIcon(iconOf(IconName::WindowLevel));
  m_windows->setPopupMode(QToolButton::InstantPopup);
  m_windows->setToolTip(tr("Gray window of the slices: width and level in HU"));
  auto* menu = new QMenu(m_windows);
  menu->addActions(actions.windows->actions());
  m_windows->setMenu(menu);
  m_wideTools << addWithGap(m_windows)
              << addIcons({actions.link, actions.crosshair, actions.overlay, actions.ruler, actions.angle});
}

QAction* MainToolBar::addIcons(const QList<QAction*>& actions) {
  auto* holder = new QWidget(this);  // keeps the bar from widening the icons
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(space::kTight, 0, space::kTight, 0);
  row->setSpacing(space::kTight);
  for (QAction* action : actions) {
    auto* button = new QToolButton(holder);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({size::kIcon, size::kIcon});
    button->setAccessibleName(action->text());
    row->addWidget(button);
  }
  return addWidget(holder);
}

void MainToolBar::addChip(WindowActions& actions) {
  auto* chip = new QFrame(this);
  chip->setObjectName("deviceChip");
  chip->setProperty("surface", "raised");
  chip->setFixedHeight(24);
  chip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(chip);
  row->setContentsMargins(space::kUnit, 0, space::kUnit, 0);
  row->setSpacing(space::kUnit);
  m_device = makeLabel({}, "secondary", chip);
  m_memory = makeLabel({}, "secondary", chip);
  m_memoryBar = new QProgressBar(chip);
  m_memoryBar->setTextVisible(false);
  m_memoryBar->setFixedSize(48, 4);
  m_memoryBar->setRange(0, 100);
  m_memoryBar->setAccessibleName(tr("Memory in use"));
  row->addWidget(new IconLabel(IconName::Device, Tint::Secondary, size::kSmallIcon, chip));
  for (QWidget* part : std::initializer_list<QWidget*>{m_device, m_memory, m_memoryBar}) row->addWidget(part);
  addWidget(chip);
  addIcons({actions.theme});
}

void MainToolBar::showViewTools(bool shown) {
  m_viewToolsShown = shown;
  for (QAction* part : m_viewTools) part->setVisible(shown);
  for (QAction* part : m_wideTools) part->setVisible(shown && width() >= kRoomForAll);
}

// What has no room here is in the menus View and Tools.
void MainToolBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  showViewTools(m_viewToolsShown);
}

void MainToolBar::holdRunFocus() {
  QWidget* focused = QApplication::focusWidget();
  if (focused == nullptr || !m_runSlot->isAncestorOf(focused)) return;
  m_holdsFocus = true;
  focused->clearFocus();
}

void MainToolBar::showRunState(RunState state) {
  m_runSlot->setCurrentIndex(state == RunState::Idle ? 0 : 1);
  m_stop->setText(state == RunState::Stopping ? tr("Stopping…") : tr("Stop"));
  QWidget* now = m_runSlot->currentWidget();
  if (!m_holdsFocus || !now->isEnabled()) return;
  m_holdsFocus = false;
  if (QApplication::focusWidget() == nullptr) now->setFocus(Qt::OtherFocusReason);
}

void MainToolBar::showDevice(const QString& name, const QString& memory, double share) {
  m_device->setText(name);
  m_memory->setText(memory);
  m_memoryBar->setValue(int(share * 100));
}

void MainToolBar::showWindowLevel(double width, double level) {
  const QAction* checked = m_actions.windows->checkedAction();
  const QString name = checked == nullptr ? tr("Window") : checked->text();
  m_windows->setText(QString("%1  W %2 L %3").arg(name, numberText(width, 0), numberText(level, 0)));
}

}  // namespace hipwright
