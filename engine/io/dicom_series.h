// The CT series of a DICOM folder: which there are, and one of them as a volume.
#pragma once

#include "engine/io/case_file.h"

namespace hipwright {

/// A slice, small, to recognise a series by. Row-major, as the scanner shows it.
struct SliceThumbnail {
  int columns = 0;  ///< at most 128; 0 if the slice cannot be read
  int rows = 0;
  double columnMm = 1;  ///< mm between picture columns
  double rowMm = 1;
  std::vector<float> hu;
};

/// A series as a list shows it.
struct SeriesSummary {
  int number = 0;           ///< from 1: what CaseReading::series and --series take
  std::string uid;          ///< taken too; a patient can be found by it, so it is never shown or recorded
  std::string description;  ///< fit to be shown, may be empty
  Index3 size{};            ///< columns, rows, slices
  Vec3 spacing{};           ///< mm; the usual one between slices
  std::string problem;      ///< why it cannot be read as a volume, empty if it can
  SliceThumbnail middle;    ///< of the slice in the middle
};

/// The CT series in a folder and eight levels of folders below, by the scanner's number. Empty if there are none.
/// Takes as long as reading every header and the middle slices; progress goes from 0 to 500 of 1000.
/// Throws Error(NoSeries | TooManyFiles) or a code of unreadable files, and Cancelled. Any thread.
std::vector<SeriesSummary> listSeries(const std::filesystem::path& folder, const CaseReading& reading = {});

/// Reads the series that is asked for, or the only one. Throws Error(NoSeries | SeveralSeries | UnknownSeries |
/// BadSlices | UnsupportedDicom | TooManyFiles) or one of the file codes, and Cancelled. Any thread.
CaseFile readDicomFolder(const std::filesystem::path& folder, const CaseReading& reading);

/// Reads the series to which `file` belongs, out of the files that lie beside it; if a series is asked for, that one.
/// Throws as above.
CaseFile readDicomSeriesOf(const std::filesystem::path& file, const CaseReading& reading);

}  // namespace hipwright
