#include "ui/window/panel_focus.h"

#include <QApplication>
#include <QWhatsThis>
#include <QWidget>

namespace hipwright {
namespace {

/// The first widget in the panel that Tab would reach, or null.
QWidget* firstIn(QWidget* panel) {
  if (!panel->isVisible()) return nullptr;
  for (QWidget* at = panel->nextInFocusChain(); at != panel; at = at->nextInFocusChain())
    if (panel->isAncestorOf(at) && at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus) != 0)
      return at;
  return nullptr;
}

}  // namespace

void focusPanel(const std::vector<QWidget*>& panels, Direction direction) {
  const int count = static_cast<int>(panels.size());
  const QWidget* focused = QApplication::focusWidget();
  int current = direction == Direction::Next ? -1 : count;
  for (int i = 0; i < count; ++i)
    if (focused != nullptr && panels[static_cast<std::size_t>(i)]->isAncestorOf(focused)) current = i;
  const int step = direction == Direction::Next ? 1 : -1;
  for (int tried = 1; tried <= count; ++tried) {
    const int index = ((current + step * tried) % count + count) % count;
    if (QWidget* target = firstIn(panels[static_cast<std::size_t>(index)])) {
      target->setFocus(Qt::ShortcutFocusReason);
      return;
    }
  }
}

void showFieldHelp() {
  QWidget* focused = QApplication::focusWidget();
  for (QWidget* at = focused; at != nullptr; at = at->parentWidget()) {
    if (at->toolTip().isEmpty()) continue;
    QWhatsThis::showText(focused->mapToGlobal(focused->rect().bottomLeft()), at->toolTip(), focused);
    return;
  }
}

}  // namespace hipwright
