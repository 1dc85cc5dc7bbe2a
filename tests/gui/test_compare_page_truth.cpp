// What the comparison page says is so: which reference distances are to, whose implant is shown, what a demo made, and
// that no file of the user's goes without being asked for.
#include "engine/run/compared_run.h"
#include "tests/gui/compare_scene.h"
#include "ui/compare/ab_view.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/stage_strip.h"
#include "ui/slices/slice_view.h"
#include "ui/theme/parts.h"
#include "ui/window/window_memory.h"

#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

class TestComparePageTruth : public QObject {
  Q_OBJECT

 private slots:
  void distancesFollowTheReference();
  void refusesARunOfAnotherRegion();
  void aPickedStageStays();
  void marksWhatADemoMade();
  void namesAreWhole();
  void tellsHowWellShapesFit();
  void showsEveryNumberOfTheEngine();
  void groupsFold();
  void asksBeforeItReplaces();
  void anglesNameTheirPlanes();
  void startsWithWhatTheFormShows_data();
  void startsWithWhatTheFormShows();
};

namespace {

QString textOf(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// Where the page shows a number of the engine, and by what it multiplies it.
struct Place {
  const char* key;
  NumberId id;
  double scale = 1;
};

std::optional<Place> placeOf(const std::string& key) {
  using N = NumberId;
  static constexpr Place kPlaces[] = {
      {"volume_mm3", N::Volume, 1e-3},
      {"surface_mm2", N::Surface, 1e-2},
      {"components", N::Parts},
      {"size_left_right_mm", N::Width},
      {"size_front_back_mm", N::Depth},
      {"size_up_down_mm", N::Height},
      {"in_bone_percent", N::InsideBone},
      {"in_cortex_percent", N::InsideCortex},
      {"in_soft_tissue_percent", N::InsideSoft},
      {"outside_field_percent", N::OutsideField},
      {"head_centre_l_mm", N::HeadLeft},
      {"head_centre_p_mm", N::HeadBack},
      {"head_centre_s_mm", N::HeadUp},
      {"head_radius_mm", N::HeadRadius},
      {"head_residual_mm", N::HeadResidual},
      {"cup_radius_mm", N::CupRadius},
      {"cup_sphere_residual_mm", N::CupResidual},
      {"cup_inclination_deg", N::CupInclination},
      {"cup_anteversion_deg", N::CupAnteversion},
      {"cup_rim_residual_mm", N::RimResidual},
      {"stem_axis_l", N::StemLeft},
      {"stem_axis_p", N::StemBack},
      {"stem_axis_s", N::StemUp},
      {"stem_residual_mm", N::StemResidual},
      {"canal_fill_25_percent", N::CanalFillLow},
      {"canal_fill_50_percent", N::CanalFill},
      {"canal_fill_75_percent", N::CanalFillHigh},
      {"dice", N::Dice},
      {"assd_mm", N::MeanDistance},
      {"hd95_mm", N::Hd95},
      {"centre_shift_mm", N::CentreShift},
      {"centroid_shift_mm", N::CentroidShift},
  };
  for (const Place& place : kPlaces)
    if (key == place.key) return place;
  return std::nullopt;
}

/// Every number is there, each another.
ComparedColumn measuredColumn() {
  ComparedColumn column;
  column.state = ColumnState::Ready;
  column.row.emplace();
  ImplantNumbers& n = column.row->numbers;
  n.volumeMm3 = 54000;
  n.surfaceMm2 = 17400;
  n.components = 2;
  n.sizeMm = Vec3{77, 56, 112};
  n.tissue = TissueShares{0.55, 0.07, 0.44, 0.01};
  Joint joint;
  joint.head = {{-88, 12, -45}, 14, 0.21};
  joint.cupOuter = SphereFit{{-88, 12, -45}, 27, 0.33};
  n.measures.joint = joint;
  n.measures.cup = CupOpening{{0, 0, -1}, {42, 17}, 0.4};
  n.measures.stem = StemAxis{{0.1, 0.2, 0.97}, {}, 0.5};
  for (std::size_t i = 0; i < n.canal.size(); ++i) n.canal[i] = CanalFill{0.7 + 0.1 * double(i), 150, 0, {}};
  column.difference = ImplantDifference{0.9, SurfaceDistance{0.4, 1.2}, 0.6, 0.8};
  return column;
}

/// As if a part of the run's implant lay beside every grid: its record tells of twice the volume.
bool doubleVolume(const PastRun& run) {
  QFile file(textOf(run.folder.record()));
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QString before = QString::fromUtf8(file.readAll());
  file.close();
  QString after = before;
  after.replace(QRegularExpression(R"("implant_mm3": *[0-9.e+]+)"),
                QString(R"("implant_mm3": %1)").arg(2 * run.record.implantMm3));
  return after != before && file.open(QIODevice::WriteOnly) && file.write(after.toUtf8()) > 0;
}

}  // namespace

/// Whatever the engine measures its values against.
void TestComparePageTruth::distancesFollowTheReference() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("0 1 3 5 7");
  QVERIFY(s.finish());
  s.session().setReference(idOf(s.session(), 5));
  s.session().remove(idOf(s.session(), 3));
  QVERIFY(!s.session().add(2));
  QVERIFY(s.finish());
  s.session().setReference(idOf(s.session(), 1));
  QVERIFY(s.finish());
  const ComparedColumn& one = s.column(1);
  for (const double cfg : {2.0, 5.0, 7.0}) {
    const ComparedColumn& other = s.column(cfg);
    const ImplantDifference anew =
        differenceOnGrid({*other.field, other.row->numbers}, {*one.field, one.row->numbers}, s.session().grid());
    QCOMPARE(*other.difference->dice, *anew.dice);
  }
}

