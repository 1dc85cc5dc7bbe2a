// The arithmetic behind the slice views: planes, windows, measuring, cameras, layouts.
#include "ui/slices/measure_gesture.h"
#include "ui/slices/measurement.h"
#include "ui/slices/pane_layout.h"
#include "ui/slices/plane.h"
#include "ui/slices/slice_camera.h"
#include "ui/slices/window_level.h"

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

Geometry cubeGrid(std::int64_t n, double spacing) {
  const double half = 0.5 * spacing * static_cast<double>(n - 1);
  return {{n, n, n}, {spacing, spacing, spacing}, {-half, -half, -half}, kIdentity3};
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
  const Box box = boundingBox(cubeGrid(10, 2));
  QCOMPARE(box.lower, (Vec3{-10, -10, -10}));
  QCOMPARE(box.upper, (Vec3{10, 10, 10}));
  QCOMPARE(fittingScale(box, Plane::Axial, {40, 80}), 0.5);
  Geometry g = obliqueGrid();
  QCOMPARE(sliceStep(g, Plane::Axial), 2.5);
  QCOMPARE(sliceStep(g, Plane::Coronal), 0.8);
  QCOMPARE(sliceStep(g, Plane::Sagittal), 1.5);
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
