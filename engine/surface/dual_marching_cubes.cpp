// Dual marching cubes, manifold variant: one vertex per patch of a cell, one quad per crossed grid edge. One pass over
// the cells, which remembers two slices of signs and two layers of vertex numbers.
//
// Why the surface does not meet itself: a quad whose cells have one patch each stays in its envelope (quad_split.h),
// either by its diagonal or by a fan around the point where its edge is crossed. A cell with several patches holds one
// cone per patch instead, from the patch's vertex over the segments between its edge crossings; the cones of different
// patches are apart because the convex hulls of their edges are (a test derives that for every configuration).
#include "engine/surface/dual_marching_cubes.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/surface/cell_vertex.h"
#include "engine/surface/quad_split.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <unordered_map>
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

struct QuadOfEdge {
  Index3 cell{};  ///< the edge leaves its low corner
  int axis = 0;
  Quad corners{};               ///< in a cycle, counter-clockwise seen from outside
  std::array<bool, 4> alone{};  ///< whether the corner is the only vertex of its cell
};

class Extraction {
 public:
  Extraction(const Volume& field, const DualMarchingCubesOptions& options)
      : m_field(field),
        m_options(options),
        m_sampler(field, options.level),
        m_table(cellPatchTable()),
        m_toPatient(field.geometry.indexToPatientMatrix()),
        m_toIndex(inverse(m_toPatient)),
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
      if (isCrossed(configuration, 4 * axis)) addQuad(cell, axis, samples);
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

  std::uint32_t addVertex(const Index3& cell, const Vec3& inCell) {
    if (m_mesh.vertices.size() >= m_options.maxVertices)
      throw Error(ErrorCode::SurfaceTooLarge, {{"limit", std::to_string(m_options.maxVertices)}});
    m_mesh.vertices.push_back(patientPoint(cell, inCell));
    if (m_options.cells != nullptr) m_options.cells->push_back(cell);
    return static_cast<std::uint32_t>(m_mesh.vertices.size() - 1);
  }

  Vec3 patientPoint(const Index3& cell, const Vec3& inCell) const {
    Vec3 index{};
    for (int a = 0; a < 3; ++a) index[a] = static_cast<double>(cell[a] - 1) + inCell[a];
    return m_field.geometry.origin + m_toPatient * index;
  }

  /// The quad around the edge that leaves the cell's low corner along `axis`. Its four cells, in order, turn
  /// counter-clockwise for someone who looks against the axis.
  void addQuad(const Index3& cell, int axis, const CellSamples& samples) {
    static constexpr std::array<int, 4> kPlaces{0, 1, 3, 2};
    QuadOfEdge quad{cell, axis, {}, {}};
    for (int i = 0; i < 4; ++i) {
      Index3 neighbour = cell;
      neighbour[(axis + 1) % 3] -= kPlaces[i] & 1;
      neighbour[(axis + 2) % 3] -= kPlaces[i] >> 1;
      const CellRecord& record = neighbour[2] == cell[2] ? recordOf(neighbour) : m_layerBelow[placeOf(neighbour)];
      quad.corners[i] = record.firstVertex + record.patches->patchOfEdge[4 * axis + kPlaces[i]];
      quad.alone[i] = record.patches->count == 1;
    }
    const bool lowInside = samples[0] > 0;
    if (lowInside == m_mirrored) {
      std::swap(quad.corners[1], quad.corners[3]);
      std::swap(quad.alone[1], quad.alone[3]);
    }
    const double sign = lowInside ? 1 : -1;
    const Vec3 outward{sign * m_toPatient[0][axis], sign * m_toPatient[1][axis], sign * m_toPatient[2][axis]};
    const bool allAlone = std::all_of(quad.alone.begin(), quad.alone.end(), [](bool alone) { return alone; });
    if (!allAlone || !splitAlongDiagonal(quad, outward)) addFan(quad, addVertex(cell, edgeCrossing(samples, 4 * axis)));
  }

  /// Of the diagonals that stay in the envelope and give triangles that face `outward`, the direction of the edge,
  /// takes the one whose worse triangle has the larger smallest angle. Returns false if there is none.
  bool splitAlongDiagonal(const QuadOfEdge& quad, const Vec3& outward) {
    const Quad& q = quad.corners;
    const std::array<Triangle, 4> t{{{q[0], q[1], q[2]}, {q[0], q[2], q[3]}, {q[0], q[1], q[3]}, {q[1], q[2], q[3]}}};
    const QuadAroundEdge around = seenFromEdge(quad);
    const auto worth = [&](int from) {
      return staysInEnvelope(around, from) ? std::min(quality(t[2 * from], outward), quality(t[2 * from + 1], outward))
                                           : -1.0;
    };
    const double first = worth(0), second = worth(1);
    if (std::max(first, second) < 0) return false;
    const std::size_t chosen = first >= second ? 0 : 2;
    m_mesh.triangles.push_back(t[chosen]);
    m_mesh.triangles.push_back(t[chosen + 1]);
    return true;
  }

  QuadAroundEdge seenFromEdge(const QuadOfEdge& quad) const {
    const Vec3 start = patientPoint(quad.cell, {0, 0, 0});
    QuadAroundEdge out{};
    for (int i = 0; i < 4; ++i) {
      const Vec3 local = m_toIndex * (m_mesh.vertices[quad.corners[i]] - start);
      out[i] = {local[(quad.axis + 1) % 3], local[(quad.axis + 2) % 3], local[quad.axis]};
    }
    return out;
  }

  void addFan(const QuadOfEdge& quad, std::uint32_t crossing) {
    for (int i = 0; i < 4; ++i) {
      const int next = (i + 1) % 4;
      const std::uint32_t a = quad.corners[i], b = quad.corners[next];
      if (quad.alone[i] && quad.alone[next]) {
        m_mesh.triangles.push_back({a, b, crossing});
      } else {
        addConeSides(a, b, crossing);
      }
    }
  }

  /// The face between the cells of a and b holds a segment between two crossings. The first of the two quads that share
  /// a and b leaves its crossing behind; the second gives each cell the triangle over the segment.
  void addConeSides(std::uint32_t a, std::uint32_t b, std::uint32_t crossing) {
    const std::uint64_t key = std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
    const auto [other, isFirst] = m_openSegments.try_emplace(key, crossing);
    if (isFirst) return;
    m_mesh.triangles.push_back({a, other->second, crossing});
    m_mesh.triangles.push_back({b, crossing, other->second});
    m_openSegments.erase(other);
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
  const Mat3 m_toIndex;
  const bool m_mirrored;
  const std::size_t m_rowLength;  ///< samples, with the border
  const std::size_t m_cellsPerRow;
  std::vector<std::uint8_t> m_below;  ///< 1 for inside, with the border: the slices under and over the current cells
  std::vector<std::uint8_t> m_above;
  std::vector<CellRecord> m_layer;
  std::vector<CellRecord> m_layerBelow;
  std::vector<CellConfiguration> m_configurations;                  ///< of the current row
  std::unordered_map<std::uint64_t, std::uint32_t> m_openSegments;  ///< pair of vertices to the first quad's crossing
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
