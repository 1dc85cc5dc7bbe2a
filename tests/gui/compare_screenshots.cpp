// Walks the comparison through its states and saves a picture of each: compare_screenshots MODEL_DIR CT OUT_DIR
// [LANGUAGE]. Prints what drawing nine surfaces costs. Not a test.
#include "tests/gui/photo_stand.h"
#include "ui/compare/column_head.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_page.h"
#include "ui/viewport/surface_row.h"
#include "ui/window/compare_flow.h"
#include "ui/window/window_actions.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kDrawings = 20;

bool isDone(ComparisonSession& session) {
  if (session.isComparing() || !session.isReady()) return false;
  for (const ComparedColumn& column : session.columns())
    if (&column != session.reference() && !column.difference) return false;
  return true;
}

void compare(MainWindow& window, const QString& values) {
  ComparePage& page = *window.compareFlow().page();
  window.compareFlow().session().clear();
  page.form().values().setText(values);
  page.form().button().click();
}

/// With two picked as in use: the winner's star, and every picture there.
void takeAll(MainWindow& window, const PhotoStand& stand, Appearance& appearance, const QString& name) {
  ComparisonSession& session = window.compareFlow().session();
  waitForLong([&] { return isDone(session); });
  session.setWinner(session.reference()->id);
  savePicture(window, stand, name);
  appearance.setChoice(SchemeChoice::Light);
  savePicture(window, stand, name + "-light");
  appearance.setChoice(SchemeChoice::Dark);
  window.resize(kSmallWindow);
  savePicture(window, stand, name + "-small");
  window.resize(kLargeWindow);
  QTest::qWait(300);
}

void timeDrawing(MainWindow& window) {
  SurfaceRow* surfaces = window.compareFlow().page()->columns().surfaces();
  if (surfaces == nullptr) return;
  surfaces->screenshot();
  QElapsedTimer clock;
  clock.start();
  for (int i = 0; i < kDrawings; ++i) surfaces->screenshot();
  const double resting = static_cast<double>(clock.restart()) / kDrawings;
  for (int i = 0; i < kDrawings; ++i) {
    QTest::keyClick(surfaces, Qt::Key_Left);
    surfaces->screenshot();
  }
  std::printf("%d surfaces: %.1f ms a picture, %.1f ms while they turn\n",
              int(window.compareFlow().session().columns().size()), resting,
              static_cast<double>(clock.elapsed()) / kDrawings);
  surfaces->resetView();
}

void walk(PhotoStand& stand, Appearance& appearance) {
  MainWindow window(setupOf(stand), appearance);
  window.resize(kLargeWindow);
  window.show();
  window.open(stand.ct);
  waitForLong([&] { return window.session().openedCase() != nullptr && window.actions().generate->isEnabled(); });
  QTest::qWait(3000);
  RunRequest request = seededRequest(window);
  request.summary = false;
  window.settingsPanel().form().setRequest(request);
  window.compareFlow().setRequest(request);
  window.actions().compare->trigger();
  savePicture(window, stand, "compare-start");
  ComparisonSession& session = window.compareFlow().session();
  compare(window, "0 1 3 5 7");
  waitForLong([&] {
    return session.finished() >= 2 && session.columns()[2].difference == std::nullopt &&
           session.columns()[1].share > 0.5;
  });
  savePicture(window, stand, "compare-running");
  takeAll(window, stand, appearance, "compare-5");
  timeDrawing(window);
  compare(window, "1 5");
  takeAll(window, stand, appearance, "compare-2");
  compare(window, "0 1 2 3 4 5 6 7 12");
  takeAll(window, stand, appearance, "compare-9");
  timeDrawing(window);
}

}  // namespace

int main(int argc, char** argv) {
  return photograph(argc, argv, "compare_screenshots",
                    [](PhotoStand& stand, Appearance& appearance, Language&) { walk(stand, appearance); });
}