void TestComparePageTruth::refusesARunOfAnotherRegion() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  const PastRun three = *s.column(3).run;
  QVERIFY(doubleVolume(three));
  s.session().clear();
  s.session().join(three);  // beside nothing, there is no grid to be on
  QVERIFY(s.session().columns().empty());
  s.start("1");
  QVERIFY(s.finish());
  QSignalSpy refused(&s.session(), &ComparisonSession::refused);
  s.session().join(three);
  QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, kPatienceMs);
  QVERIFY(refused[0][0].toString().startsWith("CFG 3, seed 7 cannot join"));
  QVERIFY(s.page().window()->findChild<QMessageBox*>() != nullptr);
  QCOMPARE(s.session().columns().size(), std::size_t{1});
}

void TestComparePageTruth::aPickedStageStays() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  auto* strip = s.page().columns().findChildren<StageStrip*>().front();
  const SliceScene* scene = s.page().columns().findChildren<SliceScene*>().front();
  QCOMPARE(scene->implant(), s.column(1).field);
  strip->setCurrentIndex(strip->model()->index(strip->model()->rowCount() - 2, 0));
  const VolumePtr picked = scene->implant();
  QVERIFY(picked != s.column(1).field);
  QVERIFY(!s.session().add(5));
  QVERIFY(s.finish());
  QCOMPARE(scene->implant(), picked);
}

void TestComparePageTruth::marksWhatADemoMade() {
  CompareScene s;
  s.scene.scene().changeProfile([](ModelProfile& profile) { profile.demo = true; });
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(!s.page().head().demo().isVisible());
  QVERIFY(s.finish());
  QVERIFY(s.page().head().demo().isVisible());
  for (const SliceScene* scene : s.page().columns().findChildren<SliceScene*>())
    QCOMPARE(scene->note(), QString("DEMO"));
  QCOMPARE(s.page().panel().ab().accessibleDescription().count("DEMO"), 2);
}

void TestComparePageTruth::namesAreWhole() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  const QHeaderView& names = *s.page().table().verticalHeader();
  QVERIFY2(names.sizeHint().width() <= names.width(),
           qPrintable(QString("%1 of %2 px").arg(names.width()).arg(names.sizeHint().width())));
  const ComparedColumn& three = s.column(3);
  QCOMPARE(s.cell(NumberId::Width, 3), QString::number((*three.row->numbers.sizeMm)[0], 'f', 0));
  QCOMPARE(s.cell(NumberId::InsideSoft, 3), QString::number(100 * three.row->numbers.tissue->soft, 'f', 1));
}

void TestComparePageTruth::tellsHowWellShapesFit() {
  ComparedColumn column;
  column.state = ColumnState::Ready;
  column.row.emplace();
  Joint joint;
  joint.head.radiusMm = 14;
  joint.head.residualMm = 0.21;
  column.row->numbers.measures.joint = joint;
  const ShownNumber shown = shownNumber(NumberId::HeadRadius, column, nullptr);
  QCOMPARE(shown.text, QString("14.0"));
  QVERIFY(shown.tip.contains("0.21 mm"));
}

/// Those of files and tables; one that has no row here makes the test fail.
void TestComparePageTruth::showsEveryNumberOfTheEngine() {
  ComparedColumn column = measuredColumn();
  ComparedColumn reference = column;
  for (const NamedNumber& number : named(column.row->numbers)) {
    const auto place = placeOf(number.key);
    QVERIFY2(place, number.key.c_str());
    const Measured<double> shown = numberOf(place->id, column, &reference);
    QVERIFY2(number.value && shown, number.key.c_str());
    QCOMPARE(*shown, place->scale * *number.value);
  }
  for (const NamedNumber& number : named(*column.difference)) {
    const auto place = placeOf(number.key);
    QVERIFY2(place && isDifference(place->id), number.key.c_str());
    QCOMPARE(*numberOf(place->id, column, &reference), *number.value);
  }
  for (const NumberId id : {NumberId::HeadRadius, NumberId::HeadUp, NumberId::CupRadius, NumberId::CupInclination,
                            NumberId::StemUp, NumberId::CanalFill})
    QVERIFY2(shownNumber(id, column, &reference).tip.contains("Residual of the fit"), qPrintable(numberName(id)));
  column.row->numbers.measures.joint = Measured<Joint>::notMeasurable("no head was found");
  for (const NumberId id : {NumberId::HeadRadius, NumberId::HeadResidual, NumberId::CupRadius}) {
    QCOMPARE(shownNumber(id, column, &reference).text, QString("not measurable"));
    QVERIFY(shownNumber(id, column, &reference).tip.contains("no head was found"));
  }
}

