// Which hip and which part of a CT: chosen by button, by pulling the box, by typing.
#include "engine/io/volume_file.h"
#include "tests/gui/case_scene.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/whole_pelvis.h"
#include "ui/case/case_panel.h"
#include "ui/case/hip_chooser.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/window/window_actions.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

const FieldOfView kHipView{{96, 80, 144}, {62, 34, 109}};
const FieldOfView kSmallView{{30, 30, 40}, {15, 15, 20}};  // which the scene's own CT fills

/// A pelvis of two hips, under a model of right hips on 2 mm.
std::filesystem::path writePelvis(WindowScene& scene) {
  trainOnRightHips(scene, kHipView);
  scene.scene().changeProfile([](ModelProfile& profile) { profile.input.spacingMm = {2, 2, 2}; });
  std::filesystem::path path = scene.root() / "pelvis.nii.gz";
  writeNifti(path, wholePelvis(drawParameters(3), 2, {}), {});
  return path;
}

}  // namespace

class TestWindowRegion : public QObject {
  Q_OBJECT

 private slots:
  void choosesAHipOfAPelvis();
  void saysThatAHipWasNotFound();
  void nobodyLooksThroughACtThatShowsNoHip();
  void aDraggedRegionIsTheRequests();
  void aRegionCanBeTyped();
  void aRegionIsForgottenWithItsCase();
};

void TestWindowRegion::choosesAHipOfAPelvis() {
  WindowScene scene;
  const std::filesystem::path ct = writePelvis(scene);
  MainWindow& window = scene.start();
  OPEN_CASE(window, ct);
  HipChooser& hips = window.casePanel().hips();
  QVERIFY(hips.button(HipSide::Left).isEnabled() && hips.button(HipSide::Right).isEnabled());
  QVERIFY(hips.button(HipSide::Right).isChecked());  // the model's side
  QCOMPARE(window.slices().scene().side(), QString("Right hip"));
  const FoundHips found = *window.planFlow().hips();
  QVERIFY(length(found.left->centre - Vec3{kHalfPelvis, 0, 0}) < 6);

  hips.button(HipSide::Left).click();
  QTRY_VERIFY_WITH_TIMEOUT(window.planFlow().plan()->side == HipSide::Left, kPatienceMs);
  QVERIFY(hips.button(HipSide::Left).isChecked() && !hips.button(HipSide::Right).isChecked());
  QCOMPARE(window.slices().scene().side(), QString("Left hip"));
  QCOMPARE(window.slices().scene().crosshair(), found.left->centre);
  QCOMPARE(window.settingsPanel().form().request().side, SideChoice::Left);
  const auto& region = window.slices().scene().region();
  QVERIFY(region.has_value());
  QVERIFY(length(region->lower + Vec3{34, 34, 109} - found.left->centre) < 0.01);  // mirrored
  QVERIFY(window.planFlow().plan()->mirrored);

  // Around the other hip the box says the side.
  window.slices().scene().pullRegion({found.right->centre - Vec3{50, 50, 50}, found.right->centre + Vec3{50, 50, 50}});
  window.slices().scene().keepPulledRegion();
  QCOMPARE(window.settingsPanel().form().request().side, SideChoice::Right);
  QVERIFY(hips.announcement().isVisible());  // it was asked for left
  QCOMPARE(hips.announcement().text(), QString("The box lies around the right hip: Side was Left and is now Right."));
  hips.button(HipSide::Left).click();
  QVERIFY(!hips.announcement().isVisible());
  QTRY_VERIFY_WITH_TIMEOUT(hips.button(HipSide::Left).isChecked(), kPatienceMs);

  RunRequest request = window.settingsPanel().form().request();
  request.ts = 2;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  QVERIFY(!hips.button(HipSide::Right).isEnabled());
  QTRY_VERIFY_WITH_TIMEOUT(!window.session().runs().empty(), kPatienceMs);
  const PastRun& run = window.session().runs().front();
  QCOMPARE(run.record.plan.side, HipSide::Left);
  QVERIFY(run.folder.path().filename().string().find("left") != std::string::npos);

  // The implant on the screen is that of a left hip, whatever is planned next.
  QTRY_VERIFY_WITH_TIMEOUT(hips.button(HipSide::Right).isEnabled(), kPatienceMs);
  hips.button(HipSide::Right).click();
  QTRY_VERIFY_WITH_TIMEOUT(hips.button(HipSide::Right).isChecked(), kPatienceMs);
  QCOMPARE(window.slices().scene().side(), QString("Left hip"));
  window.session().showNoRun();
  QCOMPARE(window.slices().scene().side(), QString("Right hip"));
}

void TestWindowRegion::saysThatAHipWasNotFound() {
  WindowScene scene;
  trainOnRightHips(scene, kSmallView);
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  HipChooser& hips = window.casePanel().hips();
  for (const HipSide side : {HipSide::Left, HipSide::Right}) {
    QVERIFY(hips.button(side).isVisible() && !hips.button(side).isEnabled());
    QCOMPARE(hips.button(side).accessibleDescription(), QString("not found"));
  }
  QVERIFY(window.actions().generate->isEnabled());
}

