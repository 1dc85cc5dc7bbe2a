// Surfaces, distances, volumes and pieces of shapes whose numbers are known, on isotropic, flat and turned grids.
#include "engine/measure/extent.h"
#include "engine/measure/point_tree.h"
#include "engine/measure/signed_distance.h"
#include "engine/measure/surface_distance.h"
#include "tests/unit/measure/shape_fields.h"

#include <QTest>
#include <numbers>
#include <random>

namespace hipwright {
namespace {

using test::capsule;
using test::gridAround;
using test::sampled;
using test::sphere;

constexpr double kPi = std::numbers::pi;
const Vec3 kFlat = {0.8, 0.9, 2.5};

bool near(double value, double expected, double tolerance) {
  if (std::abs(value - expected) <= tolerance) return true;
  qWarning("%.6g instead of %.6g +- %.3g", value, expected, tolerance);
  return false;
}

}  // namespace

class TestSurfaces : public QObject {
  Q_OBJECT

 private slots:
  void pointsLieOnTheSurfaceAndLookOut() {
    for (const Vec3& spacing : {Vec3{1, 1, 1}, kFlat}) {
      const Vec3 centre = {0.3, -0.4, 0.2};
      for (const SurfacePoint& p : surfacePoints(sphere(gridAround(20, spacing, 0.3), centre, 15))) {
        const Vec3 way = p.position - centre;
        QVERIFY(near(length(way), 15, spacing[2] > 1 ? 0.06 : 0.015));
        QVERIFY(dot(way, p.normal) > (spacing[2] > 1 ? 0.99 : 0.999) * length(way));
      }
    }
  }

  void areasAreWithinTwoPercentAndVolumesWithinHalfAPercent() {
    for (const Vec3& spacing : {Vec3{1, 1, 1}, kFlat}) {
      const Geometry grid = gridAround(34, spacing, 0.3);
      const Volume ball = sphere(grid, {0.3, -0.4, 0.2}, 15);
      QVERIFY(near(surfaceArea(surfacePoints(ball)), 4 * kPi * 225, 0.01 * 4 * kPi * 225));
      QVERIFY(near(implantVolume(ball), 4 * kPi / 3 * 3375, 0.005 * 4 * kPi / 3 * 3375));
      const Volume rod = capsule(grid, 20, 8);
      QVERIFY(near(surfaceArea(surfacePoints(rod)), 2 * kPi * 8 * 40 + 4 * kPi * 64, 50));
      QVERIFY(near(implantVolume(rod), kPi * 64 * 40 + 4 * kPi / 3 * 512, 50));
    }
  }

  void volumesOfBallsAreTheirs_data() {
    QTest::addColumn<double>("radius");
    for (const double radius : {10.0, 15.0, 25.0}) QTest::newRow(qPrintable(QString::number(radius))) << radius;
  }

  /// Of distances, of distances that end 0.5 mm from the surface, and of fields that flatten on one side of it.
  void volumesOfBallsAreTheirs() {
    QFETCH(double, radius);
    const double expected = 4 * kPi / 3 * std::pow(radius, 3);
    const auto volume = [&](const auto& fieldAt) {
      return implantVolume(sampled(gridAround(radius + 4, {1, 1, 1}), [&](const Vec3& p) {
        return fieldAt(radius - length(p - Vec3{0.3, -0.4, 0.2}));
      }));
    };
    const auto flat = [](double mm) { return 0.5 * std::tanh(2 * mm); };
    QVERIFY(near(volume([](double mm) { return mm; }), expected, 0.0003 * expected));
    QVERIFY(near(volume([](double mm) { return std::clamp(mm, -0.5, 0.5); }), expected, 0.002 * expected));
    QVERIFY(near(volume([&](double mm) { return mm > 0 ? flat(mm) : mm; }), expected, 0.002 * expected));
    QVERIFY(near(volume([&](double mm) { return mm < 0 ? flat(mm) : mm; }), expected, 0.002 * expected));
  }

  void signedDistancesAreNegativeInsideTheReference() {
    const Volume ball = sphere(gridAround(24, kFlat, 0.3), {1, 2, -1}, 15);
    std::vector<Vec3> points;
    std::vector<double> expected;
    for (const double radius : {2.0, 12.0, 14.5, 15.5, 18.0, 60.0})
      for (const Vec3& way : {Vec3{1, 0, 0}, Vec3{0, -0.6, 0.8}, Vec3{-0.48, 0.6, 0.64}}) {
        points.push_back(Vec3{1, 2, -1} + radius * way);
        expected.push_back(radius - 15);
      }
    const std::vector<float> distances = signedDistances(points, ball, {});
    QCOMPARE(distances.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) QVERIFY(near(distances[i], expected[i], 0.12));
    const Volume none{{.size = {3, 4, 5}}, std::vector<float>(60, -0.5F)};
    QVERIFY(signedDistances(points, none, {}).empty());
  }

  void volumeCountsBorderVoxelsWhole() {
    const Volume full{{.size = {3, 4, 5}, .spacing = {1, 2, 3}}, std::vector<float>(60, 0.5F)};
    QCOMPARE(implantVolume(full), 360.0);
    const Volume empty{{.size = {3, 4, 5}}, std::vector<float>(60, -0.5F)};
    QCOMPARE(implantVolume(empty), 0.0);
    QVERIFY(!boundingBox(empty));
  }

