#include "ui/window/preferences_dialog.h"

#include "ui/controls/elided_label.h"
#include "ui/presets/preset_text.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/window/window_actions.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace hipwright {
namespace {

constexpr int kWidth = 480;

}  // namespace

PreferencesDialog::PreferencesDialog(WindowActions& actions, PresetStore& presets, QWidget* parent)
    : QDialog(parent), m_presets(presets) {
  setWindowTitle(tr("Preferences"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  setMinimumWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kCard, space::kSection, space::kCard, space::kPanel);
  column->setSpacing(space::kPanel);
  column->addWidget(makeLabel(tr("Preferences"), "title", this));
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(space::kPanel);
  form->setVerticalSpacing(space::kUnit);
  const auto row = [&](const QString& name, QWidget* field) {
    auto* label = makeLabel(name, "label", this);
    label->setBuddy(field);
    form->addRow(label, field);
  };
  row(tr("Language"), comboOf(actions.languages->actions(), tr("Language")));
  row(tr("Theme"), comboOf(actions.themeMenu->actions(), tr("Theme")));
  row(tr("New cases start with"), presetCombo());
  row(tr("Runs are saved in"), folderRow());
  column->addLayout(form);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  auto* close = new QPushButton(tr("Close"), this);
  close->setDefault(true);
  buttons->addWidget(close);
  column->addLayout(buttons);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

/// The menus say what there is and what is chosen.
QComboBox* PreferencesDialog::comboOf(const QList<QAction*>& choices, const QString& name) {
  auto* combo = new QComboBox(this);
  combo->setAccessibleName(name);
  for (const QAction* choice : choices) {
    combo->addItem(choice->text());
    if (choice->isChecked()) combo->setCurrentIndex(combo->count() - 1);
  }
  connect(combo, &QComboBox::activated, this, [choices](int index) { choices[index]->trigger(); });
  return combo;
}

QComboBox* PreferencesDialog::presetCombo() {
  auto* combo = new QComboBox(this);
  combo->setAccessibleName(tr("New cases start with"));
  for (const StoredPreset& preset : m_presets.list().presets)
    combo->addItem(presetName(preset), QString::fromStdString(preset.id));
  combo->setCurrentIndex(combo->findData(QString::fromStdString(m_presets.defaultId())));
  connect(combo, &QComboBox::activated, this, [this, combo](int index) {
    try {
      m_presets.setDefault(combo->itemData(index).toString().toStdString());
      emit defaultPresetChanged();
    } catch (const Error& error) {
      emit failed(error);
    }
  });
  return combo;
}

QWidget* PreferencesDialog::folderRow() {
  auto* row = new QWidget(this);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(space::kUnit);
  m_folder = new ElidedLabel("body", row);
  auto* browse = new QPushButton(tr("Browse…"), row);
  line->addWidget(m_folder, 1);
  line->addWidget(browse);
  connect(browse, &QPushButton::clicked, this, &PreferencesDialog::saveFolderWanted);
  return row;
}

void PreferencesDialog::showSaveFolder(const std::filesystem::path& folder) { m_folder->setFullText(fromPath(folder)); }

}  // namespace hipwright
