// One DICOM file as a slice of a CT: what its header says, and its pixels as HU.
#pragma once

#include "engine/core/numeric.h"
#include "engine/io/dicom_elements.h"

namespace hipwright {

class Sha256;

/// Where the pixels of a slice lie: all that slices of one volume must share.
struct SliceFrame {
  std::int64_t columns = 0;
  std::int64_t rows = 0;
  Vec3 alongRow{1, 0, 0};     ///< LPS unit vector in which the column index grows
  Vec3 alongColumn{0, 1, 0};  ///< LPS unit vector in which the row index grows
  double columnMm = 1;        ///< between neighbouring columns
  double rowMm = 1;
};

struct DicomSlice {
  std::filesystem::path path;
  std::string problem;    ///< why it cannot be a slice of a CT volume; empty if it can
  std::string seriesUid;  ///< for grouping only, never shown or recorded
  std::string modality;
  std::string description;  ///< of the series, fit to be shown
  std::int64_t seriesNumber = 0;
  std::optional<std::int64_t> number;  ///< of the slice in its series
  SliceFrame frame;
  Vec3 position{};  ///< LPS mm of the centre of the first pixel
  std::optional<double> thicknessMm;
  bool hasRescale = false;
  double slope = 1;  ///< HU per stored value; 1 and 0 where the slice does not say, unless others lent it theirs
  double intercept = 0;
  bool lossy = false;          ///< was packed with loss at some time
  bool severalFrames = false;  ///< an enhanced CT, or a film
  bool foreign = false;        ///< of another kind than slices of a CT, so that none is missing where it is left out
  std::optional<Error> fault;  ///< why it cannot be read, if it is cut or damaged

  /// How sentences call it: its number, or its file.
  std::string name() const;
};

/// Names as sentences list them: a dozen, then dots.
std::string listedNames(const std::vector<std::string>& names);

/// Pixels that a slice calls padding, which means that nothing was measured there.
struct PaddingCount {
  std::size_t toAir = 0;  ///< they stand for less than any tissue
  std::size_t kept = 0;   ///< the others: they may be tissue or metal, whatever the header says
  float leastKept = 0;    ///< HU of the kept ones
  float mostKept = 0;

  void add(const PaddingCount& more);
};

struct SlicePixels {
  std::vector<float> hu;  ///< rows times columns
  PaddingCount padding;
};

/// Reads the header; a file that is no slice of a CT says so in `problem`, a damaged one in `fault` with what stands
/// before. Throws Error(FileNotFound | FileUnreadable).
DicomSlice describeSlice(const std::filesystem::path& path);

/// The slice's pixels as HU, by the slope and intercept of its file, or by those of `slice` if the file has none.
/// Padding below -500 HU becomes air (-1024); MONOCHROME1 turns only how they are shown, so it changes nothing here.
/// There must be as many bytes as rows, columns and bits ask for, and one more at most to make their number even.
/// `hash`, if not null, gets the bytes of the file. Any thread. Throws Error(FileTruncated | FileDamaged |
/// UnsupportedDicom).
SlicePixels readSlice(const DicomSlice& slice, Sha256* hash);

}  // namespace hipwright
