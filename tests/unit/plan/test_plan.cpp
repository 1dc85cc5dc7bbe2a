// Plans: what is done with a case under a model, and what the preflight says about it.
#include "engine/prepare/resample.h"
#include "tests/unit/plan/plan_scene.h"

#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;

namespace {

Volume hipOf(Side side, std::string_view letters, double spacing) {
  PhantomParameters p = drawParameters(11);
  p.side = side;
  GridRequest request;
  request.spacing = {spacing, spacing, spacing};
  request.orientation = letters;
  return makePhantom(p, phantomGrid(side, request), {}, PhantomDetail::Bones).ct;
}

/// Values as of a body, where nothing is a hip.
std::vector<float> tissue(std::size_t count) {
  std::vector<float> hu(count, 40);
  for (std::size_t i = 0; i < count; i += 3) hu[i] = i % 2 == 0 ? -100.0F : 300.0F;
  return hu;
}

}  // namespace

class TestPlan : public QObject {
  Q_OBJECT

 private slots:
  void aCaseAsInTrainingIsLeftAlone() {
    const Volume ct = hipOf(Side::Right, "LPS", 2);
    const CasePlan plan = planned(ct);
    QCOMPARE(plan.grid.fit, GridFit::Own);
    QVERIFY(!plan.region && !plan.mirrored);
    QVERIFY(plan.side == HipSide::Right && plan.sideSource == SideSource::Found);
    for (const PreflightItem& item : plan.items)
      QVERIFY2(item.level == PreflightLevel::Fine, (codeName(item.code) + ": " + plainText(item.found)).c_str());
    QCOMPARE(plan.items.size(), 8U);
  }

  void aLeftHipIsMirrored() {
    const Volume ct = hipOf(Side::Left, "LPS", 2);
    const CasePlan plan = planned(ct);
    QVERIFY(plan.mirrored && plan.side == HipSide::Left);
    QCOMPARE(plan.grid.fit, GridFit::Moved);
    QVERIFY(determinant(plan.grid.geometry.direction) < 0);
    QCOMPARE(itemOf(plan, PreflightCode::Side).level, PreflightLevel::Adapted);
  }

  void aSideAgainstWhatIsSeenIsDoubtful() {
    for (const Side side : {Side::Left, Side::Right}) {
      const Volume ct = hipOf(side, "LPS", 2);
      const char* looks = side == Side::Left ? "looks like a left hip" : "looks like a right hip";
      for (const SideChoice asked : {SideChoice::Left, SideChoice::Right}) {
        PlanWish wish;
        wish.side = asked;
        const CasePlan plan = planned(ct, wish);
        const PreflightItem item = itemOf(plan, PreflightCode::Side);
        const bool wrong = (asked == SideChoice::Left) != (side == Side::Left);
        QVERIFY(plan.sideSource == SideSource::Asked && plan.mirrored == (asked == SideChoice::Left));
        QCOMPARE(item.level == PreflightLevel::Doubtful, wrong);
        QCOMPARE(plainText(item.found).find(looks) != std::string::npos, wrong);
        wish.hips = plan.hips;  // as of somebody who looked already
        QCOMPARE(itemOf(planned(ct, wish), PreflightCode::Side).level, item.level);
      }
    }
  }

  void theSideIsLookedForOnTheOwnGridToo() {
    PlanWish asIs;
    asIs.grid = GridChoice::AsIs;
    const Volume left = hipOf(Side::Left, "RAS", 3);
    const CasePlan alone = planned(left, asIs);
    QVERIFY(alone.side == HipSide::Left && alone.sideSource == SideSource::Found && alone.mirrored);
    QCOMPARE(alone.grid.fit, GridFit::Moved);
    QCOMPARE(alone.grid.geometry.size, left.geometry.size);
    const Volume pelvis = wholePelvis(drawParameters(3), 3, {});
    const CasePlan both = planned(pelvis, asIs);
    QVERIFY(both.side == HipSide::Right && both.sideSource == SideSource::Found && !both.region);
    QCOMPARE(both.grid.geometry, pelvis.geometry);
    QCOMPARE(itemOf(both, PreflightCode::Side).level, PreflightLevel::Doubtful);
    ModelProfile either = rightHips();
    either.input.side = ModelSide::Any;
    QCOMPARE(planCase(pelvis, either, asIs, {}).side, HipSide::Unknown);  // the networks see both
  }

