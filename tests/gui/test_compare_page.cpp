// Guidance values side by side, with the real widgets and threads and the fake model, whose results are known.
#include "engine/run/comparison_table.h"
#include "tests/gui/compare_scene.h"
#include "ui/compare/ab_view.h"
#include "ui/compare/column_head.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/comparison_saving.h"
#include "ui/export/export_dialog.h"
#include "ui/filmstrip/frame_model.h"
#include "ui/slices/slice_view.h"
#include "ui/theme/theme.h"
#include "ui/viewport/surface_row.h"
#include "ui/window/failure_dialog.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace hipwright;
using namespace hipwright::test;

class TestComparePage : public QObject {
  Q_OBJECT

 private slots:
  void showsAFormBeforeThereIsAComparison();
  void columnsFinishInOrderWithFramesAndNumbers();
  void tableIsTheEngines();
  void sameRunsShareAColumn();
  void valuesComeAndGoWhileOthersRun();
  void stopsKeepsAndContinues();
  void anotherReferenceMeasuresAnew();
  void picksAndExportsAWinner();
  void flipsAAndB();
  void anEarlierRunJoins();
  void linksTheSlices();
  void panelsComeBackAsTheyWere();
  void savesTheTable();
  void aFailureKeepsWhatIsFinished();
  void takesNineColumnsInASmallWindow();
};

void TestComparePage::showsAFormBeforeThereIsAComparison() {
  CompareScene s;
  QVERIFY(s.open());
  QVERIFY(s.page().form().isVisible());
  QPushButton& button = s.page().form().button();
  QTRY_VERIFY_WITH_TIMEOUT(button.isEnabled(), kPatienceMs);
  s.page().form().values().setText("0 one");
  QVERIFY(!button.isEnabled());
  s.page().form().values().setText("1 2 3 4 5 6 7 8 9 10");
  QVERIFY(!button.isEnabled());
  s.page().form().values().setText("1, 3; 5");
  QVERIFY(button.isEnabled());
  QCOMPARE(*parseValues("1, 3; 5"), (std::vector<double>{1, 3, 5}));
  QVERIFY(!parseValues("1 -400"));
}

void TestComparePage::columnsFinishInOrderWithFramesAndNumbers() {
  CompareScene s;
  QVERIFY(s.open());
  std::vector<double> order;
  connect(&s.session(), &ComparisonSession::columnChanged, this, [&](int id) {
    const ComparedColumn* column = s.session().column(id);
    if (column->state == ColumnState::Running && (order.empty() || order.back() != column->cfg))
      order.push_back(column->cfg);
  });
  bool isStale = false;  // the time left, when nothing is left to run
  connect(&s.session(), &ComparisonSession::stateChanged, this,
          [&] { isStale = isStale || (!s.session().hasUnfinished() && s.session().secondsLeft()); });
  bool isSilent = false;  // that all is finished, while something still works
  connect(&s.session(), &ComparisonSession::stateChanged, this, [&] {
    if (s.session().isComparing() && !s.session().hasUnfinished())
      isSilent = isSilent || s.page().head().progress() != "Writing the table";
  });
  s.start("0 1 3 5");
  QVERIFY(s.session().isComparing());
  QCOMPARE(cfgsOf(s.session()), (std::vector<double>{0, 1, 3, 5}));
  QVERIFY(s.finish());
  QCOMPARE(order, (std::vector<double>{3, 0, 1, 5}));  // the reference first
  QCOMPARE(s.session().reference()->cfg, 3.0);
  QCOMPARE(s.page().head().progress(), QString("4 of 4 finished"));
  QVERIFY(!isStale && !isSilent);
  for (const ComparedColumn& column : s.session().columns()) {
    QCOMPARE(column.seed, 7);
    QVERIFY(column.frames->frames().back().kind == FrameKind::Final);
    QVERIFY(!column.frames->frames().back().image.isNull());
    QVERIFY(QFile::exists(QString::fromStdString((column.run->folder.surface()).string())));
  }
  // Without a condition the fake model gives no implant: nothing to measure, and no colours.
  QCOMPARE(s.cell(NumberId::Dice, 0), QString("not measurable"));
  QVERIFY(s.column(0).surface->isEmpty());
  QCOMPARE(s.cell(NumberId::Dice, 3), QString("reference"));
  const ComparedColumn& five = s.column(5);
  QVERIFY(five.distances && five.distances->size() == five.mesh->vertices.size());
  // A stronger weight makes the sphere of the fake model larger: all of it lies outside the reference.
  QVERIFY(*std::max_element(five.distances->begin(), five.distances->end()) > 0);
  QVERIFY(five.row->numbers.volumeMm3 > s.column(3).row->numbers.volumeMm3);
}

