// The preset row: choosing, the modified mark, saving with a list of changes, deleting with undo, and failures in
// words.
#include "engine/core/error.h"
#include "engine/run/request_json.h"
#include "ui/presets/change_table.h"
#include "ui/presets/modified_combo.h"
#include "ui/presets/preset_bar.h"
#include "ui/presets/save_preset_dialog.h"
#include "ui/presets/undo_row.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

/// The shipped presets, an empty folder of the user's, and a bar that is shown.
struct Row {
  QTemporaryDir dir;
  fs::path user = fs::path(dir.path().toStdString()) / "user";
  PresetStore store = PresetStore(HIPWRIGHT_PRESETS_DIR, user);
  PresetBar bar = PresetBar(store, 104);
  RunRequest shown;

  Row() {
    QObject::connect(&bar, &PresetBar::presetChosen, &bar, [this](const Preset& preset) {
      shown = applied(preset, shown);
      bar.setRequest(shown);
    });
    bar.show();
  }

  QComboBox& combo() { return *bar.findChild<ModifiedCombo*>(); }
  UndoRow& undo() { return *bar.findChild<UndoRow*>(); }
  SavePresetDialog* dialog() const {
    for (auto* each : bar.findChildren<SavePresetDialog*>())
      if (each->isVisible()) return each;
    return nullptr;
  }
  QAction* act(const QString& text) {
    for (QAction* each : bar.menu().actions())
      if (each->text() == text) return each;
    return nullptr;
  }
  void edit(double cfg) {
    shown.cfg = cfg;
    bar.setRequest(shown);
  }
  /// As the user: Save as, a name, the button.
  std::string saveAs(const QString& name) {
    bar.saveAs();
    dialog()->findChildren<QLineEdit*>().first()->setText(name);
    dialog()->accept();
    return bar.chosen();
  }
};

QPushButton* acceptButton(SavePresetDialog* dialog) {
  for (auto* button : dialog->findChildren<QPushButton*>())
    if (button->property("kind").toString() == "primary") return button;
  return nullptr;
}

}  // namespace

class TestPresetBar : public QObject {
  Q_OBJECT

 private slots:
  void theDefaultIsChosenFirst() {
    Row row;
    row.bar.chooseDefault();
    QCOMPARE(row.bar.chosen(), std::string("recommended"));
    QCOMPARE(row.shown.cfg, 3.0);
    QCOMPARE(row.shown.ts, 50);
    QCOMPARE(row.combo().count(), 4);
    QVERIFY(!row.bar.isModified());
  }

  void choosingKeepsWhatThePresetDoesNotSet() {
    Row row;
    row.shown.cond = "case.nii.gz";
    row.shown.seed = 42;
    row.bar.setRequest(row.shown);
    row.bar.choose("high-fidelity");
    QCOMPARE(row.shown.cond, fs::path("case.nii.gz"));
    QCOMPARE(*row.shown.seed, 42);
    QVERIFY(row.shown.ts == 200 && row.shown.summary);
    row.shown.side = SideChoice::Left;  // changed by others, and the bar was not told
    row.bar.choose("quick-look");
    QCOMPARE(row.shown.side, SideChoice::Left);
    row.bar.choose("high-fidelity");
    row.bar.choose("no such preset");
    QCOMPARE(row.bar.chosen(), std::string("high-fidelity"));
  }

  void changedSettingsAreMarked() {
    Row row;
    row.bar.chooseDefault();
    row.edit(7.5);
    QVERIFY(row.bar.isModified());
    QVERIFY(row.combo().toolTip().contains("Guidance (CFG): 3 → 7.5"));
    row.edit(3);
    QVERIFY(!row.bar.isModified());
    row.shown.seed = 7;  // no preset sets it
    row.bar.setRequest(row.shown);
    QVERIFY(!row.bar.isModified());
  }

  void shippedPresetsOfferACopyOnly() {
    Row row;
    row.bar.chooseDefault();
    row.edit(7.5);
    for (const char* text : {"Save changes…", "Rename…", "Delete"}) {
      QVERIFY2(!row.act(text)->isEnabled(), text);
      QVERIFY(row.act(text)->toolTip().contains("comes with the program"));
    }
    QVERIFY(row.act("Save as…")->isEnabled() && row.act("Export…")->isEnabled());
  }

  void savedSettingsCanBeChosenAgain() {
    Row row;
    row.bar.chooseDefault();
    row.edit(7.5);
    const std::string id = row.saveAs("膝 / mine");
    QCOMPARE(row.combo().currentText(), QString("膝 / mine"));
    QVERIFY(!row.bar.isModified());
    row.bar.choose("recommended");
    QCOMPARE(row.shown.cfg, 3.0);
    row.bar.choose(id);
    QCOMPARE(row.shown.cfg, 7.5);
  }

