// What is looked at on the comparison page: views that move together, the chart of a chosen number, and colours that
// stand for millimetres.
#include "tests/gui/compare_scene.h"
#include "ui/charts/value_plot.h"
#include "ui/compare/ab_view.h"
#include "ui/compare/colour_bar.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/distance_colours.h"
#include "ui/slices/slice_view.h"
#include "ui/theme/theme.h"
#include "ui/viewport/surface_row.h"

#include <QComboBox>
#include <QMouseEvent>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace hipwright;
using namespace hipwright::test;

namespace {

void drag(QWidget& on, QPoint from, QPoint by) {
  const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons held) {
    QMouseEvent event(type, at, on.mapToGlobal(at), button, held, Qt::NoModifier);
    QApplication::sendEvent(&on, &event);
  };
  send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
  send(QEvent::MouseMove, from + by, Qt::NoButton, Qt::LeftButton);
  send(QEvent::MouseButtonRelease, from + by, Qt::LeftButton, Qt::NoButton);
}

void turnWheel(QWidget& on, int notches) {
  const QPoint at = on.rect().center();
  QWheelEvent event(at, on.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&on, &event);
}

bool isSame(const CameraPose& a, const CameraPose& b) {
  return a.focus == b.focus && a.orientation == b.orientation && a.distance == b.distance;
}

std::vector<CameraPose> posesOf(const SurfaceRow& row, int count) {
  std::vector<CameraPose> poses;
  for (int i = 0; i < count; ++i) poses.push_back(row.camera(i));
  return poses;
}

/// The picture of one of `count` surfaces, without the borders between them.
QImage cellOf(const QImage& row, int cell, int count) {
  constexpr int kBorder = 3;
  const int left = cell * row.width() / count + kBorder;
  return row.copy(left, 0, row.width() / count - 2 * kBorder, row.height());
}

QPoint middleOf(const QWidget& row, int cell, int count) {
  return {(2 * cell + 1) * row.width() / (2 * count), row.height() / 2};
}

void choose(QComboBox& box, const QVariant& data) {
  box.setCurrentIndex(box.findData(data));
  emit box.activated(box.currentIndex());
}

}  // namespace

class TestComparePageViews : public QObject {
  Q_OBJECT

 private slots:
  void turningOneTurnsAll();
  void slicesAndCrosshairMoveTogether();
  void chartShowsTheChosenNumber();
  void chartKeepsItsAxisWhileValuesArrive();
  void coloursStandForMillimetres();
  void rangeRecoloursTheSurfaces();
};

void TestComparePageViews::turningOneTurnsAll() {
  constexpr int kCount = 3;
  CompareScene s;
  QVERIFY(s.open());
  s.start("1 3 5");
  QVERIFY(s.finish());
  SurfaceRow* row = s.page().columns().surfaces();
  QVERIFY(row != nullptr);
  const std::vector<CameraPose> before = posesOf(*row, kCount);
  const QImage pictures = row->screenshot();
  drag(*row, middleOf(*row, 1, kCount), {0, 70});
  turnWheel(*row, 2);
  for (int i = 0; i < kCount; ++i) {
    QVERIFY(isSame(row->camera(i), row->camera(1)));
    QVERIFY(row->camera(i).orientation != before[std::size_t(i)].orientation);
    QVERIFY(row->camera(i).distance < before[std::size_t(i)].distance);
    QVERIFY(cellOf(row->screenshot(), i, kCount) != cellOf(pictures, i, kCount));
  }
  s.page().head().linked().setChecked(false);
  const std::vector<CameraPose> apart = posesOf(*row, kCount);
  drag(*row, middleOf(*row, 2, kCount), {50, 0});
  QVERIFY(isSame(row->camera(0), apart[0]) && isSame(row->camera(1), apart[1]));
  QVERIFY(!isSame(row->camera(2), apart[2]));
  s.page().head().linked().setChecked(true);
  QVERIFY(isSame(row->camera(0), row->camera(2)) && isSame(row->camera(1), row->camera(2)));
}

void TestComparePageViews::slicesAndCrosshairMoveTogether() {
  CompareScene s;
  QVERIFY(s.open());
  s.window->resize(1600, 1000);
  s.start("1 3 5");
  QVERIFY(s.finish());
  const auto scenes = s.page().columns().findChildren<SliceScene*>();
  QCOMPARE(scenes.size(), 3);
  SliceView& one = *s.page().columns().slice(idOf(s.session(), 1));
  SliceView& five = *s.page().columns().slice(idOf(s.session(), 5));
  const Vec3 start = scenes[0]->crosshair();
  const QImage slice = five.picture();
  const QImage ab = s.page().panel().ab().grab().toImage();
  turnWheel(one, 3);
  for (const SliceScene* scene : scenes) {
    QCOMPARE(scene->crosshair(), scenes[0]->crosshair());
    QVERIFY(scene->crosshair()[1] != start[1]);  // another coronal slice
  }
  QVERIFY(five.picture() != slice);
  QVERIFY(s.page().panel().ab().grab().toImage() != ab);
  const Vec3 there = scenes[0]->crosshair();
  QTest::mouseClick(&five, Qt::LeftButton, {}, five.rect().center() + QPoint(17, -23));
  for (const SliceScene* scene : scenes) {
    QCOMPARE(scene->crosshair(), scenes[2]->crosshair());
    QVERIFY(scene->crosshair()[0] != there[0] && scene->crosshair()[2] != there[2]);
    QCOMPARE(scene->crosshair()[1], there[1]);
  }
  s.page().head().linked().setChecked(false);
  turnWheel(one, 1);
  QVERIFY(scenes[0]->crosshair()[1] != there[1]);
  QCOMPARE(scenes[2]->crosshair()[1], there[1]);
}

