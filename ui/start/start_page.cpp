#include "ui/start/start_page.h"

#include "ui/controls/elided_label.h"
#include "ui/controls/icon_label.h"
#include "ui/start/demo_picture.h"
#include "ui/start/recent_row.h"
#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kContentWidth = 1360;

QPushButton* makeButton(IconName name, const QString& text, const char* kind, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  const bool primary = qstrcmp(kind, "primary") == 0;
  setIconBeside(button, name, primary ? Tint::OnAccent : Tint::Text);
  button->setProperty("kind", kind);
  button->setCursor(Qt::PointingHandCursor);
  return button;
}

QPushButton* makeLink(const QString& text, QWidget* parent) {
  auto* link = new QPushButton(text, parent);
  link->setProperty("kind", "link");
  link->setFlat(true);
  link->setCursor(Qt::PointingHandCursor);
  return link;
}

Tint tintOf(CheckState state) { return state == CheckState::Passed ? Tint::Success : Tint::Warning; }

}  // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
  auto* content = new QWidget(this);
  content->setMaximumWidth(kContentWidth);
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(space::kCard, space::kCard, space::kCard, space::kCard);
  columns->setSpacing(space::kPage);
  columns->addWidget(makeLeft(), 15);
  columns->addWidget(makeRight(), 9);
  auto* all = new QGridLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setRowStretch(0, 1);
  all->setRowStretch(2, 2);
  all->setColumnStretch(0, 1);
  all->setColumnStretch(1, 100);
  all->setColumnStretch(2, 1);
  all->addWidget(content, 1, 1);
}

QWidget* StartPage::makeLeft() {
  auto* left = new QWidget(this);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kUnit);
  column->addWidget(makeLabel(tr("Plan a hip implant from a CT"), "start-title", this));
  auto* text = makeLabel(
      tr("Open a pre-operative CT, press Generate and watch the implant form. All data stays on this machine."),
      "label", this);
  text->setWordWrap(true);
  column->addWidget(text);
  column->addSpacing(space::kSection);
  column->addWidget(makeDropArea(), 3);
  column->addSpacing(space::kPanel);
  column->addWidget(makeDemoCard());
  return left;
}

QWidget* StartPage::makeDropArea() {
  m_drop = new QFrame(this);
  m_drop->setProperty("surface", "drop");
  m_drop->setMinimumHeight(260);
  auto* column = new QVBoxLayout(m_drop);
  column->setSpacing(space::kUnit);
  column->addStretch(1);
  column->addWidget(new IconLabel(IconName::Drop, Tint::Accent, 40, m_drop), 0, Qt::AlignHCenter);
  column->addSpacing(space::kUnit);
  m_dropTitle = makeLabel(tr("Drop a hip CT here"), "title", m_drop);
  m_dropText = makeLabel(tr("A DICOM folder, or a NIfTI, NRRD or MetaImage file"), "label", m_drop);
  column->addWidget(m_dropTitle, 0, Qt::AlignHCenter);
  column->addWidget(m_dropText, 0, Qt::AlignHCenter);
  column->addSpacing(space::kRow);
  m_buttons = new QWidget(m_drop);
  auto* row = new QHBoxLayout(m_buttons);
  row->setSpacing(space::kPanel);
  auto* openCt = makeButton(IconName::OpenCt, tr("Open CT") + "    Ctrl+O", "primary", m_buttons);
  auto* openRun = makeButton(IconName::OpenRun, tr("Open run") + "    Ctrl+Shift+O", "secondary", m_buttons);
  row->addWidget(openCt);
  row->addWidget(openRun);
  column->addWidget(m_buttons, 0, Qt::AlignHCenter);
  m_busy = new QWidget(m_drop);
  auto* busy = new QHBoxLayout(m_busy);
  m_busyBar = new QProgressBar(m_busy);
  m_busyBar->setRange(0, 0);
  m_busyBar->setTextVisible(false);
  m_busyBar->setFixedSize(240, 8);
  m_busyBar->setAccessibleName(tr("Opening the CT"));
  m_busyShare = makeLabel({}, "secondary", m_busy);
  m_busyShare->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_busyShare->setFixedWidth(m_busyShare->fontMetrics().horizontalAdvance(" 100 %"));
  auto* cancel = makeButton(IconName::Close, tr("Cancel"), "secondary", m_busy);
  busy->addWidget(m_busyBar);
  busy->addWidget(m_busyShare);
  busy->addWidget(cancel);
  column->addWidget(m_busy, 0, Qt::AlignHCenter);
  m_busy->hide();
  column->addStretch(1);
  connect(openCt, &QPushButton::clicked, this, &StartPage::openCaseRequested);
  connect(openRun, &QPushButton::clicked, this, &StartPage::openRunRequested);
  connect(cancel, &QPushButton::clicked, this, &StartPage::cancelRequested);
  return m_drop;
}

