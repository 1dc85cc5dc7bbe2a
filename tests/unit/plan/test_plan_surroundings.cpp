// What a plan says of a CT's borders and of its metal: where it lies, on which side, and what is missing.
#include "engine/prepare/resample.h"
#include "tests/unit/plan/plan_scene.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace hipwright;
using namespace hipwright::test;

namespace {

Volume phantom(int seed, double spacing = 2) {
  PhantomParameters p = drawParameters(seed);
  p.side = Side::Right;
  GridRequest request;
  request.spacing = {spacing, spacing, spacing};
  return makePhantom(p, phantomGrid(p.side, request), {}, PhantomDetail::Bones).ct;
}

/// The voxels from `first` on along each axis.
Volume cutOut(const Volume& ct, const Index3& first, const Index3& size) {
  Volume out{ct.geometry, {}};
  out.geometry.size = size;
  out.geometry.origin = ct.geometry.indexToPatient(
      {static_cast<double>(first[0]), static_cast<double>(first[1]), static_cast<double>(first[2])});
  for (std::int64_t z = 0; z < size[2]; ++z)
    for (std::int64_t y = 0; y < size[1]; ++y)
      for (std::int64_t x = 0; x < size[0]; ++x) out.voxels.push_back(ct.at(first[0] + x, first[1] + y, first[2] + z));
  return out;
}

Mat3 turnedAboutY(double degrees) {
  const double a = degrees * std::numbers::pi / 180;
  return {Vec3{std::cos(a), 0, std::sin(a)}, Vec3{0, 1, 0}, Vec3{-std::sin(a), 0, std::cos(a)}};
}

/// The sentence of an item that speaks of this; empty if there is none.
std::string sentenceWith(const PreflightItem& item, const char* words) {
  for (const Sentence& sentence : item.found)
    if (sentence.text().find(words) != std::string::npos) return sentence.text();
  return {};
}

bool isNear(const PreflightItem& item, const std::string& prefix, const Vec3& place) {
  for (std::size_t a = 0; a < 3; ++a) {
    const auto found = item.values.find(prefix + std::string(1, "xyz"[a]) + "_mm");
    if (found == item.values.end() || std::abs(found->second - place[a]) > 3) return false;
  }
  return true;
}

}  // namespace

class TestPlanSurroundings : public QObject {
  Q_OBJECT

 private slots:
  /// One centre over all of it would lie between the hips, where there is none.
  void metalOfBothHipsIsToldApart() {
    Volume ct = wholePelvis(drawParameters(3), 2, {});
    const FoundHips hips = findHips(ct, {});
    QVERIFY(hips.left && hips.right);
    const Vec3 right = hips.right->centre + Vec3{0, 0, -10};
    putMetal(ct, right, 5);
    putMetal(ct, hips.left->centre, 13);
    PlanWish wish;
    wish.hips = hips;
    wish.side = SideChoice::Right;
    const PreflightItem item = itemOf(planned(ct, wish), PreflightCode::Metal);
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QCOMPARE(item.found.size(), std::size_t(2));
    QVERIFY(isNear(item, "right_", right) && isNear(item, "elsewhere_left_", hips.left->centre));
    QVERIFY(std::abs(item.values.at("right_cm3") - 0.52) < 0.15);
    QVERIFY(std::abs(item.values.at("elsewhere_left_cm3") - 9.2) < 0.7);
    QCOMPARE(item.values.at("cm3"), item.values.at("right_cm3"));
    QVERIFY(item.found[0].text().find("in the region") != std::string::npos);
    QVERIFY(item.found[0].text().find("on the right") != std::string::npos);
    QVERIFY(item.found[1].text().find("on the left, outside the region") != std::string::npos);
  }

  void metalElsewhereOnBothSidesIsToldApart() {
    Volume ct = wholePelvis(drawParameters(3), 2, {});
    const FoundHips hips = findHips(ct, {});
    const Vec3 right{hips.right->centre[0] - 42, 0, 50};  // beside the region of the right hip
    putMetal(ct, right, 6);
    putMetal(ct, hips.left->centre, 8);
    PlanWish wish;
    wish.hips = hips;
    wish.region = {RegionChoice::Box, {hips.right->centre - Vec3{34, 34, 109}, hips.right->centre + Vec3{34, 46, 35}}};
    const PreflightItem item = itemOf(planned(ct, wish), PreflightCode::Metal);
    QCOMPARE(item.level, PreflightLevel::Fine);
    QCOMPARE(item.values.at("cm3"), 0.0);
    QVERIFY(isNear(item, "elsewhere_right_", right) && isNear(item, "elsewhere_left_", hips.left->centre));
    QVERIFY(item.values.at("elsewhere_left_cm3") > item.values.at("elsewhere_right_cm3"));
    QVERIFY(!sentenceWith(item, "on the right, outside").empty() &&
            !sentenceWith(item, "on the left, outside").empty());
  }

  /// Nobody can tell the sides of one hip alone.
  void metalOfOneHipNamesNoSide() {
    Volume ct = phantom(3);
    putMetal(ct, {0, 0, 0}, 6);
    const PreflightItem item = itemOf(planned(ct), PreflightCode::Metal);
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QCOMPARE(item.found.size(), std::size_t(1));
    QVERIFY(isNear(item, "", {0, 0, 0}));
    QVERIFY(item.found[0].text().ends_with("mm."));
  }

