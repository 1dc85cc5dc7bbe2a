// The DICOM files of a folder, gathered into series whose slices have one size, spacing and orientation.
#pragma once

#include "engine/io/case_file.h"
#include "engine/io/dicom_slice.h"

#include <memory>

namespace hipwright {

/// Slices of one series that could be one volume, not yet in order.
struct FoundSeries {
  std::string uid;  ///< for choosing; never shown or recorded
  std::string description;
  std::int64_t number = 0;  ///< that the scanner gave
  std::vector<DicomSlice> slices;
  /// Files of the series that are in none of its volumes, which share them: there may be thousands.
  std::shared_ptr<const std::vector<DicomSlice>> leftOut;
  std::string reason;          ///< why, of the first that can be no slice of any volume
  std::optional<Error> fault;  ///< why there is no volume: a file that is cut or damaged may be one of its slices
  bool scattered = false;      ///< its slices lie in so many ways that they are no volume; `fault` names them
};

struct FolderContent {
  std::vector<FoundSeries> series;  ///< those with two slices or more, by number and UID
  std::size_t uids = 0;             ///< of all series, whatever they hold
  std::size_t tooDeep = 0;          ///< folders that were not looked into
  std::size_t linksOut = 0;         ///< links that were not followed: out of the folder, or nowhere
  std::string problem;              ///< why there are none, a clause
  std::optional<Error> fault;       ///< of a damaged file, if that is why
};

/// What keeps two slices out of one volume, a noun; empty if nothing does. Half a degree between their orientations
/// does not: whoever stacks the slices says what that comes to in mm.
std::string differenceOf(const SliceFrame& a, const SliceFrame& b);

/// Levels of folders below the chosen one that are looked into: a CD keeps its slices four or five levels down.
inline constexpr int kDeepestFolder = 8;

/// Looks into every file of the folder and of folders up to eight levels below. Links that lead out of the folder are
/// not followed, and at most 20000 files and folders are believed. Progress goes from 0 to 500 of 1000.
/// Throws Error(NoSeries | TooManyFiles) or the codes of unreadable files, and Cancelled. Any thread.
FolderContent scanDicomFolder(const std::filesystem::path& folder, const CaseReading& reading);

/// The same, of the files that lie in the folder itself.
FolderContent scanDicomFolderAlone(const std::filesystem::path& folder, const CaseReading& reading);

/// True if one of the folder's files begins like DICOM, or one that a link out of it names: scanning then says that it
/// was not followed. Looks at a hundred of each at most.
bool holdsDicom(const std::filesystem::path& folder);

}  // namespace hipwright