  void anOverwriteShowsWhatChanges() {
    Row row;
    row.bar.chooseDefault();
    row.saveAs("Mine");
    row.edit(5);
    row.bar.save();
    auto* table = row.dialog()->findChild<ChangeTable*>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), QString("Guidance (CFG)"));
    QCOMPARE(table->item(0, 1)->text(), QString("3"));
    QCOMPARE(table->item(0, 2)->text(), QString("5"));
    row.dialog()->accept();
    QVERIFY(!row.bar.isModified());
    QCOMPARE(row.store.find(row.bar.chosen())->preset.values.cfg, 5.0);
  }

  void savingUnderATakenNameReplacesOnlyOnesOwn() {
    Row row;
    row.bar.chooseDefault();
    const std::string id = row.saveAs("Mine");
    row.bar.choose("quick-look");
    row.bar.saveAs();
    auto* name = row.dialog()->findChildren<QLineEdit*>().first();
    name->setText("Recommended");
    QVERIFY(!acceptButton(row.dialog())->isEnabled());
    QVERIFY(acceptButton(row.dialog())->toolTip().contains("comes with the program"));
    name->setText("mine");
    QCOMPARE(acceptButton(row.dialog())->text(), QString("Replace"));
    QVERIFY(row.dialog()->findChild<ChangeTable*>()->rowCount() >= 1);
    row.dialog()->accept();
    QCOMPARE(row.bar.chosen(), id);
    QCOMPARE(row.store.find(id)->preset.values.ts, 20);
    QCOMPARE(row.combo().count(), 5);
  }

  void impossibleNamesCannotBeSaved() {
    Row row;
    row.bar.chooseDefault();
    row.bar.saveAs();
    auto* name = row.dialog()->findChildren<QLineEdit*>().first();
    for (const QString& bad : {QString(), QString("   "), QString(81, 'x')}) {
      name->setText(bad);
      QVERIFY(!acceptButton(row.dialog())->isEnabled());
      QVERIFY(!acceptButton(row.dialog())->toolTip().isEmpty());
    }
    row.dialog()->reject();
    QCOMPARE(row.combo().count(), 4);
  }

  void renamingKeepsTheChoice() {
    Row row;
    row.bar.chooseDefault();
    const std::string id = row.saveAs("One");
    row.bar.rename();
    row.dialog()->findChildren<QLineEdit*>().first()->setText("Two");
    row.dialog()->accept();
    QCOMPARE(row.bar.chosen(), id);
    QCOMPARE(row.combo().currentText(), QString("Two"));
  }

  void deletingCanBeUndone() {
    Row row;
    row.bar.chooseDefault();
    const std::string id = row.saveAs("Mine");
    row.edit(5);
    QSignalSpy chosen(&row.bar, &PresetBar::presetChosen);
    row.bar.remove();
    QCOMPARE(row.combo().count(), 4);
    QCOMPARE(row.bar.chosen(), std::string());
    QVERIFY(row.undo().isVisible());
    row.undo().findChild<QPushButton*>()->click();
    QCOMPARE(row.bar.chosen(), id);
    QVERIFY(!row.undo().isVisible());
    QCOMPARE(chosen.count(), 0);  // the settings in the form are the user's: neither act touches them
    QVERIFY(row.bar.isModified());
  }

  void aBrokenFileIsReportedAndTheRestWorks() {
    Row row;
    fs::create_directories(row.user);
    std::ofstream(row.user / "broken.json") << "{";
    row.bar.reload();
    const auto labels = row.bar.findChildren<QLabel*>();
    const auto told = std::find_if(labels.begin(), labels.end(),
                                   [](QLabel* label) { return label->toolTip().contains("broken.json: it is not"); });
    QVERIFY(told != labels.end());
    QVERIFY((*told)->isVisible());
    QCOMPARE(row.combo().count(), 4);
  }

  void exportsComeBackThroughImport() {
    Row row;
    row.bar.choose("low-memory");
    const fs::path file = fs::path(row.dir.path().toStdString()) / "out.json";
    row.bar.exportTo(file);
    row.bar.importFrom(file);
    QCOMPARE(row.combo().currentText(), QString("Low memory (2)"));
    QCOMPARE(row.shown.sw, 1);
  }

  void failuresAreTold() {
    Row row;
    std::vector<ErrorCode> codes;
    QObject::connect(&row.bar, &PresetBar::failed, &row.bar,
                     [&](const Error& error) { codes.push_back(error.code()); });
    row.bar.importFrom("no/such/file.json");
    row.bar.chooseDefault();
    row.bar.remove();  // a shipped one
    QVERIFY((codes == std::vector{ErrorCode::FileNotFound, ErrorCode::PresetShipped}));
    QCOMPARE(row.bar.chosen(), std::string("recommended"));
    QVERIFY(!row.undo().isVisible());
  }

  void theDefaultCanBeChanged() {
    Row row;
    row.bar.choose("quick-look");
    QVERIFY(row.act("Use for new cases")->isEnabled());
    row.act("Use for new cases")->trigger();
    QVERIFY(!row.act("Use for new cases")->isEnabled());
    PresetBar other(row.store, 104);
    other.chooseDefault();
    QCOMPARE(other.chosen(), std::string("quick-look"));
  }
};

QTEST_MAIN(TestPresetBar)
#include "test_preset_bar.moc"
