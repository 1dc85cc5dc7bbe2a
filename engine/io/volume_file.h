// Writing volumes as NIfTI with the geometry of the case they belong to.
#pragma once

#include "engine/core/volume.h"
#include "engine/io/case_file.h"

#include <filesystem>
#include <string>

namespace hipwright {

struct NiftiWriteOptions {
  std::string description;  ///< at most 79 bytes are kept
  int qformCode = 1;        ///< of the source, so that other programs see the same frame
  int sformCode = 1;
  int compressionLevel = 1;  ///< zlib's, for names ending in .gz
};

/// Writes float32 NIfTI-1 (NIfTI-2 if a size needs it), gzipped if the name ends in .gz, atomically.
/// Throws Error(FileUnwritable). Any thread.
void writeNifti(const std::filesystem::path& path, const Volume& volume, const NiftiWriteOptions& options);

}  // namespace hipwright
