#include "ui/presets/save_preset_dialog.h"

#include "ui/presets/change_table.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace hipwright {
namespace {

constexpr int kWidth = 460;
constexpr int kLongestDescription = 500;

}  // namespace

SavePresetDialog::SavePresetDialog(PresetQuestion question, const PresetStore& store, Preset preset,
                                   const std::string& id, QWidget* parent)
    : QDialog(parent),
      m_question(question),
      m_store(store),
      m_preset(std::move(preset)),
      m_id(id),
      m_name(new QLineEdit(QString::fromStdString(m_preset.name), this)),
      m_description(new QLineEdit(QString::fromStdString(m_preset.description), this)),
      m_note(makeLabel({}, "secondary", this)),
      m_changes(new ChangeTable(this)),
      m_accept(new QPushButton(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  setMinimumWidth(kWidth);
  build();
  connect(m_name, &QLineEdit::textChanged, this, &SavePresetDialog::check);
  connect(m_description, &QLineEdit::textChanged, this, &SavePresetDialog::check);
  connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
  m_name->selectAll();
  m_name->setFocus();
  check();
}

void SavePresetDialog::build() {
  switch (m_question) {
    case PresetQuestion::SaveAs: setWindowTitle(tr("Save the settings as a preset")); break;
    case PresetQuestion::Replace: setWindowTitle(tr("Save changes to the preset")); break;
    case PresetQuestion::Rename: setWindowTitle(tr("Rename the preset")); break;
  }
  m_name->setReadOnly(m_question == PresetQuestion::Replace);
  m_description->setMaxLength(kLongestDescription);
  m_description->setPlaceholderText(tr("What it is good for"));
  m_note->setWordWrap(true);
  auto* form = new QFormLayout;
  auto* nameLabel = makeLabel(tr("Name"), "form-label", this);
  nameLabel->setBuddy(m_name);
  form->addRow(nameLabel, m_name);
  auto* descriptionLabel = makeLabel(tr("Description"), "form-label", this);
  descriptionLabel->setBuddy(m_description);
  form->addRow(descriptionLabel, m_description);
  form->setRowVisible(m_description, m_question != PresetQuestion::Rename);
  auto* buttons = new QDialogButtonBox(this);
  m_accept->setProperty("kind", "primary");
  m_accept->setDefault(true);
  buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
  buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(space::kRow);
  column->addLayout(form);
  column->addWidget(m_note);
  column->addWidget(m_changes);
  column->addStretch(1);
  column->addWidget(buttons);
}

Preset SavePresetDialog::preset() const {
  Preset entered = m_preset;
  entered.name = m_name->text().trimmed().toStdString();
  entered.description = m_description->text().trimmed().toStdString();
  return entered;
}

/// Why the button cannot be pressed; also finds out which preset would be replaced.
QString SavePresetDialog::problem() {
  m_replacedId = m_question == PresetQuestion::Replace ? m_id : std::string();
  const std::string name = m_name->text().trimmed().toStdString();
  if (name.empty()) return tr("Enter a name.");
  if (const std::string reason = problemOfPresetName(name); !reason.empty())
    return tr("Choose a name of at most 80 characters in one line.");
  if (m_question == PresetQuestion::Replace) return {};
  const auto taken = m_store.findByName(name);
  if (!taken || (m_question == PresetQuestion::Rename && taken->id == m_id)) return {};
  if (taken->origin == PresetOrigin::Shipped) return tr("A preset of this name comes with the program.");
  if (m_question == PresetQuestion::Rename) return tr("There is a preset of this name already.");
  m_replacedId = taken->id;
  return {};
}

void SavePresetDialog::check() {
  const QString why = problem();
  const auto replaced = m_replacedId.empty() ? std::nullopt : m_store.find(m_replacedId);
  const auto differences = replaced ? changes(replaced->preset, preset()) : std::vector<FieldChange>();
  m_changes->setChanges(differences);
  m_changes->setVisible(!differences.empty());
  QString note = why;
  if (why.isEmpty() && replaced)
    note = differences.empty() ? tr("Nothing changes: the preset holds these settings already.")
                               : tr("This replaces settings of the preset:");
  m_note->setText(note);
  m_note->setVisible(!note.isEmpty());
  setLook(m_note, "state", why.isEmpty() ? "" : "error");
  setLook(m_name, "state", why.isEmpty() || m_name->text().isEmpty() ? "" : "error");
  m_accept->setEnabled(why.isEmpty());
  m_accept->setToolTip(plainTip(why));
  m_accept->setText(m_question == PresetQuestion::Rename ? tr("Rename") : replaced ? tr("Replace") : tr("Save"));
  adjustSize();
}

}  // namespace hipwright
