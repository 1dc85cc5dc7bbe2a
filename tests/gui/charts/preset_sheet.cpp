// Draws the preset row and its dialogs in both themes into PNG files, to be looked at: preset_sheet FOLDER.
#include "ui/presets/preset_bar.h"
#include "ui/presets/save_preset_dialog.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QTemporaryDir>
#include <fstream>
#include <memory>

using namespace hipwright;

namespace {

RunRequest changed() {
  RunRequest request;
  request.cfg = 7;
  request.ts = 100;
  request.summary = true;
  return request;
}

void draw(const QDir& folder, const QString& theme, PresetStore& store, const std::string& mine) {
  const auto save = [&](QWidget& widget, const char* name) {
    widget.ensurePolished();
    widget.grab().save(folder.filePath(QString("preset-%1-%2.png").arg(name, theme)));
  };
  PresetBar bar(store, 104);
  bar.setContentsMargins(16, 16, 16, 16);
  bar.resize(304, 160);
  bar.show();
  bar.choose(mine);
  bar.setRequest(changed());
  save(bar, "row");
  bar.menu().popup({0, 0});
  save(bar.menu(), "menu");
  bar.menu().hide();
  const RemovedPreset removed = store.remove(mine);
  store.restore(removed);
  bar.remove();
  bar.resize(304, 160);
  save(bar, "undo");
  store.restore(removed);
  auto* dialog =
      new SavePresetDialog(PresetQuestion::Replace, store, makePreset("Slow and careful", "", changed()), mine, &bar);
  dialog->open();
  save(*dialog, "replace");
  dialog->reject();
  auto* taken = new SavePresetDialog(PresetQuestion::SaveAs, store, makePreset("Recommended", "", changed()), {}, &bar);
  taken->open();
  save(*taken, "taken");
  taken->reject();
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc != 2) return 2;
  Appearance appearance(application);
  for (const SchemeChoice choice : {SchemeChoice::Dark, SchemeChoice::Light}) {
    appearance.setChoice(choice);
    QTemporaryDir dir;
    const std::filesystem::path user = dir.path().toStdString();
    std::ofstream(user / "half-copied.json") << "{";
    PresetStore store(HIPWRIGHT_PRESETS_DIR, user);
    RunRequest request;
    request.cfg = 5;
    const std::string mine = store.saveAs(makePreset("Slow and careful", "For revisions", request)).id;
    draw(QDir(QString::fromLocal8Bit(argv[1])), toText(choice), store, mine);
  }
  return 0;
}
