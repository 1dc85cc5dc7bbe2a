// Dual marching cubes, manifold variant: one vertex per patch of a cell, one quad per crossed grid edge. One pass over
// the cells, which remembers two slices of signs and two layers of vertex numbers.
#include "engine/surface/dual_marching_cubes.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/surface/cell_vertex.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

namespace hipwright {
namespace {

/// Written for every active cell and read only from its neighbours across a crossed edge, which are active too; what
/// other cells hold is left over and never looked at.
struct CellRecord {
  std::uint32_t firstVertex = 0;
  const CellPatches* patches = nullptr;
};

using Quad = std::array<std::uint32_t, 4>;
using Triangle = std::array<std::uint32_t, 3>;

class Extraction {
 public:
  Extraction(const Volume& field, const DualMarchingCubesOptions& options)
      : m_field(field),
        m_options(options),
        m_sampler(field, options.level),
        m_table(cellPatchTable()),
        m_toPatient(field.geometry.indexToPatientMatrix()),
        m_mirrored(determinant(m_toPatient) < 0),
        m_rowLength(static_cast<std::size_t>(field.geometry.size[0]) + 2),
        m_cellsPerRow(static_cast<std::size_t>(field.geometry.size[0]) + 1) {
    const auto rows = static_cast<std::size_t>(field.geometry.size[1]) + 2;
    m_below.assign(m_rowLength * rows, 0);
    m_above.assign(m_rowLength * rows, 0);
    m_layer.resize(m_cellsPerRow * (rows - 1));
    m_layerBelow.resize(m_layer.size());
    m_configurations.assign((m_cellsPerRow + kBatch - 1) / kBatch * kBatch, 0);
  }

  Mesh run(const std::stop_token& stop) {
    const auto& n = m_field.geometry.size;
    for (std::int64_t z = 0; z <= n[2]; ++z) {
      throwIfStopped(stop);
      std::swap(m_below, m_above);
      std::swap(m_layerBelow, m_layer);
      loadSigns(z);
      for (std::int64_t y = 0; y <= n[1]; ++y) processRow(y, z);
    }
    return std::move(m_mesh);
  }

 private:
  static constexpr std::size_t kBatch = 8;

  /// Fills m_above with the signs of slice z; the border of one sample around it, and the slice beyond the last, are
  /// outside.
  void loadSigns(std::int64_t z) {
    const auto& n = m_field.geometry.size;
    if (z == n[2]) {
      std::fill(m_above.begin(), m_above.end(), std::uint8_t{0});
      return;
    }
    for (std::int64_t y = 0; y < n[1]; ++y) {
      const float* values = m_field.voxels.data() + m_field.offset(0, y, z);
      std::uint8_t* signs = m_above.data() + static_cast<std::size_t>(y + 1) * m_rowLength + 1;
      for (std::int64_t x = 0; x < n[0]; ++x) signs[x] = values[x] > m_options.level ? 1 : 0;
    }
  }

  void processRow(std::int64_t y, std::int64_t z) {
    findConfigurations(static_cast<std::size_t>(y) * m_rowLength);
    for (std::size_t x = 0; x < m_cellsPerRow; x += kBatch) {
      std::uint64_t batch = 0;
      std::memcpy(&batch, m_configurations.data() + x, kBatch);
      if (batch == 0 || batch == ~std::uint64_t{0}) continue;
      const std::size_t end = std::min(x + kBatch, m_cellsPerRow);
      for (std::size_t i = x; i < end; ++i)
        if (m_configurations[i] != 0 && m_configurations[i] != 0xFF)
          processCell({static_cast<std::int64_t>(i), y, z}, m_configurations[i]);
    }
  }

  /// The configurations of a row of cells from four rows of signs, in a loop that compilers vectorise.
  void findConfigurations(std::size_t row) {
    const std::uint8_t* s00 = m_below.data() + row;
    const std::uint8_t* s10 = s00 + m_rowLength;
    const std::uint8_t* s01 = m_above.data() + row;
    const std::uint8_t* s11 = s01 + m_rowLength;
    std::uint8_t* out = m_configurations.data();
    for (std::size_t x = 0; x < m_cellsPerRow; ++x)
      out[x] = static_cast<std::uint8_t>(s00[x] | s00[x + 1] << 1 | s10[x] << 2 | s10[x + 1] << 3 | s01[x] << 4 |
                                         s01[x + 1] << 5 | s11[x] << 6 | s11[x + 1] << 7);
  }

  void processCell(const Index3& cell, CellConfiguration configuration) {
    const CellSamples samples = m_sampler.samples(cell);
    const CellPatches& patches = patchesOf(cell, configuration);
    recordOf(cell) = {static_cast<std::uint32_t>(m_mesh.vertices.size()), &patches};
    for (int patch = 0; patch < patches.count; ++patch) addVertex(cell, vertexInCell(cell, samples, patch));
    for (int axis = 0; axis < 3; ++axis)
      if (isCrossed(configuration, 4 * axis)) addQuad(cell, axis, isInside(configuration, 0));
  }

  const CellPatches& patchesOf(const Index3& cell, CellConfiguration configuration) const {
    const int face = m_table.problemFace[configuration];
    if (face == kNoFace) return m_table.separated[configuration];
    Index3 beyond = cell;
    beyond[face / 2] += (face & 1) != 0 ? 1 : -1;
    const bool both = m_table.problemFace[configurationOf(m_sampler.samples(beyond))] == (face ^ 1);
    return both ? m_table.joined[configuration] : m_table.separated[configuration];
  }

