// The frames of the strip: the plane and the part of the case that they show, what is said of them, and what of it a
// run keeps on disk.
#include "engine/io/volume_file.h"
#include "tests/gui/strip_scene.h"
#include "tests/support/fake_model.h"
#include "tests/support/sphere_case.h"
#include "ui/charts/step_plot.h"
#include "ui/filmstrip/enlarged_frame.h"
#include "ui/filmstrip/plane_chooser.h"
#include "ui/parameters/settings_panel.h"

#include <QCursor>
#include <QSignalSpy>
#include <QSlider>

#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kRest = 400;  // ms in which a picture that flickers is gone

void set(MainWindow& window, int steps, int previews, const RegionWish& roi = {}) {
  RunRequest request = window.settingsPanel().form().request();
  request.ts = steps;
  request.preview = previews;
  request.seed = 5;
  request.summary = false;
  request.roi = roi;
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
}

/// A CT much larger than the hip in it, which lies away from the middle, and the region around that.
struct LargeCase {
  explicit LargeCase(WindowScene& scene) : path(scene.root() / "large.nii.gz") {
    const Geometry geometry{{80, 60, 90}, {1, 1, 1}, {}, kIdentity3};
    Sphere sphere;
    sphere.centre = {25, 20, 30};
    sphere.radius = 9;
    writeNifti(path, sphereCt(geometry, sphere, smallProfile()), {});
    roi = {RegionChoice::Box, {{12, 8, 16}, {38, 32, 44}}};
  }
  std::filesystem::path path;
  RegionWish roi;
};

bool allIn(MainWindow& window, std::int64_t plane) {
  for (const StageFrame& each : framesOf(window))
    if (each.picture && each.picture->plane != plane) return false;
  return true;
}

bool hasArea(MainWindow& window, int step) { return window.stagesPanel().steps().readout(step).contains("area"); }

QPoint placeOf(MainWindow& window, int row) {
  FrameStrip& strip = window.stagesPanel().strip();
  return strip.viewport()->mapToGlobal(strip.visualRect(strip.frames().index(row)).center());
}

bool isEnlarged(const MainWindow& window) {
  const auto* enlarged = window.findChild<EnlargedFrame*>();
  return enlarged != nullptr && enlarged->isVisible();
}

}  // namespace

class TestWindowStrip : public QObject {
  Q_OBJECT

 private slots:
  void enlargesUnderARealPointer();
  void numbersStayWhenFramesBecomeExact();
  void namesTheStepThatAChangeCountsFrom();
  void cutsDecodedStagesAnew();
  void showsADecodedStageWithoutDecodingAgain();
  void saysTheSameOfARunFromDisk();
  void showsTheRegionOfTheRunInOnePlane();
  void marksTheSidesOfEveryFrame();
  void namesCaseAndPlaneInSavedPictures();
};

void TestWindowStrip::enlargesUnderARealPointer() {
  WindowScene scene;
  MainWindow& window = scene.start();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  OPEN_CASE(window, scene.ct());
  set(window, 6, 3);
  FINISH(window);
  for (const int row : {0, 1}) {
    QCursor::setPos(placeOf(window, row));
    QTRY_VERIFY(isEnlarged(window));
    QTest::qWait(kRest);
    QVERIFY(isEnlarged(window));
    const auto* enlarged = window.findChild<EnlargedFrame*>();
    QVERIFY(!enlarged->geometry().contains(window.mapFromGlobal(QCursor::pos())));
    QVERIFY(window.rect().contains(enlarged->geometry()));
  }
  QCursor::setPos(window.mapToGlobal(QPoint(500, 200)));
  QTRY_VERIFY(!isEnlarged(window));
}

void TestWindowStrip::numbersStayWhenFramesBecomeExact() {
  FrameModel frames;
  frames.setFrames({frame(FrameKind::Approximate, 5, 1, -1), frame(FrameKind::Approximate, 9, 1, 1)});
  const auto& all = frames.frames();
  QCOMPARE(*all[1].change, 0.5);
  QCOMPARE(frameDetail(all[1]), QString::fromUtf8("≈ change 50 %"));
  frames.put(frame(FrameKind::Exact, 9, 1, -1));  // as exact pictures they would not differ
  QCOMPARE(*all[1].change, 0.5);
  frames.put(frame(FrameKind::Exact, 5, 1, -1));
  QCOMPARE(*all[1].change, 0.5);
  QCOMPARE(frameDetail(all[1]), QString("change 50 %"));
  QVERIFY2(frameSentence(all[1]).contains("as previewed"), qPrintable(frameSentence(all[1])));
  // The preview of what is exact already comes late: a run from disk.
  frames.setFrames({frame(FrameKind::Approximate, 5, 1, -1), frame(FrameKind::Exact, 9, 1, -1)});
  QVERIFY(!all[1].change);
  frames.put(frame(FrameKind::Approximate, 9, 1, 1));
  QCOMPARE(all[1].kind, FrameKind::Exact);
  QCOMPARE(*all[1].change, 0.5);
}

