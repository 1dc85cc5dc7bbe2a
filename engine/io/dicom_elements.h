// The data elements of a DICOM file: a strict walk that believes no length before it has compared it with the file.
#pragma once

#include "engine/core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hipwright {

/// Group in the upper, element in the lower half.
using DicomTag = std::uint32_t;

inline constexpr DicomTag kTransferSyntax = 0x00020010;
inline constexpr DicomTag kPixelData = 0x7FE00010;

/// The elements of the top level up to the pixels; nested ones are walked over. Spans point into the file.
struct DicomElements {
  std::string path;
  bool bigEndian = false;
  std::string transferSyntax;
  std::map<DicomTag, std::span<const std::byte>> values;
  std::vector<std::span<const std::byte>> fragments;  ///< of packed pixels, the offset table left out
  bool packed = false;                                ///< pixels in fragments

  bool has(DicomTag tag) const { return values.contains(tag); }
  /// Without the padding; empty if it is absent.
  std::string text(DicomTag tag) const;
  /// Texts between backslashes as numbers; empty unless there are exactly `count`, all finite.
  std::optional<std::vector<double>> reals(DicomTag tag, std::size_t count) const;
  std::optional<std::int64_t> integerText(DicomTag tag) const;
  std::optional<std::uint16_t> word(DicomTag tag) const;
};

/// True if the content begins like DICOM, with or without its preamble.
bool isDicom(std::span<const std::byte> start);

/// `file` is the whole file and outlives the result. Allocates no more than the count of elements, which is limited.
/// Throws Error(FileTruncated | FileDamaged | UnsupportedDicom). Any thread.
DicomElements parseDicom(const std::filesystem::path& path, std::span<const std::byte> file);

/// What could be read before the fault, and the fault.
struct PartialDicom {
  DicomElements elements;
  std::optional<Error> fault;
};

/// As parseDicom, but keeps what stands before a fault, so that it can be said to which series a cut file belongs.
PartialDicom parseDicomAsFarAsPossible(const std::filesystem::path& path, std::span<const std::byte> file);

}  // namespace hipwright
