#include "ui/case/preflight_list.h"

#include "ui/controls/icon_label.h"
#include "ui/controls/wrapped_label.h"
#include "ui/text/preflight_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hipwright {
namespace {

IconName iconOfLevel(PreflightLevel level) {
  switch (level) {
    case PreflightLevel::Fine: return IconName::Passed;
    case PreflightLevel::Adapted: return IconName::Note;
    case PreflightLevel::Doubtful: return IconName::Warning;
    case PreflightLevel::Refused: break;
  }
  return IconName::Failed;
}

Tint tintOfLevel(PreflightLevel level) {
  switch (level) {
    case PreflightLevel::Fine: return Tint::Success;
    case PreflightLevel::Adapted: return Tint::Accent;
    case PreflightLevel::Doubtful: return Tint::Warning;
    case PreflightLevel::Refused: break;
  }
  return Tint::Error;
}

const char* stateOfLevel(PreflightLevel level) {
  if (level == PreflightLevel::Refused) return "error";
  return level == PreflightLevel::Doubtful ? "warning" : "";
}

QLabel* selectable(const QString& text, const char* role, QWidget* parent) {
  QLabel* label = makeWrapped(text, role, parent);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

struct PreflightList::Line {
  PreflightLevel level{};
  QString title;
  QString word;  ///< for the level
  QString found;
  QString done;
};

PreflightList::PreflightList(QWidget* parent) : QWidget(parent), m_lines(new QVBoxLayout(this)) {
  m_lines->setContentsMargins(0, 0, 0, 0);
  m_lines->setSpacing(space::kUnit);
}

void PreflightList::clear() {
  while (QLayoutItem* item = m_lines->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_fold = nullptr;
  m_fine.clear();
}

QWidget* PreflightList::makeRow(const Line& line) {
  auto* row = new QWidget(this);
  auto* grid = new QGridLayout(row);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::kUnit);
  grid->setVerticalSpacing(0);
  grid->setColumnStretch(1, 1);
  grid->addWidget(new IconLabel(iconOfLevel(line.level), tintOfLevel(line.level), size::kSmallIcon, row), 0, 0);
  grid->addWidget(makeWrapped(line.title, "body", row), 0, 1);
  QLabel* word = makeLabel(line.word, "secondary", row);
  setLook(word, "state", stateOfLevel(line.level));
  grid->addWidget(word, 0, 2);
  grid->addWidget(selectable(line.found, "secondary", row), 1, 1, 1, 2);
  if (!line.done.isEmpty()) grid->addWidget(selectable(line.done, "note", row), 2, 1, 1, 2);
  row->setAccessibleName(QString("%1: %2").arg(line.title, line.word));
  row->setAccessibleDescription(line.found + ' ' + line.done);
  return row;
}

void PreflightList::show(std::vector<PreflightItem> items) {
  clear();
  std::stable_sort(items.begin(), items.end(),
                   [](const PreflightItem& a, const PreflightItem& b) { return a.level > b.level; });
  const auto isFine = [](const PreflightItem& item) { return item.level == PreflightLevel::Fine; };
  for (const PreflightItem& item : items) {
    if (isFine(item) && m_fold == nullptr) addFold(int(std::count_if(items.begin(), items.end(), isFine)));
    QWidget* row = makeRow(
        {item.level, subjectText(item.code), levelText(item.level), sentenceText(item.found), sentenceText(item.done)});
    m_lines->addWidget(row);
    if (isFine(item)) m_fine.push_back(row);
  }
  setOpen(m_open);
}

void PreflightList::addFold(int count) {
  m_fold = new QPushButton(tr("%n check(s) passed", nullptr, count), this);
  m_fold->setProperty("kind", "fold");
  m_fold->setFlat(true);
  m_fold->setCheckable(true);
  m_fold->setToolTip(tr("Show or hide what was found to be fine"));
  connect(m_fold, &QPushButton::toggled, this, &PreflightList::setOpen);
  m_lines->addWidget(m_fold);
}

void PreflightList::setOpen(bool open) {
  m_open = open;
  if (m_fold == nullptr) return;
  m_fold->setChecked(open);
  m_fold->setIcon(iconOf(open ? IconName::ChevronDown : IconName::ChevronRight, Tint::Secondary));
  for (QWidget* row : m_fine) row->setVisible(open);
}

void PreflightList::showProblem(const QString& title, const QString& detail) {
  clear();
  m_lines->addWidget(makeRow({PreflightLevel::Refused, title, {}, detail, {}}));
}

}  // namespace hipwright
