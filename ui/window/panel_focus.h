// Moving the keyboard from panel to panel, and help on the field that has it.
#pragma once

#include <vector>

class QWidget;

namespace hipwright {

enum class Direction { Next, Previous };

/// Gives the focus to the next visible panel that has something to focus, in a ring; GUI thread.
void focusPanel(const std::vector<QWidget*>& panels, Direction direction);

/// Shows the tooltip of the focused widget, or of the nearest around it that has one, as help.
void showFieldHelp();

}  // namespace hipwright
