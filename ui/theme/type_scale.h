// Sizes and fonts: the spacing scale, the heights of rows and controls, and the roles that text plays.
#pragma once

#include <QFont>

namespace hipwright {

/// Logical pixels; Qt scales them to the screen.
namespace space {
inline constexpr int kTight = 4;  ///< inside a control, between a label and its own detail
inline constexpr int kUnit = 8;
inline constexpr int kRow = 12;
inline constexpr int kPanel = 16;
inline constexpr int kSection = 24;
inline constexpr int kCard = 32;
inline constexpr int kPage = 64;
}  // namespace space

namespace size {
inline constexpr int kControl = 32;  ///< buttons, fields, form rows
inline constexpr int kToolBar = 48;
inline constexpr int kViewHead = 28;
inline constexpr int kStatusBar = 24;
inline constexpr int kTableRow = 28;
inline constexpr int kListRow = 40;  ///< two lines
inline constexpr int kIcon = 20;
inline constexpr int kSmallIcon = 16;  ///< in rows
inline constexpr int kRadius = 4;      ///< controls and pictures
inline constexpr int kCardRadius = 8;  ///< dialogs, cards, the drop area
inline constexpr int kPillRadius = 10;
}  // namespace size

enum class TextRole { StartTitle, Title, Name, Body, Strong, Secondary, Axis };

/// The program's font with fallbacks that show Chinese on Linux, Windows and macOS.
QFont fontOf(TextRole role);

/// The name a label carries in its property "role", for the style sheet: "title", "secondary" ...
const char* roleName(TextRole role);

}  // namespace hipwright
