// Where the four views stand in each layout, and where they can be pulled: arithmetic on rectangles, no widgets.
#pragma once

#include <QRect>
#include <array>
#include <vector>

namespace hipwright {

enum class Pane { Axial, Coronal, Sagittal, Volume };

inline constexpr std::size_t kPaneCount = 4;

/// Planning: coronal, 3-D, and axial over sagittal. Slices: the three planes. Volume: 3-D alone.
enum class ViewLayout { Planning, Grid, Slices, Volume };

inline constexpr std::size_t kLayoutCount = 4;

/// Where the borders of a layout stand, each 0 to 1 of the width or height.
using PaneShares = std::vector<double>;

PaneShares defaultShares(ViewLayout layout);

/// The rectangles by pane; empty for a pane that a layout does not show. Two pixels lie between neighbours.
std::array<QRect, kPaneCount> paneRects(ViewLayout layout, const PaneShares& shares, QSize size);

/// A border that can be pulled; it moves shares[share].
struct PaneBorder {
  QRect area;  ///< eight pixels wide, to be hit easily
  Qt::Orientation moves = Qt::Horizontal;
  std::size_t share = 0;
};
std::vector<PaneBorder> paneBorders(ViewLayout layout, const PaneShares& shares, QSize size);

/// The shares after a border was pulled to `place`, 0 to 1; no view becomes narrower than 15 %.
PaneShares pulled(ViewLayout layout, PaneShares shares, std::size_t share, double place);

}  // namespace hipwright
