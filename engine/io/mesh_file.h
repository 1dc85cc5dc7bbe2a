// Writing surfaces for printing, and reading them back to check what was written.
#pragma once

#include "engine/core/mesh.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hipwright {

/// The frame of a mesh's coordinates on disk. A mesh in memory is LPS.
enum class MeshSpace { Lps, Ras, Index };

/// "LPS", "RAS" or "INDEX", as headers say it.
const char* nameOf(MeshSpace space);

enum class MeshFormat { StlBinary, StlText, ThreeMf, Ply, Obj };

/// By the ending of the name, in upper or lower case: .stl (binary), .3mf, .ply, .obj. Throws Error(BadRequest) for any
/// other.
MeshFormat meshFormatOf(const std::filesystem::path& path);

/// What a file says about its surface.
struct MeshLabel {
  MeshSpace space = MeshSpace::Lps;
  std::string mark;                                          ///< DEMO, or empty
  std::vector<std::pair<std::string, std::string>> details;  ///< 3MF alone: further metadata, no personal data
};

/// The mesh with the coordinates that files hold: in single precision. What is reported of it holds for the file.
Mesh asStored(Mesh mesh);

/// Writes a surface that is already in the space of the label: atomically, and only after what was written has been
/// read back and compared, vertex by vertex in single precision. Every format states the frame and, except for voxel
/// indices, millimetres: "SPACE=LPS UNIT=MM" in the STL header (where 3D Slicer looks for it) and in the comments of
/// PLY and OBJ, unit and metadata in 3MF. The same mesh gives the same bytes. Throws Error(FileUnwritable);
/// Error(BadRequest) for indices in 3MF, which is always in millimetres; Error(Internal) for a triangle whose corner
/// does not exist or is not a number.
void writeMesh(const std::filesystem::path& path, const Mesh& mesh, MeshFormat format, const MeshLabel& label);

/// Reads any of the formats by their content, also of other programs where they hold plain triangles: STL, PLY
/// (binary, little end first), OBJ, 3MF (any unit, becomes mm; several objects become one mesh). In STL equal positions
/// become one vertex. Throws Error(FileTruncated | FileDamaged).
Mesh readMesh(const std::filesystem::path& path);

/// writeMesh as a binary STL; `note` goes behind frame and unit, as far as the 80 bytes reach.
void writeStl(const std::filesystem::path& path, const Mesh& mesh, MeshSpace space, std::string_view note = {});

/// Reads a binary STL alone. Throws Error(FileTruncated | FileDamaged).
Mesh readStl(const std::filesystem::path& path);

}  // namespace hipwright
