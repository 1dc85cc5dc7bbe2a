#include "ui/presets/preset_bar.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "ui/presets/modified_combo.h"
#include "ui/presets/preset_text.h"
#include "ui/presets/save_preset_dialog.h"
#include "ui/presets/undo_row.h"
#include "ui/text/reasons.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace hipwright {
namespace {

std::filesystem::path toPath(const QString& text) { return platform::fromUtf8(text.toStdString()); }

}  // namespace

PresetBar::PresetBar(PresetStore& store, int labelWidth, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_combo(new ModifiedCombo(this)),
      m_more(new QToolButton(this)),
      m_menu(new QMenu(tr("Preset"), this)),
      m_undo(new UndoRow(this)),
      m_problems(makeLabel({}, "secondary", this)) {
  auto* label = makeLabel(tr("Preset"), "label", this);
  label->setFixedWidth(labelWidth);
  label->setBuddy(m_combo);
  m_combo->setAccessibleName(tr("Preset"));
  m_combo->setPlaceholderText(tr("Own settings"));
  m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_more->setIcon(iconOf(IconName::More, Tint::Secondary));
  m_more->setIconSize({size::kSmallIcon, size::kSmallIcon});
  m_more->setProperty("kind", "small");
  m_more->setFixedWidth(20);  // as wide as the reset marks below it, so that all fields end in one line
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setMenu(m_menu);
  setWords(m_more, tr("Save and manage presets"));
  m_problems->setWordWrap(true);
  setLook(m_problems, "state", "warning");
  m_problems->hide();
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  row->addWidget(label);
  row->addWidget(m_combo, 1);
  row->addWidget(m_more);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTight);
  column->addLayout(row);
  column->addWidget(m_undo);
  column->addWidget(m_problems);
  buildMenu();
  connect(m_combo, &QComboBox::activated, this,
          [this](int index) { choose(m_combo->itemData(index).toString().toStdString()); });
  connect(m_undo, &UndoRow::undoRequested, this, &PresetBar::undoRemoval);
  connect(m_undo, &UndoRow::dismissed, this, [this] { m_removed.reset(); });
  reload();
}

void PresetBar::addAct(QAction*& act, const QString& text, void (PresetBar::*run)()) {
  act = m_menu->addAction(text);
  connect(act, &QAction::triggered, this, run);
}

void PresetBar::buildMenu() {
  m_menu->setToolTipsVisible(true);
  addAct(m_save, tr("Save changes…"), &PresetBar::save);
  addAct(m_saveAs, tr("Save as…"), &PresetBar::saveAs);
  addAct(m_rename, tr("Rename…"), &PresetBar::rename);
  addAct(m_remove, tr("Delete"), &PresetBar::remove);
  m_menu->addSeparator();
  addAct(m_setDefault, tr("Use for new cases"), &PresetBar::setDefault);
  m_menu->addSeparator();
  addAct(m_import, tr("Import…"), &PresetBar::askForImport);
  addAct(m_export, tr("Export…"), &PresetBar::askForExport);
  m_save->setIcon(iconOf(IconName::Save, Tint::Secondary));
  m_saveAs->setIcon(iconOf(IconName::SaveAs, Tint::Secondary));
  m_rename->setIcon(iconOf(IconName::Rename, Tint::Secondary));
  m_remove->setIcon(iconOf(IconName::Trash, Tint::Secondary));
  m_setDefault->setIcon(iconOf(IconName::Star, Tint::Secondary));
  m_import->setIcon(iconOf(IconName::Import, Tint::Secondary));
  m_export->setIcon(iconOf(IconName::Export, Tint::Secondary));
}

const StoredPreset* PresetBar::current() const {
  const int index = m_combo->currentIndex();
  return index >= 0 && index < static_cast<int>(m_presets.size()) ? &m_presets[static_cast<std::size_t>(index)]
                                                                  : nullptr;
}

std::string PresetBar::chosen() const { return current() != nullptr ? current()->id : std::string(); }

bool PresetBar::isModified() const { return m_combo->isModified(); }

void PresetBar::setRequest(const RunRequest& request) {
  m_request = request;
  showState();
}

void PresetBar::choose(const std::string& id) {
  const int index = m_combo->findData(QString::fromStdString(id));
  if (index < 0) return;
  m_combo->setCurrentIndex(index);
  showState();
  emit presetChosen(Preset(m_presets[static_cast<std::size_t>(index)].preset));
}

void PresetBar::chooseDefault() { choose(m_store.defaultId()); }

void PresetBar::chooseForNewCase() {
  if (m_store.hasChosenDefault()) chooseDefault();
}

void PresetBar::reload() { showList(chosen()); }

void PresetBar::showList(const std::string& id) {
  PresetList list = m_store.list();
  m_presets = std::move(list.presets);
  const std::string standard = m_store.defaultId();
  m_combo->clear();
  for (const StoredPreset& each : m_presets) {
    m_combo->addItem(presetName(each), QString::fromStdString(each.id));
    const int row = m_combo->count() - 1;
    const QString first = each.id == standard ? "\n" + tr("New cases start with it.") : QString();
    m_combo->setItemData(row, plainTip(presetDescription(each) + first), Qt::ToolTipRole);
  }
  m_combo->setCurrentIndex(m_combo->findData(QString::fromStdString(id)));
  showProblems(list.problems);
  showState();
}