  void trainingCasesEndWhereTheyEnd() {
    for (int seed = 1; seed <= 12; ++seed) {
      const PreflightItem item = itemOf(planned(phantom(seed)), PreflightCode::BoneCut);
      QVERIFY2(item.level == PreflightLevel::Fine,
               qPrintable(QString("seed %1: %2").arg(seed).arg(QString::fromStdString(plainText(item.found)))));
      QVERIFY(!sentenceWith(item, "training cases ended too").empty());
    }
  }

  void aCtUsedWholeIsHeldAgainstTrainingCases_data() {
    QTest::addColumn<QList<int>>("first");
    QTest::addColumn<QList<int>>("size");
    QTest::addColumn<QString>("border");
    QTest::newRow("the shaft ends 84 mm early") << QList{0, 0, 42} << QList{48, 40, 30} << "lower_cm2";
    QTest::newRow("the pelvis is cut at the joint") << QList{0, 0, 0} << QList{48, 40, 56} << "upper_cm2";
    QTest::newRow("the front is cut away") << QList{0, 10, 0} << QList{48, 30, 72} << "front_cm2";
  }

  void aCtUsedWholeIsHeldAgainstTrainingCases() {
    QFETCH(QList<int>, first);
    QFETCH(QList<int>, size);
    QFETCH(QString, border);
    const Volume whole = phantom(5);
    PlanWish wish;
    wish.hips = planned(whole).hips;
    QVERIFY(wish.hips->right);
    const CasePlan plan = planned(cutOut(whole, {first[0], first[1], first[2]}, {size[0], size[1], size[2]}), wish);
    QVERIFY(!plan.region);
    const PreflightItem item = itemOf(plan, PreflightCode::BoneCut);
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QVERIFY2(item.values.contains(border.toStdString()), plainText(item.found).c_str());
    QCOMPARE(item.values.size(), std::size_t(1));  // the other borders are those of training
  }

  void whatWasNotLookedAtIsNotClaimed() {
    const Volume ct = cutOut(phantom(5), {0, 0, 42}, {48, 40, 30});
    ModelProfile silent = rightHips();
    silent.input.fieldOfView.reset();
    const PreflightItem unstated = itemOf(planCase(ct, silent, {}, {}), PreflightCode::BoneCut);
    QCOMPARE(unstated.level, PreflightLevel::Fine);
    QVERIFY(!sentenceWith(unstated, "not judged: the model does not state").empty());
    PlanWish nobody;
    nobody.hips = FoundHips{};
    const PreflightItem unfound = itemOf(planned(ct, nobody), PreflightCode::BoneCut);
    QCOMPARE(unfound.level, PreflightLevel::Doubtful);
    QVERIFY(!sentenceWith(unfound, "not judged: no joint").empty());
  }

  /// The corners of a turned CT's hull hold nothing.
  void whatLiesOutsideATurnedCtIsEmpty() {
    Geometry turned = phantom(5).geometry;
    const Vec3 middle = boundingBox(turned).centre();
    turned.direction = turnedAboutY(20);
    turned.origin = {};
    turned.origin = middle - turned.indexToPatient({23.5, 19.5, 35.5});
    const Volume ct{turned, std::vector<float>(phantom(5).voxels)};
    PlanWish wish;
    wish.hips = FoundHips{};
    wish.region = {RegionChoice::Box, boundingBox(turned)};
    const CasePlan plan = planned(ct, wish);
    const double c = std::cos(20 * std::numbers::pi / 180), s = std::sin(20 * std::numbers::pi / 180);
    const double hull = (96 * c + 144 * s) * (144 * c + 96 * s);
    const PreflightItem item = itemOf(plan, PreflightCode::FieldOfView);
    const double empty = item.values.at("empty_share");
    QVERIFY2(std::abs(empty - (1 - 96 * 144 / hull)) < 0.02, qPrintable(QString::number(empty)));
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QVERIFY(itemOf(plan, PreflightCode::BoneCut).values.contains("lower_cm2"));  // at the real border, not the hull's
    wish.region.box = {middle - Vec3{20, 20, 30}, middle + Vec3{20, 20, 30}};
    QCOMPARE(itemOf(planned(ct, wish), PreflightCode::FieldOfView).values.at("empty_share"), 0.0);
  }

  /// The wedges beside straightened slices are filler.
  void whatATiltLeavesEmptyIsOutside() {
    const Volume ct = phantom(5);
    PlanWish wish;
    wish.hips = FoundHips{};
    wish.region = {RegionChoice::Box, boundingBox(ct.geometry)};
    QCOMPARE(itemOf(planned(ct, wish), PreflightCode::FieldOfView).values.at("empty_share"), 0.0);
    wish.tilt = SliceTilt{{0, 0}, {0, 20.0 / 71}, {48, 20}};  // of 40 rows, 20 were measured in each plane
    const double empty = itemOf(planned(ct, wish), PreflightCode::FieldOfView).values.at("empty_share");
    QVERIFY2(std::abs(empty - 0.5) < 0.02, qPrintable(QString::number(empty)));
  }
};

QTEST_APPLESS_MAIN(TestPlanSurroundings)
#include "test_plan_surroundings.moc"
