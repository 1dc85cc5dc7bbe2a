// The rows of the form that belong to the case alone: side, region and grid.
#include "engine/core/error.h"
#include "ui/parameters/parameter_form.h"
#include "ui/parameters/request_member.h"
#include "ui/parameters/request_text.h"
#include "ui/parameters/setting_row.h"
#include "ui/theme/parts.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hipwright {

void ParameterForm::addCaseRows() {
  addHeading(tr("Hip and region"));
  const auto addChoice = [this](const QString& label, const QStringList& texts, ChoiceId id, Member member) {
    auto* combo = new QComboBox(this);
    combo->addItems(texts);
    combo->setToolTip(meaningText(id));
    addRow(new SettingRow(label, combo, this), std::move(member), [combo](const RunRequest&) {
      return combo->itemText(0);  // automatic is the standard of all of them
    });
    return combo;
  };
  m_side =
      addChoice(tr("Side"), {tr("Automatic"), tr("Left"), tr("Right")}, ChoiceId::Side, memberOf(&RunRequest::side));
  m_region = addChoice(tr("Region"), {tr("Around the joint"), tr("Whole CT"), tr("Box")}, ChoiceId::Region,
                       memberOf(&RunRequest::roi));
  m_region->setObjectName("region");
  m_box = new QLineEdit(this);
  m_box->setObjectName("corners");
  m_box->setToolTip(tr("Two corners in patient mm (LPS): x0, y0, z0, x1, y1, z1. Or pull the box in the slices."));
  m_boxRow = new SettingRow(tr("Corners, mm"), m_box, this);
  m_column->addWidget(m_boxRow);
  m_grid = addChoice(tr("Grid"), {tr("The model's"), tr("The CT's own")}, ChoiceId::Grid, memberOf(&RunRequest::grid));
  connect(m_side, &QComboBox::activated, this,
          [this](int index) { edit([index](RunRequest& r) { r.side = static_cast<SideChoice>(index); }); });
  connect(m_region, &QComboBox::activated, this, [this](int index) { chooseRegion(static_cast<RegionChoice>(index)); });
  connect(m_box, &QLineEdit::editingFinished, this, &ParameterForm::editBox);
  connect(m_grid, &QComboBox::activated, this,
          [this](int index) { edit([index](RunRequest& r) { r.grid = static_cast<GridChoice>(index); }); });
}

void ParameterForm::chooseRegion(RegionChoice choice) {
  edit([&](RunRequest& r) {
    const bool fresh = choice == RegionChoice::Box && r.roi.choice != RegionChoice::Box;
    r.roi = {choice, fresh ? m_proposedBox : r.roi.box};
  });
}

void ParameterForm::editBox() {
  if (m_request.roi.choice != RegionChoice::Box || !m_box->isModified()) return;
  try {
    QString text = m_box->text();
    text.replace(QChar(0x2212), '-').remove(' ');
    const RegionWish wish = parseRegion(text.toStdString());
    if (wish.choice == RegionChoice::Box) edit([&](RunRequest& r) { r.roi = wish; });
  } catch (const Error&) {
    m_boxRow->setHint(tr("Six numbers, the lower corner first"), "error");
    setLook(m_box, "state", "error");
  }
}

}  // namespace hipwright
