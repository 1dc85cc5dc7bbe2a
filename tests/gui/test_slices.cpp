// The arithmetic behind the slice views, on volumes whose answers are known.
#include "ui/slices/contour.h"
#include "ui/slices/measure_gesture.h"
#include "ui/slices/measurement.h"
#include "ui/slices/pane_layout.h"
#include "ui/slices/plane.h"
#include "ui/slices/slice_camera.h"
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

class TestSlices : public QObject {
  Q_OBJECT

 private slots:
  void patientRightIsOnTheLeft();
  void edgesAreNamed();
  void placesRoundTrip();
  void slicesGoAwayFromTheViewer();
  void placeTexts();
  void boundsHoldEveryVoxel();
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
  void windowsMapToGrey();
  void windowsFollowTheDrag();
  void rulersMeasureSpace();
  void anglesMeasureSpace();
  void measurementsBelongToASlice();
  void scaleBarsAreRound();
  void rulersAreDrawn();
  void anglesAreDrawn();
  void camerasKeepTheAnchor();
  void camerasFitAndReveal();
  void picturesShowTheRightSide();
  void picturesTintTheImplant();
  void panesFillTheWindow_data();
  void panesFillTheWindow();
  void bordersStopInTime();
};

void TestSlices::patientRightIsOnTheLeft() {
  const SliceFrame axial{Plane::Axial, {0, 0, 0}, 1, {200, 200}};
  QVERIFY(axial.toPixel({-30, 0, 0}).x() < 100);
  QVERIFY(axial.toPixel({0, -30, 0}).y() < 100);  // front at the top: seen from the feet
  const SliceFrame coronal{Plane::Coronal, {0, 0, 0}, 1, {200, 200}};
  QVERIFY(coronal.toPixel({-30, 0, 0}).x() < 100);
  QVERIFY(coronal.toPixel({0, 0, 30}).y() < 100);
  const SliceFrame sagittal{Plane::Sagittal, {0, 0, 0}, 1, {200, 200}};
  QVERIFY(sagittal.toPixel({0, -30, 0}).x() < 100);
  QVERIFY(sagittal.toPixel({0, 0, 30}).y() < 100);
}

void TestSlices::edgesAreNamed() {
  const auto edges = [](Plane plane) {
    const PlaneAxes axes = planeAxes(plane);
    return QString(directionLetter(-1.0 * axes.right)) + directionLetter(axes.right) +
           directionLetter(-1.0 * axes.down) + directionLetter(axes.down);
  };
  QCOMPARE(edges(Plane::Axial), "RLAP");
  QCOMPARE(edges(Plane::Coronal), "RLSI");
  QCOMPARE(edges(Plane::Sagittal), "APSI");
}

void TestSlices::placesRoundTrip() {
  for (const Plane plane : kPlanes) {
    const SliceFrame frame{plane, {12, -7, 30}, 0.6, {301, 222}};
    const QPointF pixel(17.25, 201.5);
    const QPointF back = frame.toPixel(frame.toPatient(pixel));
    QVERIFY(std::hypot(back.x() - pixel.x(), back.y() - pixel.y()) < 1e-9);
    QVERIFY(std::abs(frame.distance(frame.toPatient(pixel))) < 1e-9);
  }
  const SliceFrame frame{Plane::Coronal, {0, 5, 0}, 0.5, {100, 100}};
  QCOMPARE(frame.toPatient({50, 50}), (Vec3{0, 5, 0}));
  QCOMPARE(frame.toPatient({60, 40}), (Vec3{5, 5, 5}));
}

void TestSlices::slicesGoAwayFromTheViewer() {
  for (const Plane plane : kPlanes) {
    const PlaneAxes axes = planeAxes(plane);
    QCOMPARE(cross(axes.right, axes.down), axes.normal);
    QCOMPARE(std::abs(axes.normal[static_cast<std::size_t>(normalAxis(plane))]), 1.0);
  }
}

void TestSlices::placeTexts() {
  QCOMPARE(placeText(2, 21.04), "S 21.0");
  QCOMPARE(placeText(Vec3{-61.44, -4.2, 21}), "R 61.4 A 4.2 S 21.0");
  QCOMPARE(placeText(Vec3{61.44, 4.2, -21}), "L 61.4 P 4.2 I 21.0");
}