QWidget* StartPage::makeDemoCard() {
  auto* card = new QFrame(this);
  card->setProperty("surface", "card");
  auto* row = new QHBoxLayout(card);
  row->setContentsMargins(1, 1, space::kSection, 1);  // the picture fills the card within its border
  row->setSpacing(space::kSection);
  row->addWidget(new DemoPicture(card));
  auto* column = new QVBoxLayout;
  column->setContentsMargins(0, space::kSection, 0, space::kSection);
  column->setSpacing(space::kTight);
  column->addWidget(makeLabel(tr("Try the demo"), "title", card));
  auto* text = makeLabel(tr("A computed hip and a small model. No data and no graphics card needed."), "label", card);
  text->setWordWrap(true);
  column->addWidget(text);
  const auto point = [&](IconName name, const QString& words) {
    auto* line = new QHBoxLayout;
    line->setSpacing(space::kUnit);
    line->addWidget(new IconLabel(name, Tint::Secondary, size::kSmallIcon, card));
    line->addWidget(makeLabel(words, "body", card), 1);
    column->addLayout(line);
  };
  column->addSpacing(space::kTight);
  point(IconName::Film, tr("Watch the implant form, stage by stage"));
  point(IconName::Printer, tr("Ends with an STL"));
  row->addLayout(column, 1);
  auto* start = makeButton(IconName::Generate, tr("Try the demo"), "accent", card);
  setIconBeside(start, IconName::Generate, Tint::Accent);
  auto* foot = new QVBoxLayout;
  foot->setContentsMargins(0, 0, 0, space::kSection);
  foot->addWidget(start, 0, Qt::AlignBottom);
  row->addLayout(foot);
  connect(start, &QPushButton::clicked, this, &StartPage::demoRequested);
  return card;
}

QWidget* StartPage::makeRight() {
  auto* right = new QWidget(this);
  right->setMinimumWidth(300);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(0, space::kPanel, 0, 0);
  column->setSpacing(space::kUnit);
  auto* head = new QHBoxLayout;
  head->addWidget(makeLabel(tr("Recent cases"), "name", this), 1);
  m_clear = makeLink(tr("Clear list"), this);
  head->addWidget(m_clear);
  column->addLayout(head);
  m_recent = new QVBoxLayout;
  m_recent->setSpacing(0);
  column->addLayout(m_recent);
  column->addSpacing(space::kCard);
  column->addWidget(makeLabel(tr("This machine"), "name", this));
  for (QWidget** place : {&m_model, &m_device, &m_graphics}) {
    *place = new QWidget(this);
    column->addWidget(*place);
    column->addWidget(makeRule(this));
  }
  column->addStretch(1);
  connect(m_clear, &QPushButton::clicked, this, &StartPage::clearRecentRequested);
  return right;
}

void StartPage::setRecent(const std::vector<RecentCase>& cases) {
  while (QLayoutItem* item = m_recent->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_clear->setVisible(!cases.empty());
  if (cases.empty()) m_recent->addWidget(makeLabel(tr("Cases you open appear here."), "secondary", this));
  for (const RecentCase& recent : cases) {
    auto* row = new RecentRow(recent, this);
    connect(row, &RecentRow::chosen, this, &StartPage::recentChosen);
    connect(row, &RecentRow::locateRequested, this, &StartPage::locateRequested);
    m_recent->addWidget(row);
    if (m_recent->count() >= 4) break;
  }
}

void StartPage::showMachineRow(QWidget* place, const MachineRow& row) {
  delete place->layout();
  for (QObject* child : place->children()) child->deleteLater();
  auto* grid = new QGridLayout(place);
  grid->setContentsMargins(0, space::kTight, 0, space::kTight);
  grid->setHorizontalSpacing(space::kRow);
  grid->setVerticalSpacing(0);
  grid->setColumnStretch(1, 1);
  const IconName mark = row.state == CheckState::Passed ? IconName::Passed : IconName::Warning;
  grid->addWidget(new IconLabel(mark, tintOf(row.state), size::kIcon, place), 0, 0, 2, 1);
  auto* title = new ElidedLabel("body", place);
  title->setFullText(row.title);
  auto* detail = new ElidedLabel("secondary", place);
  detail->setFullText(row.detail);
  grid->addWidget(title, 0, 1);
  grid->addWidget(detail, 1, 1);
  if (row.action.isEmpty()) return;
  auto* action = makeLink(row.action, place);
  grid->addWidget(action, 0, 2, 2, 1);
  connect(action, &QPushButton::clicked, this, &StartPage::modelActionRequested);
}

void StartPage::setModelRow(const MachineRow& row) { showMachineRow(m_model, row); }
void StartPage::setDeviceRow(const MachineRow& row) { showMachineRow(m_device, row); }
void StartPage::setGraphicsRow(const MachineRow& row) { showMachineRow(m_graphics, row); }

void StartPage::showDrop(const char* state, const QString& sentence) {
  setLook(m_drop, "state", state);
  m_dropText->setText(sentence.isEmpty() ? tr("A DICOM folder, or a NIfTI, NRRD or MetaImage file") : sentence);
}

void StartPage::showOpening(const QString& name) {
  const bool busy = !name.isEmpty();
  m_busy->setVisible(busy);
  m_buttons->setVisible(!busy);
  m_dropTitle->setText(busy ? tr("Opening %1").arg(name) : tr("Drop a hip CT here"));
  m_dropText->setVisible(!busy);
}

void StartPage::showOpeningShare(int thousandths) {
  m_busyBar->setRange(0, thousandths > 0 ? 1000 : 0);
  m_busyBar->setValue(thousandths);
  m_busyShare->setText(thousandths > 0 ? tr("%1 %").arg(thousandths / 10) : QString());
}

void StartPage::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeOf(palette()).window); }

}  // namespace hipwright
