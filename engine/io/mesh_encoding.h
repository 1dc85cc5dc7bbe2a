// The surface formats as bytes in memory. Internal to this folder.
#pragma once

#include "engine/io/mesh_file.h"

#include <cstddef>
#include <span>
#include <string>

namespace hipwright {

using FileBytes = std::span<const std::byte>;

/// Each throws Error(Internal) for a triangle without a proper corner.
std::string encodeStlBinary(const Mesh& mesh, const MeshLabel& label);
std::string encodeStlText(const Mesh& mesh, const MeshLabel& label);
std::string encodePly(const Mesh& mesh, const MeshLabel& label);
std::string encodeObj(const Mesh& mesh, const MeshLabel& label);
std::string encode3mf(const Mesh& mesh, const MeshLabel& label);

/// Each throws Error(FileTruncated | FileDamaged) with `path`.
Mesh decodeStlBinary(FileBytes bytes, const std::string& path);
Mesh decodeStlText(FileBytes bytes, const std::string& path);
Mesh decodePly(FileBytes bytes, const std::string& path);
Mesh decodeObj(FileBytes bytes, const std::string& path);
Mesh decode3mf(FileBytes bytes, const std::string& path);

/// "SPACE=LPS UNIT=MM DEMO", without the parts that do not apply.
std::string labelText(const MeshLabel& label);

/// Throws Error(Internal) unless every corner of every triangle is a vertex at a place that single precision can hold.
void checkStorable(const Mesh& mesh);

[[noreturn]] void damagedMesh(const std::string& path, const std::string& reason);

}  // namespace hipwright
