// What the columns of a comparison tell: frames that show the implant, names that say which run it is, runs that joined
// beside the curves, and how the form reads what is typed.
#include "engine/io/volume_file.h"
#include "tests/gui/compare_scene.h"
#include "tests/support/sphere_case.h"
#include "ui/charts/value_plot.h"
#include "ui/compare/ab_view.h"
#include "ui/compare/column_head.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/stage_strip.h"
#include "ui/controls/elided_label.h"
#include "ui/filmstrip/frame_model.h"
#include "ui/slices/slice_view.h"
#include "ui/text/language.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QScreen>
#include <QStyleOptionComboBox>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

/// Beside the middle of every plane, and not in the middle one of the coronal ones.
void placeImplantAside(CompareScene& s) {
  const Geometry geometry{{60, 24, 30}, {1, 1, 1}, {-40, 20, 300}, kIdentity3};
  Sphere sphere;
  sphere.centre = geometry.indexToPatient({10, 6, 15});
  sphere.radius = 5;
  writeNifti(s.scene.ct(), sphereCt(geometry, sphere, smallProfile()), {});
}

/// A run of this case with settings of its own, finished before the comparison starts. Leaves the comparison shown.
bool generate(CompareScene& s, std::int64_t seed, int steps) {
  s.window->actions().compare->trigger();
  RunRequest request = s.window->settingsPanel().form().request();
  const RunRequest before = request;
  request.cfg = 3;
  request.seed = seed;
  request.ts = steps;
  s.window->settingsPanel().form().setRequest(request);
  s.window->actions().generate->trigger();
  if (!QTest::qWaitFor([&] { return s.window->session().runs().size() == 1; }, kPatienceMs)) return false;
  s.window->settingsPanel().form().setRequest(before);
  s.window->compareFlow().setRequest(before);
  s.window->actions().compare->trigger();
  return QTest::qWaitFor([&] { return !s.window->controller().isBusy(); }, kPatienceMs);
}

/// The run that generate() made, as the last column.
int join(CompareScene& s, std::int64_t seed) {
  for (const PastRun& run : s.window->session().runs())
    if (run.record.seed == seed) s.session().join(run);
  if (!s.finish()) return 0;
  for (const ComparedColumn& column : s.session().columns())
    if (column.joined) return column.id;
  return 0;
}

std::int64_t finalPlane(const ComparedColumn& column) { return column.frames->frames().back().picture->plane; }

std::int64_t shownPlane(CompareScene& s, double cfg) {
  const Vec3 point = s.page().columns().slice(idOf(s.session(), cfg))->frame().centre;
  return std::llround(s.session().openedCase()->file.ct->geometry.patientToIndex(point)[1]);
}

int tealIn(const QImage& image) {
  int teal = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor colour = image.pixelColor(x, y);
      teal += colour.blue() > colour.red() + 40 && colour.green() > colour.red() + 40 ? 1 : 0;
    }
  return teal;
}

bool isWhole(const QComboBox& box) {
  QStyleOptionComboBox option;
  option.initFrom(&box);
  const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
  return box.fontMetrics().horizontalAdvance(box.currentText()) <= field.width();
}

QStringList shownIn(const QWidget& root) {
  QStringList texts;
  for (const QLabel* label : root.findChildren<QLabel*>()) {
    const auto* elided = dynamic_cast<const ElidedLabel*>(label);
    if (label->isVisible()) texts << (elided != nullptr ? elided->fullText() : label->text());
  }
  return texts;
}

}  // namespace

class TestComparePageColumns : public QObject {
  Q_OBJECT

 private slots:
  void framesShowTheImplantInOnePlane();
  void framesOfAnEmptyResultFollow();
  void aJoinedReferenceNamesItsRun();
  void joinedRunsStandBesideTheCurves();
  void theListOfNumbersIsAsWideAsItsNames();
  void titlesLeaveTheLetterFree();
  void nothingIsNamedBeforeItIsThere();
  void theFormSaysHowItReads_data();
  void theFormSaysHowItReads();
  void anotherValueStartsWithANewOne();
  void addingForgetsTheTimeLeft();
};