  void aModelOfEitherSideGetsTheMirroredBoxOfALeftHip() {
    ModelProfile either = rightHips();
    either.input.side = ModelSide::Any;
    const Volume ct = wholePelvis(drawParameters(3), 2, {});
    PlanWish wish;
    wish.side = SideChoice::Left;
    const CasePlan plan = planCase(ct, either, wish, {});
    QVERIFY(plan.region && !plan.mirrored && determinant(plan.grid.geometry.direction) > 0);
    QVERIFY(length(plan.region->lower + Vec3{34, 34, 109} - plan.hips.left->centre) < 1e-9);
  }

  void aProfileThatNamesNoOrientationChangesNothing() {
    const Volume ct = hipOf(Side::Left, "RAS", 3);
    ModelProfile reference;
    reference.input.side = ModelSide::Right;
    const CasePlan plan = planCase(ct, reference, {}, {});
    QCOMPARE(plan.grid.fit, GridFit::Own);
    QCOMPARE(plan.grid.geometry, ct.geometry);
    QCOMPARE(plan.side, HipSide::Unknown);
    PlanWish asked;
    asked.side = SideChoice::Left;
    QVERIFY(planCase(ct, reference, asked, {}).mirrored);
    asked.side = SideChoice::Right;  // against what is seen
    QCOMPARE(itemOf(planCase(ct, reference, asked, {}), PreflightCode::Side).level, PreflightLevel::Doubtful);
  }

  void aRegionIsCutAroundEachHipOfAPelvis() {
    Volume ct = wholePelvis(drawParameters(3), 2, {});
    putMetal(ct, {kHalfPelvis, 0, -40}, 9);
    const CasePlan automatic = planned(ct);
    QCOMPARE(automatic.side, HipSide::Right);
    QVERIFY(automatic.region && !automatic.mirrored);
    QCOMPARE(automatic.grid.fit, GridFit::Moved);
    QCOMPARE(automatic.grid.geometry.size, (Index3{48, 40, 72}));
    const Vec3 joint = automatic.hips.right->centre;
    QVERIFY(length(automatic.region->lower + Vec3{62, 34, 109} - joint) < 1e-9);
    QCOMPARE(itemOf(automatic, PreflightCode::Metal).level, PreflightLevel::Fine);
    QVERIFY(itemOf(automatic, PreflightCode::Metal).found.front().text().find("left") != std::string::npos);

    PlanWish wish;
    wish.side = SideChoice::Left;
    const CasePlan left = planned(ct, wish);
    QVERIFY(left.mirrored && left.region);
    QVERIFY(length(left.region->lower + Vec3{34, 34, 109} - left.hips.left->centre) < 1e-9);
    QCOMPARE(itemOf(left, PreflightCode::Metal).level, PreflightLevel::Doubtful);
  }

  void aBoxAroundOneHipSaysItsSide() {
    const Volume ct = wholePelvis(drawParameters(3), 2, {});
    PlanWish wish;
    wish.side = SideChoice::Left;
    wish.region = {RegionChoice::Box, *planned(ct, wish).region};
    wish.side = SideChoice::Auto;
    const CasePlan plan = planned(ct, wish);
    QVERIFY(plan.side == HipSide::Left && plan.sideSource == SideSource::Found && plan.mirrored);
    wish.region.box = boundingBox(ct.geometry);
    QCOMPARE(planned(ct, wish).side, HipSide::Right);   // it holds both: the model's
    wish.region.box = {{-48, -40, -72}, {48, 40, 72}};  // between them
    const std::string words = plainText(itemOf(planned(ct, wish), PreflightCode::Side).found);
    QVERIFY2(words.find("does not tell which") != std::string::npos, words.c_str());
  }

  void aBoxBesideTheJointsHasTheSideOfItsHalf() {
    const Volume ct = wholePelvis(drawParameters(3), 2, {});
    const CasePlan whole = planned(ct);
    PlanWish wish;
    wish.region.choice = RegionChoice::Box;
    for (const FoundHip& hip : {*whole.hips.left, *whole.hips.right}) {
      const Vec3 thigh = hip.centre - Vec3{0, 0, 80};
      wish.region.box = {thigh - Vec3{40, 40, 40}, thigh + Vec3{40, 40, 40}};
      wish.side = SideChoice::Auto;
      const CasePlan plan = planned(ct, wish);
      QVERIFY(plan.side == hip.side && plan.sideSource == SideSource::Found);
      QCOMPARE(plan.mirrored, hip.side == HipSide::Left);
      wish.side = hip.side == HipSide::Left ? SideChoice::Right : SideChoice::Left;  // against what is seen
      QCOMPARE(itemOf(planned(ct, wish), PreflightCode::Side).level, PreflightLevel::Doubtful);
      wish.side = hip.side == HipSide::Left ? SideChoice::Left : SideChoice::Right;
      QVERIFY(itemOf(planned(ct, wish), PreflightCode::Side).level != PreflightLevel::Doubtful);
    }
  }

