// Reading a CT: strict about what is there, clear about what is not.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/events.h"
#include "engine/core/slice_tilt.h"
#include "engine/core/volume.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace hipwright {

/// How the file said where its voxels lie, kept so that results are written the same way.
struct SourceHeader {
  std::string format;     ///< "NIfTI-1", "NIfTI-2", "NRRD", "MetaImage" or "DICOM"
  std::string voxelType;  ///< as stored: "int16", "float32", ...
  int qformCode = 0;
  int sformCode = 0;
  std::string geometrySource;  ///< "sform", "qform", "pixdim", or the field of another format
  double slope = 1;
  double intercept = 0;
  std::string description;  ///< free text of whoever wrote the file
};

struct CaseFile {
  VolumePtr ct;  ///< HU, geometry in LPS
  SourceHeader source;
  std::string name;               ///< file name without its extensions
  std::string sha256;             ///< of the file as it is on disk, and of the file of its voxels if that is another
  std::string series;             ///< of a DICOM folder: its number in the list; empty otherwise
  CaseNotes notes;                ///< each thing that was adapted or is doubtful
  std::optional<SliceTilt> tilt;  ///< of DICOM slices that were straightened
};

/// How to read: what a folder leaves open, and how to follow and end it.
struct CaseReading {
  std::string series;      ///< number in the folder's list, or series UID; empty: the only one
  PhaseProgress progress;  ///< of DICOM folders, in thousandths; may be empty
  std::stop_token stop;
};

/// Reads a CT in NIfTI-1 or -2 (plain or gzipped), NRRD, MetaImage or DICOM (a folder with its slices, or one file of a
/// series, whose folder is searched for the others); content decides, not the file's name. Headers, packed streams,
/// checksums and sizes are checked against the file's real length and the available memory before anything is
/// allocated. Throws Error with one of the file and CT codes, and Cancelled. Any thread.
CaseFile readCase(const std::filesystem::path& path, const CaseReading& reading = {});

}  // namespace hipwright
