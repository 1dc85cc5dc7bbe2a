// What holds for all cases: language, theme, where runs go and which preset a new case starts with.
#pragma once

#include "engine/core/error.h"
#include "engine/run/preset_store.h"

#include <QDialog>

class QAction;
class QComboBox;

namespace hipwright {

class ElidedLabel;
class WindowActions;

/// Every choice holds at once; there is nothing to confirm.
class PreferencesDialog : public QDialog {
  Q_OBJECT

 public:
  /// All outlive the dialog.
  PreferencesDialog(WindowActions& actions, PresetStore& presets, QWidget* parent = nullptr);

  void showSaveFolder(const std::filesystem::path& folder);

 signals:
  void saveFolderWanted();
  void defaultPresetChanged();
  void failed(const hipwright::Error& error);

 private:
  QComboBox* comboOf(const QList<QAction*>& choices, const QString& name);
  QComboBox* presetCombo();
  QWidget* folderRow();

  PresetStore& m_presets;
  ElidedLabel* m_folder = nullptr;
};

}  // namespace hipwright
