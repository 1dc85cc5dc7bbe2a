#include "engine/io/voxel_block.h"

#include "engine/core/stop.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::size_t kChunkVoxels = std::size_t{1} << 16;

// A CT packs to a half or a third for its noise, and what a run leaves of one, mostly one value, to a hundredth.
constexpr std::uint64_t kMostPacked = 300;
constexpr std::uint64_t kAlwaysUnpacked = std::uint64_t{1} << 28;  ///< bytes that cost no more than a second

/// Before anything is allocated: can the file hold what the header announces, and can the memory?
void checkRoom(const OpenContent& content, const VoxelBlock& block) {
  const std::uint64_t need = block.offset + block.bytes();
  if (content.source.mostBytes() < need)
    cutShort(content.path, "at most " + std::to_string(content.source.mostBytes()), need);
  if (block.bytes() > kAlwaysUnpacked && block.bytes() / kMostPacked > content.fileBytes)
    refuse(ErrorCode::BadHeader, content.path, "its voxels are packed more tightly than any CT; save it unpacked");
  checkMemory(block.voxels() * sizeof(float), content.path);
}

void skipTo(OpenContent& content, const VoxelBlock& block) {
  std::vector<std::byte> unused(4096);
  while (content.bytesRead < block.offset) {
    const std::uint64_t left = block.offset - content.bytesRead;
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(unused.size(), left));
    const std::size_t got = content.source.read(std::span(unused).first(wanted));
    content.bytesRead += got;
    if (got < wanted) cutShort(content.path, std::to_string(content.bytesRead), block.offset + block.bytes());
  }
}

void judgeNonFinite(std::size_t bad, std::size_t all, const std::string& path, CaseNotes& notes) {
  if (bad > all / 2) throw Error(ErrorCode::NonFiniteVoxels, {{"path", path}, {"count", std::to_string(bad)}});
  if (bad != 0) notes.push_back({NoteCode::VoxelsToAir, {{"count", std::to_string(bad)}}});
}

/// Reads and converts piece by piece: the peak is the volume itself and one small buffer. Memory is filled only as
/// content comes, so that a packed file that announces more than it holds costs no more than it holds.
std::vector<float> readVoxels(const OpenContent& content, const VoxelBlock& block, CaseNotes& notes) {
  const std::size_t voxelBytes = block.encoding.type.bytes;
  const auto all = static_cast<std::size_t>(block.voxels());
  std::vector<float> voxels;
  voxels.reserve(all);
  std::vector<std::byte> buffer(std::min(all, kChunkVoxels) * voxelBytes);
  std::size_t bad = 0;
  for (std::size_t first = 0; first < all; first += kChunkVoxels) {
    throwIfStopped(content.stop);
    const std::size_t count = std::min(kChunkVoxels, all - first);
    const auto piece = std::span(buffer).first(count * voxelBytes);
    const std::size_t got = content.source.read(piece);
    if (got < piece.size())
      cutShort(content.path, std::to_string(block.offset + first * voxelBytes + got), block.offset + block.bytes());
    voxels.resize(first + count);
    const auto out = std::span(voxels).subspan(first, count);
    if (decodeVoxels(block.encoding, piece, out) != 0) bad += replaceByAir(out);
  }
  judgeNonFinite(bad, voxels.size(), content.path, notes);
  return voxels;
}

void checkRest(const OpenContent& content, const VoxelBlock& block, CaseNotes& notes) {
  const std::uint64_t slice = static_cast<std::uint64_t>(block.size[0] * block.size[1]) * block.encoding.type.bytes;
  std::vector<std::byte> unused(4096);
  std::uint64_t rest = 0;
  for (std::size_t got = 1; got != 0 && rest < slice; rest += got) got = content.source.read(unused);
  if (rest >= slice)
    refuse(ErrorCode::BadHeader, content.path, "the file holds at least one slice more than it announces");
  if (rest != 0) notes.push_back({NoteCode::BytesBehind, {{"count", std::to_string(rest)}}});
  content.source.checkEnd();
}

}  // namespace

// Multiplied without overflow: what does not fit 2^62 bytes fits no file either.
void checkVoxelCount(const VoxelBlock& block, const std::string& path) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 62;
  std::uint64_t bytes = std::max<std::uint64_t>(block.encoding.type.bytes, sizeof(float));
  for (std::size_t a = 0; a < 3; ++a) {
    const std::int64_t n = block.size[a];
    if (n < 1)
      refuse(ErrorCode::BadHeader, path, "axis " + std::to_string(a + 1) + " has " + std::to_string(n) + " voxels");
    if (bytes > kMost / static_cast<std::uint64_t>(n))
      refuse(ErrorCode::BadHeader, path, "it announces more voxels than any file can hold");
    bytes *= static_cast<std::uint64_t>(n);
  }
  if (*std::min_element(block.size.begin(), block.size.end()) == 1)
    refuse(ErrorCode::NotAVolume, path, "it is a single picture or a line, not a stack of slices");
}

VolumePtr readBlock(OpenContent content, const VoxelBlock& block, const Geometry& geometry, CaseNotes& notes) {
  checkRoom(content, block);
  skipTo(content, block);
  Volume ct{geometry, readVoxels(content, block, notes)};
  checkRest(content, block, notes);
  return std::make_shared<const Volume>(std::move(ct));
}

std::size_t replaceByAir(std::span<float> voxels) {
  std::size_t count = 0;
  for (float& voxel : voxels)
    if (!std::isfinite(voxel)) {
      voxel = kAirHu;
      ++count;
    }
  return count;
}

}  // namespace hipwright