  /// Only a cell with one patch is projected: the zero set of several may connect otherwise than its patches do.
  Vec3 vertexInCell(const Index3& cell, const CellSamples& samples, int patch) {
    const CellPatches& patches = *recordOf(cell).patches;
    const Vec3 mean = patchMean(samples, patches, patch);
    if (patches.count > 1 || m_options.placement == DualMarchingCubesOptions::Placement::Mean) return mean;
    return projectToZero({samples, m_sampler.curvature(cell)}, mean);
  }

  void addVertex(const Index3& cell, const Vec3& inCell) {
    if (m_mesh.vertices.size() >= m_options.maxVertices)
      throw Error(ErrorCode::SurfaceTooLarge, {{"limit", std::to_string(m_options.maxVertices)}});
    Vec3 index{};
    for (int a = 0; a < 3; ++a) index[a] = static_cast<double>(cell[a] - 1) + inCell[a];
    m_mesh.vertices.push_back(m_field.geometry.origin + m_toPatient * index);
    if (m_options.cells != nullptr) m_options.cells->push_back(cell);
  }

  /// The quad around the edge that leaves the cell's low corner along `axis`. Its four cells, in order, turn
  /// counter-clockwise for someone who looks against the axis.
  void addQuad(const Index3& cell, int axis, bool lowInside) {
    static constexpr std::array<int, 4> kPlaces{0, 1, 3, 2};
    Quad quad{};
    for (int i = 0; i < 4; ++i) {
      Index3 neighbour = cell;
      neighbour[(axis + 1) % 3] -= kPlaces[i] & 1;
      neighbour[(axis + 2) % 3] -= kPlaces[i] >> 1;
      const CellRecord& record = neighbour[2] == cell[2] ? recordOf(neighbour) : m_layerBelow[placeOf(neighbour)];
      quad[i] = record.firstVertex + record.patches->patchOfEdge[4 * axis + kPlaces[i]];
    }
    if (lowInside == m_mirrored) std::swap(quad[1], quad[3]);
    const double sign = lowInside ? 1 : -1;
    splitQuad(quad, {sign * m_toPatient[0][axis], sign * m_toPatient[1][axis], sign * m_toPatient[2][axis]});
  }

  /// Of the two diagonals, takes the one whose worse triangle has the larger smallest angle. A triangle that does not
  /// face `outward`, the direction of the edge, counts as worst: the quad winds around that edge, so at least one
  /// diagonal gives two triangles that face outward, and the surface does not fold back inside a quad.
  void splitQuad(const Quad& q, const Vec3& outward) {
    const std::array<Triangle, 4> t{{{q[0], q[1], q[2]}, {q[0], q[2], q[3]}, {q[0], q[1], q[3]}, {q[1], q[2], q[3]}}};
    const double first = std::min(quality(t[0], outward), quality(t[1], outward));
    const double second = std::min(quality(t[2], outward), quality(t[3], outward));
    const std::size_t chosen = first >= second ? 0 : 2;
    m_mesh.triangles.push_back(t[chosen]);
    m_mesh.triangles.push_back(t[chosen + 1]);
  }

  /// Squared sine of the smallest angle, or below zero if the triangle does not face outward.
  double quality(const Triangle& t, const Vec3& outward) const {
    const Vec3 ab = m_mesh.vertices[t[1]] - m_mesh.vertices[t[0]];
    const Vec3 ac = m_mesh.vertices[t[2]] - m_mesh.vertices[t[0]];
    const Vec3 bc = ac - ab;
    const Vec3 normal = cross(ab, ac);
    if (!(dot(normal, outward) > 0)) return -1;
    const std::array<double, 3> squares{dot(ab, ab), dot(ac, ac), dot(bc, bc)};
    const double shortest = std::min({squares[0], squares[1], squares[2]});
    return dot(normal, normal) * shortest / (squares[0] * squares[1] * squares[2]);
  }

  std::size_t placeOf(const Index3& cell) const {
    return static_cast<std::size_t>(cell[1]) * m_cellsPerRow + static_cast<std::size_t>(cell[0]);
  }
  CellRecord& recordOf(const Index3& cell) { return m_layer[placeOf(cell)]; }

  const Volume& m_field;
  const DualMarchingCubesOptions& m_options;
  const CellSampler m_sampler;
  const CellPatchTable& m_table;
  const Mat3 m_toPatient;
  const bool m_mirrored;
  const std::size_t m_rowLength;  ///< samples, with the border
  const std::size_t m_cellsPerRow;
  std::vector<std::uint8_t> m_below;  ///< 1 for inside, with the border: the slices under and over the current cells
  std::vector<std::uint8_t> m_above;
  std::vector<CellRecord> m_layer;
  std::vector<CellRecord> m_layerBelow;
  std::vector<CellConfiguration> m_configurations;  ///< of the current row
  Mesh m_mesh;
};

}  // namespace

Mesh dualMarchingCubes(const Volume& field, const DualMarchingCubesOptions& options, const std::stop_token& stop) {
  checkGeometry(field.geometry);
  if (field.voxels.size() != static_cast<std::size_t>(product(field.geometry.size)))
    throw Error(ErrorCode::Internal, {{"reason", "a volume whose voxels do not fill its grid"}});
  return Extraction(field, options).run(stop);
}

}  // namespace hipwright