void TestComparePage::tableIsTheEngines() {
  CompareScene s;
  QVERIFY(s.open());
  std::optional<ComparisonOutcome> outcome;
  connect(&s.window->controller(), &RunController::comparisonEnded, this,
          [&](const ComparisonOutcome& ended) { outcome = ended; });
  s.start("1 3 5 7");
  QVERIFY(s.finish());
  QVERIFY(outcome && outcome->end == ComparisonEnd::Finished);
  QCOMPARE(QString::fromStdString(comparisonCsv(s.session().table())),
           QString::fromStdString(comparisonCsv(outcome->table)));
  for (const ComparisonRow& row : outcome->table.rows) {
    QCOMPARE(s.cell(NumberId::Volume, row.value.cfg), QString::number(row.numbers.volumeMm3 / 1000, 'f', 1));
    if (row.toReference)
      QCOMPARE(s.cell(NumberId::Dice, row.value.cfg), QString::number(*row.toReference->dice, 'f', 3));
  }
}

void TestComparePage::sameRunsShareAColumn() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3 3.000000001");
  QCOMPARE(cfgsOf(s.session()), (std::vector<double>{1, 3}));
  QVERIFY(s.finish());
  QCOMPARE(s.column(3).alsoAsked.size(), std::size_t{1});
  QVERIFY(columnTitle(s.column(3)).startsWith("CFG 3 and 3.0"));
  QCOMPARE(columnNote(s.column(3)), QString("the same run"));
  std::optional<ComparisonOutcome> outcome;
  connect(&s.window->controller(), &RunController::comparisonEnded, this,
          [&](const ComparisonOutcome& ended) { outcome = ended; });
  QVERIFY(!s.session().add(5));
  QVERIFY(s.finish());
  QVERIFY(outcome && outcome->table.merged.size() == 1);
  QCOMPARE(s.session().add(3.0 + 1e-12).value_or(0), 3.0);
  QCOMPARE(s.session().columns().size(), std::size_t{3});
}

void TestComparePage::valuesComeAndGoWhileOthersRun() {
  CompareScene s;
  s.scene.behave(slow(30));
  QVERIFY(s.open(6));
  s.start("1 3 5 7");
  QTRY_VERIFY_WITH_TIMEOUT(s.session().finished() >= 1, kPatienceMs);
  const int first = s.session().columns()[1].id;
  QCOMPARE(s.session().columns()[1].cfg, 3.0);
  const ColumnHead* head = s.page().columns().head(first);
  s.session().remove(idOf(s.session(), 7));
  QVERIFY(!s.session().add(4));
  QCOMPARE(cfgsOf(s.session()), (std::vector<double>{1, 3, 4, 5}));
  QVERIFY(s.session().isComparing());
  QVERIFY(!s.session().whyKept(first).isEmpty());
  QCOMPARE(s.page().columns().head(first), head);  // its widgets stay
  QVERIFY(s.finish());
  QCOMPARE(cfgsOf(s.session()), (std::vector<double>{1, 3, 4, 5}));
  // What comes when all have ended starts by itself.
  QVERIFY(!s.session().add(2));
  QVERIFY(s.session().isComparing());
  QVERIFY(s.finish());
  QCOMPARE(s.session().finished(), 5);
}

