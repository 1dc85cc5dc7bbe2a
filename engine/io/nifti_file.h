// Reading a NIfTI file: header, geometry and voxels, each checked against what is really there.
#pragma once

#include "engine/io/case_file.h"

#include <span>
#include <stop_token>

namespace hipwright {

/// `file` is the whole file, plain or gzipped. Name and hash stay empty. Throws Error with one of the file and CT
/// codes, and Cancelled.
CaseFile readNifti(const std::filesystem::path& path, std::span<const std::byte> file,
                   const std::stop_token& stop = {});

}  // namespace hipwright
