// The window at 1280 x 800 and at 1600 x 1000, in both languages: every word and number of its panels can be read.
#include "engine/plan/case_plan.h"
#include "tests/gui/case_scene.h"
#include "tests/gui/cut_text.h"
#include "ui/case/case_panel.h"
#include "ui/case/hip_chooser.h"
#include "ui/controls/elided_label.h"
#include "ui/parameters/settings_panel.h"
#include "ui/presets/modified_combo.h"
#include "ui/presets/preset_bar.h"
#include "ui/text/language.h"
#include "ui/window/window_actions.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QStatusBar>
#include <QStyle>
#include <QToolButton>

#include <limits>

using namespace hipwright;
using namespace hipwright::test;

namespace {

/// One item of every level, with the longest words of each kind.
CasePlan doubtfulPlan(const CasePlan& real) {
  CasePlan plan = real;
  plan.items.clear();
  for (const PreflightLevel level : {PreflightLevel::Fine, PreflightLevel::Adapted, PreflightLevel::Doubtful})
    for (const PreflightCode code : {PreflightCode::FieldOfView, PreflightCode::BoneCut})
      plan.items.push_back({level, code, {}, {}, {}});
  return plan;
}

HipChooser::Shown bothHips() {
  HipChooser::Shown shown;
  shown.search = HipChooser::Search::Done;
  shown.hips.left = FoundHip{.side = HipSide::Left, .joint = {}, .metalCm3 = 111.5};
  shown.hips.right = FoundHip{.side = HipSide::Right, .joint = {}, .metalCm3 = 11.5};
  shown.region = Box{{0, 0, 0}, {196, 180, 244}};
  shown.choice = RegionChoice::Box;
  return shown;
}

/// Whether the field shows all of its text: Qt scrolls it otherwise.
bool showsAll(const QLineEdit& field) {
  QStyleOptionFrame option;
  option.initFrom(&field);
  const QRect room = field.style()->subElementRect(QStyle::SE_LineEditContents, &option, &field);
  return field.fontMetrics().horizontalAdvance(field.text()) + 4 <= room.width();
}

}  // namespace

class TestWindowRoom : public QObject {
  Q_OBJECT