  void boundingBoxRunsFromSurfaceToSurface() {
    const auto box = boundingBox(capsule(gridAround(34, {1, 1, 1}), 20, 8));
    QVERIFY(box && near((*box)[0], 16, 0.02) && near((*box)[1], 16, 0.02) && near((*box)[2], 56, 0.02));
  }

  void anEqualFieldIsNoDistanceAway() {
    const Volume ball = sphere(gridAround(20, kFlat), {0, 0, 0}, 12);
    const auto distance = surfaceDistance(ball, ball);
    QVERIFY(distance && distance->meanMm == 0 && distance->hd95Mm == 0);
  }

  void concentricSpheresAreTheirRadiiApart() {
    for (const double gap : {0.2, 1.0, 6.0}) {
      const Geometry grid = gridAround(26, {1, 1, 1}, 0.3);
      const auto distance = surfaceDistance(sphere(grid, {0.3, 0, 0}, 15), sphere(grid, {0.3, 0, 0}, 15 + gap));
      QVERIFY(near(distance->meanMm, gap, 0.03) && near(distance->hd95Mm, gap, 0.04));
    }
  }

  void aShiftedSphereHasItsAnalyticDistance() {
    // A point at the angle whose cosine is c lies about d |c| away, and c is uniform on a sphere: mean d / 2, 95 %
    // below 0.95 d.
    for (const double d : {0.3, 1.0, 3.0}) {
      const Geometry grid = gridAround(30, {1, 1, 1});
      const auto distance = surfaceDistance(sphere(grid, {0, 0, 0}, 20), sphere(grid, {d, 0, 0}, 20));
      QVERIFY(near(distance->meanMm, d / 2, 0.03));
      QVERIFY(near(distance->hd95Mm, 0.95 * d, 0.05));
    }
  }

  void aShiftedSlabIsItsShiftAway() {
    const Geometry grid = gridAround(30, kFlat);
    const auto slab = [&](double at) { return sampled(grid, [at](const Vec3& p) { return 8 - std::abs(p[2] - at); }); };
    const auto distance = surfaceDistance(slab(0), slab(1.7));
    QVERIFY(near(distance->meanMm, 1.7, 1e-3) && near(distance->hd95Mm, 1.7, 1e-3));
  }

  void theDistanceTakesBothDirections() {
    // A second ball 25 mm away from the first: near in one direction only.
    const Geometry grid = gridAround(45, {1, 1, 1});
    const Volume one = sphere(grid, {-20, 0, 0}, 10);
    const Volume two = sampled(grid, [](const Vec3& p) {
      return 10 - std::min(length(p - Vec3{-20, 0, 0}), length(p - Vec3{25, 0, 0}));
    });
    for (const auto& distance : {surfaceDistance(one, two), surfaceDistance(two, one)}) {
      QVERIFY(distance->hd95Mm > 30 && distance->hd95Mm < 45);
      QVERIFY(distance->meanMm > 10 && distance->meanMm < 15);
    }
  }

  void withoutASurfaceThereIsNoDistance() {
    const Geometry grid = gridAround(10, {1, 1, 1});
    const auto distance = surfaceDistance(sphere(grid, {0, 0, 0}, 5), sphere(grid, {99, 0, 0}, 5));
    QVERIFY(!distance && !distance.reason().empty());
  }

  void piecesAreCountedBySize() {
    const Geometry grid = gridAround(30, {1, 1, 1});
    const Volume field = sampled(grid, [](const Vec3& p) {
      return std::max(
          {4 - length(p - Vec3{-15, 0, 0}), 9 - length(p - Vec3{10, 0, 0}), 1.2 - length(p - Vec3{0, 20, 0})});
    });
    const Components pieces = findComponents(field);
    QCOMPARE(pieces.voxels.size(), std::size_t{3});
    QVERIFY(pieces.voxels[0] > pieces.voxels[1] && pieces.voxels[1] > pieces.voxels[2]);
    QCOMPARE(pieces.labels[field.offset(40, 30, 30)], 1);
    QCOMPARE(pieces.labels[field.offset(15, 30, 30)], 2);
    QCOMPARE(pieces.labels[field.offset(0, 0, 0)], 0);
  }

  void piecesTouchByFacesOnly() {
    Volume corner{{.size = {2, 2, 1}}, {1, -1, -1, 1}};
    QCOMPARE(findComponents(corner).voxels.size(), std::size_t{2});
    corner.at(1, 0, 0) = 1;
    QCOMPARE(findComponents(corner).voxels.size(), std::size_t{1});
    const Volume ends{{.size = {3, 2, 1}}, {-1, -1, 1, 1, -1, -1}};  // neighbours in memory, not in space
    QCOMPARE(findComponents(ends).voxels.size(), std::size_t{2});
  }

  void theTreeFindsWhatASearchFinds() {
    std::mt19937 random(1);
    const auto draw = [&] { return static_cast<double>(random() % 1000) / 10; };
    std::vector<Vec3> points(500);
    for (Vec3& p : points) p = {draw(), draw(), draw()};
    const PointTree tree(points);
    for (int i = 0; i < 500; ++i) {
      const Vec3 q = {draw(), draw(), draw()};
      double best = 1e9;
      for (const Vec3& p : points) best = std::min(best, length(p - q));
      QCOMPARE(length(points[tree.nearest(q)] - q), best);
    }
  }
};

}  // namespace hipwright

QTEST_APPLESS_MAIN(hipwright::TestSurfaces)
#include "test_surfaces.moc"
