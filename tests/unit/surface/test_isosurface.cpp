// Surfaces of analytic shapes, of noise, and of every configuration of one cell and of two neighbouring cells.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/surface/dual_marching_cubes.h"
#include "engine/surface/isosurface.h"
#include "engine/surface/mesh_check.h"
#include "tests/unit/surface/shapes.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

struct Extracted {
  Mesh mesh;
  std::vector<Index3> cells;
};

Extracted extract(const Volume& field) {
  Extracted out;
  DualMarchingCubesOptions options;
  options.cells = &out.cells;
  out.mesh = dualMarchingCubes(field, options, {});
  return out;
}

/// Inside the cell, or on one of the three edges that leave its low corner.
bool isInItsCell(const Vec3& inCell) {
  constexpr double kClearance = 1e-4;
  int inside = 0, onPlane = 0;
  for (const double c : inCell) {
    inside += c > kClearance && c < 1 - kClearance ? 1 : 0;
    onPlane += std::abs(c) < 1e-9 ? 1 : 0;
  }
  return inside == 3 || (inside == 1 && onPlane == 2);
}

bool everyVertexIsInItsCell(const Extracted& e, const Geometry& g) {
  for (std::size_t v = 0; v < e.mesh.vertices.size(); ++v) {
    const Index3& cell = e.cells[v];
    const Vec3 corner{static_cast<double>(cell[0] - 1), static_cast<double>(cell[1] - 1),
                      static_cast<double>(cell[2] - 1)};
    if (!isInItsCell(g.patientToIndex(e.mesh.vertices[v]) - corner)) return false;
  }
  return e.cells.size() == e.mesh.vertices.size();
}

/// Closed and 2-manifold without a defect of any kind; says what is wrong.
bool isSound(const Extracted& e, const Geometry& g) {
  const MeshReport r = checkMesh(e.mesh);
  if (e.mesh.triangles.empty()) return true;
  const bool sound = r.printable() && everyVertexIsInItsCell(e, g);
  if (!sound)
    qWarning("open %lld, edges %lld, vertices %lld, flipped %lld, degenerate %lld, volume %g, vertices inside %d",
             static_cast<long long>(r.openEdges), static_cast<long long>(r.nonManifoldEdges),
             static_cast<long long>(r.nonManifoldVertices), static_cast<long long>(r.flippedEdges),
             static_cast<long long>(r.degenerateTriangles), r.volumeMm3, everyVertexIsInItsCell(e, g) ? 1 : 0);
  return sound;
}

std::int64_t insideVoxels(const Volume& field) {
  return std::count_if(field.voxels.begin(), field.voxels.end(), [](float v) { return v > 0; });
}

/// The triangles of each connected component.
std::vector<Mesh> shellsOf(const Mesh& mesh) {
  std::vector<std::uint32_t> label(mesh.vertices.size());
  std::iota(label.begin(), label.end(), 0U);
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& t : mesh.triangles) {
      const auto lowest = std::min({label[t[0]], label[t[1]], label[t[2]]});
      for (const auto v : t) {
        changed = changed || label[v] != lowest;
        label[v] = lowest;
      }
    }
  }
  std::vector<Mesh> shells;
  for (std::uint32_t v = 0; v < label.size(); ++v) {
    if (label[v] != v) continue;
    Mesh shell{mesh.vertices, {}};
    for (const auto& t : mesh.triangles)
      if (label[t[0]] == v) shell.triangles.push_back(t);
    shells.push_back(std::move(shell));
  }
  return shells;
}

/// How often a closed mesh winds around a point: the sum of the solid angles of its triangles (Van Oosterom, Strackee
/// 1983).
double windingNumber(const Mesh& mesh, const Vec3& point) {
  double sum = 0;
  for (const auto& t : mesh.triangles) {
    const Vec3 a = mesh.vertices[t[0]] - point, b = mesh.vertices[t[1]] - point, c = mesh.vertices[t[2]] - point;
    const double la = length(a), lb = length(b), lc = length(c);
    sum += 2 * std::atan2(dot(a, cross(b, c)), la * lb * lc + dot(a, b) * lc + dot(b, c) * la + dot(c, a) * lb);
  }
  return sum / (4 * std::numbers::pi);
}

