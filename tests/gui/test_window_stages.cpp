// The strip of stages and the views beside it: whose frames they are, what a pick shows, and what is said of them.
#include "tests/gui/strip_scene.h"
#include "ui/case/case_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/runs/run_list.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/viewport/volume_badge.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>

#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

int picturesIn(MainWindow& window) {
  const auto& frames = framesOf(window);
  return int(std::count_if(frames.begin(), frames.end(), [](const StageFrame& f) { return !f.image.isNull(); }));
}

std::vector<int> stepsOf(MainWindow& window) {
  std::vector<int> steps;
  for (const StageFrame& frame : framesOf(window)) steps.push_back(frame.step);
  return steps;
}

int selectedStep(MainWindow& window) {
  const QModelIndex current = window.stagesPanel().strip().currentIndex();
  return current.isValid() ? framesOf(window)[std::size_t(current.row())].step : -2;
}

void pick(MainWindow& window, int row) {
  FrameStrip& strip = window.stagesPanel().strip();
  strip.setCurrentIndex(strip.frames().index(row));
}

void set(MainWindow& window, int steps, int previews, std::int64_t seed = 5) {
  RunRequest request = window.settingsPanel().form().request();
  request.ts = steps;
  request.preview = previews;
  request.seed = seed;
  request.summary = false;
  window.settingsPanel().form().setRequest(request);
}

FakeModelOptions slow(int ms) {
  FakeModelOptions options;
  options.hook = delayEach(std::chrono::milliseconds(ms));
  return options;
}

QPushButton* followOf(MainWindow& window) {
  for (QPushButton* button : window.stagesPanel().head().findChildren<QPushButton*>())
    if (button->text() == "Follow") return button;
  return nullptr;
}

QStringList wordsIn(const QWidget& widget) {
  QStringList words;
  for (const QLabel* label : widget.findChildren<QLabel*>())
    if (!label->isHidden()) words << label->text();
  return words;
}

/// Mean difference of two pictures at the same size, 0 to 255.
double difference(const QImage& a, const QImage& b) {
  const QImage other = b.scaled(a.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  double sum = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) sum += std::abs(qGray(a.pixel(x, y)) - qGray(other.pixel(x, y)));
  return sum / (a.width() * a.height());
}

}  // namespace

class TestWindowStages : public QObject {
  Q_OBJECT

 private slots:
  void showsTheFramesOfTheRunThatIsShown();
  void showsARunAgainAfterAStop();
  void marksTheDemoWhileItGenerates();
  void stampsPicturesThatLeave();
  void holdsAPickAndFollowsAgain();
  void picksWorkAfterAStop();
  void framesThatAreNotThereCannotBePicked();
  void showsSavedPreviews();
  void marksTheFrameThatIsDecoded();
  void comparesLikeWithLike();
  void callsNothingFinalThatIsNot();
};

void TestWindowStages::showsTheFramesOfTheRunThatIsShown() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 6, 3);
  FINISH(window);
  const std::vector<int> first = stepsOf(window);
  const PastRun run = *window.session().shownRun();
  set(window, 14, 5);
  FINISH(window);
  QVERIFY(stepsOf(window) != first);
  emit window.casePanel().runs().openRequested(run);
  QTRY_COMPARE_WITH_TIMEOUT(stepsOf(window), first, kPatienceMs);
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(window).back().kind, FrameKind::Final, kPatienceMs);
  QCOMPARE(framesOf(window).back().total, 6);
  QVERIFY(wordsIn(*window.statusBar()).contains(fromPath(run.folder.path().filename())));
}

void TestWindowStages::showsARunAgainAfterAStop() {
  WindowScene scene;
  scene.behave(slow(10));
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 6, 3);
  FINISH(window);
  const PastRun run = *window.session().shownRun();
  set(window, 60, 5);
  QSignalSpy steps(&window.controller(), &RunController::stepFinished);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(steps.size() >= 2, kPatienceMs);
  window.actions().stop->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
  emit window.casePanel().runs().openRequested(run);
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(window).back().kind, FrameKind::Final, kPatienceMs);
  for (const StageFrame& each : framesOf(window)) QVERIFY(each.kind != FrameKind::NotRun);
}

