// The program's icons: strokes on a 20x20 grid, coloured by the theme and the state when they are painted.
#pragma once

#include "ui/theme/icon_list.h"

#include <QIcon>
#include <vector>

namespace hipwright {

enum class IconName {
#define HIPWRIGHT_ICON_ENUM(name, file) name,
  HIPWRIGHT_ICON_LIST(HIPWRIGHT_ICON_ENUM)
#undef HIPWRIGHT_ICON_ENUM
};

/// Which colour of the theme an icon takes; disabled icons are always `disabled`.
enum class Tint { Text, Secondary, Hint, Accent, OnAccent, Success, Warning, Error };

/// Follows the application's palette at every paint, so that a new theme needs no new icons. Checked icons
/// (QIcon::On) take the accent colour. Asked for wider than high, the icon stands at the left. GUI thread.
QIcon iconOf(IconName name, Tint tint = Tint::Text);

const std::vector<IconName>& allIcons();

/// The file's name without its ending, "open-ct".
QString iconFile(IconName name);

}  // namespace hipwright
