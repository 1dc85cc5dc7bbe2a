// The case in the window: what will be done with it, DICOM folders, and the choice of a hip and a region.
#include "engine/io/volume_file.h"
#include "engine/plan/preflight_words.h"
#include "tests/gui/window_scene.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/whole_pelvis.h"
#include "ui/case/case_panel.h"
#include "ui/case/hip_chooser.h"
#include "ui/case/preflight_list.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/language.h"
#include "ui/text/preflight_text.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/plan_flow.h"
#include "ui/window/series_dialog.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kPatienceMs = 60'000;

/// The model of the scene as one that states what it was trained on: right hips, cut to `view`.
void trainOnRightHips(WindowScene& scene, const FieldOfView& view) {
  scene.scene().changeProfile([&](ModelProfile& profile) {
    profile.input.orientation = "LPS";
    profile.input.side = ModelSide::Right;
    profile.input.fieldOfView = view;
  });
}

const FieldOfView kHipView{{96, 80, 144}, {62, 34, 109}};

/// A pelvis of two hips, under a model of right hips on 2 mm.
std::filesystem::path writePelvis(WindowScene& scene) {
  trainOnRightHips(scene, kHipView);
  scene.scene().changeProfile([](ModelProfile& profile) { profile.input.spacingMm = {2, 2, 2}; });
  const std::filesystem::path path = scene.root() / "pelvis.nii.gz";
  writeNifti(path, wholePelvis(drawParameters(3), 2, {}), {});
  return path;
}

QString shownPreflight(MainWindow& window) {
  QStringList words;
  for (const QLabel* label : window.casePanel().findChild<PreflightList*>()->findChildren<QLabel*>())
    words << label->text();
  return words.join('\n');
}

/// Tissue with a rod of bone through so many slices, in air.
Volume block(std::int64_t slices) {
  Volume ct{{{24, 20, slices}, {1, 1, 1}, {}, kIdentity3}, std::vector<float>(static_cast<std::size_t>(480 * slices))};
  for (std::size_t i = 0; i < ct.voxels.size(); ++i) ct.voxels[i] = i % 24 < 4 ? -1000 : i % 24 < 18 ? 40 : 900;
  return ct;
}

std::vector<DicomPicture> series(const Volume& volume, const std::string& uid, const std::string& description) {
  constexpr std::uint32_t kDescription = 0x0008103E;
  std::vector<DicomPicture> pictures = dicomPictures(volume, uid);
  for (DicomPicture& picture : pictures) picture.fields[kDescription] = description;
  return pictures;
}

/// Two series in one folder, of 12 and of 30 slices.
std::filesystem::path folderOfTwo(const WindowScene& scene) {
  const std::filesystem::path folder = scene.root() / "two";
  writeDicomFolder(folder / "a", series(block(12), "1.2.3.1", "Topogram"));
  writeDicomFolder(folder / "b", series(block(30), "1.2.3.2", "Pelvis 1.0"));
  return folder;
}

}  // namespace

#define OPEN(window, path)                                                                              \
  do {                                                                                                  \
    (window).open(path);                                                                                \
    QTRY_VERIFY_WITH_TIMEOUT((window).session().openedCase() != nullptr, kPatienceMs);                  \
    QTRY_VERIFY_WITH_TIMEOUT((window).planFlow().plan() || (window).planFlow().problem(), kPatienceMs); \
  } while (false)

class TestWindowCase : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatWillBeDone();
  void refusesWhatTheEngineRefuses();
  void saysEverythingInChinese();
  void showsHowMuchOfAFolderIsRead();
  void offersTheSeriesOfAFolder();
  void refusesADamagedFolderAndGoesOn();
  void choosesAHipOfAPelvis();
  void saysThatAHipWasNotFound();
  void aDraggedRegionIsTheRequests();
  void aRegionCanBeTyped();
  void aRegionIsForgottenWithItsCase();
};