void TestSlices::boundsHoldEveryVoxel() {
  const PatientBox box = boundsOf(cubeGrid(10, 2));
  QCOMPARE(box.low, (Vec3{-10, -10, -10}));
  QCOMPARE(box.high, (Vec3{10, 10, 10}));
  QCOMPARE(fittingScale(box, Plane::Axial, {40, 80}), 0.5);
  Geometry g = obliqueGrid();
  QCOMPARE(sliceStep(g, Plane::Axial), 2.5);
  QCOMPARE(sliceStep(g, Plane::Coronal), 0.8);
  QCOMPARE(sliceStep(g, Plane::Sagittal), 1.5);
}

void TestSlices::rampsAreSampledExactly_data() {
  QTest::addColumn<int>("plane");
  for (const Plane plane : kPlanes) QTest::addRow("plane %d", static_cast<int>(plane)) << static_cast<int>(plane);
}

/// Trilinear interpolation of a linear function is that function, however the grid lies.
void TestSlices::rampsAreSampledExactly() {
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

void TestSlices::volumesEndHalfAVoxelOutside() {
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

void TestSlices::thinVolumesHaveOneSlice() {
  const Volume volume = sampled({{5, 5, 1}, {1, 1, 4}, {0, 0, 0}, kIdentity3}, [](const Vec3& p) { return p[0]; });
  std::vector<float> values(5);
  sampleSlice(volume, {{0, 2, 1.9}, {1, 0, 0}, {0, 1, 0}, {5, 1}}, -1, values);
  QCOMPARE(values, (std::vector<float>{0, 1, 2, 3, 4}));
  sampleSlice(volume, {{0, 2, 2.1}, {1, 0, 0}, {0, 1, 0}, {5, 1}}, -1, values);
  QCOMPARE(values, std::vector<float>(5, -1.0F));
}

void TestSlices::voxelsAreReadAsStored() {
  const Volume volume = sampled(obliqueGrid(), ramp);
  const Vec3 centre = volume.geometry.indexToPatient({4, 7, 3});
  QCOMPARE(voxelAt(volume, centre).value(), volume.at(4, 7, 3));
  QCOMPARE(voxelAt(volume, volume.geometry.indexToPatient({4.4, 6.6, 3.4})).value(), volume.at(4, 7, 3));
  QVERIFY(!voxelAt(volume, volume.geometry.indexToPatient({-0.6, 7, 3})));
  QVERIFY(!voxelAt(volume, volume.geometry.indexToPatient({4, 7, 16.6})));
}

void TestSlices::boundsAboveFindTheImplant() {
  Volume field = sampled(cubeGrid(20, 2), [](const Vec3&) { return -1.0; });
  QVERIFY(!boundsAbove(field, 0));
  field.at(3, 4, 5) = 1;
  field.at(8, 4, 6) = 1;
  const PatientBox box = boundsAbove(field, 0).value();
  const Vec3 first = field.geometry.indexToPatient({3, 4, 5});
  const Vec3 last = field.geometry.indexToPatient({8, 4, 6});
  for (std::size_t a = 0; a < 3; ++a) {
    QVERIFY(box.low[a] <= first[a] - 2 && box.low[a] >= first[a] - 4);
    QVERIFY(box.high[a] >= last[a] + 2 && box.high[a] <= last[a] + 4);
  }
}

/// A ball in voxels of 0.5 x 1 x 3 mm must appear as a circle of its own radius in every plane.
void TestSlices::anisotropicSpheresAreRound() {
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

void TestSlices::contourOfADisc() {
  const std::vector<QPolygonF> lines = contours(disc({40, 30}, {18.3, 14.1}, 9), {40, 30}, 0);
  QCOMPARE(lines.size(), std::size_t{1});
  QVERIFY(lines[0].isClosed());
  QVERIFY(std::abs(area(lines[0]) + std::numbers::pi * 81) < 1.5);  // negative with y downward: the disc is on the left
  for (const QPointF p : lines[0]) QVERIFY(std::abs(std::hypot(p.x() - 18.3, p.y() - 14.1) - 9) < 0.05);
}

void TestSlices::contourOfARing() {
  std::vector<float> field = disc({40, 40}, {20, 20}, 15);
  const std::vector<float> hole = disc({40, 40}, {20, 20}, 6);
  for (std::size_t i = 0; i < field.size(); ++i) field[i] = std::min(field[i], -hole[i]);
  const std::vector<QPolygonF> lines = contours(field, {40, 40}, 0);
  QCOMPARE(lines.size(), std::size_t{2});
  QVERIFY(area(lines[0]) * area(lines[1]) < 0);  // the hole runs the other way
}

void TestSlices::contourLeavesTheRaster() {
  const std::vector<QPolygonF> lines = contours(disc({20, 20}, {0, 10}, 6), {20, 20}, 0);
  QCOMPARE(lines.size(), std::size_t{1});
  QVERIFY(!lines[0].isClosed());
  QCOMPARE(lines[0].first().x(), 0.0);
  QCOMPARE(lines[0].last().x(), 0.0);
  QVERIFY(contours(std::vector<float>(400, 1), {20, 20}, 0).empty());
  QVERIFY(contours(std::vector<float>(20, 1), {20, 1}, 0).empty());
}

void TestSlices::diagonalCornersFollowTheMean() {
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

void TestSlices::contourIgnoresWhatIsNoNumber() {
  std::vector<float> field = disc({20, 20}, {10, 10}, 6);
  field[0] = std::numeric_limits<float>::quiet_NaN();
  QCOMPARE(contours(field, {20, 20}, 0).size(), std::size_t{1});
}

void TestSlices::windowsMapToGrey() {
  const WindowLevel script = windowOf(WindowPreset::Default);
  QCOMPARE(script.width, 1500.0);
  QCOMPARE(script.level, 300.0);
  QCOMPARE(int{greyOf(-450, script)}, 0);
  QCOMPARE(int{greyOf(300, script)}, 127);
  QCOMPARE(int{greyOf(1050, script)}, 255);
  QCOMPARE(int{greyOf(-3000, script)}, 0);
  QCOMPARE(int{greyOf(3000, script)}, 255);
  QCOMPARE(int{greyOf(std::numeric_limits<float>::quiet_NaN(), script)}, 0);
  QImage picture(4, 1, QImage::Format_RGB32);
  paintGrey(std::vector<float>{-450, 300, 1050, std::numeric_limits<float>::quiet_NaN()}, script, picture);
  QCOMPARE(picture.pixel(0, 0), qRgb(0, 0, 0));
  QCOMPARE(picture.pixel(1, 0), qRgb(127, 127, 127));
  QCOMPARE(picture.pixel(2, 0), qRgb(255, 255, 255));
  QCOMPARE(picture.pixel(3, 0), qRgb(0, 0, 0));
}

void TestSlices::windowsFollowTheDrag() {
  const WindowLevel start{400, 40};
  QCOMPARE(dragged(start, 100, 0).width, 500.0);
  QCOMPARE(dragged(start, 0, -100).level, 140.0);
  QCOMPARE(dragged(start, -5000, 0).width, 1.0);
  QVERIFY(dragged({4000, 0}, 10, 0).width - 4000 > dragged({400, 0}, 10, 0).width - 400);
}

void TestSlices::rulersMeasureSpace() {
  Measurement m{MeasurementKind::Ruler, Plane::Axial, {{0, 0, 7}, {3, 4, 7}}};
  QCOMPARE(valueOf(m).value(), 5.0);
  QCOMPARE(valueText(m), "5.0 mm");
  m.points.pop_back();
  QVERIFY(!valueOf(m));
  QVERIFY(valueText(m).isEmpty());
}

void TestSlices::anglesMeasureSpace() {
  Measurement m{MeasurementKind::Angle, Plane::Coronal, {{10, 0, 0}, {0, 0, 0}, {0, 0, 3}}};
  QCOMPARE(valueText(m), QString("90.0°"));
  const double ccd = 127 * std::numbers::pi / 180;
  m.points[2] = {std::cos(ccd), 0, std::sin(ccd)};
  QVERIFY(std::abs(valueOf(m).value() - 127) < 1e-9);
  m.points[2] = m.points[1];
  QVERIFY(!valueOf(m));
}

void TestSlices::measurementsBelongToASlice() {
  const std::vector<Measurement> list = {{MeasurementKind::Ruler, Plane::Axial, {{0, 0, 10}, {30, 0, 10}}}};
  SliceFrame frame{Plane::Axial, {0, 0, 10.9}, 1, {100, 100}};
  QVERIFY(isOn(list[0], frame, 2));
  QCOMPARE(pointNear(list, frame, 2, {79, 52}, 5).value().point, std::size_t{1});
  QVERIFY(!pointNear(list, frame, 2, {79, 58}, 5));
  frame.centre[2] = 11.1;
  QVERIFY(!isOn(list[0], frame, 2));
  QVERIFY(!pointNear(list, frame, 2, {79, 52}, 5));
  frame = {Plane::Coronal, {0, 0, 10}, 1, {100, 100}};
  QVERIFY(!isOn(list[0], frame, 2));
}

void TestSlices::scaleBarsAreRound() {
  QCOMPARE(scaleBarLength(0.5, 100), 50.0);
  QCOMPARE(scaleBarLength(0.49, 100), 20.0);
  QCOMPARE(scaleBarLength(1, 19), 10.0);
  QCOMPARE(scaleBarLength(0.01, 100), 1.0);
  QCOMPARE(scaleBarLength(0.004, 100), 0.2);
}

void TestSlices::rulersAreDrawn() {
  MeasureGesture clicks;
  QVERIFY(!clicks.press(MeasurementKind::Ruler, Plane::Axial, {0, 0, 0}));
  QVERIFY(!clicks.release({0, 0, 0}, 1));  // a click, not a drag
  clicks.move({1, 0, 0});
  QCOMPARE(valueOf(*clicks.drawn()).value(), 1.0);  // shown while it is drawn
  QCOMPARE(valueOf(clicks.press(MeasurementKind::Ruler, Plane::Axial, {6, 8, 0}).value()).value(), 10.0);
  QVERIFY(!clicks.isActive());
  MeasureGesture drag;
  QVERIFY(!drag.press(MeasurementKind::Ruler, Plane::Axial, {0, 0, 0}));
  QCOMPARE(valueOf(drag.release({0, 2, 0}, 40).value()).value(), 2.0);
}

void TestSlices::anglesAreDrawn() {
  MeasureGesture gesture;
  QVERIFY(!gesture.press(MeasurementKind::Angle, Plane::Coronal, {5, 0, 0}));
  QVERIFY(!gesture.release({0, 0, 0}, 50));
  gesture.move({1, 0, 1});
  QVERIFY(std::abs(valueOf(*gesture.drawn()).value() - 45) < 1e-9);
  QVERIFY(std::abs(valueOf(gesture.press(MeasurementKind::Angle, Plane::Coronal, {0, 0, 9}).value()).value() - 90) <
          1e-9);
  QVERIFY(!gesture.press(MeasurementKind::Angle, Plane::Coronal, {5, 0, 0}));
  gesture.cancel();
  QVERIFY(!gesture.isActive());
}

void TestSlices::camerasKeepTheAnchor() {
  SliceCamera camera(Plane::Sagittal);
  camera.fit({{-100, -50, -200}, {100, 50, 200}});
  const QSize size(300, 400);
  const SliceFrame before = camera.frame(size, {7, 0, 0});
  const QPointF anchor(40, 333);
  const Vec3 there = before.toPatient(anchor);
  camera.zoom(3, anchor, before);
  const SliceFrame after = camera.frame(size, {7, 0, 0});
  QCOMPARE(after.mmPerPixel, before.mmPerPixel / 3);
  QVERIFY(length(after.toPatient(anchor) - there) < 1e-9);
  camera.pan({10, -4}, after);
  const SliceFrame panned = camera.frame(size, {7, 0, 0});
  QVERIFY(length(panned.toPatient(anchor + QPointF(10, -4)) - there) < 1e-9);
  QCOMPARE(panned.centre[0], 7.0);  // depth is the crosshair's
}

void TestSlices::camerasFitAndReveal() {
  SliceCamera camera(Plane::Axial);
  camera.fit({{-100, -50, 0}, {100, 50, 10}});
  QCOMPARE(camera.frame({400, 400}, {0, 0, 3}).mmPerPixel, 0.5);
  QCOMPARE(camera.frame({100, 400}, {0, 0, 3}).mmPerPixel, 2.0);  // stays fitted when the view changes its size
  QVERIFY(!camera.reveal({99, 0, 3}, camera.frame({400, 400}, {0, 0, 3})));
  camera.zoom(4, {200, 200}, camera.frame({400, 400}, {0, 0, 3}));
  const SliceFrame near = camera.frame({400, 400}, {0, 0, 3});
  QVERIFY(camera.reveal({99, 0, 3}, near));
  QCOMPARE(camera.frame({400, 400}, {0, 0, 3}).toPixel({99, 0, 3}), QPointF(200, 200));
  camera.reset();
  QCOMPARE(camera.frame({400, 400}, {0, 0, 3}).mmPerPixel, 0.5);
}

/// A case that is bright only in its right upper front: every plane must show it where a radiologist expects it.
void TestSlices::picturesShowTheRightSide() {
  SliceScene scene;
  scene.setCase(std::make_shared<const Volume>(
      sampled(obliqueGrid(), [](const Vec3& p) { return p[0] < -2 && p[1] < -2 && p[2] > 3 ? 2000.0 : -1000.0; })));
  const auto bright = [&](Plane plane, const Vec3& through, QPoint pixel) {
    SlicePicture picture;
    picture.update({plane, through, 0.1, {120, 120}}, 1, scene);
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

void TestSlices::picturesTintTheImplant() {
  SliceScene scene;
  scene.setCase(std::make_shared<const Volume>(sampled(cubeGrid(40, 1), [](const Vec3&) { return -2000.0; })));
  scene.setImplant(
      std::make_shared<const Volume>(sampled(cubeGrid(24, 1.3), [](const Vec3& p) { return 8 - length(p); })));
  SlicePicture picture;
  const SliceFrame frame{Plane::Coronal, {0, 0, 0}, 0.2, {200, 200}};
  picture.update(frame, 1, scene);
  const QRgb tinted = picture.image().pixel(100, 100);
  QVERIFY(std::abs(qRed(tinted) - 0.42 * qRed(picture::kImplant)) < 2);
  QVERIFY(std::abs(qBlue(tinted) - 0.42 * qBlue(picture::kImplant)) < 2);
  QCOMPARE(picture.image().pixel(100, 190), qRgb(0, 0, 0));
  QVERIFY(std::abs(picture.outline().boundingRect().width() - 80) < 1.5);
  scene.toggle(SliceLayer::Overlay);
  picture.update(frame, 1, scene);
  QCOMPARE(picture.image().pixel(100, 100), qRgb(0, 0, 0));
  scene.toggle(SliceLayer::Overlay);
  picture.update(frame, 2, scene);  // a sharper screen: more samples, the same place
  QCOMPARE(picture.image().width(), 400);
  QVERIFY(std::abs(picture.outline().boundingRect().width() - 80) < 1);
  picture.update({Plane::Coronal, {0, 15, 0}, 0.2, {200, 200}}, 1, scene);
  QVERIFY(picture.outline().isEmpty());
  scene.setImplant(nullptr);
  picture.update(frame, 1, scene);
  QVERIFY(picture.outline().isEmpty());
  QCOMPARE(picture.image().pixel(100, 100), qRgb(0, 0, 0));
}

void TestSlices::panesFillTheWindow_data() {
  QTest::addColumn<int>("layout");
  QTest::addColumn<int>("shown");
  QTest::newRow("planning") << static_cast<int>(ViewLayout::Planning) << 4;
  QTest::newRow("grid") << static_cast<int>(ViewLayout::Grid) << 4;
  QTest::newRow("slices") << static_cast<int>(ViewLayout::Slices) << 3;
  QTest::newRow("volume") << static_cast<int>(ViewLayout::Volume) << 1;
}

void TestSlices::panesFillTheWindow() {
  QFETCH(int, layout);
  QFETCH(int, shown);
  const auto kind = static_cast<ViewLayout>(layout);
  const QSize size(903, 611);
  int covered = 0;
  int count = 0;
  const auto rects = paneRects(kind, defaultShares(kind), size);
  for (std::size_t i = 0; i < rects.size(); ++i) {
    if (rects[i].isEmpty()) continue;
    ++count;
    covered += rects[i].width() * rects[i].height();
    QVERIFY(QRect(QPoint(0, 0), size).contains(rects[i]));
    for (std::size_t j = 0; j < i; ++j) QVERIFY(!rects[i].intersects(rects[j]));
  }
  QCOMPARE(count, shown);
  QVERIFY(covered > 0.99 * size.width() * size.height());
}

void TestSlices::bordersStopInTime() {
  const PaneShares shares = defaultShares(ViewLayout::Planning);
  QCOMPARE(pulled(ViewLayout::Planning, shares, 0, 0.0)[0], 0.15);
  QCOMPARE(pulled(ViewLayout::Planning, shares, 0, 0.9)[0], 0.6);   // keeps the middle view
  QCOMPARE(pulled(ViewLayout::Planning, shares, 1, 0.1)[1], 0.52);  // 0.37 + 0.15
  QCOMPARE(pulled(ViewLayout::Planning, shares, 2, 0.4)[2], 0.4);
}

}  // namespace hipwright

QTEST_MAIN(hipwright::TestSlices)
#include "test_slices.moc"