void TestWindowStrip::namesTheStepThatAChangeCountsFrom() {
  FrameModel frames;
  frames.setFrames({frame(FrameKind::Exact, 0, 1, -1), frame(FrameKind::Approximate, 5, 1, 1),
                    frame(FrameKind::Exact, 9, 1, 1), frame(FrameKind::Exact, 12, 1, 1)});
  QCOMPARE(frameDetail(frames.frames()[2]), QString("50 % since step 1"));
  QCOMPARE(frameDetail(frames.frames()[3]), QString("change 0.0 %"));
}

void TestWindowStrip::cutsDecodedStagesAnew() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 8, 4);
  FINISH(window);
  FrameStrip& strip = window.stagesPanel().strip();
  strip.setCurrentIndex(strip.frames().index(1));
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(window)[1].kind, FrameKind::Exact, kPatienceMs);
  const int decoded = framesOf(window)[1].step + 1;
  const int previewed = framesOf(window)[2].step + 1;
  QVERIFY(hasArea(window, decoded) && hasArea(window, previewed));
  const QString change = frameDetail(framesOf(window)[1]);
  auto* slider = window.stagesPanel().head().plane().findChild<QSlider*>();
  const int plane = slider->value();
  strip.setCurrentIndex(strip.frames().index(strip.frames().rowCount() - 1));
  QSignalSpy decodings(&window.session(), &PlanSession::decodingStage);
  slider->setValue(plane + 3);
  QTRY_VERIFY_WITH_TIMEOUT(framesOf(window)[1].picture->plane == plane + 3, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(allIn(window, plane + 3), kPatienceMs);
  QCOMPARE(framesOf(window)[1].kind, FrameKind::Exact);
  QVERIFY(*framesOf(window)[1].areaCm2 > 0);
  QCOMPARE(framesOf(window)[2].kind, FrameKind::OnDemand);
  QVERIFY(hasArea(window, decoded) && hasArea(window, 8));
  QVERIFY(!hasArea(window, previewed));
  slider->setValue(plane);
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(window)[2].kind, FrameKind::Approximate, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(allIn(window, plane), kPatienceMs);
  QVERIFY(hasArea(window, decoded) && hasArea(window, previewed));
  QCOMPARE(frameDetail(framesOf(window)[1]), change);
  QCOMPARE(decodings.size(), 0);
}

void TestWindowStrip::showsADecodedStageWithoutDecodingAgain() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 6, 3);
  FINISH(window);
  FrameStrip& strip = window.stagesPanel().strip();
  strip.setCurrentIndex(strip.frames().index(1));
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(window)[1].kind, FrameKind::Exact, kPatienceMs);
  const int step = framesOf(window)[1].step;
  const VolumePtr field = window.session().shownStage().sdf;
  strip.setCurrentIndex(strip.frames().index(strip.frames().rowCount() - 1));
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QSignalSpy decodings(&window.session(), &PlanSession::decodingStage);
  strip.setCurrentIndex(strip.frames().index(1));
  QTRY_VERIFY_WITH_TIMEOUT(window.session().shownStage().step == step && window.session().shownStage().mesh,
                           kPatienceMs);
  QCOMPARE(decodings.size(), 0);
  const Volume& again = *window.session().shownStage().sdf;
  QVERIFY(again.geometry == field->geometry);
  for (std::size_t i = 0; i < field->voxels.size(); ++i) QCOMPARE(again.voxels[i] > 0, field->voxels[i] > 0);
}

