// The case in the window: what will be done with it, and DICOM folders.
#include "engine/plan/preflight_words.h"
#include "tests/gui/case_scene.h"
#include "tests/support/dicom_writer.h"
#include "ui/case/case_panel.h"
#include "ui/case/hip_chooser.h"
#include "ui/case/preflight_list.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_panel.h"
#include "ui/text/language.h"
#include "ui/text/preflight_text.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/series_dialog.h"
#include "ui/window/window_actions.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace hipwright;
using namespace hipwright::test;

namespace {

QString shownPreflight(MainWindow& window) {
  QStringList words;
  for (const QLabel* label : window.casePanel().findChild<PreflightList*>()->findChildren<QLabel*>())
    words << label->text();
  return words.join('\n');
}

QString wordsIn(const QWidget& widget) {
  QStringList words;
  for (const QLabel* label : widget.findChildren<QLabel*>())
    if (!label->isHidden()) words << label->text();
  return words.join('|');
}

std::vector<DicomPicture> series(const Volume& volume, const std::string& uid, const std::string& description) {
  constexpr std::uint32_t kDescription = 0x0008103E;
  std::vector<DicomPicture> pictures = dicomPictures(volume, uid);
  for (DicomPicture& picture : pictures) picture.fields[kDescription] = description;
  return pictures;
}

/// Two series in one folder, of 12 and of 30 slices.
std::filesystem::path folderOfTwo(const WindowScene& scene) {
  std::filesystem::path folder = scene.root() / "two";
  writeDicomFolder(folder / "a", series(block(12), "1.2.3.1", "Topogram"));
  writeDicomFolder(folder / "b", series(block(30), "1.2.3.2", "Pelvis 1.0"));
  return folder;
}

}  // namespace

class TestWindowCase : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatWillBeDone();
  void refusesWhatTheEngineRefuses();
  void saysEverythingInChinese();
  void showsHowMuchOfAFolderIsRead();
  void offersTheSeriesOfAFolder();
  void takesADroppedFolder();
  void saysWhyASeriesCannotBeUsed();
  void showsMarkupInMetadataAsText();
  void refusesADamagedFolderAndGoesOn();
};

void TestWindowCase::saysWhatWillBeDone() {
  WindowScene scene;
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
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
  QVERIFY(shownPreflight(window).contains("There is nothing to work on; choose a region within the CT."));
}

void TestWindowCase::refusesWhatTheEngineRefuses() {
  WindowScene scene;
  trainOnRightHips(scene, {{16, 16, 16}, {8, 8, 8}});  // so that the ball is much larger than a hip
  MainWindow& window = scene.start();
  OPEN_CASE(window, scene.ct());
  QVERIFY(window.planFlow().isRefused());
  QVERIFY(!window.actions().generate->isEnabled());
  QVERIFY(window.actions().generate->toolTip().contains("No hip was found"));
  QVERIFY2(wordsIn(window.stagesPanel().head()).contains("Refused"), qPrintable(wordsIn(window.stagesPanel().head())));
  QVERIFY(!window.actions().compare->isEnabled());
  QVERIFY(window.actions().compare->toolTip().contains("No hip was found"));
  QCOMPARE(window.slices().scene().side(), QString());  // that it is a right one is assumed
  RunRequest request = window.settingsPanel().form().request();
  request.roi.choice = RegionChoice::Whole;
  window.settingsPanel().form().setRequest(request);
  emit window.settingsPanel().form().edited();
  QTRY_VERIFY_WITH_TIMEOUT(!window.planFlow().isRefused(), kPatienceMs);
  QVERIFY(window.actions().generate->isEnabled());
  QVERIFY(window.actions().compare->isEnabled());
  QVERIFY2(wordsIn(window.stagesPanel().head()).contains("Ready"), qPrintable(wordsIn(window.stagesPanel().head())));

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
           QString::fromUtf8("CT 在下边界切断 7 cm² 的骨，而模型本应看到更多骨。 低于 −1024 HU 的部分视为空气。"));
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
  OPEN_CASE(window, scene.root() / "many");
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

void TestWindowCase::takesADroppedFolder() {
  WindowScene scene;
  MainWindow& window = scene.start();
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(QString::fromStdString(platform::toUtf8(folderOfTwo(scene))))});
  QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window, &enter);
  QVERIFY(enter.isAccepted());
  QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window, &drop);
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<SeriesDialog*>() != nullptr, kPatienceMs);
  window.findChild<SeriesDialog*>()->openButton().click();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() != nullptr, kPatienceMs);
  QCOMPARE(window.session().openedCase()->file.ct->geometry.size[2], 30);
}

void TestWindowCase::saysWhyASeriesCannotBeUsed() {
  WindowScene scene;
  const std::filesystem::path folder = folderOfTwo(scene);
  std::vector<DicomPicture> gaps = series(block(30), "1.2.3.3", "Uneven");
  gaps.erase(gaps.begin() + 2, gaps.begin() + 21);
  gaps.erase(gaps.begin() + 4, gaps.begin() + 8);
  writeDicomFolder(folder / "c", gaps);
  MainWindow& window = scene.start();
  window.open(folder);
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<SeriesDialog*>() != nullptr, kPatienceMs);
  auto* dialog = window.findChild<SeriesDialog*>();
  QCOMPARE(dialog->list().count(), 3);
  const QListWidgetItem* uneven = dialog->list().item(2);
  QVERIFY(!uneven->flags().testFlag(Qt::ItemIsSelectable));
  QVERIFY(uneven->data(Qt::AccessibleTextRole).toString().contains("Uneven"));
  QVERIFY(uneven->data(Qt::AccessibleTextRole).toString().contains("Cannot be used"));
  dialog->reject();
  QVERIFY(window.session().openedCase() == nullptr);
}

void TestWindowCase::showsMarkupInMetadataAsText() {
  WindowScene scene;
  const std::string markup = "<b>Hip</b><img src=file:///x.png><a href=x>" + std::string(300, 'y');
  const std::filesystem::path folder = scene.root() / "two";
  writeDicomFolder(folder / "a", series(block(12), "1.2.3.1", markup));
  writeDicomFolder(folder / "b", series(block(30), "1.2.3.2", markup));
  MainWindow& window = scene.start();
  window.open(folder);
  QTRY_VERIFY_WITH_TIMEOUT(window.findChild<SeriesDialog*>() != nullptr, kPatienceMs);
  const auto check = [&] {
    int tips = 0;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
      const auto* label = qobject_cast<const QLabel*>(widget);
      if (label != nullptr && !label->text().isEmpty()) QCOMPARE(label->textFormat(), Qt::PlainText);
      const QString tip = widget->toolTip();
      QVERIFY2(!Qt::mightBeRichText(tip) || !tip.contains("<b>"), qPrintable(tip));
      tips += tip.contains("&lt;b&gt;Hip") ? 1 : 0;
    }
    QVERIFY(tips > 0);  // it is long, so that it is shown whole in a tip
  };
  check();
  window.findChild<SeriesDialog*>()->openButton().click();
  QTRY_VERIFY_WITH_TIMEOUT(window.session().openedCase() != nullptr, kPatienceMs);
  check();
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
  OPEN_CASE(window, scene.ct());
  QVERIFY(window.actions().generate->isEnabled());
}

QTEST_MAIN(TestWindowCase)
#include "test_window_case.moc"
