#include "engine/io/mesh_file.h"

#include "engine/core/atomic_file.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/byte_order.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <unordered_map>

namespace hipwright {
namespace {

constexpr std::size_t kHeaderBytes = 80;
constexpr std::size_t kStartBytes = kHeaderBytes + 4;
constexpr std::size_t kTriangleBytes = 50;  // normal, three corners, two bytes that nobody uses
constexpr std::size_t kBatch = 4096;

/// 3D Slicer looks for "SPACE=" in these 80 bytes. A binary file must not begin with "solid", the mark of a text STL.
std::string headerText(MeshSpace space, std::string_view note) {
  const char* name = space == MeshSpace::Lps ? "LPS" : space == MeshSpace::Ras ? "RAS" : "INDEX";
  std::string text = std::string("Hipwright binary STL. SPACE=") + name + (space == MeshSpace::Index ? "" : " UNIT=MM");
  if (!note.empty()) text.append(" ").append(note);
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

/// A corner that can be stored: a vertex that exists, at a place that single precision can hold.
const Vec3& cornerOf(const Mesh& mesh, std::uint32_t index) {
  const auto storable = [](double x) { return std::abs(x) <= std::numeric_limits<float>::max(); };  // false for NaN
  if (index >= mesh.vertices.size() || !std::all_of(mesh.vertices[index].begin(), mesh.vertices[index].end(), storable))
    throw Error(ErrorCode::Internal, {{"reason", "a surface has a triangle without a proper corner"}});
  return mesh.vertices[index];
}

void storeTriangle(const Mesh& mesh, const std::array<std::uint32_t, 3>& corners, std::byte* to) {
  const Vec3& a = cornerOf(mesh, corners[0]);
  const Vec3& b = cornerOf(mesh, corners[1]);
  const Vec3& c = cornerOf(mesh, corners[2]);
  storeVector(normalOf(a, b, c), to);
  storeVector(a, to + 12);
  storeVector(b, to + 24);
  storeVector(c, to + 36);
}

void writeTriangles(std::ofstream& out, const Mesh& mesh) {
  std::vector<std::byte> batch(kBatch * kTriangleBytes);
  for (std::size_t done = 0; done < mesh.triangles.size();) {
    const std::size_t count = std::min(kBatch, mesh.triangles.size() - done);
    for (std::size_t i = 0; i < count; ++i)
      storeTriangle(mesh, mesh.triangles[done + i], batch.data() + i * kTriangleBytes);
    out.write(reinterpret_cast<const char*>(batch.data()), static_cast<std::streamsize>(count * kTriangleBytes));
    done += count;
  }
}

/// Corner positions exactly as stored; equal ones become one vertex.
class VertexMerger {
 public:
  explicit VertexMerger(Mesh& mesh) : m_mesh(mesh) {}

  std::uint32_t indexOf(const std::array<float, 3>& p) {
    const auto [found, isNew] = m_index.try_emplace(p, static_cast<std::uint32_t>(m_mesh.vertices.size()));
    if (isNew) m_mesh.vertices.push_back({p[0], p[1], p[2]});
    return found->second;
  }

 private:
  struct Hash {
    std::size_t operator()(const std::array<float, 3>& p) const {
      std::size_t h = 0;
      for (const float x : p) h = (h ^ std::bit_cast<std::uint32_t>(x)) * 0x9E3779B97F4A7C15ULL;
      return h ^ (h >> 32);
    }
  };

  Mesh& m_mesh;
  std::unordered_map<std::array<float, 3>, std::uint32_t, Hash> m_index;
};

[[noreturn]] void damaged(const std::string& path, const std::string& reason) {
  throw Error(ErrorCode::FileDamaged, {{"path", path}, {"reason", reason}});
}

/// Number of triangles, after the length of the file was found to be right for it.
std::uint32_t checkedCount(std::span<const std::byte> bytes, const std::string& path) {
  if (bytes.size() >= 5 && std::memcmp(bytes.data(), "solid", 5) == 0)
    damaged(path, "it is a text STL or begins like one");
  const auto truncated = [&](std::uint64_t need) {
    throw Error(ErrorCode::FileTruncated,
                {{"path", path}, {"have", std::to_string(bytes.size())}, {"need", std::to_string(need)}});
  };
  if (bytes.size() < kStartBytes) truncated(kStartBytes);
  const auto count = loadAs<std::uint32_t>(bytes.data() + kHeaderBytes, false);
  const std::uint64_t need = kStartBytes + std::uint64_t{count} * kTriangleBytes;
  if (bytes.size() < need) truncated(need);
  if (bytes.size() > need) damaged(path, "it is longer than its " + std::to_string(count) + " triangles");
  return count;
}

}  // namespace

void writeStl(const std::filesystem::path& path, const Mesh& mesh, MeshSpace space, std::string_view note) {
  if (mesh.triangles.size() > std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorCode::FileUnwritable,
                {{"path", platform::toUtf8(path)}, {"reason", "an STL cannot count so many triangles"}});
  writeAtomically(path, [&](const std::filesystem::path& part) {
    std::ofstream out(part, std::ios::binary);
    const std::string header = headerText(space, note);
    std::array<std::byte, 4> count{};
    storeAs(static_cast<std::uint32_t>(mesh.triangles.size()), count.data(), false);
    out.write(header.data(), static_cast<std::streamsize>(header.size()));
    out.write(reinterpret_cast<const char*>(count.data()), count.size());
    writeTriangles(out, mesh);
    out.close();
    if (!out)
      throw Error(ErrorCode::FileUnwritable, {{"path", platform::toUtf8(path)}, {"reason", "the disk refused it"}});
  });
}

Mesh readStl(const std::filesystem::path& path) {
  const std::string name = platform::toUtf8(path);
  const platform::MappedFile file(path);
  const std::span<const std::byte> bytes = file.bytes();
  const std::uint32_t count = checkedCount(bytes, name);
  Mesh mesh;
  mesh.triangles.reserve(count);
  VertexMerger merger(mesh);
  for (std::size_t i = 0; i < count; ++i) {
    std::array<std::uint32_t, 3> corners{};
    for (std::size_t corner = 0; corner < 3; ++corner) {
      std::array<float, 3> p{};
      for (std::size_t axis = 0; axis < 3; ++axis) {
        p[axis] =
            loadAs<float>(bytes.data() + kStartBytes + i * kTriangleBytes + 12 * (corner + 1) + 4 * axis, false) + 0.0F;
        if (!std::isfinite(p[axis]))
          damaged(name, "triangle " + std::to_string(i + 1) + " has a corner that is not a number");
      }
      corners[corner] = merger.indexOf(p);
    }
    mesh.triangles.push_back(corners);
  }
  return mesh;
}

}  // namespace hipwright
