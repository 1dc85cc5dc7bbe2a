#include "ui/compare/column_head.h"

#include "ui/controls/elided_label.h"
#include "ui/controls/icon_label.h"
#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace hipwright {

ColumnHead::ColumnHead(int id, QWidget* parent)
    : QWidget(parent),
      m_id(id),
      m_title(makeLabel({}, "name", this)),
      m_note(new ElidedLabel("secondary", this)),
      m_below(new ElidedLabel("secondary", this)),
      m_reference(new QFrame(this)),
      m_star(makeIconButton(IconName::Star, tr("Pick as the winner"), this)),
      m_more(makeIconButton(IconName::More, tr("More for this value"), this)),
      m_menu(new QMenu(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kUnit, 0, space::kTight, 0);
  row->setSpacing(space::kTight);
  m_reference->setProperty("kind", "pill");
  m_reference->setProperty("state", "accent");
  m_reference->setFixedHeight(2 * size::kPillRadius);
  auto* pill = new QHBoxLayout(m_reference);
  pill->setContentsMargins(6, 0, 6, 0);
  pill->addWidget(makeLabel(tr("Reference"), "", m_reference));
  m_title->setMinimumWidth(1);
  m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // it is shortened before the title is
  for (QToolButton* button : {m_star, m_more}) button->setProperty("kind", "small");
  m_below->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addStretch(1);
  auto* line = new QHBoxLayout;
  line->setSpacing(space::kTight);
  line->addWidget(m_title);
  line->addWidget(m_reference);
  line->addWidget(m_note, 1);
  line->addStretch(0);
  words->addLayout(line);
  words->addWidget(m_below);
  words->addStretch(1);
  row->addLayout(words, 1);
  row->addWidget(m_star);
  row->addWidget(m_more);
  m_star->setCheckable(true);
  m_more->setMenu(m_menu);
  m_more->setPopupMode(QToolButton::InstantPopup);
  connect(m_star, &QToolButton::clicked, this, [this](bool picked) { emit starred(m_id, picked); });
  makeMenu();
}

void ColumnHead::makeMenu() {
  m_makeReference = m_menu->addAction(iconOf(IconName::Compare), tr("Make it the reference"), this,
                                      [this] { emit referenceWanted(m_id); });
  m_export = m_menu->addAction(iconOf(IconName::Export), tr("Export…"), this, [this] { emit exportWanted(m_id); });
  m_open = m_menu->addAction(iconOf(IconName::OpenRun), tr("Open as run"), this, [this] { emit openWanted(m_id); });
  m_folder = m_menu->addAction(iconOf(IconName::Folder), tr("Show folder"), this, [this] { emit folderWanted(m_id); });
  m_menu->addSeparator();
  m_remove = m_menu->addAction(iconOf(IconName::Close), tr("Remove"), this, [this] { emit removeWanted(m_id); });
  m_menu->setToolTipsVisible(true);
}

void ColumnHead::show(const ComparedColumn& column, const Shown& shown) {
  const bool ready = column.state == ColumnState::Ready;
  const QString name = columnName(column);
  m_title->setText(columnTitle(column));
  m_title->setToolTip(column.alsoAsked.empty() ? QString()
                                               : tr("Both values mix the predictions with the same weight: one run."));
  m_words = columnNote(column);
  m_star->setChecked(shown.isWinner);
  m_star->setIcon(iconOf(shown.isWinner ? IconName::StarFilled : IconName::Star));
  setWords(m_star, shown.isWinner ? tr("%1 is the winner").arg(name) : tr("Pick %1 as the winner").arg(name));
  setWords(m_more, tr("More for %1").arg(name));
  m_star->setEnabled(ready);
  m_makeReference->setEnabled(ready && !shown.isReference);
  for (QAction* action : {m_export, m_open, m_folder}) action->setEnabled(ready);
  m_remove->setEnabled(shown.whyKept.isEmpty());
  m_remove->setToolTip(plainTip(shown.whyKept));
  m_isReference = shown.isReference;
  m_isJoined = column.joined;
  m_share = column.state == ColumnState::Running ? column.share : -1;
  arrange();
  update();
}

/// Where the mark of the reference finds no room beside the title, it is a word below it.
void ColumnHead::arrange() {
  const QMargins around = layout()->contentsMargins();
  const int needed = around.left() + m_title->sizeHint().width() + m_reference->sizeHint().width() +
                     m_star->sizeHint().width() + m_more->sizeHint().width() + 4 * space::kTight + around.right();
  const bool isMarked = m_isReference && needed <= width();
  const bool isBelow = m_isReference || m_isJoined;
  QStringList below;
  if (m_isReference && !isMarked) below << tr("Reference");
  if (isBelow && !m_words.isEmpty()) below << m_words;
  m_reference->setVisible(isMarked);
  m_note->setFullText(m_words);
  m_note->setVisible(!isBelow);
  m_below->setFullText(below.join(tr(", ")));
  m_below->setVisible(!below.isEmpty());
}

void ColumnHead::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void ColumnHead::paintEvent(QPaintEvent* /*event*/) {
  const Theme theme = themeOf(palette());
  QPainter painter(this);
  painter.fillRect(rect(), m_isReference ? theme.raised : theme.panel);
  painter.fillRect(0, height() - 1, width(), 1, theme.line);
  painter.fillRect(width() - 1, 0, 1, height(), theme.line);
  if (m_isReference) painter.fillRect(0, 0, width(), 2, theme.accent);
  if (m_share >= 0) painter.fillRect(QRectF(0, height() - 2, width() * m_share, 2), theme.accent);
}

}  // namespace hipwright
