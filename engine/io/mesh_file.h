// Writing surfaces for printing, and reading them back to check what was written.
#pragma once

#include "engine/core/mesh.h"

#include <filesystem>
#include <string_view>

namespace hipwright {

/// The frame of a mesh's coordinates on disk. A mesh in memory is LPS.
enum class MeshSpace { Lps, Ras, Index };

/// Writes a binary STL in mm, atomically. The header says "SPACE=LPS" (or RAS) for 3D Slicer, and "UNIT=MM".
/// `note` goes behind that, as far as the 80 bytes reach. `mesh` is already in the space named. Normals are those of
/// the triangles. Throws Error(FileUnwritable), or Error(Internal) for a triangle whose corner does not exist or is not
/// a number.
void writeStl(const std::filesystem::path& path, const Mesh& mesh, MeshSpace space, std::string_view note = {});

/// Reads a binary STL; equal positions become one vertex. Throws Error(FileTruncated | FileDamaged).
Mesh readStl(const std::filesystem::path& path);

}  // namespace hipwright
