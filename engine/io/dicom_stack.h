// From the slices of a series to one upright, even grid: what order they have, what is wrong with them and how it is
// repaired. Positions and orientations decide the order; numbers say no more than whether a wide gap is a hole, and
// file names nothing.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/geometry.h"
#include "engine/core/slice_tilt.h"
#include "engine/io/dicom_slice.h"

#include <array>
#include <limits>
#include <optional>
#include <stop_token>
#include <vector>

namespace hipwright {

/// Scanners round positions to a tenth of a mm at worst.
inline constexpr double kRoundingMm = 0.1;

/// The largest number of a slice, either way, that the standard allows.
inline constexpr std::int64_t kMostNumber = std::numeric_limits<std::int32_t>::max();

/// Where a plane of the volume comes from: (1 - share) of one slice and `share` of the next.
struct PlaneSource {
  std::size_t slice = 0;
  double share = 0;  ///< 0: the slice itself
};

struct StackPlan {
  std::vector<DicomSlice> slices;            ///< in order along their normal, each place once
  std::vector<std::array<double, 2>> shift;  ///< columns and rows by which each is moved; empty: none is
  std::array<std::int64_t, 2> margin{0, 0};  ///< columns and rows of the grid before those of the first slice
  std::vector<PlaneSource> planes;           ///< one for each plane of the grid
  Geometry geometry;                         ///< LPS, third axis along the normal
  CaseNotes notes;                           ///< every repair
};

/// Orders and checks slices of one size and spacing and almost one orientation (two at least). Slices that are there
/// twice are dropped if their pixels agree. Orientations that differ by no more than 1 mm at the far corner are taken
/// for their mean, single missing slices (one in fifty, never two together) are interpolated, gaps that differ by less
/// than half or from zone to zone are resampled, a gantry tilt is straightened, slices without a rescale get that of
/// their neighbours if it fits; each with a note. `path` names the folder in errors. Throws Error(BadSlices) with the
/// slices' numbers otherwise, as readSlice where pixels have to be compared, and Cancelled. Any thread.
StackPlan planStack(const std::string& path, std::vector<DicomSlice> slices, const std::stop_token& stop = {});

/// Where the slices lie in the grid if they were straightened.
std::optional<SliceTilt> tiltOf(const StackPlan& plan);

}  // namespace hipwright
