// Errors in the window's words: reasons that are filled in are worded too, and remedies name what the window has.
#include "ui/text/language.h"
#include "ui/text/reason_list.h"
#include "ui/text/reasons.h"
#include "ui/text/wording.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QLibraryInfo>
#include <QPushButton>
#include <QTest>

using namespace hipwright;

class TestWording : public QObject {
  Q_OBJECT

 private slots:
  void wordsReasonsInChinese();
  void leavesUnknownReasonsAlone();
  void remediesNameNoFlags();
  void warningsNameNoFlags();
  void bytesAreGrouped();
  void qtSpeaksChineseToo();
};

void TestWording::wordsReasonsInChinese() {
  Language language(*qApp, "zh_CN");
  for (const char* reason : kReasons) {
    const QString text = QCoreApplication::translate("Reason", reason);
    QVERIFY2(text != QString::fromUtf8(reason), reason);
    for (const char* place : {"%1", "%2", "%3"})
      QVERIFY2(text.contains(place) == QString::fromUtf8(reason).contains(place), reason);
  }
  QCOMPARE(reasonText("it holds 2 volumes or values per voxel"),
           QString::fromUtf8("它含有 2 个体数据，或每个体素有 2 个值"));
  QCOMPARE(reasonText("its sform is sheared by 3 degrees, as after a tilted gantry"),
           QString::fromUtf8("它的 sform 倾斜了 3 度，如同机架倾斜后的结果"));
  QCOMPARE(reasonText("it seems to be a PNG picture"), QString::fromUtf8("它看起来是 PNG 图片"));
  const Error error(ErrorCode::NotAVolume, {{"path", "a.nii"}, {"reason", "it has 4 axes instead of three"}});
  QVERIFY2(whatText(error).contains(QString::fromUtf8("它有 4 个轴")), qPrintable(whatText(error)));
  language.setCode("en");
}

void TestWording::leavesUnknownReasonsAlone() {
  QCOMPARE(reasonText("cuDNN says no"), QString("cuDNN says no"));
  QCOMPARE(reasonText(""), QString());
  const Error error(ErrorCode::FileUnreadable, {{"path", "a %1 b.nii"}, {"reason", "Permission denied"}});
  QCOMPARE(whatText(error), QString("The file a %1 b.nii cannot be read: Permission denied."));
}

void TestWording::remediesNameNoFlags() {
  for (const char* code : {"en", "zh_CN"}) {
    Language language(*qApp, code);
    for (const ErrorCode each : allErrorCodes()) {
      const QString remedy = remedyText(Error(each, {{"reason", "x"}, {"less", "1 GB"}, {"percent", "80"}}));
      QVERIFY2(!remedy.contains("--"), qPrintable(remedy));
    }
    language.setCode("en");
  }
}

void TestWording::warningsNameNoFlags() {
  const RunWarning warning{WarningCode::PrecisionFallback, "fp32 is used instead of --amp."};
  QVERIFY2(warningText(warning).contains("precision") && !warningText(warning).contains("--"),
           qPrintable(warningText(warning)));
}

void TestWording::bytesAreGrouped() {
  const auto said = [](const char* have, const char* need) {
    return whatText(Error(ErrorCode::FileTruncated, {{"path", "a.nii"}, {"have", have}, {"need", need}}));
  };
  QVERIFY2(said("348", "26214752").contains("it has 348 of the 26,214,752 bytes"), qPrintable(said("348", "26214752")));
  QVERIFY2(said("1000", "100000").contains("it has 1,000 of the 100,000 bytes"), qPrintable(said("1000", "100000")));
}

void TestWording::qtSpeaksChineseToo() {
  Language language(*qApp, "zh_CN");
  const QDialogButtonBox box(QDialogButtonBox::Cancel);
  const QString text = box.button(QDialogButtonBox::Cancel)->text();
  language.setCode("en");
  // Where Qt's own translations are installed, one must have been built in.
  if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_zh_CN.qm"))
    QSKIP("Qt's translations are not installed");
  QCOMPARE(text, QString::fromUtf8("取消"));
}

QTEST_MAIN(TestWording)
#include "test_wording.moc"