void TestComparePageViews::chartShowsTheChosenNumber() {
  CompareScene s;
  QVERIFY(s.open());
  s.start("0 1 3 5");
  QVERIFY(s.finish());
  const ValuePlot& plot = s.page().panel().plot();
  choose(s.page().panel().number(false), int(NumberId::Surface));
  choose(s.page().panel().number(true), int(NumberId::MeanDistance));
  for (const double cfg : {1.0, 5.0}) {
    const ComparedColumn& column = s.column(cfg);
    const QString area = chartNumber(column.row->numbers.surfaceMm2 / 100, 0);
    const QString distance = chartNumber(column.difference->surface->meanMm, 2);
    QCOMPARE(plot.readout(cfg),
             QString::fromUtf8("CFG %1\nSurface, cm²: %2\nMean distance, mm: %3").arg(cfg).arg(area, distance));
  }
  // The reference is not measured against itself, and of no implant there is no distance.
  for (const double cfg : {0.0, 3.0}) {
    QVERIFY(plot.readout(cfg).contains("Surface"));
    QVERIFY(!plot.readout(cfg).contains("Mean distance"));
  }
  choose(s.page().panel().number(true), int(NumberId::Dice));
  QVERIFY(plot.readout(3).endsWith("Dice: 1"));
  QCOMPARE(plot.accessibleDescription().count("Dice: "), 3);
  QCOMPARE(plot.accessibleDescription().count("Mean distance"), 0);
}

void TestComparePageViews::chartKeepsItsAxisWhileValuesArrive() {
  CompareScene s;
  s.scene.behave(slow(80));
  QVERIFY(s.open(6));
  s.window->resize(1600, 1000);
  s.start("0 1 3 5 7");
  QTRY_VERIFY_WITH_TIMEOUT(s.session().reference() != nullptr, kPatienceMs);
  QVERIFY(s.session().isComparing());  // 3 is there, 5 and 7 are not
  QTRY_VERIFY_WITH_TIMEOUT(s.page().panel().plot().isBandNamed(), kPatienceMs);
  QVERIFY(s.session().isComparing());
  QVERIFY(s.finish());
  QVERIFY(s.page().panel().plot().isBandNamed());
  s.session().clear();
  s.start("0 1");
  QVERIFY(s.finish());
  QTRY_VERIFY_WITH_TIMEOUT(!s.page().panel().plot().isBandNamed(), kPatienceMs);  // the band is not in the picture
}

void TestComparePageViews::coloursStandForMillimetres() {
  const VertexColours colours = distanceColours({-9, -2, -1, 0, 2, 9}, 2);
  const auto colourAt = [&](std::size_t i) {
    return QColor((*colours)[3 * i], (*colours)[3 * i + 1], (*colours)[3 * i + 2]).rgb();
  };
  const auto& stops = picture::kDistance;
  QCOMPARE(colourAt(0), QColor::fromRgb(stops.front()).rgb());  // beyond the range: as at its end
  QCOMPARE(colourAt(1), QColor::fromRgb(stops.front()).rgb());
  QCOMPARE(colourAt(2), QColor::fromRgb(stops[2]).rgb());
  QCOMPARE(colourAt(3), QColor::fromRgb(stops[4]).rgb());
  QCOMPARE(colourAt(4), QColor::fromRgb(stops.back()).rgb());
  QCOMPARE(colourAt(5), QColor::fromRgb(stops.back()).rgb());
  ColourBar bar;
  bar.resize(321, 36);
  bar.setRange(2);
  const QImage image = bar.grab().toImage();
  constexpr int kNear = 4;  // of 255, for the gradient's steps
  for (const double mm : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
    const QColor shown = image.pixelColor(int(std::lround((mm / 2 + 1) / 2 * 320)), 5);
    const QColor meant = QColor::fromRgb(picture::distanceColour(mm / 2));
    for (const int off : {shown.red() - meant.red(), shown.green() - meant.green(), shown.blue() - meant.blue()})
      QVERIFY2(std::abs(off) <= kNear, qPrintable(QString("%1 mm: %2").arg(mm).arg(shown.name())));
  }
}

void TestComparePageViews::rangeRecoloursTheSurfaces() {
  constexpr int kCount = 2;
  CompareScene s;
  QVERIFY(s.open());
  s.start("3 5");
  QVERIFY(s.finish());
  SurfaceRow* row = s.page().columns().surfaces();
  QVERIFY(row != nullptr);
  QVERIFY(s.page().panel().bar().accessibleName().contains("to 4 mm"));
  const QImage before = row->screenshot();
  choose(s.page().head().range(), 1.0);
  QVERIFY(s.page().panel().bar().accessibleName().contains("from -1 mm"));
  QVERIFY(s.page().panel().bar().accessibleName().contains("to 1 mm"));
  const QImage after = row->screenshot();
  QCOMPARE(cellOf(after, 0, kCount), cellOf(before, 0, kCount));  // nothing is away from itself
  QVERIFY(cellOf(after, 1, kCount) != cellOf(before, 1, kCount));
  choose(s.page().head().range(), 4.0);
  QCOMPARE(cellOf(row->screenshot(), 1, kCount), cellOf(before, 1, kCount));
}

QTEST_MAIN(TestComparePageViews)
#include "test_compare_page_views.moc"