void TestComparePageTruth::groupsFold() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  NumberTable& table = s.page().table();
  const int heading = rowOf(NumberGroup::Shape);
  QCOMPARE(table.model()->headerData(heading, Qt::Vertical, Qt::DisplayRole).toString(), QString("Size and shape"));
  QVERIFY(!table.isRowHidden(rowOf(NumberId::Volume)));
  const QRect cell = table.visualRect(table.model()->index(heading, 0));
  QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
  QVERIFY(table.isRowHidden(rowOf(NumberId::Volume)) && table.isRowHidden(rowOf(NumberId::Parts)));
  QVERIFY(!table.isRowHidden(heading) && !table.isRowHidden(rowOf(NumberId::Dice)));
  QVERIFY(!s.session().add(5));  // the table is made anew
  QVERIFY(s.finish());
  QVERIFY(table.isRowHidden(rowOf(NumberId::Volume)));
  table.setCurrentIndex(table.model()->index(heading, 0));
  QTest::keyClick(&table, Qt::Key_Return);
  QVERIFY(!table.isRowHidden(rowOf(NumberId::Volume)));
}

void TestComparePageTruth::asksBeforeItReplaces() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  const auto json = s.scene.root() / "table.json";
  QFile mine(textOf(json));
  QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
  mine.close();
  emit s.page().saveTableWanted();
  auto* dialog = s.page().findChild<QFileDialog*>();
  QVERIFY(dialog != nullptr);
  const auto choose = [&](const std::filesystem::path& path) {
    emit dialog->fileSelected(textOf(path));
    return s.page().findChild<QMessageBox*>();
  };
  const std::string before = contentOf(s.session().folder() / "comparison.json");
  QMessageBox* refusal = choose(s.session().folder() / "comparison.csv");
  QVERIFY(refusal != nullptr && refusal->icon() == QMessageBox::Warning);
  QCOMPARE(contentOf(s.session().folder() / "comparison.json"), before);
  delete refusal;
  QMessageBox* question = choose(s.scene.root() / "table.csv");
  QVERIFY(question != nullptr && question->text().contains("table.json"));
  QCOMPARE(contentOf(json), std::string("mine"));
  question->buttons().front()->click();
  QTRY_VERIFY_WITH_TIMEOUT(contentOf(json).find("reference_cfg") != std::string::npos, kPatienceMs);
}

/// A pelvis may lie tilted in the scanner, and no plane of the patient's own was looked for.
void TestComparePageTruth::anglesNameTheirPlanes() {
  for (const NumberId id : {NumberId::CupInclination, NumberId::CupAnteversion})
    QVERIFY2(numberName(id).contains("scanner planes"), qPrintable(numberName(id)));
  // In the table, where names must be short, the heading above them does.
  QVERIFY(groupOf(NumberId::CupInclination) == NumberGroup::Opening &&
          groupOf(NumberId::CupAnteversion) == NumberGroup::Opening);
  QVERIFY2(groupName(NumberGroup::Opening).contains("scanner planes"), qPrintable(groupName(NumberGroup::Opening)));
}

void TestComparePageTruth::startsWithWhatTheFormShows_data() {
  QTest::addColumn<bool>("shipped");
  QTest::addColumn<QString>("remembered");
  QTest::newRow("fresh, without presets") << false << QString();
  QTest::newRow("fresh") << true << QString();
  QTest::newRow("the remembered preset was deleted") << true << QString("user-gone");
}

/// No setting was touched, so nothing but the start has told the comparison where to save.
void TestComparePageTruth::startsWithWhatTheFormShows() {
  QFETCH(bool, shipped);
  QFETCH(QString, remembered);
  CompareScene s;
  WindowSetup setup = s.scene.setup();
  if (shipped) setup.presetFolder = std::filesystem::path(HIPWRIGHT_SOURCE_DIR) / "resources" / "presets";
  if (!remembered.isEmpty()) WindowMemory(setup.dataFolder).keepPreset(remembered.toStdString());
  MainWindow window(setup, s.scene.appearance());
  window.show();
  s.window = &window;
  QSignalSpy failures(&window.compareFlow(), &CompareFlow::failed);
  OPEN_CASE(window, s.scene.ct());
  window.actions().compare->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(s.page().form().button().isEnabled(), kPatienceMs);
  s.start("1");
  QVERIFY(!window.compareFlow().session().request().save.empty());
  QVERIFY(QTest::qWaitFor([&] { return s.session().isComparing() && !s.session().folder().empty(); }, kPatienceMs));
  QCOMPARE(failures.count(), 0);
  QCOMPARE(s.session().folder().parent_path(), setup.saveFolder);
  s.session().stop();
  QTRY_VERIFY_WITH_TIMEOUT(!s.session().isComparing(), kPatienceMs);
}

QTEST_MAIN(TestComparePageTruth)
#include "test_compare_page_truth.moc"
