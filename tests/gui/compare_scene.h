// A window that compares guidance values, with the fake model: quick, and with known results.
#pragma once

#include "tests/gui/case_scene.h"
#include "ui/compare/compare_page.h"
#include "ui/compare/number_rows.h"
#include "ui/compare/number_table.h"
#include "ui/parameters/settings_panel.h"
#include "ui/window/compare_flow.h"
#include "ui/window/window_actions.h"

#include <QLineEdit>
#include <QPushButton>

namespace hipwright::test {

inline std::vector<double> cfgsOf(const ComparisonSession& session) {
  std::vector<double> cfgs;
  for (const ComparedColumn& column : session.columns()) cfgs.push_back(column.cfg);
  return cfgs;
}

inline int idOf(const ComparisonSession& session, double cfg) {
  for (const ComparedColumn& column : session.columns())
    if (column.cfg == cfg && !column.joined) return column.id;
  return 0;
}

inline FakeModelOptions slow(int ms) {
  FakeModelOptions options;
  options.hook = delayEach(std::chrono::milliseconds(ms));
  return options;
}

/// A window with the case open and the comparison shown.
struct CompareScene {
  WindowScene scene;
  MainWindow* window = nullptr;

  bool open(int steps = 4) {
    window = &scene.start();
    window->open(scene.ct());
    if (!QTest::qWaitFor([&] { return window->session().openedCase() != nullptr && window->planFlow().plan(); },
                         kPatienceMs))
      return false;
    RunRequest request = window->settingsPanel().form().request();
    request.ts = steps;
    request.seed = 7;
    request.summary = false;
    request.save = scene.scene().saves();
    window->settingsPanel().form().setRequest(request);
    window->compareFlow().setRequest(request);
    window->actions().compare->trigger();
    return window->compareFlow().page() != nullptr;
  }
  ComparisonSession& session() { return window->compareFlow().session(); }
  ComparePage& page() { return *window->compareFlow().page(); }
  void start(const QString& values) {
    page().form().values().setText(values);
    page().form().button().click();
  }
  bool finish() {
    return QTest::qWaitFor([&] { return !window->controller().isBusy() && session().isReady() && compared(); },
                           kPatienceMs);
  }
  bool compared() {
    for (const ComparedColumn& column : session().columns())
      if (&column != session().reference() && !column.difference) return false;
    return true;
  }
  const ComparedColumn& column(double cfg) { return *session().column(idOf(session(), cfg)); }
  QString cell(NumberId id, double cfg) {
    const QAbstractItemModel& model = *page().table().model();
    for (int at = 0; at < model.columnCount(); ++at)
      if (session().columns()[std::size_t(at)].cfg == cfg) return model.index(rowOf(id), at).data().toString();
    return {};
  }
};

}  // namespace hipwright::test
