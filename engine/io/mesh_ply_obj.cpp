// PLY (binary, little end first) and OBJ.
#include "engine/core/error.h"
#include "engine/io/byte_order.h"
#include "engine/io/mesh_encoding.h"
#include "engine/io/mesh_text.h"

#include <cmath>
#include <sstream>

namespace hipwright {
namespace {

constexpr std::size_t kVertexBytes = 12;
constexpr std::size_t kFaceBytes = 13;  // the number 3 and three vertex numbers
constexpr std::string_view kEndOfHeader = "end_header\n";

std::string plyHeader(std::size_t vertices, std::size_t triangles, const std::string& comments) {
  return "ply\nformat binary_little_endian 1.0\n" + comments + "element vertex " + std::to_string(vertices) +
         "\nproperty float x\nproperty float y\nproperty float z\nelement face " + std::to_string(triangles) +
         "\nproperty list uchar int vertex_indices\n" + std::string(kEndOfHeader);
}

struct PlyCounts {
  std::uint32_t vertices = 0;
  std::uint32_t triangles = 0;
};

std::uint32_t countAfter(std::string_view line, std::string_view element, const std::string& path) {
  if (!line.starts_with(element))
    damagedMesh(path, "its header does not have the line \"" + std::string(element) + "\"");
  return parseWhole(line.substr(element.size()), path);
}

/// Only headers that, apart from comments, are exactly ours: anything else would have to be guessed.
PlyCounts plyCounts(std::string_view header, const std::string& path) {
  WordReader lines(header, path);
  std::vector<std::string_view> found;
  for (std::string_view line = lines.line(); !line.empty(); line = lines.line())
    if (!line.starts_with("comment")) found.push_back(line);
  constexpr std::size_t kLines = 9;
  if (found.size() != kLines) damagedMesh(path, "its header is not that of plain triangles with float corners");
  const PlyCounts counts{countAfter(found[2], "element vertex ", path), countAfter(found[6], "element face ", path)};
  std::string plain;
  for (const std::string_view line : found) plain.append(line).append("\n");
  if (plain != plyHeader(counts.vertices, counts.triangles, ""))
    damagedMesh(path, "its header is not that of plain triangles with float corners");
  return counts;
}

void readFace(const std::byte* at, Mesh& mesh, const std::string& path) {
  if (*at != std::byte{3}) damagedMesh(path, "a face is not a triangle");
  std::array<std::uint32_t, 3> corners{};
  for (std::size_t i = 0; i < 3; ++i) {
    corners[i] = loadAs<std::uint32_t>(at + 1 + 4 * i, false);
    if (corners[i] >= mesh.vertices.size()) damagedMesh(path, "a triangle names a vertex that is not there");
  }
  mesh.triangles.push_back(corners);
}

/// "7", "7/1" or "7//3": the vertex alone counts. Numbers begin at 1.
std::uint32_t objVertex(std::string_view word, std::size_t vertices, const std::string& path) {
  const std::uint32_t number = parseWhole(word.substr(0, word.find('/')), path);
  if (number == 0 || number > vertices) damagedMesh(path, "a triangle names a vertex that is not there");
  return number - 1;
}

}  // namespace

std::string encodePly(const Mesh& mesh, const MeshLabel& label) {
  std::string out = plyHeader(mesh.vertices.size(), mesh.triangles.size(),
                              "comment Hipwright, research use only\ncomment " + labelText(label) + "\n");
  std::size_t at = out.size();
  out.resize(at + mesh.vertices.size() * kVertexBytes + mesh.triangles.size() * kFaceBytes, '\0');
  auto* bytes = reinterpret_cast<std::byte*>(out.data());
  for (const Vec3& p : mesh.vertices)
    for (const double x : p) {
      storeAs(static_cast<float>(x), bytes + at, false);
      at += 4;
    }
  for (const auto& t : mesh.triangles) {
    bytes[at++] = std::byte{3};
    for (const std::uint32_t v : t) {
      storeAs(v, bytes + at, false);
      at += 4;
    }
  }
  return out;
}

Mesh decodePly(FileBytes bytes, const std::string& path) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const std::size_t end = text.find(kEndOfHeader);
  if (end == std::string_view::npos) damagedMesh(path, "its header does not end");
  const std::size_t start = end + kEndOfHeader.size();
  const PlyCounts counts = plyCounts(text.substr(0, start), path);
  const std::uint64_t need =
      start + std::uint64_t{counts.vertices} * kVertexBytes + std::uint64_t{counts.triangles} * kFaceBytes;
  if (bytes.size() < need)
    throw Error(ErrorCode::FileTruncated,
                {{"path", path}, {"have", std::to_string(bytes.size())}, {"need", std::to_string(need)}});
  if (bytes.size() > need) damagedMesh(path, "it is longer than its header says");
  Mesh mesh;
  mesh.vertices.resize(counts.vertices);
  const std::byte* at = bytes.data() + start;
  for (Vec3& p : mesh.vertices)
    for (double& x : p) {
      x = loadAs<float>(at, false);
      if (!std::isfinite(x)) damagedMesh(path, "it has a corner that is not a number");
      at += 4;
    }
  mesh.triangles.reserve(counts.triangles);
  for (std::size_t t = 0; t < counts.triangles; ++t) readFace(at + t * kFaceBytes, mesh, path);
  return mesh;
}

std::string encodeObj(const Mesh& mesh, const MeshLabel& label) {
  std::string out = "# Hipwright, research use only\n# " + labelText(label) + "\no implant\n";
  for (const Vec3& p : mesh.vertices) {
    out += 'v';
    appendPoint(out, p);
    out += '\n';
  }
  for (const auto& t : mesh.triangles) {
    out += 'f';
    for (const std::uint32_t v : t) {
      out += ' ';
      appendWhole(out, std::uint64_t{v} + 1);
    }
    out += '\n';
  }
  return out;
}

Mesh decodeObj(FileBytes bytes, const std::string& path) {
  WordReader words({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path);
  Mesh mesh;
  for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
    WordReader line(words.line(), path);
    if (word == "v") {
      mesh.vertices.push_back(line.point());
    } else if (word == "f") {
      std::array<std::uint32_t, 3> corners{};
      for (std::uint32_t& corner : corners) corner = objVertex(line.next(), mesh.vertices.size(), path);
      if (!line.next().empty()) damagedMesh(path, "a face is not a triangle");
      mesh.triangles.push_back(corners);
    } else if (word.front() != '#' && word != "o" && word != "g" && word != "s" && word != "vn" && word != "vt") {
      damagedMesh(path, "it is not an OBJ of plain triangles");
    }
  }
  return mesh;
}

}  // namespace hipwright
