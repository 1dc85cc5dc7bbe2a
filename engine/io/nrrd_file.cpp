#include "engine/io/nrrd_file.h"

#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/affine_offer.h"
#include "engine/io/header_text.h"
#include "engine/io/refusal.h"
#include "engine/io/voxel_block.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace hipwright {
namespace {

constexpr std::string_view kMagic = "NRRD000";

struct NrrdHeader {
  HeaderFields fields;
  std::size_t bytes = 0;  ///< the blank line included
};

std::string canonicalName(std::string_view name) {
  const std::string low = lowered(trimmed(name));
  if (low == "datafile") return "data file";
  if (low == "byteskip") return "byte skip";
  if (low == "lineskip") return "line skip";
  if (low == "axismins") return "axis mins";
  return low;
}

/// Fields, comments and free key-value pairs up to a blank line, or up to the end of a header that names a data file.
NrrdHeader parseHeader(std::string_view text, const std::string& path) {
  NrrdHeader header{{path, {}}, 0};
  std::string_view rest = text.substr(0, kMostHeaderBytes);
  std::string_view line;
  takeLine(rest, line);
  while (takeLine(rest, line) && !line.empty()) {
    const auto colon = line.find(':');
    const bool pair = colon != std::string_view::npos && line.substr(colon, 2) == ":=";
    if (line.front() == '#' || pair) continue;
    if (colon == std::string_view::npos)
      refuse(ErrorCode::BadHeader, path, "the line \"" + shownText(std::string(line)) + "\" is no field");
    const std::string name = canonicalName(line.substr(0, colon));
    if (!header.fields.values.emplace(name, trimmed(line.substr(colon + 1))).second)
      refuse(ErrorCode::BadHeader, path, "its field \"" + shownText(name) + "\" stands there twice");
  }
  header.bytes = std::min(text.size(), kMostHeaderBytes) - rest.size();
  const bool ended = line.empty() || header.fields.has("data file");
  if (!ended) refuse(ErrorCode::BadHeader, path, "its header does not end");
  return header;
}

std::optional<VoxelType> typeNamed(std::string name) {
  name = lowered(name);
  struct Row {
    int code;
    std::array<std::string_view, 6> names;
  };
  static constexpr std::array kRows = {
      Row{256, {"signed char", "int8", "int8_t"}},
      Row{2, {"uchar", "unsigned char", "uint8", "uint8_t"}},
      Row{4, {"short", "short int", "signed short", "signed short int", "int16", "int16_t"}},
      Row{512, {"ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t"}},
      Row{8, {"int", "signed int", "int32", "int32_t"}},
      Row{768, {"uint", "unsigned int", "uint32", "uint32_t"}},
      Row{1024, {"longlong", "long long", "long long int", "signed long long", "int64", "int64_t"}},
      Row{1280, {"ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t"}},
      Row{16, {"float"}},
      Row{64, {"double"}},
  };
  for (const Row& row : kRows)
    if (!name.empty() && std::find(row.names.begin(), row.names.end(), name) != row.names.end())
      return voxelTypeOf(row.code);
  return std::nullopt;
}

VoxelEncoding encodingOf(const HeaderFields& f) {
  const auto type = typeNamed(f.text("type"));
  if (!type)
    throw Error(ErrorCode::UnsupportedVoxelType, {{"path", f.path}, {"type", shownText('"' + f.text("type") + '"')}});
  const std::string endian = lowered(f.text("endian"));
  if (type->bytes > 1 && endian != "little" && endian != "big")
    refuse(ErrorCode::BadHeader, f.path, "it does not say in which order the bytes of a voxel stand");
  return {*type, endian == "big", {}};
}

Index3 sizesOf(const HeaderFields& f) {
  const std::int64_t dimension = f.integers("dimension", 1)[0];
  if (dimension != 3)
    refuse(ErrorCode::NotAVolume, f.path, "it has " + std::to_string(dimension) + " axes instead of three");
  const auto n = f.integers("sizes", 3);
  return {n[0], n[1], n[2]};
}

/// Signs that turn the axes of the space into LPS; empty if the header says nothing of the patient.
std::optional<Vec3> signsOfSpace(const HeaderFields& f) {
  const std::string space = lowered(f.text("space"));
  if (space == "left-posterior-superior" || space == "lps") return Vec3{1, 1, 1};
  if (space == "right-anterior-superior" || space == "ras") return Vec3{-1, -1, 1};
  if (space == "left-anterior-superior" || space == "las") return Vec3{1, -1, 1};
  if (space.empty() || space == "scanner-xyz" || space == "3d-right-handed" || space == "3d-left-handed")
    return std::nullopt;
  refuse(ErrorCode::BadHeader, f.path, "its space \"" + shownText(space) + "\" is not one of a patient");
}

/// "(a,b,c)" once for every count, blanks allowed inside.
std::vector<Vec3> vectorsOf(const HeaderFields& f, const std::string& name, std::size_t count) {
  std::string numbers = f.text(name);
  const auto vectors = static_cast<std::size_t>(std::count(numbers.begin(), numbers.end(), '('));
  std::replace_if(
      numbers.begin(), numbers.end(), [](char c) { return c == '(' || c == ')' || c == ','; }, ' ');
  const std::vector<double> all = HeaderFields{f.path, {{name, numbers}}}.reals(name, 3 * count);
  if (vectors != count)
    refuse(ErrorCode::BadHeader, f.path, "its field \"" + name + "\" is not " + std::to_string(count) + " vectors");
  std::vector<Vec3> out(count);
  for (std::size_t i = 0; i < all.size(); ++i) out[i / 3][i % 3] = all[i];
  return out;
}

/// NRRD names a unit for each axis, in quotation marks; they must be the same. Empty if it names none.
std::string unitNamed(const HeaderFields& f, const std::string& field) {
  std::string text = lowered(f.text(field));
  std::replace(text.begin(), text.end(), '"', ' ');
  const std::vector<std::string> units = wordsOf(text);
  if (units.empty()) return {};
  const bool same = std::count(units.begin(), units.end(), units.front()) == static_cast<std::ptrdiff_t>(units.size());
  if (!same) refuse(ErrorCode::BadHeader, f.path, "its axes have different units");
  const bool mm = units.front() == "millimeter" || units.front() == "millimeters" || units.front() == "millimetre";
  return mm ? "mm" : units.front();
}

/// The unit of every length. "space units" are those of the space, "units" those of spacings along the axes (NRRD
/// definition, sections 4 and 5); where a file has both, or has one and needs the other, they must agree.
double unitInMm(const HeaderFields& f, CaseNotes& notes) {
  const std::string ofSpace = unitNamed(f, "space units");
  const std::string ofAxes = unitNamed(f, "units");
  const bool directions = f.has("space directions");
  const bool differ = !ofSpace.empty() && !ofAxes.empty() && ofSpace != ofAxes;
  if (differ || (!directions && ofAxes.empty() && !ofSpace.empty() && ofSpace != "mm"))
    refuse(ErrorCode::BadHeader, f.path,
           "its space is measured in " + shownText(ofSpace) + ", and its axes in " +
               (ofAxes.empty() ? "a unit that it does not name" : shownText(ofAxes)));
  const std::string unit = ofAxes.empty() ? ofSpace : ofAxes;
  const std::map<std::string, double> known = {{"m", 1000}, {"cm", 10}, {"um", 0.001}};
  const auto found = known.find(unit);
  if (unit.empty() || unit == "mm") return 1;
  if (found == known.end()) {
    notes.push_back({NoteCode::UnknownLengthUnit, {}});
    return 1;
  }
  notes.push_back({NoteCode::LengthUnit, {{"unit", unit}}});
  return found->second;
}

/// Positions along the axes say nothing of a patient, and whether they mean the middle or the edge of a voxel is often
/// left open; zeros and "nan" are what writers put there who have none.
void checkAxisMins(const HeaderFields& f) {
  for (const std::string& word : wordsOf(f.text("axis mins"))) {
    double mm = 0;
    const bool none = lowered(word) == "nan" || (parseReal(word, mm) && mm == 0);
    if (!none)
      refuse(ErrorCode::BadHeader, f.path, "it places its voxels by \"axis mins\"; only a \"space origin\" is read");
  }
}

Affine statedAffine(const HeaderFields& f, const Vec3& signs, CaseNotes& notes) {
  const double mm = unitInMm(f, notes);
  Affine affine{};
  if (f.has("space directions")) {
    const std::vector<Vec3> axes = vectorsOf(f, "space directions", 3);
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 3; ++c) affine.matrix[r][c] = signs[r] * axes[c][r] * mm;
  } else {
    const std::vector<double> spacing = f.reals("spacings", 3);
    for (std::size_t a = 0; a < 3; ++a) affine.matrix[a][a] = spacing[a] * mm;
  }
  if (!f.has("space origin")) {
    notes.push_back({NoteCode::NoPosition, {}});
    return affine;
  }
  const Vec3 origin = vectorsOf(f, "space origin", 1).front();
  for (std::size_t r = 0; r < 3; ++r) affine.origin[r] = signs[r] * origin[r] * mm;
  return affine;
}