  void headersInAnotherUnitAreRefusedAtOnce_data() {
    QTest::addColumn<double>("spacing");
    QTest::newRow("metres for millimetres") << 0.001;
    QTest::newRow("ten times too large") << 30.0;
    QTest::newRow("micrometres for millimetres") << 900.0;
  }

  void headersInAnotherUnitAreRefusedAtOnce() {
    QFETCH(double, spacing);
    const Volume ct{{{60, 60, 60}, {spacing, spacing, spacing}, {}, kIdentity3}, tissue(216000)};
    const CasePlan plan = planned(ct);
    QCOMPARE(itemOf(plan, PreflightCode::Spacing).level, PreflightLevel::Refused);
    QVERIFY(!plan.hips.left && !plan.hips.right);
    QCOMPARE(plan.hipsSought, spacing < 1);
    if (!plan.hipsSought)
      QVERIFY(plainText(itemOf(plan, PreflightCode::Side).found).find("not looked for") != std::string::npos);
  }

  void aBodyWithoutAHipIsRefused() {
    const Volume body{{{110, 60, 90}, {3, 3, 3}, {}, kIdentity3}, tissue(594000)};
    QCOMPARE(itemOf(planned(body), PreflightCode::FieldOfView).level, PreflightLevel::Refused);
    PlanWish whole;
    whole.region.choice = RegionChoice::Whole;
    QCOMPARE(itemOf(planned(body, whole), PreflightCode::FieldOfView).level, PreflightLevel::Fine);
  }

  void boxesAreTakenAsGiven() {
    const Volume ct = hipOf(Side::Right, "LPS", 3);
    PlanWish wish;
    wish.region = {RegionChoice::Box, {{-30, -20, -40}, {30, 20, 40}}};
    const CasePlan plan = planned(ct, wish);
    QVERIFY(plan.region == wish.region.box && plan.grid.fit == GridFit::Resampled);
    QCOMPARE(plan.grid.geometry.size, (Index3{30, 20, 40}));
    QCOMPARE(itemOf(plan, PreflightCode::Size).level, PreflightLevel::Doubtful);
    wish.region.box = {{400, 400, 400}, {440, 440, 440}};
    QCOMPARE(itemOf(planned(ct, wish), PreflightCode::FieldOfView).level, PreflightLevel::Refused);
    QVERIFY(!refusals(planned(ct, wish).items).empty());
  }

  void aBoxTooSmallForAHipIsRefused() {
    const Volume ct = hipOf(Side::Right, "LPS", 2);
    PlanWish wish;
    wish.region = {RegionChoice::Box, {{-0.4, -40, -72}, {0.4, 40, 72}}};
    const CasePlan plan = planned(ct, wish);
    QCOMPARE(itemOf(plan, PreflightCode::Size).level, PreflightLevel::Refused);
    const std::string words = plainText(itemOf(plan, PreflightCode::FieldOfView).found);
    QVERIFY2(words.find("from -0.40, -40.00, -72.00 to 0.40,") != std::string::npos, words.c_str());
    wish.region.box = {{-48, -40, -30}, {48, 40, 30}};  // a slab without the shaft
    QCOMPARE(itemOf(planned(ct, wish), PreflightCode::Size).level, PreflightLevel::Refused);
  }

  void aWholeCtTooSmallForAHipIsRefused() {
    Volume ct = hipOf(Side::Right, "LPS", 2);
    ct.geometry.spacing = 0.3 * ct.geometry.spacing;  // its header counts in another unit
    const PreflightItem item = itemOf(planned(ct), PreflightCode::Size);
    QCOMPARE(item.level, PreflightLevel::Refused);
    QVERIFY2(plainText(item.done).find("header counts in millimetres") != std::string::npos,
             plainText(item.done).c_str());
    ct.geometry.spacing = {13, 13, 13};
    QVERIFY(refusals(planned(ct).items).find("voxels of 3 mm at most") != std::string::npos);
  }