 private slots:
  void panelsShowTheirWords_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("code");
    for (const char* code : {"en", "zh_CN"}) {
      QTest::addRow("1264 x 752, %s", code) << QSize(1264, 752) << code;
      QTest::addRow("1584 x 952, %s", code) << QSize(1584, 952) << code;
    }
  }

  void panelsShowTheirWords() {
    QFETCH(QSize, size);
    QFETCH(QString, code);
    const Language language(*qApp, code);
    WindowScene scene;
    MainWindow& window = scene.start();
    window.resize(size);
    OPEN_CASE(window, scene.ct());
    QVERIFY(window.planFlow().plan());
    window.casePanel().showPlan(doubtfulPlan(*window.planFlow().plan()));
    window.casePanel().hips().show(bothHips());
    const auto cutWords = [](const QWidget& panel) {
      QStringList cut = cutIn(panel);
      // A list shortens its words with an ellipsis, see below.
      cut.removeIf([](const QString& name) { return name.contains("Combo"); });
      return cut.join('\n');
    };
    for (QWidget* panel : std::initializer_list<QWidget*>{&window.casePanel(), &window.settingsPanel()}) {
      QTRY_COMPARE_WITH_TIMEOUT(cutWords(*panel), QString(), kPatienceMs);  // once it is laid out
      QCOMPARE(outOfReachIn(*panel).join('\n'), QString());
    }
  }

  void theForecastIsWhole_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh_CN";
  }

  void theForecastIsWhole() {
    QFETCH(QString, code);
    const Language language(*qApp, code);
    SettingsPanel panel;
    panel.resize(272, 900);
    panel.show();
    RunForecast forecast;
    forecast.seconds = 200;
    forecast.bytes[forecast.phase] = 12.8e9;
    panel.model().showForecast(forecast);
    QTest::qWait(50);
    int shortened = 0;
    for (const QLabel* each : panel.model().forecast()->findChildren<QLabel*>()) {
      const auto* label = dynamic_cast<const ElidedLabel*>(each);
      if (label == nullptr) continue;
      ++shortened;
      QVERIFY2(label->fontMetrics().horizontalAdvance(label->fullText()) <= label->width(),
               qPrintable(QString("%1: %2 px").arg(label->fullText()).arg(label->width())));
    }
    QVERIFY(shortened > 0);
  }

  /// The name of the preset that is chosen at first, beside the dot that says it was changed.
  void thePresetIsWhole() {
    WindowScene scene;
    WindowSetup setup = scene.setup();
    setup.presetFolder = HIPWRIGHT_SOURCE_DIR "/resources/presets";
    MainWindow window(setup, scene.appearance());
    window.resize(1584, 952);
    window.show();
    OPEN_CASE(window, scene.ct());
    auto* combo = window.findChild<ModifiedCombo*>();
    QVERIFY(combo != nullptr && combo->currentText() == "Recommended");
    QTRY_COMPARE_WITH_TIMEOUT(window.settingsPanel().width(), 296, kPatienceMs);
    QTest::qWait(50);
    const int words = combo->fontMetrics().horizontalAdvance(combo->currentText());
    QVERIFY2(words + ModifiedCombo::kRoom <= roomForWords(*combo),
             qPrintable(QString("%1 of %2 px").arg(words).arg(roomForWords(*combo))));
    window.resize(1264, 752);
    QTRY_COMPARE_WITH_TIMEOUT(window.settingsPanel().width(), 272, kPatienceMs);
    QTest::qWait(50);
    QVERIFY(words <= roomForWords(*combo));
  }

  /// A list without room looks like one that holds the shortened word.
  void listsShortenTheirWords() {
    QComboBox box;
    box.addItem("Around the joint and further");
    box.setFixedWidth(110);
    box.show();
    QTest::qWait(50);
    const QImage shown = box.grab().toImage();
    box.setItemText(0, box.fontMetrics().elidedText(box.itemText(0), Qt::ElideRight, roomForWords(box) - 2));
    QVERIFY(box.itemText(0).endsWith(QChar(0x2026)));
    QCOMPARE(shown, box.grab().toImage());
  }

  void theSeedIsReadFromItsFirstDigit() {
    WindowScene scene;
    MainWindow& window = scene.start();
    window.resize(1264, 752);
    OPEN_CASE(window, scene.ct());
    QTRY_COMPARE_WITH_TIMEOUT(window.settingsPanel().width(), 272, kPatienceMs);
    auto* seed = window.findChild<QLineEdit*>("seed");
    QVERIFY(seed != nullptr);
    ParameterForm& form = window.settingsPanel().form();
    RunRequest request = form.request();
    for (const std::int64_t number : {std::int64_t(702'832'746), std::int64_t(2'147'483'647)}) {
      request.seed = number;
      form.setRequest(request);
      QVERIFY2(showsAll(*seed), qPrintable(QString("%1: %2 px").arg(seed->text()).arg(seed->width())));
    }
    request.seed = std::numeric_limits<std::int64_t>::min();
    form.setRequest(request);
    QCOMPARE(seed->cursorPosition(), 0);
    QVERIFY2(seed->toolTip().contains("-9223372036854775808"), qPrintable(seed->toolTip()));
    // What stands above an empty field is read whole too.
    QVERIFY(seed->fontMetrics().horizontalAdvance(seed->placeholderText()) + 20 < seed->width());
  }

  void whatIsOutsideTheRangeIsNotTaken() {
    WindowScene scene;
    MainWindow& window = scene.start();
    OPEN_CASE(window, scene.ct());
    QSpinBox* steps = nullptr;
    for (QSpinBox* spin : window.settingsPanel().findChildren<QSpinBox*>())
      if (spin->accessibleName() == "Steps") steps = spin;
    QVERIFY(steps != nullptr);
    steps->setFocus();
    steps->selectAll();
    QTest::keyClicks(steps, "70");
    QTest::keyClick(steps, Qt::Key_Return);
    QCOMPARE(window.settingsPanel().form().request().ts, 70);
    steps->selectAll();
    QTest::keyClicks(steps, "5000");
    QTest::keyClick(steps, Qt::Key_Return);
    QCOMPARE(steps->value(), 70);
    QCOMPARE(steps->text(), QString("70"));
    QCOMPARE(window.settingsPanel().form().request().ts, 70);
    const auto hint = [&] {
      QStringList shown;
      for (const QLabel* label : steps->parentWidget()->findChildren<QLabel*>())
        if (label->isVisible()) shown << label->text();
      return shown.join('|');
    };
    QVERIFY2(hint().contains(QString("1 to %1").arg(steps->maximum())), qPrintable(hint()));
    steps->selectAll();
    QTest::keyClicks(steps, "71");
    QTest::keyClick(steps, Qt::Key_Return);
    QVERIFY2(!hint().contains(" to "), qPrintable(hint()));
  }
};

QTEST_MAIN(TestWindowRoom)
#include "test_window_room.moc"