void TestWindowStages::marksTheDemoWhileItGenerates() {
  WindowScene scene;
  scene.scene().changeProfile([](ModelProfile& profile) { profile.demo = true; });
  scene.behave(slow(40));
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 40, 8);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(picturesIn(window) >= 2, kPatienceMs);
  QVERIFY(window.controller().isBusy());
  QVERIFY2(window.slices().scene().note().contains("DEMO"), qPrintable(window.slices().scene().note()));
  QVERIFY2(window.slices().scene().briefNote().endsWith("DEMO"), qPrintable(window.slices().scene().briefNote()));
  QCOMPARE(window.stagesPanel().strip().stamp().mark, QString("DEMO"));
  QCOMPARE(window.stagesPanel().strip().stamp().settings, QString("Seed 5, CFG 1"));
  if (const auto* badge = window.findChild<VolumeBadge*>()) {  // there is OpenGL
    QVERIFY(wordsIn(*badge).contains("DEMO"));
    QVERIFY(wordsIn(*badge).contains("The surface comes at the end"));
  }
  window.actions().stop->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
}

void TestWindowStages::stampsPicturesThatLeave() {
  FrameStrip strip;
  const StageFrame stage = frame(FrameKind::Exact, 3, 1, -1);
  strip.frames().setFrames({stage});
  const QImage plainStrip = strip.stripImage();
  const QImage plainFrame = strip.frameImageOf(3);
  QVERIFY(plainFrame.height() > stage.image.height());  // a caption
  strip.setStamp({"Seed 5, CFG 3", {}});
  const QImage settings = strip.frameImageOf(3);
  strip.setStamp({"Seed 5, CFG 3", "DEMO"});
  QVERIFY(strip.stripImage() != plainStrip);
  QVERIFY(settings != plainFrame);
  QVERIFY(strip.frameImageOf(3) != settings);
  QVERIFY(strip.frameImageOf(7).isNull());
  const QImage resting = strip.frameImageOf(3);
  strip.frames().setBusy(3);
  QCOMPARE(strip.frameImageOf(3), resting);
}

void TestWindowStages::holdsAPickAndFollowsAgain() {
  WindowScene scene;
  scene.behave(slow(30));
  MainWindow& window = scene.start();
  window.resize(1280, 800);
  OPEN_CASE(window, scene.ct());
  set(window, 60, 12);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(picturesIn(window) >= 3, kPatienceMs);
  QPushButton* follow = followOf(window);
  QVERIFY(follow != nullptr && !follow->isVisible());
  const int picked = framesOf(window)[1].step;
  pick(window, 1);
  QCOMPARE(window.session().shownStage().step, picked);
  QVERIFY(window.session().shownStage().sdf != nullptr);
  QVERIFY(follow->isVisible());
  const int before = picturesIn(window);
  QTRY_VERIFY_WITH_TIMEOUT(picturesIn(window) > before, kPatienceMs);
  QCOMPARE(window.session().shownStage().step, picked);
  QCOMPARE(selectedStep(window), picked);
  QTest::keyClick(&window.stagesPanel().strip(), Qt::Key_Right);
  QCOMPARE(window.session().shownStage().step, framesOf(window)[2].step);
  follow->click();
  QVERIFY(!follow->isVisible());
  QVERIFY(window.session().shownStage().step > framesOf(window)[2].step);
  const int newest = window.session().shownStage().step;
  QTRY_VERIFY_WITH_TIMEOUT(window.session().shownStage().step > newest, kPatienceMs);
  window.actions().stop->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
}

void TestWindowStages::picksWorkAfterAStop() {
  WindowScene scene;
  scene.behave(slow(30));
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 60, 12);
  window.actions().generate->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(picturesIn(window) >= 3, kPatienceMs);
  window.actions().stop->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isBusy(), kPatienceMs);
  QVERIFY(!followOf(window)->isVisible());
  pick(window, 2);
  QCOMPARE(window.session().shownStage().step, framesOf(window)[2].step);
  QVERIFY(window.session().shownStage().sdf != nullptr);
  QVERIFY(window.slices().scene().note().contains("approximate"));
  QCOMPARE(window.slices().scene().briefNote(), QString(QChar(0x2248)));
}

void TestWindowStages::framesThatAreNotThereCannotBePicked() {
  FrameModel frames;
  StageFrame waiting;
  waiting.step = 9;
  waiting.total = 20;
  frames.setFrames({frame(FrameKind::Approximate, 3, 1, -1), waiting});
  QVERIFY(frames.flags(frames.index(0)).testFlag(Qt::ItemIsEnabled));
  QVERIFY(!frames.flags(frames.index(1)).testFlag(Qt::ItemIsEnabled));
}