  /// What a hip is told by may be there and weak: the place is taken, but not without a word.
  void aHipThatIsNotCertainIsDoubtful() {
    const Volume ct = wholePelvis(drawParameters(3), 3, {});
    PlanWish wish;
    wish.hips = planned(ct).hips;
    QCOMPARE(itemOf(planned(ct, wish), PreflightCode::Side).level, PreflightLevel::Fine);
    const FoundHip right = *wish.hips->right;
    const auto sideWith = [&](const FoundHip& hip) {
      wish.hips->right = hip;
      return itemOf(planned(ct, wish), PreflightCode::Side);
    };
    FoundHip weak = right;
    weak.likeness = 0.43;
    QCOMPARE(sideWith(weak).level, PreflightLevel::Doubtful);
    FoundHip cut = right;
    cut.joint.seen = 0.65;
    const PreflightItem item = sideWith(cut);
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QVERIFY(plainText(item.found).find("65 % of what surrounds it") != std::string::npos);
    QVERIFY(std::abs(item.values.at("right_seen_share") - 0.65) < 1e-9);
    FoundHip open = right;
    open.sideMargin = 0.04;
    QCOMPARE(sideWith(open).level, PreflightLevel::Doubtful);
    QVERIFY(plainText(sideWith(open).done).find("--side") != std::string::npos);
  }

  void aSideThatNothingConfirmsIsTakenAndDoubtful() {
    const Volume ct = wholePelvis(drawParameters(3), 3, {});
    PlanWish wish;
    wish.hips = FoundHips{};  // somebody looked and found none
    QVERIFY(plainText(itemOf(planned(ct, wish), PreflightCode::Side).done).find("--side") != std::string::npos);
    QVERIFY(refusals(planned(ct, wish).items).find("choose a region and state its side") != std::string::npos);
    wish.side = SideChoice::Right;
    wish.region = {RegionChoice::Box, {{-150, -40, -110}, {-50, 40, 34}}};
    const CasePlan plan = planned(ct, wish);
    QVERIFY(refusals(plan.items).empty());
    QCOMPARE(itemOf(plan, PreflightCode::Side).level, PreflightLevel::Doubtful);
  }

  void boneCutByTheBorderIsToldWithItsArea() {
    const Volume whole = wholePelvis(drawParameters(3), 2, {});
    QCOMPARE(itemOf(planned(whole), PreflightCode::BoneCut).level, PreflightLevel::Fine);
    Geometry shorter = whole.geometry;
    shorter.origin[2] += 40;  // through the shaft of the femur, well within the region
    shorter.size[2] -= 20;
    const CasePlan plan = planned(resample(whole, shorter, {}, {}));
    QVERIFY(plan.region);
    const PreflightItem item = itemOf(plan, PreflightCode::BoneCut);
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QCOMPARE(item.values.size(), std::size_t(1));
    const double cm2 = item.values.at("lower_cm2");
    QVERIFY2(cm2 > 1.5 && cm2 < 8, qPrintable(QString::number(cm2)));  // the cortex of one shaft, the marrow left out
    QCOMPARE(itemOf(plan, PreflightCode::FieldOfView).level, PreflightLevel::Doubtful);
    QVERIFY(itemOf(plan, PreflightCode::FieldOfView).values.at("empty_share") > 0.1);
  }

  void thickSlicesGetTheTrainedGrid() {
    const CasePlan plan = planned(hipOf(Side::Right, "RAS", 3));
    QCOMPARE(plan.grid.fit, GridFit::Resampled);
    QCOMPARE(plan.grid.geometry.size, (Index3{48, 40, 72}));
    QCOMPARE(plan.grid.geometry.direction, kIdentity3);
    QCOMPARE(itemOf(plan, PreflightCode::Spacing).level, PreflightLevel::Adapted);
    QCOMPARE(itemOf(plan, PreflightCode::Orientation).level, PreflightLevel::Adapted);
  }

