// Holding and pulling the region of interest, without a widget.
#include "ui/slices/region_grip.h"

#include <QTest>

using namespace hipwright;

namespace {

const Box kRegion{{-60, -40, 100}, {40, 60, 260}};

/// A picture of 400 x 400 pixels, half a mm each, with the middle of the region in its middle.
SliceFrame frameOf(Plane plane) { return {plane, kRegion.centre(), 0.5, {400, 400}}; }

RegionGrip gripOf(int x, int y, int z) { return {{x, y, z}, false}; }

}  // namespace

class TestRegionGrip : public QObject {
  Q_OBJECT

 private slots:
  void edgesAreThePatientsFaces_data() {
    QTest::addColumn<int>("plane");
    QTest::addColumn<QPointF>("at");
    QTest::addColumn<QList<int>>("face");
    // A coronal picture shows the patient's right at its left and the head at its top.
    QTest::newRow("coronal, left edge") << int(Plane::Coronal) << QPointF(101, 200) << QList<int>{-1, 0, 0};
    QTest::newRow("coronal, right edge") << int(Plane::Coronal) << QPointF(299, 230) << QList<int>{1, 0, 0};
    QTest::newRow("coronal, top") << int(Plane::Coronal) << QPointF(200, 40) << QList<int>{0, 0, 1};
    QTest::newRow("coronal, lower left corner") << int(Plane::Coronal) << QPointF(103, 358) << QList<int>{-1, 0, -1};
    QTest::newRow("axial, top is the front") << int(Plane::Axial) << QPointF(180, 99) << QList<int>{0, -1, 0};
    QTest::newRow("sagittal, left edge is the front")
        << int(Plane::Sagittal) << QPointF(98, 190) << QList<int>{0, -1, 0};
  }
  void edgesAreThePatientsFaces() {
    QFETCH(const int, plane);
    QFETCH(const QPointF, at);
    QFETCH(const QList<int>, face);
    const auto grip = gripAt(frameOf(static_cast<Plane>(plane)), kRegion, at);
    QVERIFY(grip.has_value());
    QCOMPARE(*grip, gripOf(face[0], face[1], face[2]));
  }

  void theMiddleMovesAllOfIt() {
    const auto grip = gripAt(frameOf(Plane::Coronal), kRegion, {205, 195});
    QVERIFY(grip && grip->whole);
    const Box moved = pulled(kRegion, *grip, {7.26, 0, -3});
    QCOMPARE(moved.lower, (Vec3{-52.7, -40, 97}));
    QCOMPARE(moved.upper, (Vec3{47.3, 60, 257}));
    QCOMPARE(cursorOf(*grip, Plane::Coronal), Qt::SizeAllCursor);
  }

  void elsewhereThereIsNothingToHold() {
    const SliceFrame frame = frameOf(Plane::Coronal);
    QVERIFY(!gripAt(frame, kRegion, {150, 150}));  // between the middle and the edges
    QVERIFY(!gripAt(frame, kRegion, {101, 380}));  // on the line of an edge, beyond its end
    SliceFrame behind = frame;
    behind.centre[1] = 61;
    QVERIFY(!gripAt(behind, kRegion, {101, 200}));  // the slice does not meet the box
    QVERIFY(!regionRect(behind, kRegion));
  }

  void aSmallBoxIsMovedByItsInside() {
    const Box small{{-5, -5, 170}, {5, 5, 180}};
    SliceFrame frame = frameOf(Plane::Coronal);
    frame.centre = {0, 0, 175};
    const auto grip = gripAt(frame, small, {200, 200});
    QVERIFY(grip && grip->whole);
  }

  void facesKeepTheirDistance() {
    const Box least = pulled(kRegion, gripOf(-1, 0, 1), {500, 0, -500});
    QCOMPARE(least.lower[0], kRegion.upper[0] - kLeastRegionMm);
    QCOMPARE(least.upper[2], kRegion.lower[2] + kLeastRegionMm);
    QCOMPARE(least.lower[1], kRegion.lower[1]);
    QCOMPARE(least.upper[0], kRegion.upper[0]);
  }

  void cursorsPointWhereTheEdgeGoes() {
    QCOMPARE(cursorOf(gripOf(1, 0, 0), Plane::Coronal), Qt::SizeHorCursor);
    QCOMPARE(cursorOf(gripOf(0, 0, 1), Plane::Coronal), Qt::SizeVerCursor);
    QCOMPARE(cursorOf(gripOf(-1, 0, 1), Plane::Coronal), Qt::SizeFDiagCursor);  // upper left
    QCOMPARE(cursorOf(gripOf(1, 0, 1), Plane::Coronal), Qt::SizeBDiagCursor);   // upper right
    QCOMPARE(cursorOf(gripOf(1, 1, 0), Plane::Axial), Qt::SizeFDiagCursor);     // lower right
  }
};

QTEST_APPLESS_MAIN(TestRegionGrip)
#include "test_region_grip.moc"