void TestComparePage::stopsKeepsAndContinues() {
  CompareScene s;
  s.scene.behave(slow(60));
  QVERIFY(s.open(6));
  s.start("1 3 5");
  QTRY_VERIFY_WITH_TIMEOUT(s.session().finished() >= 1 && s.session().reference() != nullptr, kPatienceMs);
  for (const QAbstractButton* button : s.page().findChildren<QAbstractButton*>())
    QVERIFY(button->text() != "Stop");  // the toolbar has it
  s.window->actions().stop->trigger();
  QCOMPARE(s.window->controller().state(), RunState::Stopping);
  QTRY_VERIFY_WITH_TIMEOUT(!s.session().isComparing(), kPatienceMs);
  const int kept = s.session().finished();
  QVERIFY(kept >= 1 && kept < 3);
  for (const ComparedColumn& column : s.session().columns())
    if (column.state == ColumnState::Waiting) QCOMPARE(columnNote(column), QString("stopped"));
  QCOMPARE(cfgsOf(s.session()), (std::vector<double>{1, 3, 5}));
  QVERIFY(s.page().head().goOnButton().isVisible());
  const ComparedColumn* reference = s.session().reference();
  const auto mesh = reference->mesh;
  QCOMPARE(s.page().head().goOnButton().text(), QString("Continue"));
  s.page().head().goOnButton().click();
  QVERIFY(s.finish());
  QCOMPARE(s.session().finished(), 3);
  QCOMPARE(s.session().reference()->mesh, mesh);
}

void TestComparePage::anotherReferenceMeasuresAnew() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3 5");
  QVERIFY(s.finish());
  const double to3 = *s.column(1).difference->dice;
  const auto distances = s.column(1).distances;
  QComboBox& chooser = s.page().head().reference();
  chooser.setCurrentIndex(chooser.findData(idOf(s.session(), 5)));
  emit chooser.activated(chooser.currentIndex());
  QCOMPARE(s.session().reference()->cfg, 5.0);
  QVERIFY(!s.session().isCompared());
  QVERIFY(s.finish());
  QVERIFY(s.session().isCompared());
  QCOMPARE(s.cell(NumberId::Dice, 5), QString("reference"));
  QVERIFY(s.column(3).difference.has_value());
  QVERIFY(*s.column(1).difference->dice < to3);  // 5 is farther from 1 than 3 is
  QVERIFY(s.column(1).distances != distances);
  QVERIFY(*std::min_element(s.column(1).distances->begin(), s.column(1).distances->end()) < 0);
}

void TestComparePage::picksAndExportsAWinner() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  QVERIFY(!s.window->actions().exportResult->isEnabled());
  s.page().columns().head(idOf(s.session(), 1))->star().click();
  QCOMPARE(s.session().winner()->cfg, 1.0);
  QVERIFY(s.window->actions().exportResult->isEnabled());
  s.window->actions().exportResult->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(s.window->findChild<ExportDialog*>() != nullptr, kPatienceMs);
  s.window->findChild<ExportDialog*>()->reject();
  s.page().columns().head(idOf(s.session(), 1))->star().click();
  QVERIFY(s.session().winner() == nullptr);
}

