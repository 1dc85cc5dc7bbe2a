// No surface of a random field meets itself, by CGAL's exact predicates.
#include "engine/print/self_intersections.h"
#include "engine/surface/isosurface.h"
#include "tests/unit/surface/shapes.h"

#include <QTest>

using namespace hipwright;
using namespace hipwright::testing;

class TestRandomSurfaces : public QObject {
  Q_OBJECT

 private slots:
  void thousandRandomFieldsDoNotIntersectThemselves() {
    const auto all = poses();
    std::size_t triangles = 0;
    for (std::uint32_t seed = 0; seed < 1000; ++seed) {
      const Volume field = noise(all[seed % all.size()].geometry, static_cast<Noise>(seed % kNoiseKinds), seed);
      const Mesh mesh = extractSurface(field, 0, {});
      QVERIFY2(selfIntersections(mesh, {}).empty(), qPrintable(QString("seed %1").arg(seed)));
      triangles += mesh.triangles.size();
    }
    qInfo("1000 random fields, %zu triangles, no self-intersection", triangles);
  }

  void everyPairOfNeighbouringConfigurations() {
    for (int axis = 0; axis < 3; ++axis)
      for (unsigned signs = 0; signs < 4096; ++signs) {
        Geometry g{{2, 2, 2}, {1, 1, 1}, {0, 0, 0}, kIdentity3};
        g.size[axis] = 3;
        Volume field{g, std::vector<float>(12)};
        for (unsigned i = 0; i < 12; ++i) field.voxels[i] = (signs >> i & 1) != 0 ? 1.0F : -0.01F;
        QVERIFY2(selfIntersections(extractSurface(field, 0, {}), {}).empty(),
                 qPrintable(QString("axis %1, signs %2").arg(axis).arg(signs)));
      }
  }
};

QTEST_APPLESS_MAIN(TestRandomSurfaces)
#include "test_random_surfaces.moc"
