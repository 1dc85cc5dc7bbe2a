#include "ui/viewport/volume_badge.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hipwright {

VolumeBadge::VolumeBadge(QWidget* parent)
    : QWidget(parent), m_marks(new QHBoxLayout), m_lines(makeLabel({}, "note", this)) {
  m_lines->setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kUnit);
  m_marks->setSpacing(space::kUnit);
  column->addLayout(m_marks);
  column->addWidget(m_lines);
  hide();
}

void VolumeBadge::show(const std::vector<Mark>& marks, const QString& lines) {
  while (QLayoutItem* item = m_marks->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const Mark& mark : marks) {
    auto* pill = new Pill(mark.icon, mark.text, mark.state, this);
    m_marks->addWidget(pill);
    pill->setVisible(true);  // a layout would do so later, and leave it out of the size until then
    if (mark.use == Use::Look) continue;
    pill->setClickable();
    connect(pill, &Pill::clicked, this, &VolumeBadge::clicked);
  }
  m_marks->addStretch(1);
  m_lines->setText(lines);
  m_lines->setVisible(!lines.isEmpty());
  setVisible(!marks.empty() || !lines.isEmpty());
  adjustSize();
}

}  // namespace hipwright