/// Also of a run that was found again, which shows no picture while it goes.
void TestComparePageColumns::framesShowTheImplantInOnePlane() {
  CompareScene s;
  placeImplantAside(s);
  QVERIFY(s.open());
  s.window->resize(1600, 1000);
  QVERIFY(generate(s, 7, 4));
  s.start("3 5");
  QVERIFY(s.finish());
  QVERIFY(s.column(3).row->found);
  const std::int64_t plane = shownPlane(s, 3);
  QVERIFY(plane != s.session().openedCase()->file.ct->geometry.size[1] / 2);
  for (const ComparedColumn& column : s.session().columns()) QCOMPARE(finalPlane(column), plane);
  for (StageStrip* strip : s.page().columns().findChildren<StageStrip*>()) {
    const QRect cell = strip->visualRect(strip->model()->index(strip->model()->rowCount() - 1, 0));
    const int teal = tealIn(strip->viewport()->grab(cell).toImage());
    QVERIFY2(20 * teal >= cell.width() * cell.height(), qPrintable(QString::number(teal)));
  }
}

void TestComparePageColumns::framesOfAnEmptyResultFollow() {
  CompareScene s;
  placeImplantAside(s);
  QVERIFY(s.open());
  s.start("0");
  QVERIFY(s.finish());
  QVERIFY(!s.session().add(3));
  QVERIFY(s.finish());
  QCOMPARE(finalPlane(s.column(3)), shownPlane(s, 3));
  QTRY_COMPARE_WITH_TIMEOUT(finalPlane(s.column(0)), finalPlane(s.column(3)), kPatienceMs);
}

void TestComparePageColumns::aJoinedReferenceNamesItsRun() {
  CompareScene s;
  QVERIFY(s.open());
  QVERIFY(generate(s, 11, 2));
  s.start("0 1 3 5");
  QVERIFY(s.finish());
  const int joined = join(s, 11);
  QVERIFY(joined != 0);
  s.session().setReference(joined);
  QVERIFY(s.finish());
  for (const QSize size : {QSize(1600, 1000), QSize(1280, 800)}) {
    s.window->resize(size);
    QTest::qWait(50);
    const QStringList texts = shownIn(*s.page().columns().head(joined));
    QVERIFY2(texts.join(' ').contains("Reference") && texts.join(' ').contains("seed 11, 2 steps"),
             qPrintable(texts.join('|')));
    QCOMPARE(s.page().head().reference().currentText(), QString("CFG 3, seed 11"));
    QVERIFY(isWhole(s.page().head().reference()));
  }
  QVERIFY(!shownIn(*s.page().columns().head(idOf(s.session(), 3))).contains("Reference"));
}

void TestComparePageColumns::joinedRunsStandBesideTheCurves() {
  CompareScene s;
  QVERIFY(s.open());
  s.window->resize(1600, 1000);
  QVERIFY(generate(s, 11, 2));
  s.start("1 3");
  QVERIFY(s.finish());
  const ValuePlot& plot = s.page().panel().plot();
  const QString before = plot.readout(3);
  QVERIFY(shownIn(s.page().panel()).filter("earlier runs").isEmpty());
  const int joined = join(s, 11);
  QVERIFY(joined != 0);
  const QString dice = chartNumber(*s.session().column(joined)->difference->dice, 3);
  const QString after = plot.readout(3);
  QVERIFY2(after.startsWith(before), qPrintable(after));
  QVERIFY2(after.contains("CFG 3, seed 11, Dice: " + dice), qPrintable(after));
  QVERIFY(after.contains("CFG 3, seed 11, Volume"));
  QVERIFY(plot.accessibleDescription().contains("seed 11"));
  QCOMPARE(shownIn(s.page().panel()).filter("earlier runs").size(), 1);
}

void TestComparePageColumns::theListOfNumbersIsAsWideAsItsNames() {
  CompareScene s;
  QVERIFY(s.open());
  s.window->resize(1600, 1000);
  s.start("1 3");
  QVERIFY(s.finish());
  for (const bool isRight : {false, true}) {
    QComboBox& numbers = s.page().panel().number(isRight);
    numbers.showPopup();
    QTRY_VERIFY_WITH_TIMEOUT(numbers.view()->isVisible(), kPatienceMs);
    QVERIFY(numbers.view()->viewport()->width() >= numbers.view()->sizeHintForColumn(0));
    const QRect list = numbers.view()->window()->geometry();
    const QRect room = numbers.screen()->availableGeometry();
    QVERIFY(list.left() >= room.left() && list.right() <= room.right());
    numbers.hidePopup();
  }
}

