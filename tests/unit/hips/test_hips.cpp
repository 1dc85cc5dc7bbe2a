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

/// The part of a CT along the patient's axes from this height on.
Volume withoutBelow(const Volume& ct, double z) {
  Geometry g = ct.geometry;
  const auto cut = static_cast<std::int64_t>((z - g.origin[2]) / g.spacing[2]);
  g.size[2] -= cut;
  g.origin[2] += static_cast<double>(cut) * g.spacing[2];
  return {g,
          {ct.voxels.begin() + static_cast<std::ptrdiff_t>(ct.geometry.size[0] * ct.geometry.size[1] * cut),
           ct.voxels.end()}};
}

struct Ball {
  double radiusMm = 0;
  float hu = 0;
};

void putBall(Volume& ct, const Vec3& centre, const Ball& ball) {
  std::size_t i = 0;
  for (std::int64_t z = 0; z < ct.geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < ct.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < ct.geometry.size[0]; ++x, ++i) {
        const Vec3 index{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        if (length(ct.geometry.indexToPatient(index) - centre) < ball.radiusMm) ct.voxels[i] = ball.hu;
      }
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

  /// What is left of two hips above the joints is alike to both, but no joint.
  void hipsCutAboveTheirJointsAreNotFound() {
    const Volume whole = wholePelvis(drawParameters(3), 3, {});
    for (const double from : {3.0, 6.0, 12.0, 18.0}) {
      const FoundHips none = findHips(withoutBelow(whole, from), {});
      QVERIFY2(!none.left && !none.right, qPrintable(QString::number(from)));
    }
    const FoundHips half = findHips(withoutBelow(whole, -12), {});  // the necks are cut off
    QVERIFY(half.left && half.right);
    QVERIFY(!isCertain(*half.left) && !isCertain(*half.right));
    QVERIFY(half.left->joint.seen < 0.72 && half.left->joint.head > 0.95);
    const FoundHips all = findHips(whole, {});
    for (const HipSide side : {HipSide::Left, HipSide::Right})
      QVERIFY(isCertain(*all.on(side)) && isSideCertain(*all.on(side)));
  }

  /// Much beside the joint looks unlike the mean hip, as most does in a real CT.
  void oneHipThatIsLittleAlikeIsFoundByItsJoint() {
    for (const Side side : {Side::Left, Side::Right}) {
      PhantomParameters p = drawParameters(3);
      p.side = side;
      Volume ct = cropped(p, 3, "LPS");
      const double lateral = side == Side::Left ? 1 : -1;
      putBall(ct, p.translation + Vec3{0, -42.75, -20}, {31, 500});  // as contrast in vessels and bladder
      putBall(ct, p.translation + Vec3{48 * lateral, 25, 0}, {24.8F, 500});
      putBall(ct, p.translation + Vec3{25 * lateral, 25, 30}, {14, 500});
      const FoundHips hips = findHips(ct, {});
      const FoundHip* found = hips.on(sideOf(p));
      QVERIFY(found != nullptr && hips.on(otherSide(sideOf(p))) == nullptr);
      QVERIFY2(found->likeness < 0.55, qPrintable(QString::number(found->likeness)));
      QVERIFY(length(found->centre - p.translation) < 6 && isCertain(*found) && isSideCertain(*found));
    }
  }

  /// A hollow where the head should be leaves most of the likeness.
  void aPlaceWithoutAHeadOrASocketIsNoJoint() {
    const Vec3 joint{-kHalfPelvis, 0, 0};
    Volume ct = wholePelvis(drawParameters(3), 3, {});
    const JointEvidence whole = jointEvidence(coarseCt(ct, {}), joint, HipSide::Right);
    QVERIFY(isClear(whole) && whole.head > 0.95 && whole.socket > 0.95 && whole.seen > 0.95);
    const JointEvidence shaft = jointEvidence(coarseCt(ct, {}), joint + Vec3{-30, 0, -80}, HipSide::Right);
    QVERIFY2(!isCredible(shaft) && shaft.socket < 0.6, qPrintable(QString::number(shaft.socket)));
    putBall(ct, joint, {16, 40});
    const JointEvidence hollow = jointEvidence(coarseCt(ct, {}), joint, HipSide::Right);
    QVERIFY2(!isCredible(hollow) && hollow.head < 0.5, qPrintable(QString::number(hollow.head)));
    QCOMPARE(jointEvidence(coarseCt(ct, {}), {1000, 0, 0}, HipSide::Right).seen, 0.0);
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
