// Reading a NRRD file, attached (.nrrd) or with its voxels in a second file beside it (.nhdr).
#pragma once

#include "engine/io/case_file.h"

#include <span>
#include <stop_token>

namespace hipwright {

/// True if the content begins like NRRD.
bool isNrrd(std::span<const std::byte> start);

/// Raw and gzip encodings, one scalar per voxel, three axes; patient space LPS, RAS or LAS, and with a note where the
/// header names none. `file` is the whole header file. Name stays empty. Throws Error with one of the file and CT
/// codes, and Cancelled.
CaseFile readNrrd(const std::filesystem::path& path, std::span<const std::byte> file, const std::stop_token& stop = {});

}  // namespace hipwright