  void valuesThatAreNoHounsfieldUnitsAreRefused() {
    Volume ct = hipOf(Side::Right, "LPS", 2);
    PlanWish wish;
    wish.hips = FoundHips{};  // nobody has to look
    const auto changed = [&](float factor, float shift) {
      Volume out = ct;
      for (float& hu : out.voxels) hu = factor * hu + shift;
      return itemOf(planned(out, wish), PreflightCode::HuRange).level;
    };
    QCOMPARE(changed(1, 0), PreflightLevel::Fine);
    QCOMPARE(changed(1, 1024), PreflightLevel::Refused);
    QCOMPARE(changed(0.05F, 0), PreflightLevel::Refused);
    Volume wild = ct;
    wild.voxels[7] = 60000;
    QCOMPARE(itemOf(planned(wild), PreflightCode::HuRange).level, PreflightLevel::Doubtful);
    QCOMPARE(changed(1, 30000), PreflightLevel::Refused);  // all of it is denser than bone
    Volume bodyInAir = wholePelvis(drawParameters(3), 3, {});
    Geometry larger = bodyInAir.geometry;
    for (std::size_t a = 0; a < 2; ++a) {
      larger.origin[a] -= 60;
      larger.size[a] += 40;
    }
    bodyInAir = resample(bodyInAir, larger, {Interpolation::Linear, -1024}, {});
    QCOMPARE(itemOf(planned(bodyInAir), PreflightCode::HuRange).level, PreflightLevel::Fine);
    for (float& hu : bodyInAir.voxels) hu += 1024;
    QCOMPARE(itemOf(planned(bodyInAir), PreflightCode::HuRange).level, PreflightLevel::Refused);
    ct.voxels.front() = -1024;
    QCOMPARE(changed(1, 1024), PreflightLevel::Refused);
    QCOMPARE(changed(1, -1024), PreflightLevel::Doubtful);  // this phantom has no fat: its muscle could be air
    for (const float factor : {0.5F, 2.0F, 3.0F}) QCOMPARE(changed(factor, 0), PreflightLevel::Doubtful);
    QCOMPARE(changed(20, 0), PreflightLevel::Doubtful);
    QCOMPARE(changed(-1, 0), PreflightLevel::Doubtful);
    ct.voxels.front() = -3024;
    QCOMPARE(changed(1, 0), PreflightLevel::Adapted);
    for (const float one : {5e6F, 3e38F}) {
      ct.voxels.front() = one;
      QCOMPARE(changed(1, 0), PreflightLevel::Doubtful);
      QVERIFY(plainText(itemOf(planned(ct, wish), PreflightCode::HuRange).found).size() < 60);
    }
  }

  void valuesWithinOneAreToldWithTheirDigits() {
    Volume ct = hipOf(Side::Right, "LPS", 2);
    for (float& hu : ct.voxels) hu = (hu + 1024) / 4096;
    const PreflightItem item = itemOf(planned(ct), PreflightCode::HuRange);
    QCOMPARE(item.level, PreflightLevel::Refused);
    QVERIFY2(plainText(item.found).find("span only 0.2") != std::string::npos, plainText(item.found).c_str());
  }

  void refusedValuesCostNoSearch() {
    Volume ct = wholePelvis(drawParameters(3), 3, {});
    QVERIFY(planned(ct).hipsSought);
    std::vector<Volume> none(2, ct);
    std::fill(none[0].voxels.begin(), none[0].voxels.end(), 0.0F);
    for (float& hu : none[1].voxels) hu += 1024;
    for (const Volume& each : none) {
      const CasePlan plan = planned(each);
      QCOMPARE(itemOf(plan, PreflightCode::HuRange).level, PreflightLevel::Refused);
      QVERIFY(!plan.hipsSought && !plan.hips.left && !plan.hips.right);
      for (const PreflightItem& item : plan.items)
        if (item.code != PreflightCode::HuRange) {
          QVERIFY2(item.level != PreflightLevel::Refused, codeName(item.code).c_str());  // it would blame the hips
          QVERIFY(item.code != PreflightCode::Metal && item.code != PreflightCode::BoneCut);
        }
      const std::string words = plainText(itemOf(plan, PreflightCode::Side).found);
      QVERIFY2(words.find("not looked for") != std::string::npos, words.c_str());
    }
  }

  void whatTheReaderNotedIsKept() {
    PlanWish wish;
    wish.notes = {{NoteCode::SlicesInterpolated, {{"count", "1"}, {"places", "12 and 14"}}}};
    const PreflightItem item = itemOf(planned(hipOf(Side::Right, "LPS", 2), wish), PreflightCode::Reading);
    QCOMPARE(item.level, PreflightLevel::Doubtful);
    QCOMPARE(plainText(item.found), wish.notes.front().text());
  }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "test_plan.moc"
