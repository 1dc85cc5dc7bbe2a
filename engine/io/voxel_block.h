// The voxels of a file as one block of bytes: checked before anything is allocated, then read piece by piece.
#pragma once

#include "engine/core/case_note.h"
#include "engine/core/volume.h"
#include "engine/io/byte_source.h"
#include "engine/io/voxel_type.h"

#include <stop_token>
#include <string>

namespace hipwright {

struct VoxelBlock {
  VoxelEncoding encoding;
  Index3 size{0, 0, 0};      ///< voxels per axis, x fastest
  std::uint64_t offset = 0;  ///< bytes of the content before the first voxel

  std::uint64_t voxels() const { return static_cast<std::uint64_t>(product(size)); }
  std::uint64_t bytes() const { return voxels() * encoding.type.bytes; }
};

/// A content that is being read.
struct OpenContent {
  ByteSource& source;
  std::uint64_t bytesRead = 0;  ///< of the content so far
  std::string path;             ///< for messages
  std::uint64_t fileBytes = 0;  ///< that the content is packed in, or is
  std::stop_token stop;
};

/// The most that may stand before the voxels where it has to be unpacked to be skipped: a header whose voxels begin
/// behind gigabytes of packed zeros would cost minutes before it is refused. Extensions and comments are far shorter.
inline constexpr std::uint64_t kMostSkippedBytes = std::uint64_t{64} << 20U;

/// Throws Error(BadHeader | NotAVolume) unless every axis has two voxels or more and the count fits a file.
void checkVoxelCount(const VoxelBlock& block, const std::string& path);

/// Reads the block, and what stands behind it: a slice or more means that header and content do not belong together.
/// Voxels that are no numbers become air, which is noted; more than half of them is refused. The block has been
/// checked. Throws Error(FileTruncated | FileDamaged | BadHeader | NonFiniteVoxels | VolumeTooLarge), Cancelled.
VolumePtr readBlock(OpenContent content, const VoxelBlock& block, const Geometry& geometry, CaseNotes& notes);

/// Replaces what is not finite by air. Returns how many there were.
std::size_t replaceByAir(std::span<float> voxels);

/// HU of air outside the patient: what missing voxels become.
inline constexpr float kAirHu = -1024;

}  // namespace hipwright