void TestWindowStages::showsSavedPreviews() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 12, 4);
  FINISH(window);
  const std::filesystem::path folder = window.session().shownRun()->folder.path();
  const std::vector<StageFrame> live = framesOf(window);
  const int loaded = scene.scene().modelsLoaded();
  MainWindow& again = scene.start();
  again.open(folder);
  QTRY_COMPARE_WITH_TIMEOUT(picturesIn(again), int(live.size()), kPatienceMs);
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(again).back().kind, FrameKind::Final, kPatienceMs);  // a preview stood there
  const std::vector<StageFrame>& read = framesOf(again);
  for (std::size_t i = 0; i < live.size(); ++i) {
    QCOMPARE(read[i].step, live[i].step);
    QCOMPARE(read[i].kind, live[i].kind);
    QCOMPARE(read[i].timestep, live[i].timestep);
    QCOMPARE(read[i].picture->plane, live[i].picture->plane);
    if (live[i].kind != FrameKind::Approximate) continue;
    const double apart = difference(live[i].image, read[i].image);
    QVERIFY2(apart < 8, qPrintable(QString::number(apart)));  // the letters R and L are in the saved one
  }
  QCOMPARE(scene.scene().modelsLoaded(), loaded);
}

void TestWindowStages::marksTheFrameThatIsDecoded() {
  WindowScene scene;
  scene.behave(slow(60));
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  set(window, 6, 3);
  FINISH(window);
  QCOMPARE(framesOf(window)[1].kind, FrameKind::Approximate);
  pick(window, 1);
  QVERIFY(framesOf(window)[1].isBusy);
  QCOMPARE(frameDetail(framesOf(window)[1]), QString::fromUtf8("decoding…"));
  QCOMPARE(window.session().shownStage().step, framesOf(window)[1].step);  // as near as it is known
  QTRY_COMPARE_WITH_TIMEOUT(framesOf(window)[1].kind, FrameKind::Exact, kPatienceMs);
  QVERIFY(!framesOf(window)[1].isBusy);
  QVERIFY(window.session().shownStage().mesh != nullptr);
}

void TestWindowStages::comparesLikeWithLike() {
  FrameModel frames;
  frames.setFrames({frame(FrameKind::Exact, 0, 1, -1), frame(FrameKind::Approximate, 5, 1, 1),
                    frame(FrameKind::Approximate, 9, 1, 1)});
  frames.put(frame(FrameKind::Final, 1 << 20, 1, 1));
  const auto& all = frames.frames();
  QVERIFY(!all[1].change);  // the frame before is exact
  QCOMPARE(frameDetail(all[1]), QString("approximate"));
  QCOMPARE(*all[2].change, 0.0);
  QCOMPARE(all[2].changeFrom, 5);
  QCOMPARE(*all[3].change, 0.5);
  QCOMPARE(all[3].changeFrom, 0);
  QVERIFY(frameSentence(all[3]).contains("since step 1"));
  frames.setFrames({frame(FrameKind::Approximate, 9, 1, -1), frame(FrameKind::Final, 1 << 20, 1, 1)});
  QVERIFY(!frames.frames()[1].change);
  QCOMPARE(frameDetail(frames.frames()[1]), QString("exact"));
}

void TestWindowStages::callsNothingFinalThatIsNot() {
  StageFrame waiting;
  waiting.step = 1 << 20;
  waiting.total = 20;
  FrameModel frames;
  frames.setFrames({waiting});
  QCOMPARE(frameTitle(frames.frames()[0]), QString("Final"));
  frames.endWaiting(FrameModel::End::Finished);
  QCOMPARE(frames.frames()[0].kind, FrameKind::Waiting);
  frames.endWaiting(FrameModel::End::Stopped);
  QCOMPARE(frameTitle(frames.frames()[0]), QString("Step 20"));
  QCOMPARE(frameDetail(frames.frames()[0]), QString("not run"));
  QCOMPARE(frameTitle(frame(FrameKind::Approximate, 1 << 20, 1, 1)), QString("Step 20"));
}

QTEST_MAIN(TestWindowStages)
#include "test_window_stages.moc"
