// STL, binary and text.
#include "engine/core/error.h"
#include "engine/io/byte_order.h"
#include "engine/io/mesh_encoding.h"
#include "engine/io/mesh_text.h"
#include "engine/io/vertex_merger.h"

#include <cmath>
#include <cstring>

namespace hipwright {
namespace {

constexpr std::size_t kHeaderBytes = 80;
constexpr std::size_t kStartBytes = kHeaderBytes + 4;
constexpr std::size_t kTriangleBytes = 50;  // normal, three corners, two bytes that nobody uses

/// 3D Slicer looks for "SPACE=" in these 80 bytes. A binary file must not begin with "solid", the mark of a text STL.
std::string headerText(const MeshLabel& label) {
  std::string text = "Hipwright binary STL. " + labelText(label);
  text.resize(kHeaderBytes, ' ');
  return text;
}

Vec3 normalOf(const Vec3& a, const Vec3& b, const Vec3& c) {
  const Vec3 n = cross(b - a, c - a);
  const double size = length(n);
  return size > 0 ? (1 / size) * n : Vec3{0, 0, 0};
}

void storeVector(const Vec3& v, std::byte* to) {
  for (std::size_t i = 0; i < 3; ++i) storeAs(static_cast<float>(v[i]), to + 4 * i, false);
}

/// Number of triangles, after the length of the file was found to be right for it.
std::uint32_t checkedCount(FileBytes bytes, const std::string& path) {
  if (bytes.size() >= 5 && std::memcmp(bytes.data(), "solid", 5) == 0)
    damagedMesh(path, "it is a text STL or begins like one");
  const auto truncated = [&](std::uint64_t need) {
    throw Error(ErrorCode::FileTruncated,
                {{"path", path}, {"have", std::to_string(bytes.size())}, {"need", std::to_string(need)}});
  };
  if (bytes.size() < kStartBytes) truncated(kStartBytes);
  const auto count = loadAs<std::uint32_t>(bytes.data() + kHeaderBytes, false);
  const std::uint64_t need = kStartBytes + std::uint64_t{count} * kTriangleBytes;
  if (bytes.size() < need) truncated(need);
  if (bytes.size() > need) damagedMesh(path, "it is longer than its " + std::to_string(count) + " triangles");
  return count;
}

/// Adding zero makes one number of the two zeros.
std::array<float, 3> stored(const Vec3& p) {
  return {static_cast<float>(p[0]) + 0.0F, static_cast<float>(p[1]) + 0.0F, static_cast<float>(p[2]) + 0.0F};
}

}  // namespace

std::string encodeStlBinary(const Mesh& mesh, const MeshLabel& label) {
  std::string out = headerText(label);
  out.resize(kStartBytes + mesh.triangles.size() * kTriangleBytes, '\0');
  auto* at = reinterpret_cast<std::byte*>(out.data()) + kHeaderBytes;
  storeAs(static_cast<std::uint32_t>(mesh.triangles.size()), at, false);
  at += kStartBytes - kHeaderBytes;
  for (const auto& t : mesh.triangles) {
    const Vec3 &a = mesh.vertices[t[0]], &b = mesh.vertices[t[1]], &c = mesh.vertices[t[2]];
    storeVector(normalOf(a, b, c), at);
    storeVector(a, at + 12);
    storeVector(b, at + 24);
    storeVector(c, at + 36);
    at += kTriangleBytes;
  }
  return out;
}

std::string encodeStlText(const Mesh& mesh, const MeshLabel& label) {
  const std::string name = "Hipwright " + labelText(label);
  std::string out = "solid " + name + "\n";
  for (const auto& t : mesh.triangles) {
    out += " facet normal";
    appendPoint(out, normalOf(mesh.vertices[t[0]], mesh.vertices[t[1]], mesh.vertices[t[2]]));
    out += "\n  outer loop\n";
    for (const std::uint32_t v : t) {
      out += "   vertex";
      appendPoint(out, mesh.vertices[v]);
      out += '\n';
    }
    out += "  endloop\n endfacet\n";
  }
  return out + "endsolid " + name + "\n";
}

Mesh decodeStlBinary(FileBytes bytes, const std::string& path) {
  const std::uint32_t count = checkedCount(bytes, path);
  Mesh mesh;
  mesh.triangles.reserve(count);
  VertexMerger merger(mesh);
  for (std::size_t i = 0; i < count; ++i) {
    std::array<std::uint32_t, 3> corners{};
    const std::byte* at = bytes.data() + kStartBytes + i * kTriangleBytes;
    for (std::uint32_t& corner : corners) {
      at += 12;
      Vec3 p{};
      for (std::size_t axis = 0; axis < 3; ++axis) {
        p[axis] = loadAs<float>(at + 4 * axis, false);
        if (!std::isfinite(p[axis]))
          damagedMesh(path, "triangle " + std::to_string(i + 1) + " has a corner that is not a number");
      }
      corner = merger.indexOf(stored(p));
    }
    mesh.triangles.push_back(corners);
  }
  return mesh;
}

Mesh decodeStlText(FileBytes bytes, const std::string& path) {
  WordReader words({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path);
  words.expect("solid");
  words.line();
  Mesh mesh;
  VertexMerger merger(mesh);
  for (std::string_view word = words.next(); word != "endsolid"; word = words.next()) {
    if (word != "facet") damagedMesh(path, word.empty() ? "it ends without endsolid" : "a facet does not begin");
    words.expect("normal");
    words.point();
    words.expect("outer");
    words.expect("loop");
    std::array<std::uint32_t, 3> corners{};
    for (std::uint32_t& corner : corners) {
      words.expect("vertex");
      corner = merger.indexOf(stored(words.point()));
    }
    words.expect("endloop");
    words.expect("endfacet");
    mesh.triangles.push_back(corners);
  }
  words.line();
  if (!words.next().empty()) damagedMesh(path, "it holds more than one solid");
  return mesh;
}

}  // namespace hipwright