void PresetBar::showProblems(const std::vector<PresetProblem>& problems) {
  QStringList lines;
  for (const PresetProblem& problem : problems)
    lines << QString::fromStdString(platform::toUtf8(problem.file.filename())) + ": " +
                 reasonText(QString::fromStdString(problem.reason));
  m_problems->setText(tr("%n preset file(s) could not be read", nullptr, static_cast<int>(problems.size())));
  m_problems->setToolTip(plainTip(lines.join('\n')));
  m_problems->setVisible(!problems.empty());
}

void PresetBar::showState() {
  const StoredPreset* preset = current();
  const auto differences = preset != nullptr ? changes(preset->preset, m_request) : std::vector<FieldChange>();
  m_combo->setModified(!differences.empty());
  QString tip = preset != nullptr ? presetDescription(*preset) : tr("Settings under a name, to use again");
  if (!differences.empty()) tip += "\n\n" + tr("Changed since:") + '\n' + changesText(differences);
  m_combo->setToolTip(plainTip(tip));
  const bool own = preset != nullptr && preset->origin == PresetOrigin::User;
  const QString shipped = preset != nullptr ? tr("This preset comes with the program. Save a copy of it.") : QString();
  for (QAction* act : {m_save, m_rename, m_remove}) {
    act->setEnabled(own);
    act->setToolTip(own ? QString() : shipped);
  }
  m_save->setEnabled(own && !differences.empty());
  if (own && differences.empty()) m_save->setToolTip(tr("The settings are those of the preset."));
  m_setDefault->setEnabled(preset != nullptr && m_store.defaultId() != preset->id);
  m_export->setEnabled(preset != nullptr);
}

void PresetBar::attempt(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    showList(chosen());
    emit failed(error);
  }
}

void PresetBar::ask(SavePresetDialog* dialog, std::function<StoredPreset(const SavePresetDialog&)> act) {
  connect(dialog, &QDialog::accepted, this, [this, dialog, act = std::move(act)] {
    attempt([&] {
      const std::string id = act(*dialog).id;
      showList(id);
      choose(id);
    });
  });
  dialog->open();
}

void PresetBar::save() {
  const StoredPreset* preset = current();
  if (preset == nullptr || preset->origin == PresetOrigin::Shipped) return saveAs();
  const Preset changed = makePreset(preset->preset.name, preset->preset.description, m_request);
  ask(new SavePresetDialog(PresetQuestion::Replace, m_store, changed, preset->id, this),
      [this](const SavePresetDialog& dialog) { return m_store.save(dialog.replacedId(), dialog.preset()); });
}

void PresetBar::saveAs() {
  const StoredPreset* preset = current();
  const bool own = preset != nullptr && preset->origin == PresetOrigin::User;
  const QString name = preset != nullptr ? tr("%1, my copy").arg(presetName(*preset)) : tr("My settings");
  const Preset copy = makePreset(name.toStdString(), own ? preset->preset.description : std::string(), m_request);
  ask(new SavePresetDialog(PresetQuestion::SaveAs, m_store, copy, {}, this), [this](const SavePresetDialog& dialog) {
    return dialog.replacedId().empty() ? m_store.saveAs(dialog.preset())
                                       : m_store.save(dialog.replacedId(), dialog.preset());
  });
}

void PresetBar::rename() {
  const StoredPreset* preset = current();
  if (preset == nullptr) return;
  auto* dialog = new SavePresetDialog(PresetQuestion::Rename, m_store, preset->preset, preset->id, this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, id = preset->id] {
    attempt([&] { showList(m_store.rename(id, dialog->preset().name).id); });
  });
  dialog->open();
}

void PresetBar::remove() {
  const StoredPreset* preset = current();
  if (preset == nullptr) return;
  attempt([&] {
    const QString name = presetName(*preset);
    m_removed = m_store.remove(preset->id);
    showList({});  // the settings stay as they are; no preset is chosen
    m_undo->offer(tr("Deleted “%1”").arg(name));
  });
}

void PresetBar::undoRemoval() {
  if (!m_removed) return;
  attempt([&] {
    const std::string id = m_store.restore(*m_removed).id;
    m_removed.reset();
    showList(id);
  });
}

void PresetBar::setDefault() {
  const std::string id = chosen();
  attempt([&] {
    m_store.setDefault(id);
    showList(id);
  });
}

void PresetBar::importFrom(const std::filesystem::path& file) {
  attempt([&] {
    const std::string id = m_store.importFrom(file).id;
    showList(id);
    choose(id);
  });
}

void PresetBar::exportTo(const std::filesystem::path& file) {
  attempt([&] { m_store.exportTo(chosen(), file); });
}

void PresetBar::askForImport() {
  auto* dialog = new QFileDialog(this, tr("Import a preset"), {}, tr("Presets (*.json)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { importFrom(toPath(file)); });
  dialog->open();
}

void PresetBar::askForExport() {
  auto* dialog = new QFileDialog(this, tr("Export the preset"), {}, tr("Presets (*.json)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("json");
  dialog->selectFile(QString::fromStdString(chosen()) + ".json");
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { exportTo(toPath(file)); });
  dialog->open();
}

}  // namespace hipwright