void TestComparePageColumns::titlesLeaveTheLetterFree() {
  constexpr int kLetter = 9;  // px on either side of the middle
  AbView view;
  view.resize(280, 280);
  view.setCase(std::make_shared<const Volume>(sphereCt(RunScene::standardGeometry(), Sphere{}, smallProfile())));
  const QImage without = view.grab().toImage();
  view.setSide(false, "CFG 3, seed 9", "DEMO", nullptr);
  view.setSide(true, "CFG 12.5, seed 4294967295", "DEMO", nullptr);
  const QImage with = view.grab().toImage();
  const QRect letter(with.width() / 2 - kLetter, 0, 2 * kLetter, 80);
  QCOMPARE(with.copy(letter), without.copy(letter));
  for (const QRect corner : {QRect(0, 0, 120, 20), QRect(0, 21, 120, 20), QRect(160, 0, 120, 20)})
    QVERIFY(with.copy(corner) != without.copy(corner));
  QVERIFY(view.accessibleDescription().contains("CFG 3, seed 9, DEMO"));
}

void TestComparePageColumns::nothingIsNamedBeforeItIsThere() {
  CompareScene s;
  s.scene.behave(slow(40));
  QVERIFY(s.open(6));
  s.start("0 1 3");
  const ComparePanel& panel = s.page().panel();
  QVERIFY(s.session().isComparing() && s.session().finished() == 0);
  QCOMPARE(panel.chosen(false), 0);
  QCOMPARE(panel.chosen(true), 0);
  QVERIFY(!s.page().panel().ab().accessibleDescription().contains("CFG"));
  QTRY_VERIFY_WITH_TIMEOUT(s.session().reference() != nullptr, kPatienceMs);
  QCOMPARE(panel.chosen(false), idOf(s.session(), 3));
  QVERIFY(s.finish());
  QCOMPARE(panel.chosen(true), idOf(s.session(), 1));
}

void TestComparePageColumns::theFormSaysHowItReads_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("said");
  QTest::addColumn<int>("runs");
  QTest::newRow("plain") << "0 1 3"
                         << "3 values: 0, 1, 3" << 3;
  QTest::newRow("one") << "3"
                       << "1 value: 3" << 1;
  QTest::newRow("the same run") << "0 1 1.0 3"
                                << "3 values: 0, 1, 3\n1 and 1.0 are the same run." << 3;
  QTest::newRow("repeated") << "1 3 3 3"
                            << "2 values: 1, 3\n3 is there more than once." << 2;
  QTest::newRow("a decimal comma") << "2,5 3"
                                   << "3 values: 2, 5, 3" << 3;
  QTest::newRow("nine and one again") << "1 2 3 4 5 6 7 8 9 9.0"
                                      << "9 values: 1, 2, 3, 4, 5, 6, 7, 8, 9\n9 and 9.0 are the same run." << 9;
}

void TestComparePageColumns::theFormSaysHowItReads() {
  QFETCH(QString, typed);
  QFETCH(QString, said);
  QFETCH(int, runs);
  Language language(*qApp, "en");
  StartForm form;
  std::size_t asked = 0;
  form.setForecast([&](const std::vector<double>& cfgs) {
    asked = cfgs.size();
    return std::optional(1.0);
  });
  form.show();
  form.values().clear();
  QTest::keyClicks(&form.values(), typed);
  QVERIFY2(shownIn(form).contains(said), qPrintable(shownIn(form).join('|')));
  QCOMPARE(int(asked), runs);
  QVERIFY(form.button().isEnabled());
}

void TestComparePageColumns::anotherValueStartsWithANewOne() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  emit s.page().otherValueWanted();
  auto* dialog = s.page().findChild<QInputDialog*>();
  QVERIFY(dialog != nullptr);
  QCOMPARE(dialog->doubleValue(), 2.0);
  dialog->reject();
}

/// It was told before the value came, and can be that of a run that is about to end.
void TestComparePageColumns::addingForgetsTheTimeLeft() {
  CompareScene s;
  s.scene.behave(slow(60));
  QVERIFY(s.open(8));
  s.start("1 3");
  QTRY_VERIFY_WITH_TIMEOUT(s.session().secondsLeft().has_value(), kPatienceMs);
  QVERIFY(!s.session().add(5));
  QVERIFY(!s.session().secondsLeft());
  QVERIFY(!s.page().head().progress().contains("left"));
  QVERIFY(s.finish());
}

QTEST_MAIN(TestComparePageColumns)
#include "test_compare_page_columns.moc"