void TestWindowCase::saysWhatWillBeDone() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  const CasePlan plan = *window.planFlow().plan();
  QCOMPARE(plan.items.size(), 8U);
  const QString shown = shownPreflight(window);
  for (const PreflightItem& item : plan.items) {
    QVERIFY2(shown.contains(subjectText(item.code)), qPrintable(subjectText(item.code)));
    QVERIFY2(shown.contains(levelText(item.level)), qPrintable(levelText(item.level)));
    QVERIFY2(shown.contains(sentenceText(item.found)), qPrintable(sentenceText(item.found)));
    QVERIFY2(shown.contains(sentenceText(item.done)), qPrintable(sentenceText(item.done)));
  }
  RunRequest request = window.settingsPanel().form().request();
  request.roi.choice = RegionChoice::Box;
  request.roi.box = {{400, 400, 400}, {440, 440, 440}};
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
  QTRY_VERIFY_WITH_TIMEOUT(window.planFlow().isRefused(), kPatienceMs);
  QVERIFY(shownPreflight(window).contains("There is nothing to work on."));
}

void TestWindowCase::refusesWhatTheEngineRefuses() {
  WindowScene scene;
  trainOnRightHips(scene, {{16, 16, 16}, {8, 8, 8}});  // so that the ball is much larger than a hip
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  QVERIFY(window.planFlow().isRefused());
  QVERIFY(!window.actions().generate->isEnabled());
  QVERIFY(window.actions().generate->toolTip().contains("No hip was found"));
  RunRequest request = window.settingsPanel().form().request();
  request.roi.choice = RegionChoice::Whole;
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
  QTRY_VERIFY_WITH_TIMEOUT(!window.planFlow().isRefused(), kPatienceMs);
  QVERIFY(window.actions().generate->isEnabled());

  // The other way out: a box of the trained size, its joint at the crosshair.
  window.casePanel().hips().boxButton().click();
  const Vec3 joint = window.slices().scene().crosshair();
  QTRY_VERIFY_WITH_TIMEOUT(window.planFlow().plan()->region.has_value(), kPatienceMs);
  QVERIFY(length(window.planFlow().plan()->region->lower + Vec3{8, 8, 8} - joint) < 0.1);
  QVERIFY(!window.planFlow().isRefused());
}

void TestWindowCase::saysEverythingInChinese() {
  Language language(*qApp, "zh_CN");
  std::vector<std::string_view> all = allRemarks();
  for (const NoteCode code : allNoteCodes()) all.push_back(noteTemplate(code));
  for (const std::string_view pattern : all) {
    const std::string english(pattern);
    const QString said = QCoreApplication::translate("Sentence", english.c_str());
    QVERIFY2(said != QString::fromStdString(english), english.c_str());
    for (std::size_t at = english.find('{'); at != std::string::npos; at = english.find('{', at + 1)) {
      const std::string name = english.substr(at, english.find('}', at) + 1 - at);
      QVERIFY2(said.contains(QString::fromStdString(name)), english.c_str());
    }
  }
  QCOMPARE(sentenceText({say(Remark::CutLower, {{"cm2", "7"}}), say(Remark::BelowAir)}),
           QString::fromUtf8("CT 在区域内结束，在下边界切断 7 cm² 的骨。 低于 −1024 HU 的部分视为空气。"));
  language.setCode("en");
  QCOMPARE(sentenceText({say(Remark::HuRange, {{"low", "-1024"}, {"high", "1500"}})}),
           QString::fromUtf8("Values from −1024 to 1500 HU."));
}

void TestWindowCase::showsHowMuchOfAFolderIsRead() {
  WindowScene scene;
  writeDicomFolder(scene.root() / "many", dicomPictures(block(1200)));
  MainWindow& window = scene.start();
  window.open(scene.root() / "many");
  QVERIFY(window.session().isOpening());
  window.session().cancelOpening();
  QVERIFY(!window.session().isOpening());
  QTest::qWait(300);
  QVERIFY(window.session().openedCase() == nullptr);
  QSignalSpy shares(&window.session(), &PlanSession::openingShare);
  OPEN(window, scene.root() / "many");
  QCOMPARE(window.session().openedCase()->file.ct->geometry.size, (Index3{24, 20, 1200}));
  QVERIFY(!shares.isEmpty());
  QVERIFY(shares.back().front().toInt() > 990);
  int last = 0;
  for (const QList<QVariant>& share : shares) {
    QVERIFY(share.front().toInt() >= last && share.front().toInt() <= 1000);
    last = share.front().toInt();
  }
}

