#include "engine/io/case_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/byte_source.h"
#include "engine/io/format_guess.h"
#include "engine/io/nifti_geometry.h"
#include "engine/io/voxel_type.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <new>

namespace hipwright {
namespace {

constexpr std::size_t kChunkVoxels = std::size_t{1} << 16;

[[noreturn]] void refuse(ErrorCode code, const std::string& path, const std::string& reason) {
  throw Error(code, {{"path", path}, {"reason", reason}});
}

[[noreturn]] void cutShort(const std::string& path, const std::string& have, std::uint64_t need) {
  throw Error(ErrorCode::FileTruncated, {{"path", path}, {"have", have}, {"need", std::to_string(need)}});
}

[[noreturn]] void cutShort(const std::string& path, std::uint64_t have, std::uint64_t need) {
  cutShort(path, std::to_string(have), need);
}

std::string inWords(std::uint64_t bytes) {
  const bool large = bytes >= 1'000'000'000;
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %s", static_cast<double>(bytes) / (large ? 1e9 : 1e6), large ? "GB" : "MB");
  return text;
}

/// The header as stored, and how many bytes of the content were read for it.
struct HeaderRead {
  NiftiHeader header;
  std::uint64_t bytesRead = 0;
};

HeaderRead readHeader(ByteSource& source, const std::string& path) {
  std::vector<std::byte> bytes(kNifti1HeaderBytes);
  bytes.resize(source.read(bytes));
  const auto kind = niftiKind(bytes);
  if (!kind || (bytes.size() >= 348 && kind->version == 1 && !isSingleFile(*kind, bytes)) ||
      (kind->version == 2 && !isSingleFile(*kind, bytes)))
    throw Error(ErrorCode::UnknownFormat,
                {{"path", path}, {"reason", seemsToBe(bytes)}, {"expected", "a NIfTI file (.nii or .nii.gz)"}});
  const std::size_t need = kind->version == 1 ? kNifti1HeaderBytes : kNifti2HeaderBytes;
  if (kind->version == 2 && bytes.size() == kNifti1HeaderBytes) {
    bytes.resize(need);
    const std::size_t got = source.read(std::span(bytes).subspan(kNifti1HeaderBytes));
    bytes.resize(kNifti1HeaderBytes + got);
  }
  if (bytes.size() < need) cutShort(path, bytes.size(), need);
  return {parseNiftiHeader(*kind, bytes), need};
}

void checkSizes(const NiftiHeader& h, const std::string& path) {
  if (h.dim[0] < 1 || h.dim[0] > 7)
    refuse(ErrorCode::BadHeader, path, "it announces " + std::to_string(h.dim[0]) + " dimensions");
  const auto axes = static_cast<std::size_t>(h.dim[0]);
  for (std::size_t a = 1; a <= axes; ++a)
    if (h.dim[a] < 1)
      refuse(ErrorCode::BadHeader, path, "axis " + std::to_string(a) + " has " + std::to_string(h.dim[a]) + " voxels");
  const bool flat = axes < 3 || h.dim[1] == 1 || h.dim[2] == 1 || h.dim[3] == 1;
  if (flat) refuse(ErrorCode::NotAVolume, path, "it is a single picture or a line, not a stack of slices");
  for (std::size_t a = 4; a <= axes; ++a)
    if (h.dim[a] != 1)
      refuse(ErrorCode::NotAVolume, path, "it holds " + std::to_string(h.dim[a]) + " volumes or values per voxel");
}

VoxelEncoding encodingOf(const NiftiHeader& h, const std::string& path) {
  VoxelEncoding encoding{voxelTypeOf(h.datatype), h.bigEndian, {}};
  if (encoding.type.bytes == 0 && h.datatype != 1)
    refuse(ErrorCode::BadHeader, path, "it names a kind of voxel that does not exist (" + encoding.type.name + ")");
  if (!encoding.type.scalar)
    throw Error(ErrorCode::UnsupportedVoxelType, {{"path", path}, {"type", encoding.type.name}});
  if (h.sclSlope != 0 && std::isfinite(h.sclSlope)) {
    if (!std::isfinite(h.sclInter))
      refuse(ErrorCode::BadHeader, path, "its intercept is not a number although it has a slope");
    if (h.sclSlope != 1 || h.sclInter != 0) encoding.scaling = {h.sclSlope, h.sclInter};
  }
  return encoding;
}

/// Where the voxels lie in the content, in bytes.
struct VoxelSpan {
  std::uint64_t offset = 0;
  std::uint64_t count = 0;  ///< voxels
  std::uint64_t bytes = 0;
};

/// Multiplies sizes and adds the offset without overflow: what does not fit 2^62 bytes fits no file either.
VoxelSpan spanOf(const NiftiHeader& h, std::size_t voxelBytes, const std::string& path) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 62;
  const std::uint64_t first = h.version == 1 ? kNifti1HeaderBytes : kNifti2HeaderBytes;
  if (!(h.voxOffset >= static_cast<double>(first)) || h.voxOffset != std::floor(h.voxOffset) || h.voxOffset > 1e15)
    refuse(ErrorCode::BadHeader, path, "its voxels would begin at an impossible place");
  VoxelSpan span{static_cast<std::uint64_t>(h.voxOffset), 1, voxelBytes};
  for (std::size_t a = 1; a <= 3; ++a) {
    const auto n = static_cast<std::uint64_t>(h.dim[a]);
    if (span.bytes > kMost / n) refuse(ErrorCode::BadHeader, path, "it announces more voxels than any file can hold");
    span.count *= n;
    span.bytes *= n;
  }
  return span;
}

/// Before anything is allocated: can the file hold what the header announces, and can the memory?
void checkRoom(const ByteSource& source, const VoxelSpan& span, const std::string& path) {
  const std::uint64_t need = span.offset + span.bytes;
  if (source.mostBytes() < need) cutShort(path, "at most " + std::to_string(source.mostBytes()), need);
  const std::uint64_t memory = span.count * sizeof(float);
  const std::uint64_t free = platform::availableMemory();
  if (free != 0 && memory > free)
    throw Error(ErrorCode::VolumeTooLarge, {{"path", path}, {"need", inWords(memory)}, {"have", inWords(free)}});
}

void skipTo(ByteSource& source, std::uint64_t at, const VoxelSpan& span, const std::string& path) {
  std::vector<std::byte> unused(4096);
  while (at < span.offset) {
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(unused.size(), span.offset - at));
    const std::size_t got = source.read(std::span(unused).first(wanted));
    at += got;
    if (got < wanted) cutShort(path, at, span.offset + span.bytes);
  }
}

