// The preset row of the settings: choose one, see whether the settings still are its own, save, rename, delete and
// undo, import and export.
#pragma once

#include "engine/run/preset_store.h"

#include <QWidget>
#include <functional>
#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace hipwright {

class Error;
class ModifiedCombo;
class SavePresetDialog;
class UndoRow;

/// Reads and writes the store; small files, so on the GUI thread. The settings stay the form's: it tells what it shows
/// by setRequest(), for the modified mark and for saving, and applies what presetChosen() says to what it shows then.
class PresetBar : public QWidget {
  Q_OBJECT

 public:
  /// The label stands in a column of `labelWidth` pixels, as the rows below it. The store must outlive the bar.
  PresetBar(PresetStore& store, int labelWidth, QWidget* parent = nullptr);

  /// What the form shows now.
  void setRequest(const RunRequest& request);

  /// Chooses a preset as the user would. Unknown ids choose nothing.
  void choose(const std::string& id);
  void chooseDefault();
  /// What the user wants new cases to start with; without such a choice the settings stay as they are.
  void chooseForNewCase();

  /// Id of the chosen preset; empty if there is none.
  std::string chosen() const;

  /// True if the settings differ from the chosen preset in a field that it sets.
  bool isModified() const;

  /// Looks into the folders again.
  void reload();

  /// The acts, for a menu of the window; they keep themselves enabled.
  QMenu& menu() { return *m_menu; }

  void save();
  void saveAs();
  void rename();
  void remove();
  void setDefault();
  void importFrom(const std::filesystem::path& file);
  void exportTo(const std::filesystem::path& file);

 signals:
  /// Apply it to the settings as they are now, measure "modified" against it, and tell the result by setRequest().
  void presetChosen(const hipwright::Preset& preset);
  void failed(const hipwright::Error& error);

 private:
  void buildMenu();
  void addAct(QAction*& act, const QString& text, void (PresetBar::*run)());
  void askForImport();
  void askForExport();
  void ask(SavePresetDialog* dialog, std::function<StoredPreset(const SavePresetDialog&)> act);
  void attempt(const std::function<void()>& act);
  void undoRemoval();
  void showList(const std::string& id);
  void showState();
  void showProblems(const std::vector<PresetProblem>& problems);
  const StoredPreset* current() const;

  PresetStore& m_store;
  std::vector<StoredPreset> m_presets;
  RunRequest m_request;
  std::optional<RemovedPreset> m_removed;
  ModifiedCombo* m_combo;
  QToolButton* m_more;
  QMenu* m_menu;
  UndoRow* m_undo;
  QLabel* m_problems;
  QAction* m_save = nullptr;
  QAction* m_saveAs = nullptr;
  QAction* m_rename = nullptr;
  QAction* m_remove = nullptr;
  QAction* m_setDefault = nullptr;
  QAction* m_import = nullptr;
  QAction* m_export = nullptr;
};

}  // namespace hipwright
