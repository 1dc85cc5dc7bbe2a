// The comparison page at 1280 x 800, from 2 to 9 columns, in both languages: nothing overlaps, no word is cut, and
// every column can be reached.
#include "tests/gui/compare_scene.h"
#include "tests/gui/cut_text.h"
#include "ui/compare/column_head.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/stage_strip.h"
#include "ui/slices/slice_view.h"
#include "ui/text/language.h"

#include <QLabel>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr QSize kSmall(1280, 800);

/// Children that cover each other or reach out of their parent.
QStringList overlapsIn(const QWidget& parent) {
  QStringList overlaps;
  QList<const QWidget*> seen;
  for (const QWidget* child : parent.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    if (!child->isVisible() || child->isWindow()) continue;
    if (!parent.rect().contains(child->geometry())) overlaps << nameOf(*child) + " reaches out";
    for (const QWidget* other : seen)
      if (child->geometry().intersects(other->geometry())) overlaps << nameOf(*child) + " over " + nameOf(*other);
    seen << child;
  }
  return overlaps;
}

QStringList faultsOf(ComparePage& page) {
  QStringList faults = cutIn(page) + overlapsIn(page.head());
  faults << overlapsIn(*page.form().values().parentWidget());
  for (const ColumnHead* head : page.columns().findChildren<ColumnHead*>()) faults << overlapsIn(*head);
  return faults;
}

}  // namespace

class TestComparePageLayout : public QObject {
  Q_OBJECT

 private slots:
  void seesWhatIsCutAndCovered();
  void fitsASmallWindow_data();
  void fitsASmallWindow();
  void fiveValuesFitALargeWindow_data();
  void fiveValuesFitALargeWindow();
};

void TestComparePageLayout::seesWhatIsCutAndCovered() {
  QWidget parent;
  parent.resize(300, 100);
  auto* label = new QLabel("a rather long text", &parent);
  label->setGeometry(0, 0, 200, 30);
  parent.show();
  QVERIFY(cutIn(parent).isEmpty() && overlapsIn(parent).isEmpty());
  label->resize(20, 30);
  QCOMPARE(cutIn(parent).size(), 1);
  auto* over = new QLabel("b", &parent);
  over->setGeometry(10, 10, 20, 20);
  over->show();
  QCOMPARE(overlapsIn(parent).size(), 1);
  over->move(295, 50);
  QCOMPARE(overlapsIn(parent).size(), 1);
}

void TestComparePageLayout::fitsASmallWindow_data() {
  QTest::addColumn<QString>("values");
  QTest::addColumn<QString>("code");
  for (const char* code : {"en", "zh_CN"}) {
    QTest::addRow("2 columns, %s", code) << "1 5" << code;
    QTest::addRow("5 columns, %s", code) << "0 1 3 5 7" << code;
    QTest::addRow("9 columns, %s", code) << "0 1 2 3 4 5 6 7 12.5" << code;
  }
}

void TestComparePageLayout::fitsASmallWindow() {
  QFETCH(QString, values);
  QFETCH(QString, code);
  Language language(*qApp, code);
  CompareScene s;
  s.scene.scene().changeProfile([](ModelProfile& profile) { profile.demo = true; });
  s.scene.behave(slow(5));
  QVERIFY(s.open(3));
  s.window->resize(kSmall);
  QTest::qWait(50);
  QCOMPARE(faultsOf(s.page()).join('\n'), QString());  // the form
  s.start(values);
  QTRY_VERIFY_WITH_TIMEOUT(s.session().finished() > 0, kPatienceMs);
  QTRY_COMPARE(faultsOf(s.page()).join('\n'), QString());
  QVERIFY(s.finish());
  for (const bool isPanelShown : {false, true}) {
    emit s.page().head().panelWanted(isPanelShown);
    QTest::qWait(50);
    QCOMPARE(s.page().panel().isVisible(), isPanelShown);
    QCOMPARE(faultsOf(s.page()).join('\n'), QString());
    QCOMPARE(s.window->size(), kSmall);
    const NumberTable& table = s.page().table();
    for (int i = 0; i < int(s.session().columns().size()); ++i) {
      s.page().goTo(i);
      const int id = s.session().columns()[std::size_t(i)].id;
      const SliceView& slice = *s.page().columns().slice(id);
      QCOMPARE(slice.visibleRegion().boundingRect(), slice.rect());
      QCOMPARE(s.page().columns().head(id)->visibleRegion().boundingRect().width(), table.columnWidth(i));
      const int below = table.viewport()->mapTo(s.window, QPoint(table.columnViewportPosition(i), 0)).x();
      QCOMPARE(below, slice.mapTo(s.window, QPoint()).x());
    }
  }
}

void TestComparePageLayout::fiveValuesFitALargeWindow_data() {
  QTest::addColumn<QString>("code");
  for (const char* code : {"en", "zh_CN"}) QTest::newRow(code) << code;
}

/// Beside the panel, without scrolling.
void TestComparePageLayout::fiveValuesFitALargeWindow() {
  QFETCH(QString, code);
  Language language(*qApp, code);
  CompareScene s;
  QVERIFY(s.open(2));
  s.window->resize(1600, 1000);
  s.start("0 1 3 5 7");
  QVERIFY(s.finish());
  QVERIFY(s.page().panel().isVisible());
  QCOMPARE(s.page().columns().scrollBar()->maximum(), 0);
  QTRY_COMPARE(faultsOf(s.page()).join('\n'), QString());
}

QTEST_MAIN(TestComparePageLayout)
#include "test_compare_page_layout.moc"
