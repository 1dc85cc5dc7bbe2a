// Writes DICOM slices byte by byte, right ones and wrong ones: a volume as a folder, or single elements.
#pragma once

#include "engine/core/volume.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hipwright::test {

enum class DicomSyntax { ExplicitLittle, ImplicitLittle, ExplicitBig, NoPreamble };

/// A value as it is written; the writer knows which elements hold numbers of two bytes.
using DicomFields = std::map<std::uint32_t, std::string>;

/// One slice: its elements as text, and its stored values.
struct DicomPicture {
  DicomFields fields;
  std::vector<std::uint16_t> stored;
};

/// The bytes of a file.
std::string dicomBytes(const DicomPicture& picture, DicomSyntax syntax);

/// The slices of a volume whose voxels are whole numbers from -1024 to 30000, stored unsigned with an intercept of
/// -1024. The third axis runs along the normal of the slices, or the volume is written from its last slice down.
std::vector<DicomPicture> dicomPictures(const Volume& volume, const std::string& seriesUid = "1.2.3.4");

/// Of the picture at that place: the order of the names is not the order of the slices.
std::string dicomFileName(std::size_t place);

/// Writes each picture into a file whose name says nothing about its place.
void writeDicomFolder(const std::filesystem::path& folder, const std::vector<DicomPicture>& pictures,
                      DicomSyntax syntax = DicomSyntax::ExplicitLittle);

/// Numbers between backslashes, at most 16 characters each as the standard asks for.
std::string dicomNumbers(const std::vector<double>& numbers);

}  // namespace hipwright::test
