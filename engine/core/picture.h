// Anatomically coronal pictures: found from the direction matrix, head up, the patient's right on the left.
#pragma once

#include "engine/core/volume.h"

#include <string>
#include <vector>

namespace hipwright {

/// How to cut a volume coronally: which index axis runs front to back, and how the other two lie in the picture.
struct CoronalCut {
  int depthAxis = 1;         ///< index axis nearest to anterior-posterior
  int columnAxis = 0;        ///< index axis shown from left to right
  int rowAxis = 2;           ///< index axis shown from top to bottom
  bool flipColumns = false;  ///< true: picture column 0 is the last index
  bool flipRows = false;
};

/// One coronal plane with what a viewer needs to draw it in true proportion. Row-major, row 0 at the head.
struct CoronalPicture {
  int columns = 0;
  int rows = 0;
  double columnMm = 1;  ///< mm between picture columns
  double rowMm = 1;
  std::int64_t plane = 0;  ///< index along the depth axis
  std::vector<float> hu;   ///< columns * rows
  std::vector<float> sdf;  ///< same size, or empty if there is no implant to overlay
};

/// Chosen for patient's right on the left of the picture and head up. Oblique volumes use their nearest axes.
CoronalCut coronalCut(const Geometry& geometry);

/// One plane of a volume. `plane` is clamped to the volume. Any thread.
std::vector<float> coronalPlane(const Volume& volume, const CoronalCut& cut, std::int64_t plane);

/// CT and (if not null) distance field of the same geometry in one picture.
CoronalPicture coronalPicture(const Volume& ct, const Volume* sdf, std::int64_t plane);

/// The plane that shows the implant (positive field) well: the middle one, as the reference takes it, unless it shows
/// less than two thirds of the height that another shows (of a tilted stem it may miss all); then the one that shows
/// most of the height, and of several the one with the largest area.
std::int64_t planeShowingImplant(const Volume& sdf);

}  // namespace hipwright