void TestComparePage::flipsAAndB() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  QCOMPARE(s.page().panel().chosen(false), idOf(s.session(), 3));
  QCOMPARE(s.page().panel().chosen(true), idOf(s.session(), 1));
  AbView& ab = s.page().panel().ab();
  ab.setBar(1);
  const QImage a = ab.grab().toImage();
  QTest::keyPress(&s.page(), Qt::Key_Space);
  QVERIFY(ab.isFlipped());
  const QImage b = ab.grab().toImage();
  QVERIFY(a != b);
  QTest::keyRelease(&s.page(), Qt::Key_Space);
  QVERIFY(!ab.isFlipped());
  QCOMPARE(ab.grab().toImage(), a);
  QTest::keyPress(&s.page(), Qt::Key_Space);
  QEvent left(QEvent::WindowDeactivate);
  QApplication::sendEvent(&s.page(), &left);
  QVERIFY(!ab.isFlipped());
  QTest::mouseClick(&ab, Qt::LeftButton, {}, {ab.width() / 4, 20});
  QVERIFY(std::abs(ab.bar() - 0.25) < 0.02);
  ab.setFocus();
  QTest::keyClick(&ab, Qt::Key_End);
  QCOMPARE(ab.bar(), 1.0);
  s.window->activateWindow();
  QTRY_VERIFY_WITH_TIMEOUT(s.window->isActiveWindow(), kPatienceMs);
  ab.setFocus();
  QCOMPARE(ab.grab().toImage().pixelColor(0, ab.height() / 2), themeOf(ab.palette()).accent);
}

void TestComparePage::anEarlierRunJoins() {
  CompareScene s;
  QVERIFY(s.open());
  s.window->actions().compare->trigger();
  RunRequest request = s.window->settingsPanel().form().request();
  request.cfg = 3;
  request.seed = 11;
  request.ts = 2;
  s.window->settingsPanel().form().setRequest(request);
  s.window->actions().generate->trigger();
  QTRY_COMPARE_WITH_TIMEOUT(s.window->session().runs().size(), std::size_t(1), kPatienceMs);
  request.seed = 7;
  request.ts = 4;
  s.window->settingsPanel().form().setRequest(request);
  s.window->compareFlow().setRequest(request);
  s.window->actions().compare->trigger();
  s.start("1 3");
  QVERIFY(s.finish());
  QCOMPARE(s.page().head().settings(), QString("Seed 7, 4 steps, same starting noise"));
  const PastRun earlier = [&] {
    for (const PastRun& run : s.window->session().runs())
      if (run.record.seed == 11) return run;
    qFatal("the run is not in the list");
  }();
  s.session().join(earlier);
  QVERIFY(s.finish());
  QCOMPARE(s.session().columns().size(), std::size_t{3});
  const ComparedColumn& joined = s.session().columns()[2];
  QVERIFY(joined.joined);
  QCOMPARE(joined.seed, 11);
  // The fake model does not look at the noise: the same sphere, measured from the file.
  QVERIFY(*joined.difference->dice > 0.999);
  QVERIFY(std::abs(joined.row->numbers.volumeMm3 - s.column(3).row->numbers.volumeMm3) < 1);
  const QString csv = QString::fromStdString(comparisonCsv(s.session().table()));
  QVERIFY2(csv.contains(",3,7,4,") && csv.contains(",3,11,2,"), qPrintable(csv));
  const std::string json = comparisonJson(s.session().table(), s.session().folder());
  QVERIFY(json.find("\"seed\": 11,\n      \"ts\": 2,") != std::string::npos);
  QVERIFY(!s.page().head().settings().contains("same starting noise"));
  QCOMPARE(s.page().head().settings(), QString("Seed 7, 4 steps; earlier runs have their own"));
  s.session().join(earlier);
  QCOMPARE(s.session().columns().size(), std::size_t{3});
}

void TestComparePage::linksTheSlices() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  SliceView* one = s.page().columns().slice(idOf(s.session(), 1));
  SliceView* three = s.page().columns().slice(idOf(s.session(), 3));
  one->zoomBy(2, one->rect().center());
  one->stepSlices(3);
  QCOMPARE(three->frame().mmPerPixel, one->frame().mmPerPixel);
  QCOMPARE(three->frame().centre, one->frame().centre);
  s.page().head().linked().setChecked(false);
  one->zoomBy(2, one->rect().center());
  one->stepSlices(2);
  QVERIFY(three->frame().mmPerPixel != one->frame().mmPerPixel);
  QVERIFY(three->frame().centre != one->frame().centre);
  s.page().head().linked().setChecked(true);
  QCOMPARE(three->frame().mmPerPixel, one->frame().mmPerPixel);
  QCOMPARE(three->frame().centre, one->frame().centre);
}

