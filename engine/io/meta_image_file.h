// Reading a MetaImage file, in one (.mha) or with its voxels in a second file beside it (.mhd).
#pragma once

#include "engine/io/case_file.h"

#include <span>
#include <stop_token>

namespace hipwright {

/// True if the content begins like a MetaImage header.
bool isMetaImage(std::span<const std::byte> start);

/// Binary voxels, as they are or packed by zlib, one scalar per voxel, three axes, LPS as ITK writes it. `file` is the
/// whole header file. Name stays empty. Throws Error with one of the file and CT codes, and Cancelled.
CaseFile readMetaImage(const std::filesystem::path& path, std::span<const std::byte> file,
                       const std::stop_token& stop = {});

}  // namespace hipwright
