// The lines along which a sampled field crosses a level: marching squares, linked into polygons.
#pragma once

#include <QPolygonF>
#include <QSize>
#include <span>
#include <vector>

namespace hipwright {

/// The borders of the area above `level`, in pixels; (0, 0) is the centre of the first sample. A closed line ends where
/// it began; a line that leaves the raster is open. The area lies to the left of the line's direction as seen on a
/// screen. Where two corners of a cell touch across, the mean of the four decides whether they are joined. A value that
/// is not a number counts as below. Any thread.
std::vector<QPolygonF> contours(std::span<const float> field, QSize size, float level);

}  // namespace hipwright
