// The fields of a NIfTI-1 or -2 header that decide what its voxels mean, and their places in the file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hipwright {

/// Field names as in the standard; both versions, widened to the larger types. Lengths in the unit that xyztUnits says.
struct NiftiHeader {
  int version = 1;
  bool bigEndian = false;
  std::array<std::int64_t, 8> dim{};
  std::array<double, 8> pixdim{};
  int datatype = 0;
  int bitpix = 0;
  double voxOffset = 0;
  double sclSlope = 0;
  double sclInter = 0;
  int xyztUnits = 0;
  int qformCode = 0;
  int sformCode = 0;
  std::array<double, 3> quatern{};  ///< b, c, d
  std::array<double, 3> qoffset{};
  std::array<std::array<double, 4>, 3> srow{};
  std::string descrip;

  bool operator==(const NiftiHeader&) const = default;
};

/// Bytes before the extensions of each version, the four extension flags included.
inline constexpr std::size_t kNifti1HeaderBytes = 352;
inline constexpr std::size_t kNifti2HeaderBytes = 544;

/// What the first bytes of a file (12 or more) say; empty if they are not those of a NIfTI header.
struct NiftiKind {
  int version = 1;
  bool bigEndian = false;
};
std::optional<NiftiKind> niftiKind(std::span<const std::byte> start);

/// True if the header says that the voxels follow in the same file. `bytes` holds the whole header.
bool isSingleFile(const NiftiKind& kind, std::span<const std::byte> bytes);

/// Reads the fields as they stand; judges nothing. `bytes` holds the whole header of that kind.
NiftiHeader parseNiftiHeader(const NiftiKind& kind, std::span<const std::byte> bytes);

/// The header as little-endian bytes, ended by four zero bytes for "no extensions".
std::vector<std::byte> niftiHeaderBytes(const NiftiHeader& header);

}  // namespace hipwright
