// Mesh checks on small meshes, each broken in one named way.
#include "engine/core/error.h"
#include "engine/surface/mesh_check.h"

#include <QTest>

using namespace hipwright;

namespace {

Mesh tetrahedron(const Vec3& at = {0, 0, 0}) {
  return {{at, at + Vec3{1, 0, 0}, at + Vec3{0, 1, 0}, at + Vec3{0, 0, 1}},
          {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}}};
}

Mesh both(const Mesh& a, const Mesh& b) {
  Mesh out = a;
  const auto shift = static_cast<std::uint32_t>(a.vertices.size());
  out.vertices.insert(out.vertices.end(), b.vertices.begin(), b.vertices.end());
  for (const auto& t : b.triangles) out.triangles.push_back({t[0] + shift, t[1] + shift, t[2] + shift});
  return out;
}

Mesh replaced(Mesh mesh, std::uint32_t from, std::uint32_t to) {
  for (auto& t : mesh.triangles)
    for (auto& v : t)
      if (v == from) v = to;
  return mesh;
}

}  // namespace

class TestMeshCheck : public QObject {
  Q_OBJECT

 private slots:
  void closedTetrahedronIsPrintable() {
    const MeshReport r = checkMesh(tetrahedron({1000, -2000, 3000}));
    QVERIFY(r.printable());
    QCOMPARE(r.vertices, 4);
    QCOMPARE(r.triangles, 4);
    QCOMPARE(r.eulerNumber, 2);
    QCOMPARE(r.shells, 1);
    QVERIFY(std::abs(r.volumeMm3 - 1.0 / 6) < 1e-12);
    QVERIFY(std::abs(r.areaMm2 - (1.5 + std::sqrt(3.0) / 2)) < 1e-12);
    QVERIFY((r.lower == Vec3{1000, -2000, 3000} && r.upper == Vec3{1001, -1999, 3001}));
  }

  void emptyMeshIsNotPrintable() {
    const MeshReport r = checkMesh({});
    QVERIFY(!r.printable());
    QCOMPARE(r.shells, 0);
  }

  void missingTriangleOpensThreeEdges() {
    Mesh m = tetrahedron();
    m.triangles.pop_back();
    const MeshReport r = checkMesh(m);
    QCOMPARE(r.openEdges, 3);
    QCOMPARE(r.nonManifoldVertices, 0);
    QCOMPARE(r.eulerNumber, 1);
    QVERIFY(!r.printable());
  }

  void turnedTriangleFlipsThreeEdges() {
    Mesh m = tetrahedron();
    std::swap(m.triangles[0][0], m.triangles[0][1]);
    const MeshReport r = checkMesh(m);
    QCOMPARE(r.flippedEdges, 3);
    QCOMPARE(r.openEdges, 0);
    QVERIFY(!r.printable());
  }

  void insideOutHasNegativeVolume() {
    Mesh m = tetrahedron();
    for (auto& t : m.triangles) std::swap(t[0], t[1]);
    const MeshReport r = checkMesh(m);
    QCOMPARE(r.flippedEdges, 0);
    QVERIFY(r.volumeMm3 < 0 && !r.printable());
  }

  void sharedVertexIsNonManifold() {
    const MeshReport r = checkMesh(replaced(both(tetrahedron(), tetrahedron({-1, -1, -1})), 4, 0));
    QCOMPARE(r.nonManifoldVertices, 1);
    QCOMPARE(r.nonManifoldEdges, 0);
    QCOMPARE(r.shells, 1);
    QCOMPARE(r.eulerNumber, 3);  // the point left unused does not count
    QVERIFY(!r.printable());
  }

  void sharedEdgeIsNonManifold() {
    const MeshReport r = checkMesh(replaced(replaced(both(tetrahedron(), tetrahedron({0, -1, -1})), 4, 0), 5, 1));
    QCOMPARE(r.nonManifoldEdges, 1);
    QCOMPARE(r.openEdges, 0);
    QVERIFY(!r.printable());
  }

  void separateShellsAreCounted() {
    const MeshReport r = checkMesh(both(tetrahedron(), tetrahedron({5, 5, 5})));
    QCOMPARE(r.shells, 2);
    QCOMPARE(r.eulerNumber, 4);
    QVERIFY(r.printable());
  }

  void degenerateTrianglesAreCounted() {
    Mesh repeated = tetrahedron();
    repeated.triangles.push_back({1, 1, 2});
    const MeshReport r = checkMesh(repeated);
    QCOMPARE(r.degenerateTriangles, 1);
    QCOMPARE(r.eulerNumber, 2);
    QVERIFY(!r.printable());
    Mesh flat = tetrahedron();
    flat.vertices[3] = {0.5, 0.5, 0};  // on the edge between vertices 1 and 2
    QCOMPARE(checkMesh(flat).degenerateTriangles, 1);
  }

  void triangleWithoutVertexIsRefused() {
    Mesh m = tetrahedron();
    m.triangles[2][1] = 4;
    QVERIFY_THROWS_EXCEPTION(Error, checkMesh(m));
  }
};

QTEST_APPLESS_MAIN(TestMeshCheck)
#include "test_mesh_check.moc"
