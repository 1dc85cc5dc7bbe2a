// Writing NRRD and MetaImage files line by line, right and wrong ones.
#pragma once

#include "engine/core/volume.h"

#include <zlib.h>

#include <cstring>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace hipwright::test {

using HeaderLines = std::vector<std::pair<std::string, std::string>>;

inline std::string rawVoxels(const Volume& volume) {
  std::string bytes(volume.voxels.size() * sizeof(float), '\0');
  std::memcpy(bytes.data(), volume.voxels.data(), bytes.size());
  return bytes;
}

inline std::string zlibbed(const std::string& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
           static_cast<uLong>(bytes.size()));
  out.resize(size);
  return out;
}

/// Numbers with all their digits, blanks or commas between.
template <class Numbers>
std::string joined(const Numbers& numbers, const char* between = " ") {
  std::ostringstream out;
  out.precision(17);
  for (std::size_t i = 0; i < numbers.size(); ++i) out << (i == 0 ? "" : between) << numbers[i];
  return out.str();
}

inline std::string bracketed(const Vec3& vector) {
  std::string out("(");
  return out.append(joined(vector, ",")).append(")");
}

inline Vec3 axisOf(const Geometry& g, int a, const Vec3& signs) {
  const auto c = static_cast<std::size_t>(a);
  return {signs[0] * g.direction[0][c] * g.spacing[c], signs[1] * g.direction[1][c] * g.spacing[c],
          signs[2] * g.direction[2][c] * g.spacing[c]};
}

/// Fields of an attached raw NRRD; `signs` turn LPS into the space that is named.
inline HeaderLines nrrdFields(const Geometry& g, const std::string& space = "left-posterior-superior",
                              const Vec3& signs = {1, 1, 1}) {
  const Vec3 origin = {signs[0] * g.origin[0], signs[1] * g.origin[1], signs[2] * g.origin[2]};
  std::string directions;
  for (int a = 0; a < 3; ++a) directions.append(bracketed(axisOf(g, a, signs))).append(" ");
  return {{"type", "float"},
          {"dimension", "3"},
          {"space", space},
          {"sizes", joined(g.size)},
          {"space directions", directions},
          {"endian", "little"},
          {"encoding", "raw"},
          {"space origin", bracketed(origin)}};
}

inline std::string nrrdHeader(const HeaderLines& fields) {
  std::string out = "NRRD0004\n# a comment\n";
  for (const auto& [name, value] : fields) out += name + ": " + value + "\n";
  return out + "key:=value\n\n";
}

/// Where each index axis comes from, as MetaImage calls it.
inline std::string originLetters(const Geometry& g) {
  const AxisCodes codes = nearestAxes(g);
  std::string out;
  for (std::size_t a = 0; a < 3; ++a)
    out += (codes.increasing[a] ? "RAI" : "LPS")[static_cast<std::size_t>(codes.patientAxis[a])];
  return out;
}

inline HeaderLines metaFields(const Geometry& g) {
  std::vector<double> matrix;
  for (std::size_t c = 0; c < 3; ++c)
    for (std::size_t r = 0; r < 3; ++r) matrix.push_back(g.direction[r][c]);
  return {{"ObjectType", "Image"},
          {"NDims", "3"},
          {"BinaryData", "True"},
          {"BinaryDataByteOrderMSB", "False"},
          {"CompressedData", "False"},
          {"TransformMatrix", joined(matrix)},
          {"Offset", joined(g.origin)},
          {"CenterOfRotation", "0 0 0"},
          {"AnatomicalOrientation", originLetters(g)},
          {"ElementSpacing", joined(g.spacing)},
          {"DimSize", joined(g.size)},
          {"ElementType", "MET_FLOAT"},
          {"ElementDataFile", "LOCAL"}};
}

inline std::string metaHeader(const HeaderLines& fields) {
  std::string out;
  for (const auto& [name, value] : fields) out += name + " = " + value + "\n";
  return out;
}

/// The fields with one of them changed, or removed where the value is empty.
inline HeaderLines with(HeaderLines fields, const std::string& name, const std::string& value) {
  HeaderLines out;
  bool found = false;
  for (auto& field : fields) {
    const bool same = field.first == name;
    found = found || same;
    if (!same) out.push_back(field);
    if (same && !value.empty()) out.emplace_back(name, value);
  }
  if (!found) out.emplace(out.begin(), name, value);
  return out;
}

}  // namespace hipwright::test
