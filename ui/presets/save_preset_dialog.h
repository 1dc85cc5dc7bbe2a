// Asks for the name and the description of a preset, and shows what changes when it takes the place of another.
#pragma once

#include "engine/run/preset_store.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hipwright {

class ChangeTable;

enum class PresetQuestion { SaveAs, Replace, Rename };

/// Window-modal: open() it and wait for accepted(). The name is checked with every key, and the button says why it
/// cannot be pressed.
class SavePresetDialog : public QDialog {
  Q_OBJECT

 public:
  /// `preset` is what would be saved. For Replace and Rename `id` names the one it concerns; empty otherwise. The store
  /// must outlive the dialog.
  SavePresetDialog(PresetQuestion question, const PresetStore& store, Preset preset, const std::string& id,
                   QWidget* parent);

  /// With the name and the description as entered.
  Preset preset() const;

  /// The preset that would be replaced; empty for a new one.
  const std::string& replacedId() const { return m_replacedId; }

 private:
  void build();
  void check();
  QString problem();

  PresetQuestion m_question;
  const PresetStore& m_store;
  Preset m_preset;
  std::string m_id;
  std::string m_replacedId;
  QLineEdit* m_name;
  QLineEdit* m_description;
  QLabel* m_note;
  ChangeTable* m_changes;
  QPushButton* m_accept;
};

}  // namespace hipwright
