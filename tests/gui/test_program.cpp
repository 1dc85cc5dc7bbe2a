// The window's program as it is started from a terminal: what it says there, also where there is no display.
#include "engine/core/version.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace hipwright;

namespace {

struct Said {
  int code = -1;
  QString out;
};

/// On a machine without a display.
Said said(const QStringList& arguments) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"}) environment.remove(name);
  environment.insert("QT_QPA_PLATFORM", "xcb");
  process.setProcessEnvironment(environment);
  process.start(HIPWRIGHT_PROGRAM, arguments);
  process.waitForFinished(60'000);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput())};
}

}  // namespace

class TestProgram : public QObject {
  Q_OBJECT

 private slots:
  void saysItsVersionWithoutADisplay() {
    const Said version = said({"--version"});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out.trimmed(), QString("hipwright %1").arg(kVersion));
  }

  void helpNamesAllThatItOpens() {
    const Said help = said({"--help"});
    QCOMPARE(help.code, 0);
    for (const char* what : {".nii.gz", ".nrrd", ".mha", "DICOM", "run", "hipwright"})
      QVERIFY2(help.out.contains(what), qPrintable(help.out));
  }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