void TestWindowStrip::saysTheSameOfARunFromDisk() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 12, 4);
  FINISH(window);
  const std::filesystem::path folder = window.session().shownRun()->folder.path();
  const std::vector<StageFrame> live = framesOf(window);
  MainWindow& again = scene.start();
  again.open(folder);
  const auto isRead = [&] {
    const auto& read = framesOf(again);
    if (read.size() != live.size() || read.back().kind != FrameKind::Final || !read.back().preview) return false;
    return std::none_of(read.begin(), read.end(), [](const StageFrame& f) { return f.image.isNull(); });
  };
  QTRY_VERIFY_WITH_TIMEOUT(isRead(), kPatienceMs);
  const auto& read = framesOf(again);
  QVERIFY(live[2].change.has_value() && live.back().change.has_value());
  for (std::size_t i = 1; i < live.size(); ++i) {
    QVERIFY(read[i].areaCm2.has_value());
    QCOMPARE(*read[i].areaCm2, *live[i].areaCm2);
    QCOMPARE(frameSentence(read[i]), frameSentence(live[i]));
    QCOMPARE(read[i].picture->plane, live[i].picture->plane);
    QVERIFY(hasArea(again, std::min(live[i].step + 1, 12)));
  }
}

void TestWindowStrip::showsTheRegionOfTheRunInOnePlane() {
  WindowScene scene;
  const LargeCase large(scene);
  MainWindow& window = scene.start();
  OPEN_CASE(window, large.path);
  const double wholeAspect = double(framesOf(window)[0].image.width()) / framesOf(window)[0].image.height();
  QVERIFY(std::abs(wholeAspect - 80.0 / 90) < 0.02);
  set(window, 6, 3, large.roi);
  QTRY_VERIFY_WITH_TIMEOUT(window.planFlow().plan() && window.planFlow().plan()->region, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  FINISH(window);
  const auto isAlike = [](MainWindow& shown) {
    const StageFrame& last = framesOf(shown).back();
    if (!last.picture) return false;
    for (const StageFrame& each : framesOf(shown)) {
      if (!each.picture || each.image.isNull() || each.picture->plane != last.picture->plane) return false;
      if (!each.crop || each.crop != last.crop || each.image.size() != last.image.size()) return false;
    }
    return true;
  };
  QTRY_VERIFY_WITH_TIMEOUT(isAlike(window), kPatienceMs);
  const StageFrame& last = framesOf(window).back();
  QVERIFY(last.picture->plane < 27);  // the middle of the CT is 30
  QCOMPARE(last.picture->columns, 80);
  QVERIFY(last.crop->columns < 62 && last.crop->rows < 64);
  const std::filesystem::path folder = window.session().shownRun()->folder.path();
  const QSize size = last.image.size();
  MainWindow& again = scene.start();
  again.open(folder);
  QTRY_VERIFY_WITH_TIMEOUT(framesOf(again).size() > 1 && isAlike(again), kPatienceMs);
  QCOMPARE(framesOf(again)[1].image.size(), size);
}

void TestWindowStrip::marksTheSidesOfEveryFrame() {
  CoronalPicture dark{40, 60, 1, 1, 0, std::vector<float>(2400, -1000), {}};
  const QImage image = frameImage(dark, 360);
  const auto brightest = [&](const QRect& part) {
    int most = 0;
    for (int y = part.top(); y <= part.bottom(); ++y)
      for (int x = part.left(); x <= part.right(); ++x) most = std::max(most, qGray(image.pixel(x, y)));
    return most;
  };
  QVERIFY(brightest({0, 0, 60, 60}) > 200);
  QVERIFY(brightest({image.width() - 60, 0, 60, 60}) > 200);
  QCOMPARE(brightest({60, 0, image.width() - 120, image.height()}), 0);
}

void TestWindowStrip::namesCaseAndPlaneInSavedPictures() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  FrameStrip& strip = window.stagesPanel().strip();
  const PictureStamp stamp = strip.stampFor(framesOf(window));
  QCOMPARE(stamp.caseName, QString("hip"));
  QVERIFY2(stamp.plane.startsWith("Coronal ") && stamp.plane.endsWith(" mm"), qPrintable(stamp.plane));
  StageFrame elsewhere = framesOf(window)[0];
  auto moved = std::make_shared<CoronalPicture>(*elsewhere.picture);
  moved->plane += 1;
  elsewhere.picture = moved;
  QVERIFY(strip.stampFor({framesOf(window)[0], elsewhere}).plane.isEmpty());
  const QImage named = strip.stripImage();
  QVERIFY(named != stripPicture(framesOf(window), {}));
  QVERIFY(strip.frameImageOf(kPreOpStage) != captionedFrame(framesOf(window)[0], {}));
}

QTEST_MAIN(TestWindowStrip)
#include "test_window_strip.moc"
