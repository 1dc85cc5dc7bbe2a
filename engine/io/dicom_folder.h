// The DICOM files of a folder, gathered into series whose slices have one size, spacing and orientation.
#pragma once

#include "engine/io/case_file.h"
#include "engine/io/dicom_slice.h"

namespace hipwright {

/// Slices of one series that could be one volume, not yet in order.
struct FoundSeries {
  std::string uid;  ///< for choosing; never shown or recorded
  std::string description;
  std::int64_t number = 0;  ///< that the scanner gave
  std::vector<DicomSlice> slices;
  std::size_t leftOut = 0;     ///< files of the series that are not among the slices
  std::string reason;          ///< why, of the first of them
  std::optional<Error> fault;  ///< of a file of the series that is cut or damaged: it may be a slice of the volume
};

struct FolderContent {
  std::vector<FoundSeries> series;  ///< those with two slices or more, by number and UID
  std::size_t uids = 0;             ///< of all series, whatever they hold
  std::string problem;              ///< why there are none, a clause
  std::optional<Error> fault;       ///< of a damaged file, if that is why
};

/// Looks into every file of the folder and of folders up to two levels below. Links that lead out of the folder are
/// not followed, and at most 20000 files are believed. Progress goes from 0 to 500 of 1000.
/// Throws Error(NoSeries | TooManyFiles) or the codes of unreadable files, and Cancelled. Any thread.
FolderContent scanDicomFolder(const std::filesystem::path& folder, const CaseReading& reading);

/// The same, of the files that lie in the folder itself.
FolderContent scanDicomFolderAlone(const std::filesystem::path& folder, const CaseReading& reading);

/// True if one of the folder's files begins like DICOM; looks at a hundred of them at most.
bool holdsDicom(const std::filesystem::path& folder);

}  // namespace hipwright
