// Sampling, contours and pictures of slices, on volumes whose answers are known.
#include "ui/slices/contour.h"
#include "ui/slices/slice_picture.h"
#include "ui/slices/slice_sampler.h"
#include "ui/theme/theme.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

namespace hipwright {
namespace {

/// A turned, mirrored, anisotropic grid around the origin.
Geometry obliqueGrid() {
  Geometry g;
  g.size = {24, 31, 17};
  g.spacing = {1.5, 0.8, 2.5};
  const double c = std::cos(0.3);
  const double s = std::sin(0.3);
  g.direction = {Vec3{-c, s, 0}, Vec3{s, c, 0}, Vec3{0, 0, 1}};
  g.origin = g.origin - (g.indexToPatient({11.5, 15, 8}) - g.origin);
  return g;
}

template <typename Field>
Volume sampled(const Geometry& g, Field&& field) {
  Volume volume{g, std::vector<float>(static_cast<std::size_t>(product(g.size)))};
  for (std::int64_t z = 0; z < g.size[2]; ++z)
    for (std::int64_t y = 0; y < g.size[1]; ++y)
      for (std::int64_t x = 0; x < g.size[0]; ++x)
        volume.at(x, y, z) = static_cast<float>(
            field(g.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)})));
  return volume;
}

Geometry cubeGrid(std::int64_t n, double spacing) {
  const double half = 0.5 * spacing * static_cast<double>(n - 1);
  return {{n, n, n}, {spacing, spacing, spacing}, {-half, -half, -half}, kIdentity3};
}

double ramp(const Vec3& p) { return 3 * p[0] - 2 * p[1] + 5 * p[2] + 40; }

double area(const QPolygonF& line) {
  double sum = 0;
  for (int i = 0; i + 1 < line.size(); ++i) sum += line[i].x() * line[i + 1].y() - line[i + 1].x() * line[i].y();
  return 0.5 * sum;
}

std::vector<float> disc(QSize size, QPointF centre, double radius) {
  std::vector<float> field;
  for (int y = 0; y < size.height(); ++y)
    for (int x = 0; x < size.width(); ++x)
      field.push_back(static_cast<float>(radius - std::hypot(x - centre.x(), y - centre.y())));
  return field;
}

}  // namespace

class TestSliceSampling : public QObject {
  Q_OBJECT

 private slots:
  void rampsAreSampledExactly_data();
  void rampsAreSampledExactly();
  void volumesEndHalfAVoxelOutside();
  void thinVolumesHaveOneSlice();
  void voxelsAreReadAsStored();
  void boundsAboveFindTheImplant();
  void anisotropicSpheresAreRound();
  void contourOfADisc();
  void contourOfARing();
  void contourLeavesTheRaster();
  void diagonalCornersFollowTheMean();
  void contourIgnoresWhatIsNoNumber();
  void picturesShowTheRightSide();
  void picturesTintTheImplant();
};

void TestSliceSampling::rampsAreSampledExactly_data() {
  QTest::addColumn<int>("plane");
  for (const Plane plane : kPlanes) QTest::addRow("plane %d", static_cast<int>(plane)) << static_cast<int>(plane);
}

/// Trilinear interpolation of a linear function is that function, however the grid lies.
void TestSliceSampling::rampsAreSampledExactly() {
  QFETCH(int, plane);
  const Volume volume = sampled(obliqueGrid(), ramp);
  const SliceFrame frame{static_cast<Plane>(plane), {1, -0.5, 2}, 0.3, {30, 26}};
  std::vector<float> values(30 * 26);
  sampleSlice(volume, rasterOf(frame, 1), -9999, values);
  for (int y = 0; y < 26; ++y)
    for (int x = 0; x < 30; ++x) {
      const double expected = ramp(frame.toPatient({x + 0.5, y + 0.5}));
      QVERIFY2(std::abs(values[static_cast<std::size_t>(30 * y + x)] - expected) < 2e-3, "off the ramp");
    }
}

void TestSliceSampling::volumesEndHalfAVoxelOutside() {
  Volume volume{{{2, 1, 1}, {10, 1, 1}, {0, 0, 0}, kIdentity3}, {100, 200}};
  std::vector<float> values(32);
  sampleSlice(volume, {{-6, 0, 0}, {1, 0, 0}, {0, 1, 0}, {32, 1}}, -1, values);
  QCOMPARE(values[0], -1.0F);    // 6 mm beyond the first centre
  QCOMPARE(values[1], 100.0F);   // 5 mm: the voxel's edge
  QCOMPARE(values[6], 100.0F);   // its centre
  QCOMPARE(values[11], 150.0F);  // between the two
  QCOMPARE(values[16], 200.0F);
  QCOMPARE(values[21], 200.0F);
  QCOMPARE(values[22], -1.0F);
  sampleSlice(volume, {{0, 0.6, 0}, {1, 0, 0}, {0, 1, 0}, {32, 1}}, -1, values);
  QCOMPARE(values[3], -1.0F);  // beside the volume
}