void TestComparePage::panelsComeBackAsTheyWere() {
  CompareScene s;
  QVERIFY(s.open());
  const auto dock = [&](const char* name) { return s.window->findChild<QDockWidget*>(name); };
  QVERIFY(!dock("caseDock")->isVisible());
  s.window->actions().compare->trigger();
  QVERIFY(dock("caseDock")->isVisible() && dock("stagesDock")->isVisible());
  dock("stagesDock")->hide();
  s.window->actions().compare->trigger();
  QVERIFY(!dock("caseDock")->isVisible());
  emit s.page().backWanted();
  QVERIFY(dock("caseDock")->isVisible() && dock("settingsDock")->isVisible());
  QVERIFY(!dock("stagesDock")->isVisible());
}

void TestComparePage::savesTheTable() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3");
  QVERIFY(s.finish());
  const std::filesystem::path base = s.scene.root() / "table";
  const auto files = saveComparison(savedComparison(s.session()), base, {});
  QCOMPARE(files.size(), std::size_t{3});
  QCOMPARE(contentOf(files[0]), comparisonCsv(s.session().table()));
  QVERIFY(contentOf(files[1]).find("\"reference_cfg\": 3") != std::string::npos);
  QVERIFY(!QImage(QString::fromStdString(files[2].string())).isNull());
}

void TestComparePage::aFailureKeepsWhatIsFinished() {
  CompareScene s;
  FakeModelOptions options;
  options.hook = throwAt(FakeCall::Predict, 6);  // in the second value
  s.scene.behave(options);
  QVERIFY(s.open());
  s.start("1 3");
  QTRY_VERIFY_WITH_TIMEOUT(s.window->findChild<FailureDialog*>() != nullptr, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(s.session().reference() != nullptr, kPatienceMs);
  QCOMPARE(s.session().finished(), 1);
  s.window->findChild<FailureDialog*>()->reject();
  s.page().head().goOnButton().click();
  QVERIFY(s.finish());
  QCOMPARE(s.session().finished(), 2);
}

void TestComparePage::takesNineColumnsInASmallWindow() {
  CompareScene s;
  QVERIFY(s.open(2));
  s.window->resize(1280, 800);
  s.start("1 2 3 4 5 6 7 8 9");
  QVERIFY(s.finish());
  QVERIFY(!s.page().panel().isVisible());
  const std::vector<int> edges = s.page().columns().edges();
  QCOMPARE(edges.size(), std::size_t{10});
  QVERIFY(edges[1] >= ColumnsView::kNarrowest);
  QCOMPARE(s.page().table().columnWidth(0), edges[1]);
  QVERIFY(s.page().columns().scrollBar()->maximum() > 0);
  QCOMPARE(s.page().table().horizontalScrollBar()->maximum(), s.page().columns().scrollBar()->maximum());
  s.window->activateWindow();
  QTRY_VERIFY_WITH_TIMEOUT(s.window->isActiveWindow(), kPatienceMs);
  s.page().setFocus();
  QTest::keyClick(&s.page(), Qt::Key_9, Qt::ControlModifier);
  QCOMPARE(s.page().columns().scrollBar()->value(), s.page().columns().scrollBar()->maximum());
  QCOMPARE(s.page().table().horizontalScrollBar()->value(), s.page().columns().scrollBar()->maximum());
  QVERIFY(s.page().columns().slice(s.session().columns().back().id)->hasFocus());
}

QTEST_MAIN(TestComparePage)
#include "test_compare_page.moc"
