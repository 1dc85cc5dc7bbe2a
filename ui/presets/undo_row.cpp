#include "ui/presets/undo_row.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hipwright {

UndoRow::UndoRow(QWidget* parent) : QFrame(parent), m_text(makeLabel({}, "secondary", this)) {
  setProperty("surface", "note");
  auto* undo = new QPushButton(tr("Undo"), this);
  undo->setProperty("kind", "link");
  auto* close = new QToolButton(this);
  close->setProperty("kind", "small");
  close->setIcon(iconOf(IconName::Close, Tint::Hint));
  close->setIconSize({size::kSmallIcon, size::kSmallIcon});
  setWords(close, tr("Close"));
  m_text->setWordWrap(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kUnit, space::kTight, space::kTight, space::kTight);
  row->setSpacing(space::kTight);
  row->addWidget(m_text, 1);
  row->addWidget(undo);
  row->addWidget(close);
  connect(undo, &QPushButton::clicked, this, [this] {
    hide();
    emit undoRequested();
  });
  connect(close, &QToolButton::clicked, this, [this] {
    hide();
    emit dismissed();
  });
  hide();
}

void UndoRow::offer(const QString& text) {
  m_text->setText(text);
  show();
}

}  // namespace hipwright
