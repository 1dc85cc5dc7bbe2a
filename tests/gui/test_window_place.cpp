// Where the window stands from one start to the next, on a desktop that puts a frame around it: the offscreen platform
// does, so that nothing here opens a case, whose 3-D view it cannot draw.
#include "tests/gui/window_scene.h"
#include "ui/text/language.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"
#include "ui/window/window_memory.h"

#include <QFile>
#include <QFileDialog>
#include <QScreen>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kWaitMs = 30'000;
constexpr int kSettledMs = 400;  // after which the frame is known

bool hasFrame(const QWidget& window) { return window.frameGeometry() != window.geometry(); }

QString placeOf(const QRect& rect) {
  return QString("%1,%2 %3x%4").arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

}  // namespace

class TestWindowPlace : public QObject {
  Q_OBJECT

 private slots:
  void standsWhereItStood() {
    WindowScene scene;
    MainWindow* window = &scene.start();
    window->resize(1024, 680);
    window->move(60, 40);
    QTest::qWait(kSettledMs);
    QVERIFY(hasFrame(*window));
    const QRect place = window->frameGeometry();
    for (int i = 0; i < 3; ++i) {
      window->close();
      window = &scene.start();
      QTest::qWait(kSettledMs);
      QCOMPARE(placeOf(window->frameGeometry()), placeOf(place));
    }
  }

  void standsWhereItStoodInAnotherLanguage() {
    WindowScene scene;
    Language language(*qApp, "en");
    WindowHost host(scene.setup(), scene.appearance(), language);
    host.window().resize(1024, 680);
    host.window().move(60, 40);
    QTest::qWait(kSettledMs);
    const QRect place = host.window().frameGeometry();
    for (const QString code : {"zh_CN", "en", "zh_CN"}) {
      for (QAction* action : host.window().actions().languages->actions())
        if (action->data().toString() == code) action->trigger();
      QTRY_COMPARE_WITH_TIMEOUT(language.code(), code, kWaitMs);
      QTest::qWait(kSettledMs);
      QCOMPARE(placeOf(host.window().frameGeometry()), placeOf(place));
    }
    language.setCode("en");
  }

  /// The frame too, which is known only after the window was shown.
  void comesBackOntoTheScreen() {
    WindowScene scene;
    const QRect room = scene.start().screen()->availableGeometry();
    scene.window().setGeometry(QRect(room.bottomRight() - QPoint(200, 100), QSize(1024, 680)));
    QTest::qWait(kSettledMs);
    scene.window().close();
    const MainWindow& again = scene.start();
    QTest::qWait(kSettledMs);
    QVERIFY2(room.contains(again.frameGeometry()), qPrintable(placeOf(again.frameGeometry())));
  }

  /// A dialog would take a folder that is not there for the name of a file.
  void dialogsBeginInAFolderThatIsThere() {
    WindowScene scene;
    scene.start();
    const std::filesystem::path gone = scene.root() / "gone" / "deeper";
    WindowMemory memory(scene.root() / "data");
    memory.keepOpenFolder(gone);
    QCOMPARE(memory.openFolder(), scene.root());
    memory.settings().sync();
    MainWindow& window = scene.start();
    window.actions().openCt->trigger();
    auto* dialog = window.findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->directory().canonicalPath(), QDir(QString::fromStdString(scene.root().string())).canonicalPath());
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QFileDialog*>() == nullptr, kWaitMs);
  }
};

int main(int argc, char** argv) {
  const QTemporaryDir folder;
  QFile screens(folder.filePath("screens.json"));
  if (!screens.open(QIODevice::WriteOnly)) return 1;
  screens.write(R"({"windowFrameMargins": true, "screens": [{"name": "one", "x": 0, "y": 0, "width": 1600,
    "height": 1000, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
  screens.close();
  qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
  qunsetenv("DISPLAY");  // this platform has no OpenGL to show
  QApplication application(argc, argv);
  TestWindowPlace test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_window_place.moc"
