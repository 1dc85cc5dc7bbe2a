// What another language leaves as it is: all that the window shows, and the window itself if it speaks it already.
#include "tests/gui/case_scene.h"
#include "ui/filmstrip/plane_chooser.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/language.h"
#include "ui/viewport/viewport.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"

#include <QPointer>

using namespace hipwright;
using namespace hipwright::test;

namespace {

void speak(WindowHost& host, const QString& code) {
  for (QAction* action : host.window().actions().languages->actions())
    if (action->data().toString() == code) action->trigger();
}

}  // namespace

class TestWindowSwitch : public QObject {
  Q_OBJECT

 private slots:
  void theSameLanguageChangesNothing() {
    WindowScene scene;
    Language language(*qApp, "en");
    WindowHost host(scene.setup(), scene.appearance(), language);
    const QPointer<MainWindow> window = &host.window();
    speak(host, "en");
    QTest::qWait(200);
    QVERIFY(window == &host.window());
    speak(host, "zh_CN");
    QTRY_VERIFY_WITH_TIMEOUT(window.isNull(), kPatienceMs);
    const QPointer<MainWindow> chinese = &host.window();
    speak(host, "zh_CN");
    QTest::qWait(200);
    QVERIFY(chinese == &host.window());
    language.setCode("en");
  }

  void theSystemsLanguageMayBeTheSame() {
    const Language language(*qApp, "en");
    QVERIFY(language.speaks("en"));
    QVERIFY(!language.speaks("zh_CN"));
  }

  void showsTheSameAgain() {
    WindowScene scene;
    Language language(*qApp, "en");
    WindowHost host(scene.setup(), scene.appearance(), language);
    MainWindow* window = &host.window();
    OPEN_CASE(*window, scene.ct());
    RunRequest request = window->settingsPanel().form().request();
    request.seed = 7;
    request.ts = 12;
    request.summary = true;
    window->settingsPanel().form().setRequest(request);
    emit window->settingsPanel().form().edited();
    window->actions().generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(window->session().hasFinishedRun() && !window->controller().isBusy(), kPatienceMs);
    const std::filesystem::path run = window->session().shownRun()->folder.path();
    QTRY_COMPARE_WITH_TIMEOUT(window->session().shownStage().step, kFinalStage, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!window->stagesPanel().head().plane().isHidden(), kPatienceMs);
    window->session().showStage(0);
    QTRY_COMPARE_WITH_TIMEOUT(window->session().shownStage().step, 0, kPatienceMs);

    SlicePanel& slices = window->slices();
    slices.setLayoutKind(ViewLayout::Grid);
    slices.scene().setWindow({700, -40});
    slices.view(Plane::Coronal).zoomBy(2, {60, 60});
    const Box bounds = slices.scene().bounds();
    slices.setCrosshair(bounds.lower + 0.3 * bounds.size());
    const Vec3 crosshair = slices.scene().crosshair();
    const double zoom = slices.view(Plane::Coronal).frame().mmPerPixel;
    slices.scene().toggle(SliceLayer::Region);
    const std::int64_t plane = window->view().stripPlane.value() + 2;
    emit window->stagesPanel().head().plane().planeChosen(plane);
    CameraPose pose;
    if (auto* viewport = window->findChild<Viewport*>()) {
      pose = orbited(viewport->camera(), {40, 30});
      viewport->holdCamera(pose);
    }

    speak(host, "zh_CN");
    QTRY_COMPARE_WITH_TIMEOUT(language.code(), QString("zh_CN"), kPatienceMs);
    window = &host.window();
    QTRY_COMPARE_WITH_TIMEOUT(window->actions().generate->text(), QString::fromUtf8("生成"), kPatienceMs);
    QVERIFY(window->session().openedCase() != nullptr);
    QCOMPARE(window->session().shownRun()->folder.path(), run);
    QTRY_COMPARE_WITH_TIMEOUT(window->session().shownStage().step, 0, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(window->view().stripPlane.value_or(-1), plane, kPatienceMs);
    QTest::qWait(500);  // nothing that comes later moves anything
    QCOMPARE(window->session().shownStage().step, 0);
    QCOMPARE(window->slices().scene().crosshair(), crosshair);
    QCOMPARE(window->slices().scene().window(), (WindowLevel{700, -40}));
    QCOMPARE(window->slices().layoutKind(), ViewLayout::Grid);
    QVERIFY(!window->slices().scene().isShown(SliceLayer::Region));
    QVERIFY(std::abs(window->slices().view(Plane::Coronal).frame().mmPerPixel / zoom - 1) < 1e-6);
    if (auto* viewport = window->findChild<Viewport*>()) {
      QVERIFY(length(viewport->camera().back() - pose.back()) < 1e-6);
      QCOMPARE(viewport->camera().distance, pose.distance);
    }
    QCOMPARE(window->settingsPanel().form().request().seed, std::optional<std::int64_t>(7));
    language.setCode("en");
  }
};

QTEST_MAIN(TestWindowSwitch)
#include "test_window_switch.moc"
