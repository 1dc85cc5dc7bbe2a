// One CT in every format that is read, so that a test can show that the format makes no difference.
#pragma once

#include "engine/core/volume.h"

#include <array>
#include <filesystem>

namespace hipwright::test {

enum class CaseFormat { Nifti, Nrrd, MetaImage, Dicom };

inline constexpr std::array kCaseFormats = {CaseFormat::Nifti, CaseFormat::Nrrd, CaseFormat::MetaImage,
                                            CaseFormat::Dicom};

/// "NIfTI", "NRRD", "MetaImage", "DICOM".
const char* toText(CaseFormat format);

/// Writes a CT of whole HU below `folder`, which is there. Returns what a reader is given: a file, or the folder of
/// slices. A mirrored grid has no slices to be written as: DICOM then holds the same voxels from the last slice down.
std::filesystem::path writeCase(const std::filesystem::path& folder, const Volume& ct, CaseFormat format);

}  // namespace hipwright::test