Geometry geometryOf(const HeaderFields& f, const Index3& size, CaseNotes& notes) {
  checkAxisMins(f);
  const std::optional<Vec3> signs = signsOfSpace(f);
  if (!signs || !f.has("space directions"))
    notes.push_back({NoteCode::NoOrientation, {{"assumed", "its axes were taken as left, back and head"}}});
  const Offer offer = straightened(statedAffine(f, signs.value_or(Vec3{1, 1, 1}), notes), size);
  if (!offer.geometry) refuse(ErrorCode::BadHeader, f.path, "its space " + offer.problem);
  noteRepair(offer, "space directions", notes);
  noteUnusualSpacing(*offer.geometry, notes);
  return *offer.geometry;
}

Packing packingOf(const HeaderFields& f) {
  const std::string encoding = lowered(f.text("encoding"));
  if (encoding == "raw") return Packing::Plain;
  if (encoding == "gzip" || encoding == "gz") return Packing::Gzip;
  refuse(ErrorCode::BadHeader, f.path,
         "its voxels are encoded as \"" + shownText(encoding) + "\"; only raw and gzip are read");
}

/// Bytes to skip before the voxels; -1 in a raw file means that they end the file.
std::uint64_t skipOf(const HeaderFields& f, std::uint64_t available, std::uint64_t voxelBytes) {
  const std::int64_t lines = f.has("line skip") ? f.integers("line skip", 1)[0] : 0;
  const std::int64_t bytes = f.has("byte skip") ? f.integers("byte skip", 1)[0] : 0;
  const bool packed = lowered(f.text("encoding")) != "raw";
  const bool fromEnd = bytes == -1 && !packed;
  const std::int64_t most = packed ? static_cast<std::int64_t>(kMostSkippedBytes) : std::int64_t{1} << 50;
  if (lines != 0 || bytes < -1 || (bytes == -1 && !fromEnd) || bytes > most)
    refuse(ErrorCode::BadHeader, f.path, "its voxels would begin at an impossible place");
  if (!fromEnd) return static_cast<std::uint64_t>(bytes);
  if (available < voxelBytes) cutShort(f.path, std::to_string(available), voxelBytes);
  return available - voxelBytes;
}

