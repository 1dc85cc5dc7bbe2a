#include "ui/theme/theme.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace hipwright {
namespace {

Theme darkTheme() {
  Theme t;
  t.scheme = Scheme::Dark;
  t.window = 0x14171B, t.panel = 0x1B1F25, t.raised = 0x242A32, t.hover = 0x2D343E, t.field = 0x12151A;
  t.line = 0x2C333C, t.outline = 0x76818F;
  t.text = 0xE9ECF1, t.text2 = 0xB3BCC8, t.text3 = 0x98A3B1, t.disabled = 0x606A77;
  t.accent = 0x8FB0FF, t.accentFill = 0x3D63D8, t.onAccent = 0xFFFFFF, t.accentSoft = 0x25304A;
  t.success = 0x5CC9A0, t.successSoft = 0x17332B;
  t.warning = 0xF2B84B, t.warningSoft = 0x3A2E17;
  t.error = 0xFF8A70, t.errorSoft = 0x40231E;
  t.implant = 0x40C8E0, t.axial = 0xF08A5D, t.coronal = 0x4FC3A1, t.sagittal = 0xEFD75B;
  t.viewTop = 0x0C0E11, t.viewBottom = 0x262C35;
  return t;
}

Theme lightTheme() {
  Theme t;
  t.scheme = Scheme::Light;
  t.window = 0xECEFF3, t.panel = 0xFFFFFF, t.raised = 0xF4F6F9, t.hover = 0xE4E9F0, t.field = 0xFFFFFF;
  t.line = 0xD5DBE3, t.outline = 0x7A8594;
  t.text = 0x171C23, t.text2 = 0x414B58, t.text3 = 0x5A6574, t.disabled = 0x9AA3AE;
  t.accent = 0x2A50C4, t.accentFill = 0x3258CF, t.onAccent = 0xFFFFFF, t.accentSoft = 0xE3EAFB;
  t.success = 0x0B6E4F, t.successSoft = 0xDDF3EA;
  t.warning = 0x8F5B00, t.warningSoft = 0xFCEFD3;
  t.error = 0xA5153F, t.errorSoft = 0xFBE4EA;
  t.implant = 0x0A7F99, t.axial = 0x8E2F0A, t.coronal = 0x0B7457, t.sagittal = 0xA88600;
  t.viewTop = 0xF8FAFC, t.viewBottom = 0xCBD3DE;
  return t;
}

using Role = QPalette::ColorRole;

void setAll(QPalette& palette, std::initializer_list<std::pair<Role, QColor>> colours) {
  for (const auto& [role, colour] : colours) palette.setColor(QPalette::All, role, colour);
}

}  // namespace

Theme themeOf(Scheme scheme) { return scheme == Scheme::Dark ? darkTheme() : lightTheme(); }

Theme themeOf(const QPalette& palette) {
  return themeOf(palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light);
}

QPalette paletteOf(const Theme& t) {
  QPalette palette;
  setAll(palette, {{QPalette::Window, t.panel},
                   {QPalette::WindowText, t.text},
                   {QPalette::Base, t.field},
                   {QPalette::AlternateBase, t.raised},
                   {QPalette::Text, t.text},
                   {QPalette::PlaceholderText, t.text3},
                   {QPalette::Button, t.raised},
                   {QPalette::ButtonText, t.text},
                   {QPalette::BrightText, t.error},
                   {QPalette::ToolTipBase, t.raised},
                   {QPalette::ToolTipText, t.text},
                   {QPalette::Highlight, t.accentSoft},
                   {QPalette::HighlightedText, t.text},
                   {QPalette::Link, t.accent},
                   {QPalette::LinkVisited, t.accent},
                   {QPalette::Light, t.hover},
                   {QPalette::Midlight, t.raised},
                   {QPalette::Mid, t.outline},
                   {QPalette::Dark, t.line},
                   {QPalette::Shadow, t.window}});
  for (const Role role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
    palette.setColor(QPalette::Disabled, role, t.disabled);
  return palette;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
  const auto channel = [&](int x, int y) { return std::clamp(qRound(x + share * (y - x)), 0, 255); };
  return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QRgb picture::distanceColour(double distance) {
  constexpr double kIntervals = kDistance.size() - 1;
  if (!(distance >= -1 && distance <= 1))
    return distance < -1 ? kDistance.front() : distance > 1 ? kDistance.back() : kDistance[4];
  const double at = (distance + 1) / 2 * kIntervals;
  const auto first = std::min(static_cast<std::size_t>(at), kDistance.size() - 2);
  return mixed(QColor::fromRgb(kDistance[first]), QColor::fromRgb(kDistance[first + 1]),
               at - static_cast<double>(first))
      .rgb();
}

}  // namespace hipwright
