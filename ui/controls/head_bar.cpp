#include "ui/controls/head_bar.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHBoxLayout>
#include <QLabel>

namespace hipwright {

HeadBar::HeadBar(const QString& title, QWidget* parent) : QFrame(parent), m_row(new QHBoxLayout(this)) {
  setProperty("surface", "head");
  setFixedHeight(size::kControl);
  m_row->setContentsMargins(space::kPanel, 0, space::kUnit, 0);
  m_row->setSpacing(space::kTight);
  m_row->addWidget(makeLabel(title, "strong", this));
  m_row->addStretch(1);
}

void HeadBar::addAtRight(QWidget* widget) { m_row->addWidget(widget); }

}  // namespace hipwright