/// The voxels' bytes: behind the header, or in the file beside it.
struct DataPart {
  std::optional<platform::MappedFile> file;
  std::filesystem::path path;
  std::span<const std::byte> bytes;
};

DataPart dataOf(const NrrdHeader& header, const std::filesystem::path& path, std::span<const std::byte> whole) {
  if (!header.fields.has("data file")) return {std::nullopt, path, whole.subspan(header.bytes)};
  const std::string name = header.fields.text("data file");
  const bool list = name.starts_with("LIST") || name.find('%') != std::string::npos;
  if (list) refuse(ErrorCode::BadHeader, header.fields.path, "its voxels lie in several files; save it as one");
  DataPart part{std::nullopt, neighbourFile(path, name), {}};
  part.file.emplace(part.path);
  part.bytes = part.file->bytes();
  return part;
}

}  // namespace

bool isNrrd(std::span<const std::byte> start) {
  return start.size() >= 8 && std::string_view(reinterpret_cast<const char*>(start.data()), 7) == kMagic;
}

CaseFile readNrrd(const std::filesystem::path& path, std::span<const std::byte> file, const std::stop_token& stop) {
  const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
  const NrrdHeader header = parseHeader(text, platform::toUtf8(path));
  VoxelBlock block{encodingOf(header.fields), sizesOf(header.fields), 0};
  checkVoxelCount(block, header.fields.path);
  CaseFile out;
  const Geometry geometry = geometryOf(header.fields, block.size, out.notes);
  const Packing packing = packingOf(header.fields);
  const DataPart data = dataOf(header, path, file);
  block.offset = skipOf(header.fields, data.bytes.size(), block.bytes());
  const auto source = openByteSource(data.path, data.bytes, packing);
  out.ct = readBlock({*source, 0, platform::toUtf8(data.path), data.bytes.size(), stop}, block, geometry, out.notes);
  out.source = {
      "NRRD", block.encoding.type.name, 1, 1, "space directions", 1, 0, shownText(header.fields.text("content"))};
  Sha256 hash;
  hash.add(file);
  if (data.file) hash.add(data.bytes);
  out.sha256 = hash.hexDigest();
  return out;
}

}  // namespace hipwright