/// Shells outside all others must have positive volume, cavities negative, islands in cavities positive again.
bool everyShellIsWoundOutward(const Mesh& mesh) {
  const std::vector<Mesh> shells = shellsOf(mesh);
  for (const Mesh& shell : shells) {
    double around = 0;
    for (const Mesh& other : shells)
      if (&other != &shell) around += windingNumber(other, mesh.vertices[shell.triangles.front()[0]]);
    if ((checkMesh(shell).volumeMm3 > 0) != (std::lround(around) == 0)) return false;
  }
  return true;
}

struct Deviation {
  double atVertices = 0;
  double mean = 0;  ///< over vertices and triangle centres
  double largest = 0;
};

/// Distance to the analytic surface in voxels, at the vertices and at the centres of the triangles.
Deviation deviation(const Mesh& mesh, const Geometry& g, const Distance& distance) {
  const double voxel = std::cbrt(g.spacing[0] * g.spacing[1] * g.spacing[2]);
  const auto errorAt = [&](const Vec3& p) { return std::abs(distance(fromCentre(g, g.patientToIndex(p)))) / voxel; };
  Deviation out;
  double sum = 0;
  for (const Vec3& v : mesh.vertices) {
    out.atVertices = std::max(out.atVertices, errorAt(v));
    sum += errorAt(v);
  }
  out.largest = out.atVertices;
  for (const auto& t : mesh.triangles) {
    const double e = errorAt((1.0 / 3) * (mesh.vertices[t[0]] + mesh.vertices[t[1]] + mesh.vertices[t[2]]));
    out.largest = std::max(out.largest, e);
    sum += e;
  }
  out.mean = sum / static_cast<double>(mesh.vertices.size() + mesh.triangles.size());
  return out;
}

void report(const char* shape, const char* pose, const Deviation& d) {
  qInfo("%-8s %-21s distance error in voxels: mean %.4f, at vertices %.4f, largest %.4f", shape, pose, d.mean,
        d.atVertices, d.largest);
}

}  // namespace

class TestIsosurface : public QObject {
  Q_OBJECT

 private slots:
  void sphereInEveryPose() {
    const double radius = 9.3;
    for (const Pose& pose : poses()) {
      const Distance shape = sphere({0.31, -0.17, 0.43}, radius);
      const Volume field = sampled(pose.geometry, {33, 31, 29}, shape);
      const Extracted e = extract(field);
      QVERIFY(isSound(e, field.geometry));
      const MeshReport r = checkMesh(e.mesh);
      QCOMPARE(r.eulerNumber, 2);
      QCOMPARE(r.shells, 1);
      const double exact = 4.0 / 3 * std::numbers::pi * radius * radius * radius;
      QVERIFY(std::abs(r.volumeMm3 / exact - 1) < 0.02);
      const Deviation d = deviation(e.mesh, field.geometry, shape);
      report("sphere", pose.name, d);
      QVERIFY(d.mean < 0.015 && d.atVertices < 0.012 && d.largest < 0.06);
    }
  }

  void torusInEveryPose() {
    for (const Pose& pose : poses()) {
      const Distance shape = torus(8.2, 3.1);
      const Volume field = sampled(pose.geometry, {37, 35, 15}, shape);
      const Extracted e = extract(field);
      QVERIFY(isSound(e, field.geometry));
      QCOMPARE(checkMesh(e.mesh).eulerNumber, 0);
      const Deviation d = deviation(e.mesh, field.geometry, shape);
      report("torus", pose.name, d);
      QVERIFY(d.mean < 0.03 && d.atVertices < 0.03 && d.largest < 0.2);
    }
  }

