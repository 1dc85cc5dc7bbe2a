// The colours of the window, dark and light: the palette, the style sheet, the charts and the views all read them here.
#pragma once

#include <QColor>
#include <QPalette>
#include <array>

namespace hipwright {

enum class Scheme { Dark, Light };

/// One value per token. Text on `panel` and on `hover` keeps a contrast of at least 4.5 in both schemes.
struct Theme {
  Scheme scheme{};
  QColor window;      ///< behind panels, start page, status bar
  QColor panel;       ///< docks, dialogs, heads
  QColor raised;      ///< secondary button, chip, reference column
  QColor hover;       ///< pointer over
  QColor field;       ///< inputs
  QColor line;        ///< rules and table lines; decoration only
  QColor outline;     ///< border of inputs and buttons, slider track
  QColor text;        ///< values, headings
  QColor text2;       ///< labels, section headings
  QColor text3;       ///< hints, axis numbers
  QColor disabled;    ///< text and icon of a disabled control
  QColor accent;      ///< links, selection, focus ring, progress, first curve
  QColor accentFill;  ///< primary button, checked box
  QColor onAccent;    ///< text on accentFill
  QColor accentSoft;  ///< selected row, toggled tool
  QColor success;
  QColor successSoft;
  QColor warning;
  QColor warningSoft;
  QColor error;
  QColor errorSoft;
  QColor implant;  ///< second curve, dot of the 3-D view; the overlay on slices is picture::kImplant
  QColor axial;    ///< dots and axes only, never text
  QColor coronal;
  QColor sagittal;
  QColor viewTop;  ///< background of the 3-D view
  QColor viewBottom;
};

Theme themeOf(Scheme scheme);

/// The theme a widget is shown in: widgets ask with their own palette and ask again on QEvent::PaletteChange.
Theme themeOf(const QPalette& palette);

QPalette paletteOf(const Theme& theme);

/// `share` of b in a, 0 to 1, both opaque.
QColor mixed(const QColor& a, const QColor& b, double share);

/// Pictures do not follow the theme: slices are black in both.
namespace picture {
inline constexpr QRgb kImplant = 0xFF40C8E0;
inline constexpr double kOverlayFill = 0.42;  ///< opacity of the implant on slices
inline constexpr double kFrameFill = 0.50;    ///< the same on the small frames of the strip
inline constexpr QRgb kLetters = 0xFFF2F4F7;
inline constexpr QRgb kNotes = 0xFFD8DEE6;
inline constexpr QRgb kBone = 0xFFF6ECDA;
inline constexpr QRgb kAxial = 0xFFF08A5D;
inline constexpr QRgb kCoronal = 0xFF4FC3A1;
inline constexpr QRgb kSagittal = 0xFFEFD75B;

/// A surface's signed distance to another, from the range's lower end (inside) over zero to its upper end (outside):
/// evenly spaced, straight lines between. Told apart by the colour-blind; grey is no distance.
inline constexpr std::array<QRgb, 9> kDistance = {0xFF0A3482, 0xFF034B89, 0xFF3E83AD, 0xFF96BED3, 0xFFE2E2E0,
                                                  0xFFDEB196, 0xFFCB7E4F, 0xFFA64818, 0xFF80180E};
/// The colour of `distance` in the range -1 to 1; beyond stand the end colours, for no number the grey.
QRgb distanceColour(double distance);
}  // namespace picture

}  // namespace hipwright
