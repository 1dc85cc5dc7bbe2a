// Hips are found where they are, on the side they are on: alone, turned, noisy, and two in a pelvis.
#include "engine/hips/hip_finder.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "tests/support/grids.h"
#include "tests/support/whole_pelvis.h"

#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;

namespace {

HipSide sideOf(const PhantomParameters& p) { return p.side == Side::Left ? HipSide::Left : HipSide::Right; }

/// The distance of the found joint from the true one; large if none or the other side was found.
double miss(const Volume& ct, HipSide side, const Vec3& joint) {
  const FoundHips hips = findHips(ct, {});
  if (hips.on(otherSide(side)) != nullptr || hips.on(side) == nullptr) return 1e9;
  return length(hips.on(side)->centre - joint);
}

Volume cropped(const PhantomParameters& p, double spacing, std::string_view letters) {
  GridRequest request;
  request.spacing = {spacing, spacing, spacing};
  request.orientation = letters;
  return makePhantom(p, phantomGrid(p.side, request), {}, PhantomDetail::Bones).ct;
}

}  // namespace

class TestHips : public QObject {
  Q_OBJECT

 private slots:
  void everyDrawnHipIsFound() {
    double worst = 0;
    for (std::uint64_t seed = 100; seed < 106; ++seed) {
      const PhantomParameters p = drawParameters(seed);
      const double off = miss(cropped(p, 2, seed % 2 == 0 ? "LPS" : "RAS"), sideOf(p), p.translation);
      worst = std::max(worst, off);
      QVERIFY2(off < 6, qPrintable(QString("seed %1: %2 mm").arg(seed).arg(off)));
    }
    qInfo("farthest of six: %.1f mm", worst);
  }

  void turnedShiftedAndNoisyHipsAreFound_data() {
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("shift");
    QTest::addColumn<double>("noise");
    QTest::newRow("turned by 10 degrees") << 10.0 << 0.0 << 14.0;
    QTest::newRow("turned the other way") << -10.0 << 0.0 << 14.0;
    QTest::newRow("far from the origin") << 0.0 << 700.0 << 14.0;
    QTest::newRow("noisy") << 0.0 << 0.0 << 40.0;
  }

  void turnedShiftedAndNoisyHipsAreFound() {
    QFETCH(double, degrees);
    QFETCH(double, shift);
    QFETCH(double, noise);
    for (const Side side : {Side::Left, Side::Right}) {
      PhantomParameters p = drawParameters(7);
      p.side = side;
      p.noise = noise;
      Volume ct = cropped(p, 2, "LPS");
      // The CT turned with its grid: the patient lies obliquely.
      const Geometry upright = ct.geometry;
      ct.geometry = rotated(upright, {degrees, degrees / 2, degrees});
      const Vec3 joint = ct.geometry.indexToPatient(upright.patientToIndex(p.translation)) + Vec3{shift, -shift, shift};
      ct.geometry.origin = ct.geometry.origin + Vec3{shift, -shift, shift};
      const double off = miss(ct, sideOf(p), joint);
      QVERIFY2(off < 7, qPrintable(QString::number(off)));
    }
  }

  void aFineObliqueCtIsAsGood() {
    PhantomParameters p = drawParameters(7);
    p.side = Side::Right;
    Volume ct = cropped(p, 1, "LPS");
    const Geometry upright = ct.geometry;
    ct.geometry = rotated(upright, {8, 3, -7});
    const Vec3 joint = ct.geometry.indexToPatient(upright.patientToIndex(p.translation));
    const double off = miss(ct, HipSide::Right, joint);
    QVERIFY2(off < 6, qPrintable(QString::number(off)));
  }

  void bothHipsOfAPelvisAreFound() {
    const Vec3 middle{12, -140, 900};
    const FoundHips hips = findHips(wholePelvis(drawParameters(3), 3, middle), {});
    QVERIFY(hips.left && hips.right);
    QVERIFY(length(hips.left->centre - (middle + Vec3{kHalfPelvis, 0, 0})) < 6);
    QVERIFY(length(hips.right->centre - (middle + Vec3{-kHalfPelvis, 0, 0})) < 6);
    QCOMPARE(hips.left->metalCm3, 0.0);
  }

  void aHipOfMetalDoesNotHideTheOther() {
    const Vec3 middle{0, 0, 0};
    Volume ct = wholePelvis(drawParameters(5), 3, middle);
    const Vec3 joint{kHalfPelvis, 0, 0};
    putMetal(ct, joint, 26);
    const FoundHips hips = findHips(ct, {});
    QVERIFY(hips.right && length(hips.right->centre + joint) < 6);
    QVERIFY(hips.left && hips.left->metalCm3 > 60 && hips.right->metalCm3 == 0);
    QVERIFY2(length(hips.left->centre - joint) < 12, qPrintable(QString::number(length(hips.left->centre - joint))));
  }

  void nothingIsFoundWhereNoHipIs() {
    Volume empty{{{50, 50, 50}, {2, 2, 2}, {}, kIdentity3}, std::vector<float>(125000, 40)};
    QVERIFY(!findHips(empty, {}).left && !findHips(empty, {}).right);
    putMetal(empty, {50, 50, 50}, 24);
    QVERIFY(!findHips(empty, {}).left && !findHips(empty, {}).right);
    const Volume tiny{{{1, 1, 1}, {2, 2, 2}, {}, kIdentity3}, {0}};
    QVERIFY(!findHips(tiny, {}).left);
  }
};

QTEST_APPLESS_MAIN(TestHips)
#include "test_hips.moc"