  void touchingSpheresStayApartAndOverlappingOnesJoin() {
    const Geometry g = poses().front().geometry;
    // The point of contact is a voxel whose value is exactly the level, which is outside.
    const Extracted touching = extract(sampled(g, {31, 17, 17}, unite(sphere({-6, 0, 0}, 6), sphere({6, 0, 0}, 6))));
    QVERIFY(isSound(touching, {{31, 17, 17}, g.spacing, g.origin, g.direction}));
    QCOMPARE(checkMesh(touching.mesh).shells, 2);
    QCOMPARE(checkMesh(touching.mesh).eulerNumber, 4);
    const Extracted joined = extract(sampled(g, {31, 17, 17}, unite(sphere({-6, 0, 0}, 6.5), sphere({6, 0, 0}, 6.5))));
    QVERIFY(isSound(joined, {{31, 17, 17}, g.spacing, g.origin, g.direction}));
    QCOMPARE(checkMesh(joined.mesh).shells, 1);
    QCOMPARE(checkMesh(joined.mesh).eulerNumber, 2);
  }

  void shapeCutByTheBorderEndsAtTheOuterFaces() {
    for (const Pose& pose : poses()) {
      const Volume field = sampled(pose.geometry, {12, 25, 25}, sphere({field0(pose, 12), 0, 0}, 8));
      const Extracted e = extract(field);
      QVERIFY(isSound(e, field.geometry));
      QCOMPARE(checkMesh(e.mesh).eulerNumber, 2);
      double lowest = 0;
      for (const Vec3& v : e.mesh.vertices) lowest = std::min(lowest, field.geometry.patientToIndex(v)[0]);
      QVERIFY(std::abs(lowest + 0.5) < 1e-9);
    }
  }

  void volumeThatIsAllInsideIsABox() {
    const Volume field = sampled(poses()[4].geometry, {8, 5, 6}, [](const Vec3&) { return 1.0; });
    const Extracted e = extract(field);
    QVERIFY(isSound(e, field.geometry));
    const MeshReport r = checkMesh(e.mesh);
    QCOMPARE(r.eulerNumber, 2);
    const double box = 8 * 5 * 6 * 0.7 * 0.8 * 1.5;
    QVERIFY(r.volumeMm3 < box && r.volumeMm3 > 0.9 * box);  // its edges are bevelled
  }

  void thinPlateIsOneClosedShell() {
    for (const double half :
         {0.1, 0.5, 1.0}) {  // 0.1 lies on one layer of voxels; at 1.0 the neighbours are at the level
      const Volume field = sampled(poses().front().geometry, {9, 21, 21}, plate(half, 7.5));
      const Extracted e = extract(field);
      QVERIFY(isSound(e, field.geometry));
      const MeshReport r = checkMesh(e.mesh);
      QCOMPARE(r.shells, 1);
      QCOMPARE(r.eulerNumber, 2);
    }
  }

  void cavityIsWoundInward() {
    const Distance outer = sphere({0, 0, 0}, 9), inner = sphere({0.2, 0, 0}, 5);
    const Volume field =
        sampled(poses()[3].geometry, {23, 23, 23}, [=](const Vec3& p) { return std::min(outer(p), -inner(p)); });
    const Extracted e = extract(field);
    QVERIFY(isSound(e, field.geometry));
    QCOMPARE(checkMesh(e.mesh).shells, 2);
    QVERIFY(everyShellIsWoundOutward(e.mesh));
    const double exact = 4.0 / 3 * std::numbers::pi * (729 - 125);
    QVERIFY(std::abs(checkMesh(e.mesh).volumeMm3 / exact - 1) < 0.03);
  }

  /// A block of 2 x 2 x 2 voxels has its configuration in the middle cell and, being closed around it, many others.
  void everyConfigurationOfOneCell() {
    for (const float surrounding : {-1.0F, 1.0F})
      for (unsigned c = 0; c < 256; ++c) {
        const Geometry g{{4, 4, 4}, {1, 1, 1}, {0, 0, 0}, kIdentity3};
        Volume field{g, std::vector<float>(64, surrounding)};
        for (unsigned corner = 0; corner < 8; ++corner)
          field.at(1 + (corner & 1), 1 + (corner >> 1 & 1), 1 + (corner >> 2 & 1)) =
              (c >> corner & 1) != 0 ? 0.7F : -1.3F;
        const Extracted e = extract(field);
        QVERIFY2(isSound(e, g), qPrintable(QString::number(c)));
        QVERIFY(e.mesh.triangles.empty() == (insideVoxels(field) == 0));
        QVERIFY(everyShellIsWoundOutward(e.mesh));
      }
  }