/// Reads and converts piece by piece: the peak is the volume itself and one small buffer.
std::vector<float> readVoxels(ByteSource& source, const VoxelEncoding& encoding, const VoxelSpan& span,
                              const std::string& path) {
  std::vector<float> voxels(static_cast<std::size_t>(span.count));
  std::vector<std::byte> buffer(std::min(voxels.size(), kChunkVoxels) * encoding.type.bytes);
  std::size_t notFinite = 0;
  for (std::size_t done = 0; done < voxels.size();) {
    const std::size_t count = std::min(kChunkVoxels, voxels.size() - done);
    const auto bytes = std::span(buffer).first(count * encoding.type.bytes);
    const std::size_t got = source.read(bytes);
    if (got < bytes.size()) cutShort(path, span.offset + done * encoding.type.bytes + got, span.offset + span.bytes);
    notFinite += decodeVoxels(encoding, bytes, std::span(voxels).subspan(done, count));
    done += count;
  }
  if (notFinite != 0) throw Error(ErrorCode::NonFiniteVoxels, {{"path", path}, {"count", std::to_string(notFinite)}});
  return voxels;
}

/// Bytes behind the voxels. A slice or more means that header and content do not belong together; less is padding.
void checkRest(ByteSource& source, const NiftiHeader& h, std::size_t voxelBytes, CaseFile& out,
               const std::string& path) {
  const std::uint64_t slice = static_cast<std::uint64_t>(h.dim[1]) * static_cast<std::uint64_t>(h.dim[2]) * voxelBytes;
  std::vector<std::byte> unused(4096);
  std::uint64_t rest = 0;
  for (std::size_t got = 1; got != 0 && rest < slice; rest += got) got = source.read(unused);
  if (rest >= slice) refuse(ErrorCode::BadHeader, path, "the file holds at least one slice more than it announces");
  if (rest != 0) out.warnings.push_back(std::to_string(rest) + " bytes behind the voxels were ignored.");
  source.checkEnd();
}

void warnOfType(const NiftiHeader& h, const VoxelEncoding& encoding, CaseFile& out) {
  if (h.bitpix != static_cast<int>(8 * encoding.type.bytes))
    out.warnings.push_back("The header says " + std::to_string(h.bitpix) + " bits per voxel, but its " +
                           encoding.type.name + " voxels have " + std::to_string(8 * encoding.type.bytes) + ".");
}

bool endsWith(const std::string& text, const std::string& lowerEnd) {
  return text.size() > lowerEnd.size() &&
         std::equal(lowerEnd.rbegin(), lowerEnd.rend(), text.rbegin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

std::string nameWithoutExtensions(const std::filesystem::path& path) {
  std::string name = platform::toUtf8(path.filename());
  for (const char* extension : {".gz", ".nii"})
    if (endsWith(name, extension)) name.resize(name.size() - std::string(extension).size());
  return name;
}

CaseFile readNifti(ByteSource& source, const std::string& path) {
  const auto [header, headerBytes] = readHeader(source, path);
  checkSizes(header, path);
  const VoxelEncoding encoding = encodingOf(header, path);
  const VoxelSpan span = spanOf(header, encoding.type.bytes, path);
  HeaderGeometry where = geometryOf(header, path);
  checkRoom(source, span, path);
  CaseFile out;
  out.warnings = std::move(where.warnings);
  warnOfType(header, encoding, out);
  skipTo(source, headerBytes, span, path);
  Volume ct{where.geometry, readVoxels(source, encoding, span, path)};
  checkRest(source, header, encoding.type.bytes, out, path);
  out.ct = std::make_shared<const Volume>(std::move(ct));
  const bool scaled = encoding.scaling.slope != 0;
  out.source = {header.version == 1 ? "NIfTI-1" : "NIfTI-2",
                encoding.type.name,
                header.qformCode,
                header.sformCode,
                where.source,
                scaled ? encoding.scaling.slope : 1,
                scaled ? encoding.scaling.intercept : 0,
                header.descrip};
  return out;
}

}  // namespace

CaseFile readCase(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  const auto source = openByteSource(path, file.bytes());
  CaseFile out;
  try {
    out = readNifti(*source, platform::toUtf8(path));
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, {{"phase", "reading the CT"}});
  }
  out.name = nameWithoutExtensions(path);
  Sha256 hash;
  hash.add(file.bytes());
  out.sha256 = hash.hexDigest();
  return out;
}

}  // namespace hipwright