void TestWindowCase::offersTheSeriesOfAFolder() {
  WindowScene scene;
  const std::filesystem::path folder = folderOfTwo(scene);
  MainWindow& window = scene.start();
  window.open(folder);
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<SeriesDialog*>() != nullptr, kPatienceMs);
  auto* dialog = window.findChild<SeriesDialog*>();
  QCOMPARE(dialog->list().count(), 2);
  QCOMPARE(dialog->list().currentRow(), 1);  // the larger one
  dialog->list().setCurrentRow(0);
  dialog->openButton().click();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() != nullptr, kPatienceMs);
  QCOMPARE(window.session().openedCase()->file.ct->geometry.size[2], 12);
  QCOMPARE(window.session().openedCase()->place.series, std::string("1"));
  window.session().closeCase();
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<SeriesDialog*>() == nullptr, kPatienceMs);

  // What was chosen is remembered with the recent case, and a run keeps it.
  window.actions().recentMenu->actions().front()->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() != nullptr, kPatienceMs);
  QCOMPARE(window.session().openedCase()->file.ct->geometry.size[2], 12);
  RunRequest request = window.settingsPanel().form().request();
  request.ts = 2;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(window.session().runs().size(), std::size_t(1), kPatienceMs);
  QCOMPARE(window.session().runs().front().record.request.series, std::string("1"));
}

void TestWindowCase::refusesADamagedFolderAndGoesOn() {
  WindowScene scene;
  const std::filesystem::path folder = scene.root() / "cut";
  writeDicomFolder(folder, dicomPictures(block(12)));
  std::filesystem::resize_file(folder / dicomFileName(5), 700);
  MainWindow& window = scene.start();
  window.open(folder);
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<FailureDialog*>() != nullptr, kPatienceMs);
  QVERIFY(window.session().openedCase() == nullptr);
  QVERIFY(!window.session().isOpening());
  window.findChild<FailureDialog*>()->accept();
  std::filesystem::create_directories(scene.root() / "empty");
  window.open(scene.root() / "empty");
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<FailureDialog*>() != nullptr, kPatienceMs);
  window.findChild<FailureDialog*>()->accept();
  OPEN(window, scene.ct());
  QVERIFY(window.actions().generate->isEnabled());
}

void TestWindowCase::choosesAHipOfAPelvis() {
  WindowScene scene;
  const std::filesystem::path ct = writePelvis(scene);
  MainWindow& window = scene.start();
  OPEN(window, ct);
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
  hips.button(HipSide::Left).click();
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

void TestWindowCase::saysThatAHipWasNotFound() {
  WindowScene scene;
  trainOnRightHips(scene, kHipView);
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  HipChooser& hips = window.casePanel().hips();
  for (const HipSide side : {HipSide::Left, HipSide::Right}) {
    QVERIFY(hips.button(side).isVisible() && !hips.button(side).isEnabled());
    QCOMPARE(hips.button(side).accessibleDescription(), QString("not found"));
  }
  QVERIFY(window.actions().generate->isEnabled());
}

void TestWindowCase::aDraggedRegionIsTheRequests() {
  WindowScene scene;
  const std::filesystem::path ct = writePelvis(scene);
  MainWindow& window = scene.start();
  window.resize(1600, 1000);
  OPEN(window, ct);
  const Box before = *window.slices().scene().region();
  window.slices().setCrosshair(before.centre());
  SliceView& view = window.slices().view(Plane::Coronal);
  const SliceFrame frame = view.frame();
  const auto drag = [&](const Vec3& from, QPoint by) {
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

void TestWindowCase::aRegionCanBeTyped() {
  WindowScene scene;
  const std::filesystem::path ct = writePelvis(scene);
  MainWindow& window = scene.start();
  OPEN(window, ct);
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

void TestWindowCase::aRegionIsForgottenWithItsCase() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN(window, scene.ct());
  RunRequest request = window.settingsPanel().form().request();
  request.side = SideChoice::Left;
  request.roi = {RegionChoice::Box, {{-40, 20, 300}, {-20, 40, 320}}};
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
  MainWindow& again = scene.start();
  OPEN(again, scene.ct());
  QVERIFY(again.settingsPanel().form().request().roi == request.roi);
  writeDicomFolder(scene.root() / "other", dicomPictures(block(30)));
  again.session().closeCase();
  OPEN(again, scene.root() / "other");
  QVERIFY(again.settingsPanel().form().request().roi == RegionWish{});
  QCOMPARE(again.settingsPanel().form().request().side, SideChoice::Auto);
}

QTEST_MAIN(TestWindowCase)
#include "test_window_case.moc"