void TestSliceSampling::thinVolumesHaveOneSlice() {
  const Volume volume = sampled({{5, 5, 1}, {1, 1, 4}, {0, 0, 0}, kIdentity3}, [](const Vec3& p) { return p[0]; });
  std::vector<float> values(5);
  sampleSlice(volume, {{0, 2, 1.9}, {1, 0, 0}, {0, 1, 0}, {5, 1}}, -1, values);
  QCOMPARE(values, (std::vector<float>{0, 1, 2, 3, 4}));
  sampleSlice(volume, {{0, 2, 2.1}, {1, 0, 0}, {0, 1, 0}, {5, 1}}, -1, values);
  QCOMPARE(values, std::vector<float>(5, -1.0F));
}

void TestSliceSampling::voxelsAreReadAsStored() {
  const Volume volume = sampled(obliqueGrid(), ramp);
  const Vec3 centre = volume.geometry.indexToPatient({4, 7, 3});
  QCOMPARE(voxelAt(volume, centre).value(), volume.at(4, 7, 3));
  QCOMPARE(voxelAt(volume, volume.geometry.indexToPatient({4.4, 6.6, 3.4})).value(), volume.at(4, 7, 3));
  QVERIFY(!voxelAt(volume, volume.geometry.indexToPatient({-0.6, 7, 3})));
  QVERIFY(!voxelAt(volume, volume.geometry.indexToPatient({4, 7, 16.6})));
}

void TestSliceSampling::boundsAboveFindTheImplant() {
  Volume field = sampled(cubeGrid(20, 2), [](const Vec3&) { return -1.0; });
  QVERIFY(!boundsAbove(field, 0));
  field.at(3, 4, 5) = 1;
  field.at(8, 4, 6) = 1;
  const Box box = boundsAbove(field, 0).value();
  const Vec3 first = field.geometry.indexToPatient({3, 4, 5});
  const Vec3 last = field.geometry.indexToPatient({8, 4, 6});
  for (std::size_t a = 0; a < 3; ++a) {
    QVERIFY(box.lower[a] <= first[a] - 2 && box.lower[a] >= first[a] - 4);
    QVERIFY(box.upper[a] >= last[a] + 2 && box.upper[a] <= last[a] + 4);
  }
}

/// A ball in voxels of 0.5 x 1 x 3 mm must appear as a circle of its own radius in every plane.
void TestSliceSampling::anisotropicSpheresAreRound() {
  const Geometry grid{{120, 60, 21}, {0.5, 1, 3}, {-29.75, -29.5, -30}, kIdentity3};
  const Volume field = sampled(grid, [](const Vec3& p) { return 20 - length(p); });
  for (const Plane plane : kPlanes) {
    const SliceFrame frame{plane, {0, 0, 0}, 0.25, {200, 200}};
    std::vector<float> values(200 * 200);
    sampleSlice(field, rasterOf(frame, 1), -1, values);
    const std::vector<QPolygonF> lines = contours(values, {200, 200}, 0);
    QCOMPARE(lines.size(), std::size_t{1});
    for (const QPointF point : lines[0]) {
      const double mm = 0.25 * std::hypot(point.x() + 0.5 - 100, point.y() + 0.5 - 100);
      QVERIFY2(std::abs(mm - 20) < 0.15, qPrintable(QString::number(mm)));
    }
  }
}

void TestSliceSampling::contourOfADisc() {
  const std::vector<QPolygonF> lines = contours(disc({40, 30}, {18.3, 14.1}, 9), {40, 30}, 0);
  QCOMPARE(lines.size(), std::size_t{1});
  QVERIFY(lines[0].isClosed());
  QVERIFY(std::abs(area(lines[0]) + std::numbers::pi * 81) < 1.5);  // negative with y downward: the disc is on the left
  for (const QPointF p : lines[0]) QVERIFY(std::abs(std::hypot(p.x() - 18.3, p.y() - 14.1) - 9) < 0.05);
}

void TestSliceSampling::contourOfARing() {
  std::vector<float> field = disc({40, 40}, {20, 20}, 15);
  const std::vector<float> hole = disc({40, 40}, {20, 20}, 6);
  for (std::size_t i = 0; i < field.size(); ++i) field[i] = std::min(field[i], -hole[i]);
  const std::vector<QPolygonF> lines = contours(field, {40, 40}, 0);
  QCOMPARE(lines.size(), std::size_t{2});
  QVERIFY(area(lines[0]) * area(lines[1]) < 0);  // the hole runs the other way
}

void TestSliceSampling::contourLeavesTheRaster() {
  const std::vector<QPolygonF> lines = contours(disc({20, 20}, {0, 10}, 6), {20, 20}, 0);
  QCOMPARE(lines.size(), std::size_t{1});
  QVERIFY(!lines[0].isClosed());
  QCOMPARE(lines[0].first().x(), 0.0);
  QCOMPARE(lines[0].last().x(), 0.0);
  QVERIFY(contours(std::vector<float>(400, 1), {20, 20}, 0).empty());
  QVERIFY(contours(std::vector<float>(20, 1), {20, 1}, 0).empty());
}

