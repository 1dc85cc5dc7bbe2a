#include "engine/io/nifti_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/byte_source.h"
#include "engine/io/format_guess.h"
#include "engine/io/nifti_geometry.h"
#include "engine/io/refusal.h"
#include "engine/io/voxel_block.h"

#include <cmath>

namespace hipwright {
namespace {

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
    throw Error(ErrorCode::UnknownFormat, {{"path", path},
                                           {"reason", seemsToBe(bytes)},
                                           {"expected", "a CT as NIfTI, NRRD, MetaImage or a DICOM folder"}});
  const std::size_t need = kind->version == 1 ? kNifti1HeaderBytes : kNifti2HeaderBytes;
  if (kind->version == 2 && bytes.size() == kNifti1HeaderBytes) {
    bytes.resize(need);
    const std::size_t got = source.read(std::span(bytes).subspan(kNifti1HeaderBytes));
    bytes.resize(kNifti1HeaderBytes + got);
  }
  if (bytes.size() < need) cutShort(path, std::to_string(bytes.size()), need);
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

std::uint64_t voxelOffset(const NiftiHeader& h, const std::string& path) {
  const std::uint64_t first = h.version == 1 ? kNifti1HeaderBytes : kNifti2HeaderBytes;
  if (!(h.voxOffset >= static_cast<double>(first)) || h.voxOffset != std::floor(h.voxOffset) ||
      h.voxOffset > static_cast<double>(kMostSkippedBytes))
    refuse(ErrorCode::BadHeader, path, "its voxels would begin at an impossible place");
  return static_cast<std::uint64_t>(h.voxOffset);
}

void noteBits(const NiftiHeader& h, const VoxelEncoding& encoding, CaseNotes& notes) {
  const auto real = static_cast<int>(8 * encoding.type.bytes);
  if (h.bitpix != real)
    notes.push_back(
        {NoteCode::BitsDisagree,
         {{"stated", std::to_string(h.bitpix)}, {"type", encoding.type.name}, {"real", std::to_string(real)}}});
}

}  // namespace

CaseFile readNifti(const std::filesystem::path& path, std::span<const std::byte> file, const std::stop_token& stop) {
  const std::string name = platform::toUtf8(path);
  const auto source = openByteSource(path, file);
  const auto [header, headerBytes] = readHeader(*source, name);
  checkSizes(header, name);
  const VoxelEncoding encoding = encodingOf(header, name);
  const VoxelBlock block{encoding, {header.dim[1], header.dim[2], header.dim[3]}, voxelOffset(header, name)};
  checkVoxelCount(block, name);
  HeaderGeometry where = geometryOf(header, name);
  CaseFile out;
  out.notes = std::move(where.notes);
  noteBits(header, encoding, out.notes);
  out.ct = readBlock({*source, headerBytes, name, file.size(), stop}, block, where.geometry, out.notes);
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

}  // namespace hipwright