  /// Among them all pairs that share an ambiguous face which one patch of each meets twice.
  void everyPairOfNeighbouringConfigurations() {
    for (int axis = 0; axis < 3; ++axis)
      for (unsigned signs = 0; signs < 4096; ++signs) {
        Geometry g{{2, 2, 2}, {1, 1, 1}, {0, 0, 0}, kIdentity3};
        g.size[axis] = 3;
        Volume field{g, std::vector<float>(12)};
        for (unsigned i = 0; i < 12; ++i) field.voxels[i] = (signs >> i & 1) != 0 ? 1.0F : -0.6F;
        QVERIFY2(isSound(extract(field), g), qPrintable(QString("axis %1, signs %2").arg(axis).arg(signs)));
      }
  }

  void thousandRandomFields() {
    const auto all = poses();
    std::int64_t triangles = 0;
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
      const Volume field = noise(all[seed % all.size()].geometry, static_cast<Noise>(seed % kNoiseKinds), seed);
      const Extracted e = extract(field);
      QVERIFY2(isSound(e, field.geometry), qPrintable(QString("seed %1").arg(seed)));
      QVERIFY(e.mesh.triangles.empty() == (insideVoxels(field) == 0));
      if (seed < 200) QVERIFY2(everyShellIsWoundOutward(e.mesh), qPrintable(QString("seed %1").arg(seed)));
      triangles += static_cast<std::int64_t>(e.mesh.triangles.size());
    }
    qInfo("1000 random fields: %lld triangles", static_cast<long long>(triangles));
  }

  void otherLevelMovesTheSurface() {
    const Volume field = sampled(poses().front().geometry, {25, 25, 25}, sphere({0, 0, 0}, 8));
    const MeshReport r = checkMesh(extractSurface(field, 2.0F, {}));
    QVERIFY(r.printable());
    QVERIFY(std::abs(r.upper[0] - 18) < 0.1 && std::abs(r.lower[0] - 6) < 0.1);
  }

  void nothingInsideIsAnEmptyMesh() {
    const Volume field = sampled(poses().front().geometry, {5, 5, 5}, [](const Vec3&) { return 0.0; });
    QVERIFY(extractSurface(field, 0, {}).triangles.empty());
  }

  void sameFieldGivesTheSameMesh() {
    const Volume field = noise(poses()[1].geometry, Noise::Uniform, 5);
    const Mesh a = extractSurface(field, 0, {}), b = extractSurface(field, 0, {});
    QVERIFY(a.vertices == b.vertices && a.triangles == b.triangles);
  }

  void stopRequestCancels() {
    std::stop_source stop;
    stop.request_stop();
    const Volume field = sampled(poses().front().geometry, {9, 9, 9}, sphere({0, 0, 0}, 3));
    QVERIFY_THROWS_EXCEPTION(Cancelled, extractSurface(field, 0, stop.get_token()));
  }

  void tooManyVerticesAndBadVolumesAreRefused() {
    Volume field = sampled(poses().front().geometry, {9, 9, 9}, sphere({0, 0, 0}, 3));
    DualMarchingCubesOptions options;
    options.maxVertices = 10;
    QVERIFY_THROWS_EXCEPTION(Error, dualMarchingCubes(field, options, {}));
    field.voxels.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, extractSurface(field, 0, {}));
  }

 private:
  /// The x position, relative to the grid's centre, of the first layer of voxels.
  static double field0(const Pose& pose, int size) { return -(size - 1) / 2.0 * pose.geometry.spacing[0]; }
};

QTEST_APPLESS_MAIN(TestIsosurface)
#include "test_isosurface.moc"