/// Brought to the 2 mm of the search, these few voxels would need gigabytes.
void TestWindowRegion::nobodyLooksThroughACtThatShowsNoHip() {
  WindowScene scene;
  trainOnRightHips(scene, kHipView);
  const std::filesystem::path ct = scene.root() / "coarse.nii.gz";
  writeNifti(ct, {{{32, 32, 32}, {50, 50, 50}, {}, kIdentity3}, std::vector<float>(32768, 40)}, {});
  MainWindow& window = scene.start();
  OPEN_CASE(window, ct);
  QVERIFY(window.planFlow().plan() && !window.planFlow().plan()->hipsSought);
  QVERIFY(window.planFlow().isRefused());
  QCOMPARE(window.casePanel().hips().button(HipSide::Left).accessibleDescription(), QString("not found"));
}

void TestWindowRegion::aDraggedRegionIsTheRequests() {
  WindowScene scene;
  const std::filesystem::path ct = writePelvis(scene);
  MainWindow& window = scene.start();
  window.resize(1600, 1000);
  OPEN_CASE(window, ct);
  const Box before = *window.slices().scene().region();
  window.slices().setCrosshair(before.centre());
  SliceView& view = window.slices().view(Plane::Coronal);
  const auto drag = [&](const Vec3& from, QPoint by) {
    const SliceFrame frame = view.frame();  // it makes room for a region that was pulled out of it
    const QPoint at = frame.toPixel(from).toPoint();
    QTest::mousePress(&view, Qt::LeftButton, {}, at);
    QTest::mouseMove(&view, at + by / 2);
    QTest::mouseMove(&view, at + by);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at + by);
    const double mm = frame.mmPerPixel;
    return Vec3{std::round(10 * mm * by.x()) / 10, 0, std::round(-10 * mm * by.y()) / 10};
  };
  const auto isAt = [&](const Vec3& lower, const Vec3& upper) {
    const RegionWish& roi = window.settingsPanel().form().request().roi;
    const double off = std::max(length(roi.box.lower - lower), length(roi.box.upper - upper));
    return roi.choice == RegionChoice::Box && off < 0.1;  // kept in tenths
  };
  const Vec3 whole = drag(before.centre(), {-24, 10});
  QVERIFY(length(whole) > 5);
  QVERIFY(isAt(before.lower + whole, before.upper + whole));
  const Box asked = window.settingsPanel().form().request().roi.box;
  QTRY_VERIFY_WITH_TIMEOUT(window.planFlow().plan()->region == asked, kPatienceMs);

  const Box moved = *window.slices().scene().region();
  const Vec3 edge = drag({moved.lower[0], moved.centre()[1], moved.centre()[2] + 20}, {-16, 9});
  QVERIFY(isAt(moved.lower + Vec3{edge[0], 0, 0}, moved.upper));
  QVERIFY(window.casePanel().hips().resetButton().isVisible());
  window.casePanel().hips().resetButton().click();
  QTRY_VERIFY_WITH_TIMEOUT(window.slices().scene().region()->lower == before.lower, kPatienceMs);
  QVERIFY(window.settingsPanel().form().request().roi == RegionWish{});
}

void TestWindowRegion::aRegionCanBeTyped() {
  WindowScene scene;
  const std::filesystem::path ct = writePelvis(scene);
  MainWindow& window = scene.start();
  OPEN_CASE(window, ct);
  const Box proposed = *window.planFlow().plan()->region;
  ParameterForm& form = window.settingsPanel().form();
  auto* region = form.findChild<QComboBox*>("region");
  region->setCurrentIndex(int(RegionChoice::Box));
  emit region->activated(region->currentIndex());
  QCOMPARE(form.request().roi.choice, RegionChoice::Box);
  QVERIFY(length(form.request().roi.box.lower - proposed.lower) < 0.1);
  auto* corners = form.findChild<QLineEdit*>("corners");
  QVERIFY(corners->isVisible());
  const auto type = [corners](const char* text) {
    corners->selectAll();
    QTest::keyClicks(corners, text);
    QTest::keyClick(corners, Qt::Key_Return);
  };
  type("-140, -50, -120, -40, 40, 30");
  const Box typed{{-140, -50, -120}, {-40, 40, 30}};
  QVERIFY(form.request().roi.box == typed);
  QTRY_VERIFY_WITH_TIMEOUT(window.planFlow().plan()->region == typed, kPatienceMs);
  type("1, 2, 3");
  QVERIFY(form.request().roi.box == typed);
  QCOMPARE(corners->property("state").toString(), QString("error"));
}

void TestWindowRegion::aRegionIsForgottenWithItsCase() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.side = SideChoice::Left;
  request.roi = {RegionChoice::Box, {{-40, 20, 300}, {-20, 40, 320}}};
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
  MainWindow& again = scene.start();
  OPEN_CASE(again, scene.ct());
  QVERIFY(again.settingsPanel().form().request().roi == request.roi);
  writeDicomFolder(scene.root() / "other", dicomPictures(block(30)));
  again.session().closeCase();
  OPEN_CASE(again, scene.root() / "other");
  QVERIFY(again.settingsPanel().form().request().roi == RegionWish{});
  QCOMPARE(again.settingsPanel().form().request().side, SideChoice::Auto);
}

QTEST_MAIN(TestWindowRegion)
#include "test_window_region.moc"
