#include "ui/slices/pane_layout.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr int kGap = 2;   // px between views
constexpr int kGrab = 8;  // px in which a border can be taken
constexpr double kNarrowest = 0.15;

int at(double share, int length) { return static_cast<int>(std::lround(share * length)); }

/// From one border to the next, without the gap; the outer edges have none.
QRect between(QPoint low, QPoint high, QSize size) {
  const int left = low.x() == 0 ? 0 : low.x() + kGap / 2;
  const int top = low.y() == 0 ? 0 : low.y() + kGap / 2;
  const int right = high.x() == size.width() ? high.x() : high.x() - kGap / 2;
  const int bottom = high.y() == size.height() ? high.y() : high.y() - kGap / 2;
  return {left, top, std::max(right - left, 0), std::max(bottom - top, 0)};
}

PaneBorder upright(int x, int top, int bottom, std::size_t share) {
  return {{x - kGrab / 2, top, kGrab, bottom - top}, Qt::Horizontal, share};
}

PaneBorder level(int y, int left, int right, std::size_t share) {
  return {{left, y - kGrab / 2, right - left, kGrab}, Qt::Vertical, share};
}

}  // namespace

PaneShares defaultShares(ViewLayout layout) {
  switch (layout) {
    case ViewLayout::Planning: return {0.37, 0.75, 0.5};
    case ViewLayout::Grid: return {0.5, 0.5};
    case ViewLayout::Slices: return {1.0 / 3, 2.0 / 3};
    case ViewLayout::Volume: break;
  }
  return {};
}

std::array<QRect, kPaneCount> paneRects(ViewLayout layout, const PaneShares& shares, QSize size) {
  const int w = size.width();
  const int h = size.height();
  switch (layout) {
    case ViewLayout::Planning: {
      const int a = at(shares[0], w);
      const int b = at(shares[1], w);
      const int y = at(shares[2], h);
      return {between({b, 0}, {w, y}, size), between({0, 0}, {a, h}, size), between({b, y}, {w, h}, size),
              between({a, 0}, {b, h}, size)};
    }
    case ViewLayout::Grid: {
      const int x = at(shares[0], w);
      const int y = at(shares[1], h);
      return {between({0, 0}, {x, y}, size), between({0, y}, {x, h}, size), between({x, y}, {w, h}, size),
              between({x, 0}, {w, y}, size)};
    }
    case ViewLayout::Slices: {
      const int a = at(shares[0], w);
      const int b = at(shares[1], w);
      return {between({a, 0}, {b, h}, size), between({0, 0}, {a, h}, size), between({b, 0}, {w, h}, size), QRect()};
    }
    case ViewLayout::Volume: break;
  }
  return {QRect(), QRect(), QRect(), QRect(0, 0, w, h)};
}

std::vector<PaneBorder> paneBorders(ViewLayout layout, const PaneShares& shares, QSize size) {
  const int w = size.width();
  const int h = size.height();
  switch (layout) {
    case ViewLayout::Planning:
      return {upright(at(shares[0], w), 0, h, 0), upright(at(shares[1], w), 0, h, 1),
              level(at(shares[2], h), at(shares[1], w), w, 2)};
    case ViewLayout::Grid: return {upright(at(shares[0], w), 0, h, 0), level(at(shares[1], h), 0, w, 1)};
    case ViewLayout::Slices: return {upright(at(shares[0], w), 0, h, 0), upright(at(shares[1], w), 0, h, 1)};
    case ViewLayout::Volume: break;
  }
  return {};
}

PaneShares pulled(ViewLayout layout, PaneShares shares, std::size_t share, double place) {
  const bool columns = layout == ViewLayout::Planning || layout == ViewLayout::Slices;
  double low = kNarrowest;
  double high = 1 - kNarrowest;
  if (columns && share == 1) low = shares[0] + kNarrowest;
  if (columns && share == 0) high = shares[1] - kNarrowest;
  shares[share] = std::clamp(place, low, std::max(low, high));
  return shares;
}

}  // namespace hipwright
