#include "engine/io/meta_image_file.h"

#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/affine_offer.h"
#include "engine/io/header_text.h"
#include "engine/io/refusal.h"
#include "engine/io/voxel_block.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace hipwright {
namespace {

constexpr std::size_t kSniffed = std::size_t{1} << 14;

struct MetaHeader {
  HeaderFields fields;
  std::size_t bytes = 0;
};

/// "Key = Value" up to and with the line of the data file, which is the last.
MetaHeader parseHeader(std::string_view text, const std::string& path) {
  MetaHeader header{{path, {}}, 0};
  std::string_view rest = text.substr(0, kMostHeaderBytes);
  std::string_view line;
  while (!header.fields.has("elementdatafile")) {
    if (!takeLine(rest, line)) {
      if (rest.empty()) refuse(ErrorCode::BadHeader, path, "it names no file of its voxels");
      line = std::exchange(rest, {});  // the last line may lack its end
    }
    const auto equals = line.find('=');
    if (equals == std::string_view::npos)
      refuse(ErrorCode::BadHeader, path, "the line \"" + shownText(std::string(line)) + "\" is no field");
    const std::string name = lowered(trimmed(line.substr(0, equals)));
    const std::string value(trimmed(line.substr(equals + 1)));
    const auto [there, isNew] = header.fields.values.emplace(name, value);
    if (!isNew && there->second != value && name != "comment")
      refuse(ErrorCode::BadHeader, path, "its field \"" + shownText(name) + "\" stands there twice");
  }
  header.bytes = std::min(text.size(), kMostHeaderBytes) - rest.size();
  return header;
}

/// The first of several names of one field; none of the others may say something else.
std::string present(const HeaderFields& f, std::initializer_list<const char*> names) {
  std::string first;
  for (const char* name : names) {
    if (!f.has(name)) continue;
    if (first.empty()) first = name;
    if (f.text(name) != f.text(first))
      refuse(ErrorCode::BadHeader, f.path, "its fields \"" + first + "\" and \"" + name + "\" disagree");
  }
  return first;
}

bool flag(const HeaderFields& f, std::initializer_list<const char*> names) {
  const std::string text = lowered(f.text(present(f, names)));
  return text == "true" || text == "1" || text == "yes";
}

/// intensity = slope * element + offset, as MetaIO defines it; no scaling if it is 1 and 0.
VoxelScaling scalingOf(const HeaderFields& f) {
  const char* slopeField = "elementtointensityfunctionslope";
  const char* offsetField = "elementtointensityfunctionoffset";
  const double slope = f.has(slopeField) ? f.reals(slopeField, 1)[0] : 1;
  const double offset = f.has(offsetField) ? f.reals(offsetField, 1)[0] : 0;
  if (slope == 0) refuse(ErrorCode::BadHeader, f.path, "its voxels would all have one value (slope 0)");
  return slope == 1 && offset == 0 ? VoxelScaling{} : VoxelScaling{slope, offset};
}

VoxelEncoding encodingOf(const HeaderFields& f) {
  static const std::map<std::string, int> kCodes = {
      {"MET_CHAR", 256}, {"MET_UCHAR", 2},   {"MET_SHORT", 4},        {"MET_USHORT", 512},
      {"MET_INT", 8},    {"MET_UINT", 768},  {"MET_LONG", 8},         {"MET_ULONG", 768},
      {"MET_FLOAT", 16}, {"MET_DOUBLE", 64}, {"MET_LONG_LONG", 1024}, {"MET_ULONG_LONG", 1280}};
  const auto found = kCodes.find(f.text("elementtype"));
  const bool channels = f.has("elementnumberofchannels") && f.integers("elementnumberofchannels", 1)[0] != 1;
  if (found == kCodes.end() || channels)
    throw Error(
        ErrorCode::UnsupportedVoxelType,
        {{"path", f.path}, {"type", channels ? "several values" : shownText('"' + f.text("elementtype") + '"')}});
  if (f.has("binarydata") && !flag(f, {"binarydata"}))
    refuse(ErrorCode::BadHeader, f.path, "its voxels are written as text; only binary ones are read");
  return {voxelTypeOf(found->second), flag(f, {"elementbyteordermsb", "binarydatabyteordermsb"}), scalingOf(f)};
}

Index3 sizesOf(const HeaderFields& f) {
  const std::int64_t dimension = f.integers("ndims", 1)[0];
  if (dimension != 3)
    refuse(ErrorCode::NotAVolume, f.path, "it has " + std::to_string(dimension) + " axes instead of three");
  const auto n = f.integers("dimsize", 3);
  return {n[0], n[1], n[2]};
}

/// Of spacing and offset; MetaIO writes "?" where nobody said.
double unitInMm(const HeaderFields& f, CaseNotes& notes) {
  const std::string unit = lowered(f.text("distanceunits"));
  const std::map<std::string, double> known = {{"m", 1000}, {"cm", 10}, {"um", 0.001}};
  if (unit.empty() || unit == "?" || unit == "mm") return 1;
  const auto found = known.find(unit);
  if (found == known.end())
    notes.push_back({NoteCode::UnknownLengthUnit, {}});
  else
    notes.push_back({NoteCode::LengthUnit, {{"unit", unit}}});
  return found == known.end() ? 1 : found->second;
}

/// AnatomicalOrientation names where the index axes come from: RAI for axes that run towards left, back and head.
/// Axes in between may be called either way.
void noteAxesDisagree(const HeaderFields& f, const Geometry& geometry, CaseNotes& notes) {
  constexpr double kOtherAxis = 0.5;  // cosine of the angle beyond which a letter is of another axis
  std::string stated = f.text("anatomicalorientation");
  std::transform(stated.begin(), stated.end(), stated.begin(),
                 [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
  if (stated.size() != 3 || stated.find_first_not_of("RLAPIS") != std::string::npos) return;
  const AxisCodes codes = nearestAxes(geometry);
  std::string used;
  bool agree = true;
  for (std::size_t a = 0; a < 3; ++a) {
    const auto patient = static_cast<std::size_t>(codes.patientAxis[a]);
    used += (codes.increasing[a] ? "RAI" : "LPS")[patient];
    const auto from = std::string_view("RAI").find(stated[a]);
    const bool towardsLps = from != std::string_view::npos;
    const std::size_t row = towardsLps ? from : std::string_view("LPS").find(stated[a]);
    agree = agree && (towardsLps ? 1 : -1) * geometry.direction[row][a] > kOtherAxis;
  }
  if (!agree) notes.push_back({NoteCode::AxesDisagree, {{"stated", stated}, {"used", used}}});
}

/// ITK's meaning, which everybody shares by now: each three numbers of the matrix are one index axis, in LPS, turned
/// round by a negative voxel size.
Geometry geometryOf(const HeaderFields& f, const Index3& size, CaseNotes& notes) {
  const std::string matrix = present(f, {"transformmatrix", "rotation", "orientation"});
  const std::string origin = present(f, {"offset", "position", "origin"});
  const std::string spacing = f.has("elementspacing") ? "elementspacing" : present(f, {"elementsize"});
  const std::vector<double> axes = matrix.empty() ? std::vector<double>{1, 0, 0, 0, 1, 0, 0, 0, 1} : f.reals(matrix, 9);
  const std::vector<double> at = origin.empty() ? std::vector<double>(3) : f.reals(origin, 3);
  if (spacing.empty()) refuse(ErrorCode::BadHeader, f.path, "it states no voxel size");
  std::vector<double> mm = f.reals(spacing, 3);
  if (std::any_of(mm.begin(), mm.end(), [](double x) { return x < 0; })) notes.push_back({NoteCode::AxisTurned, {}});
  Affine affine{};
  const double unit = unitInMm(f, notes);
  for (std::size_t c = 0; c < 3; ++c) {
    for (std::size_t r = 0; r < 3; ++r) affine.matrix[r][c] = axes[3 * c + r] * mm[c] * unit;
    affine.origin[c] = at[c] * unit;
  }
  if (matrix.empty())
    notes.push_back({NoteCode::NoOrientation, {{"assumed", "its axes were taken as left, back and head"}}});
  if (origin.empty()) notes.push_back({NoteCode::NoPosition, {}});
  const Offer offer = straightened(affine, size);
  if (!offer.geometry) refuse(ErrorCode::BadHeader, f.path, "its transform matrix " + offer.problem);
  noteRepair(offer, "transform matrix", notes);
  if (!matrix.empty()) noteAxesDisagree(f, *offer.geometry, notes);
  noteUnusualSpacing(*offer.geometry, notes);
  return *offer.geometry;
}

/// The voxels' bytes: behind the header, or in the file beside it.
struct DataPart {
  std::optional<platform::MappedFile> file;
  std::filesystem::path path;
  std::span<const std::byte> bytes;
};

DataPart dataOf(const MetaHeader& header, const std::filesystem::path& path, std::span<const std::byte> whole) {
  const std::string name = header.fields.text("elementdatafile");
  if (name == "LOCAL" || name == "Local" || name == "local") return {std::nullopt, path, whole.subspan(header.bytes)};
  if (name.starts_with("LIST") || name.find('%') != std::string::npos)
    refuse(ErrorCode::BadHeader, header.fields.path, "its voxels lie in several files; save it as one");
  DataPart part{std::nullopt, neighbourFile(path, name), {}};
  part.file.emplace(part.path);
  part.bytes = part.file->bytes();
  return part;
}

/// The packed bytes as far as the header says that they reach.
std::span<const std::byte> packedBytes(const HeaderFields& f, std::span<const std::byte> bytes) {
  if (!f.has("compresseddatasize")) return bytes;
  const std::int64_t stated = f.integers("compresseddatasize", 1)[0];
  if (stated < 0) refuse(ErrorCode::BadHeader, f.path, "its packed voxels have a negative length");
  const auto need = static_cast<std::uint64_t>(stated);
  if (need > bytes.size()) cutShort(f.path, std::to_string(bytes.size()), need);
  return need == 0 ? bytes : bytes.first(static_cast<std::size_t>(need));
}

std::uint64_t skipOf(const HeaderFields& f, std::uint64_t available, std::uint64_t voxelBytes) {
  const std::int64_t bytes = f.has("headersize") ? f.integers("headersize", 1)[0] : 0;
  if (bytes < -1 || bytes > (std::int64_t{1} << 50))
    refuse(ErrorCode::BadHeader, f.path, "its voxels would begin at an impossible place");
  if (bytes >= 0) return static_cast<std::uint64_t>(bytes);
  if (available < voxelBytes) cutShort(f.path, std::to_string(available), voxelBytes);
  return available - voxelBytes;
}

Packing packingOf(bool packed, std::span<const std::byte> bytes) {
  if (!packed) return Packing::Plain;
  return bytes.size() >= 2 && bytes[0] == std::byte{0x1f} && bytes[1] == std::byte{0x8b} ? Packing::Gzip
                                                                                         : Packing::Zlib;
}

}  // namespace

bool isMetaImage(std::span<const std::byte> start) {
  const std::string_view text(reinterpret_cast<const char*>(start.data()), std::min(start.size(), kSniffed));
  const std::string low = lowered(text);
  const auto equals = low.find('=');
  const bool field =
      equals != std::string::npos && equals > 0 && low.find_first_not_of("abcdefghijklmnopqrstuvwxyz \t") == equals;
  return field && (low.find("elementdatafile") != std::string::npos || low.find("ndims") != std::string::npos ||
                   low.starts_with("objecttype"));
}

CaseFile readMetaImage(const std::filesystem::path& path, std::span<const std::byte> file,
                       const std::stop_token& stop) {
  const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
  const MetaHeader header = parseHeader(text, platform::toUtf8(path));
  const HeaderFields& f = header.fields;
  VoxelBlock block{encodingOf(f), sizesOf(f), 0};
  checkVoxelCount(block, f.path);
  CaseFile out;
  const Geometry geometry = geometryOf(f, block.size, out.notes);
  const DataPart data = dataOf(header, path, file);
  const bool packed = flag(f, {"compresseddata"});
  const auto bytes = packed ? packedBytes(f, data.bytes) : data.bytes;
  if (!packed) block.offset = skipOf(f, bytes.size(), block.bytes());
  const auto source = openByteSource(data.path, bytes, packingOf(packed, bytes));
  out.ct = readBlock({*source, 0, platform::toUtf8(data.path), bytes.size(), stop}, block, geometry, out.notes);
  const VoxelScaling& scaling = block.encoding.scaling;
  const bool scaled = scaling.slope != 0;
  out.source = {"MetaImage",
                block.encoding.type.name,
                1,
                1,
                "transform matrix",
                scaled ? scaling.slope : 1,
                scaled ? scaling.intercept : 0,
                shownText(f.text("comment"))};
  Sha256 hash;
  hash.add(file);
  if (data.file) hash.add(data.bytes);
  out.sha256 = hash.hexDigest();
  return out;
}

}  // namespace hipwright