void TestSliceSampling::diagonalCornersFollowTheMean() {
  const std::vector<QPolygonF> apart = contours(std::vector<float>{1, -2, -2, 1}, {2, 2}, 0);
  const std::vector<QPolygonF> together = contours(std::vector<float>{2, -1, -1, 2}, {2, 2}, 0);
  QCOMPARE(apart.size(), std::size_t{2});
  QCOMPARE(together.size(), std::size_t{2});
  // Apart, a line cuts off each inner corner; together, each outer one.
  const auto endsNear = [](const QPolygonF& line, QPointF corner) {
    return std::hypot(line[0].x() - corner.x(), line[0].y() - corner.y()) < 0.7 &&
           std::hypot(line[1].x() - corner.x(), line[1].y() - corner.y()) < 0.7;
  };
  QVERIFY(endsNear(apart[0], {0, 0}) || endsNear(apart[1], {0, 0}));
  QVERIFY(endsNear(together[0], {1, 0}) || endsNear(together[1], {1, 0}));
}

void TestSliceSampling::contourIgnoresWhatIsNoNumber() {
  std::vector<float> field = disc({20, 20}, {10, 10}, 6);
  field[0] = std::numeric_limits<float>::quiet_NaN();
  QCOMPARE(contours(field, {20, 20}, 0).size(), std::size_t{1});
}

/// A case that is bright only in its right upper front: every plane must show it where a radiologist expects it.
void TestSliceSampling::picturesShowTheRightSide() {
  SliceScene scene;
  scene.setCase(std::make_shared<const Volume>(
      sampled(obliqueGrid(), [](const Vec3& p) { return p[0] < -2 && p[1] < -2 && p[2] > 3 ? 2000.0 : -1000.0; })));
  const auto bright = [&](Plane plane, const Vec3& through, QPoint pixel) {
    SlicePicture picture;
    picture.update({plane, through, 0.1, {120, 120}}, 1, scene, scene.window());
    return qRed(picture.image().pixel(pixel)) == 255;
  };
  const Vec3 inside{-5, -5, 6};
  QVERIFY(bright(Plane::Axial, {0, 0, 6}, {10, 10}));  // front is up, right is left
  QVERIFY(!bright(Plane::Axial, {0, 0, 6}, {110, 10}));
  QVERIFY(!bright(Plane::Axial, {0, 0, 6}, {10, 110}));
  QVERIFY(bright(Plane::Coronal, {0, -5, 3}, {10, 10}));
  QVERIFY(!bright(Plane::Coronal, {0, -5, 3}, {110, 10}));
  QVERIFY(!bright(Plane::Coronal, {0, -5, 3}, {10, 110}));
  QVERIFY(bright(Plane::Sagittal, {-5, 0, 3}, {10, 10}));  // front is left
  QVERIFY(!bright(Plane::Sagittal, {-5, 0, 3}, {110, 10}));
  QVERIFY(!bright(Plane::Sagittal, {5, 0, 3}, {10, 10}));
  QVERIFY(voxelAt(*scene.ct(), inside).value() > 0);
}

void TestSliceSampling::picturesTintTheImplant() {
  SliceScene scene;
  scene.setCase(std::make_shared<const Volume>(sampled(cubeGrid(40, 1), [](const Vec3&) { return -2000.0; })));
  scene.setImplant(
      std::make_shared<const Volume>(sampled(cubeGrid(24, 1.3), [](const Vec3& p) { return 8 - length(p); })));
  SlicePicture picture;
  const SliceFrame frame{Plane::Coronal, {0, 0, 0}, 0.2, {200, 200}};
  picture.update(frame, 1, scene, scene.window());
  const QRgb tinted = picture.image().pixel(100, 100);
  QVERIFY(std::abs(qRed(tinted) - 0.42 * qRed(picture::kImplant)) < 2);
  QVERIFY(std::abs(qBlue(tinted) - 0.42 * qBlue(picture::kImplant)) < 2);
  QCOMPARE(picture.image().pixel(100, 190), qRgb(0, 0, 0));
  QVERIFY(std::abs(picture.outline().boundingRect().width() - 80) < 1.5);
  scene.toggle(SliceLayer::Overlay);
  picture.update(frame, 1, scene, scene.window());
  QCOMPARE(picture.image().pixel(100, 100), qRgb(0, 0, 0));
  scene.toggle(SliceLayer::Overlay);
  picture.update(frame, 2, scene, scene.window());  // a sharper screen: more samples, the same place
  QCOMPARE(picture.image().width(), 400);
  QVERIFY(std::abs(picture.outline().boundingRect().width() - 80) < 1);
  picture.update({Plane::Coronal, {0, 15, 0}, 0.2, {200, 200}}, 1, scene, scene.window());
  QVERIFY(picture.outline().isEmpty());
  scene.setImplant(nullptr);
  picture.update(frame, 1, scene, scene.window());
  QVERIFY(picture.outline().isEmpty());
  QCOMPARE(picture.image().pixel(100, 100), qRgb(0, 0, 0));
}

}  // namespace hipwright

QTEST_MAIN(hipwright::TestSliceSampling)
#include "test_slice_sampling.moc"
