#include "ui/export/print_table.h"

#include "ui/controls/elided_label.h"
#include "ui/controls/icon_label.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kFoundWidth = 168;
constexpr int kNeededWidth = 84;
constexpr int kShowWidth = 96;

struct Mark {
  IconName icon = IconName::Passed;
  Tint tint = Tint::Success;
  const char* state = "";
};

Mark markOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::Fail: return {IconName::Failed, Tint::Error, "error"};
    case Verdict::Note: return {IconName::Note, Tint::Secondary, ""};
    case Verdict::Pass: break;
  }
  return {};
}

QLabel* makeCell(const QString& text, const char* role, int width, QWidget* parent) {
  QLabel* cell = makeLabel(text, role, parent);
  cell->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  cell->setFixedWidth(width);
  return cell;
}

QHBoxLayout* makeLine(QWidget* row) {
  row->setFixedHeight(size::kTableRow);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(space::kUnit, 0, space::kUnit, 1);
  line->setSpacing(space::kUnit);
  return line;
}

}  // namespace

PrintTable::PrintTable(QWidget* parent)
    : QScrollArea(parent), m_content(new QWidget(this)), m_buttons(new QButtonGroup(this)) {
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Print report"));
  setFocusPolicy(Qt::NoFocus);  // the buttons in it take the focus, and scroll into view
  m_column = new QVBoxLayout(m_content);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(0);
  setWidget(m_content);
  m_content->setAutoFillBackground(false);
  viewport()->setAutoFillBackground(false);
  m_buttons->setExclusive(false);
  connect(m_buttons, &QButtonGroup::idClicked, this, [this](int row) {
    for (QAbstractButton* other : m_buttons->buttons())
      if (m_buttons->id(other) != row) other->setChecked(false);
    emit markWanted(markedRow() < 0 ? std::vector<std::uint32_t>() : m_rows[std::size_t(row)].triangles);
  });
}

void PrintTable::showRows(const std::vector<PrintRow>& rows) { show(rows, Known::Yes); }

void PrintTable::showPending(const std::vector<PrintRow>& rows) { show(rows, Known::NotYet); }

void PrintTable::show(const std::vector<PrintRow>& rows, Known known) {
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_rows = rows;
  m_column->addWidget(makeHead());
  for (int row = 0; row < int(rows.size()); ++row) m_column->addWidget(makeRow(row, known));
  m_column->addStretch(1);
  updateGeometry();
}

QWidget* PrintTable::makeHead() {
  auto* row = new QFrame(m_content);
  row->setProperty("surface", "table-row");
  QHBoxLayout* line = makeLine(row);
  line->addSpacing(size::kSmallIcon + space::kUnit);
  line->addWidget(makeLabel(tr("Check"), "heading", row), 1);
  line->addWidget(makeCell(tr("Found"), "heading", kFoundWidth, row));
  line->addWidget(makeCell(tr("Needed"), "heading", kNeededWidth, row));
  line->addSpacing(kShowWidth + space::kUnit);
  return row;
}

QWidget* PrintTable::makeRow(int at, Known known) {
  const PrintRow& content = m_rows[std::size_t(at)];
  const Mark mark = known == Known::Yes ? markOf(content.verdict) : Mark{IconName::Waiting, Tint::Hint, ""};
  auto* row = new QFrame(m_content);
  row->setProperty("surface", "table-row");
  row->setProperty("state", mark.state);
  row->setToolTip(content.detail);
  row->setAccessibleName(QString("%1: %2").arg(content.name, content.found));
  QHBoxLayout* line = makeLine(row);
  line->addWidget(new IconLabel(mark.icon, mark.tint, size::kSmallIcon, row));
  auto* name = new ElidedLabel("body", row);
  name->setFullText(content.name);
  line->addWidget(name, 1);
  const bool failed = known == Known::Yes && content.verdict == Verdict::Fail;
  line->addWidget(
      makeCell(known == Known::Yes ? content.found : QString("…"), failed ? "strong" : "body", kFoundWidth, row));
  line->addWidget(makeCell(content.needed, "label", kNeededWidth, row));
  if (known == Known::NotYet || content.verdict == Verdict::Pass || content.triangles.empty()) {
    line->addSpacing(kShowWidth + space::kUnit);
    return row;
  }
  auto* button = new QPushButton(tr("Show in 3-D"), row);
  button->setProperty("kind", "link");
  button->setCheckable(true);
  button->setFixedWidth(kShowWidth);
  button->setAccessibleName(tr("Show in 3-D: %1").arg(content.name));
  m_buttons->addButton(button, at);
  line->addWidget(button);
  return row;
}

int PrintTable::markedRow() const {
  for (QAbstractButton* button : m_buttons->buttons())
    if (button->isChecked()) return m_buttons->id(button);
  return -1;
}

void PrintTable::toggleRow(int row) {
  if (QAbstractButton* button = m_buttons->button(row)) button->click();
}

QSize PrintTable::sizeHint() const { return {640, (int(m_rows.size()) + 1) * size::kTableRow + 2}; }

}  // namespace hipwright
