#include "ui/parameters/setting_row.h"

#include "ui/controls/icon_label.h"
#include "ui/controls/wrapped_label.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hipwright {

SettingRow::SettingRow(const QString& label, QWidget* control, QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout),
      m_hint(makeLabel({}, "secondary", this)),
      m_mark(makeIconButton(IconName::Reset, tr("Reset"), this)) {
  m_row->setSpacing(space::kTight);
  if (!label.isEmpty()) addLabel(label, *control);
  const bool isFixed = control->minimumWidth() == control->maximumWidth();
  m_row->addWidget(control, isFixed ? 0 : 1);
  if (isFixed) m_row->addStretch(1);
  QSizePolicy kept = m_mark->sizePolicy();
  kept.setRetainSizeWhenHidden(true);
  m_mark->setSizePolicy(kept);
  m_mark->setProperty("kind", "small");
  m_mark->setFixedWidth(kMarkWidth);
  m_mark->setIcon(iconOf(IconName::Reset, Tint::Accent));
  m_mark->hide();
  m_row->addWidget(m_mark);
  m_hint->setWordWrap(true);
  m_hint->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(m_row);
  auto* below = new QHBoxLayout;
  below->setContentsMargins(label.isEmpty() ? 0 : kSettingLabelWidth + space::kTight, 0, 0, 0);
  below->addWidget(m_hint);
  column->addLayout(below);
  connect(m_mark, &QToolButton::clicked, this, &SettingRow::resetRequested);
}

void SettingRow::addLabel(const QString& label, QWidget& control) {
  auto* column = new QWidget(this);
  column->setFixedWidth(kSettingLabelWidth);
  m_labels = new QHBoxLayout(column);
  m_labels->setContentsMargins(0, 0, 0, 0);
  m_labels->setSpacing(0);
  QLabel* text = makeWrapped(label, "label", column);
  text->setBuddy(&control);
  m_labels->addWidget(text, 1);
  m_row->addWidget(column);
  control.setAccessibleName(label);
}

void SettingRow::addBesideLabel(QWidget* control) { m_labels->addWidget(control); }

void SettingRow::add(QWidget* control) { m_row->insertWidget(m_row->count() - 1, control); }

void SettingRow::dropMark() {
  QSizePolicy policy = m_mark->sizePolicy();
  policy.setRetainSizeWhenHidden(false);
  m_mark->setSizePolicy(policy);
}

void SettingRow::setHint(const QString& hint, const char* state) {
  m_hint->setText(hint);
  m_hint->setVisible(!hint.isEmpty());
  setLook(m_hint, "state", state);
}

void SettingRow::setModified(bool modified, const QString& presetValue) {
  m_modified = modified;
  m_mark->setVisible(modified);
  m_mark->setToolTip(tr("Preset: %1. Click to reset.").arg(presetValue));
}

}  // namespace hipwright
