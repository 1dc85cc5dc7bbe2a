#include "engine/io/mesh_file.h"

#include "engine/core/atomic_file.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/mesh_encoding.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <fstream>
#include <limits>

namespace hipwright {
namespace {

std::string encode(const Mesh& mesh, MeshFormat format, const MeshLabel& label) {
  switch (format) {
    case MeshFormat::StlBinary: return encodeStlBinary(mesh, label);
    case MeshFormat::StlText: return encodeStlText(mesh, label);
    case MeshFormat::ThreeMf: return encode3mf(mesh, label);
    case MeshFormat::Ply: return encodePly(mesh, label);
    case MeshFormat::Obj: return encodeObj(mesh, label);
  }
  throw Error(ErrorCode::Internal, {{"reason", "a surface format without a writer"}});
}

bool begins(FileBytes bytes, std::string_view with) {
  return bytes.size() >= with.size() &&
         std::equal(with.begin(), with.end(), bytes.begin(), [](char c, std::byte b) { return std::byte(c) == b; });
}

Mesh decode(FileBytes bytes, const std::string& path, MeshFormat format) {
  switch (format) {
    case MeshFormat::StlBinary: return decodeStlBinary(bytes, path);
    case MeshFormat::StlText: return decodeStlText(bytes, path);
    case MeshFormat::ThreeMf: return decode3mf(bytes, path);
    case MeshFormat::Ply: return decodePly(bytes, path);
    case MeshFormat::Obj: return decodeObj(bytes, path);
  }
  throw Error(ErrorCode::Internal, {{"reason", "a surface format without a reader"}});
}

std::string endingOf(const std::filesystem::path& path) {
  std::string ending = platform::toUtf8(path.extension());
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending;
}

/// Some programs let binary STL files begin with "solid" too; ours never do, so that the word decides.
MeshFormat formatOf(FileBytes bytes, const std::filesystem::path& path) {
  if (begins(bytes, "PK")) return MeshFormat::ThreeMf;
  if (begins(bytes, "ply")) return MeshFormat::Ply;
  if (begins(bytes, "solid")) return MeshFormat::StlText;
  return endingOf(path) == ".obj" ? MeshFormat::Obj : MeshFormat::StlBinary;
}

bool samePlace(const Vec3& a, const Vec3& b) {
  return std::equal(a.begin(), a.end(), b.begin(),
                    [](double x, double y) { return static_cast<float>(x) == static_cast<float>(y); });
}

bool sameSurface(const Mesh& a, const Mesh& b) {
  return a.triangles.size() == b.triangles.size() &&
         std::equal(a.triangles.begin(), a.triangles.end(), b.triangles.begin(), [&](const auto& s, const auto& t) {
           return std::equal(s.begin(), s.end(), t.begin(),
                             [&](std::uint32_t v, std::uint32_t w) { return samePlace(a.vertices[v], b.vertices[w]); });
         });
}

[[noreturn]] void unwritable(const std::filesystem::path& path, const std::string& reason) {
  throw Error(ErrorCode::FileUnwritable, {{"path", platform::toUtf8(path)}, {"reason", reason}});
}

void writeBytes(const std::filesystem::path& part, const std::string& bytes, const std::filesystem::path& path) {
  errno = 0;
  std::ofstream out(part, std::ios::binary);
  if (out) out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (out) out.close();
  if (!out) unwritable(path, writeFailure(errno));
}

void compareWithWritten(const std::filesystem::path& part, const Mesh& mesh, MeshFormat format,
                        const std::filesystem::path& path) {
  try {
    const platform::MappedFile written(part);
    if (sameSurface(mesh, decode(written.bytes(), platform::toUtf8(part), format))) return;
  } catch (const Error& error) {
    unwritable(path, std::string("what was written cannot be read back: ") + error.what());
  }
  unwritable(path, "what was written reads back as another surface");
}

}  // namespace

const char* nameOf(MeshSpace space) {
  return space == MeshSpace::Lps ? "LPS" : space == MeshSpace::Ras ? "RAS" : "INDEX";
}

MeshFormat meshFormatOf(const std::filesystem::path& path) {
  const std::string ending = endingOf(path);
  if (ending == ".stl") return MeshFormat::StlBinary;
  if (ending == ".3mf") return MeshFormat::ThreeMf;
  if (ending == ".ply") return MeshFormat::Ply;
  if (ending == ".obj") return MeshFormat::Obj;
  throw Error(ErrorCode::BadRequest, {{"problems", "a surface must end in .stl, .3mf, .ply or .obj, not \"" +
                                                       platform::toUtf8(path.filename()) + "\""}});
}

std::string labelText(const MeshLabel& label) {
  std::string text = std::string("SPACE=") + nameOf(label.space);
  if (label.space != MeshSpace::Index) text += " UNIT=MM";
  return label.mark.empty() ? text : text + " " + label.mark;
}

void checkStorable(const Mesh& mesh) {
  const auto storable = [](double x) { return std::abs(x) <= std::numeric_limits<float>::max(); };  // false for NaN
  for (const auto& triangle : mesh.triangles)
    for (const std::uint32_t v : triangle)
      if (v >= mesh.vertices.size() || !std::all_of(mesh.vertices[v].begin(), mesh.vertices[v].end(), storable))
        throw Error(ErrorCode::Internal, {{"reason", "a surface has a triangle without a proper corner"}});
}

void damagedMesh(const std::string& path, const std::string& reason) {
  throw Error(ErrorCode::FileDamaged, {{"path", path}, {"reason", reason}});
}

Mesh asStored(Mesh mesh) {
  for (Vec3& p : mesh.vertices)
    for (double& x : p) x = static_cast<float>(x);
  return mesh;
}

void writeMesh(const std::filesystem::path& path, const Mesh& mesh, MeshFormat format, const MeshLabel& label) {
  if (mesh.triangles.size() > std::numeric_limits<std::uint32_t>::max())
    unwritable(path, "no format can count so many triangles");
  checkStorable(mesh);
  const std::string bytes = encode(mesh, format, label);
  writeAtomically(path, [&](const std::filesystem::path& part) {
    writeBytes(part, bytes, path);
    compareWithWritten(part, mesh, format, path);
  });
}

Mesh readMesh(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  return decode(file.bytes(), platform::toUtf8(path), formatOf(file.bytes(), path));
}

void writeStl(const std::filesystem::path& path, const Mesh& mesh, MeshSpace space, std::string_view note) {
  writeMesh(path, mesh, MeshFormat::StlBinary, {space, std::string(note), {}});
}

Mesh readStl(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  return decodeStlBinary(file.bytes(), platform::toUtf8(path));
}

}  // namespace hipwright
