#include "ui/compare/compare_head.h"

#include "engine/run/output_mark.h"
#include "ui/controls/elided_label.h"
#include "ui/parameters/request_text.h"
#include "ui/runs/run_list.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace hipwright {
namespace {

constexpr int kChooser = 96;       // px
constexpr int kAroundChoice = 56;  // px of a chooser beside its words
constexpr int kRoomForCase = 160;  // px; a longer name is shortened

/// What the line leaves out when it is too narrow, one after the other; tooltips and the toolbar still tell it.
enum class Left { Nothing, CaseName, ChooserNames, NameOfLink, SeedDetails, Seed, NameOfAdding };

/// A button with its icon alone where there is no room for its words.
void showWords(QToolButton& button, bool shown) {
  button.setToolButtonStyle(shown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
  button.setIconSize({size::kIcon + (shown ? space::kTight : 0), size::kIcon});
}

constexpr std::array kRanges = {1.0, 2.0, 4.0, 8.0};
constexpr std::array kOffered = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 10.0, 15.0};
constexpr int kStandardRange = 2;

}  // namespace

CompareHead::CompareHead(ComparisonSession& session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_title(makeLabel(tr("Compare guidance"), "name", this)),
      m_case(new ElidedLabel("secondary", this)),
      m_settings(new Pill(this)),
      m_progress(new Pill(this)),
      m_demo(new Pill(IconName::Warning, kDemoMark, "warning", this)) {
  setProperty("surface", "head");
  setFixedHeight(size::kToolBar);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kPanel, 0, space::kUnit, 0);
  row->setSpacing(space::kUnit);
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_case, m_settings, m_progress, m_demo})
    row->addWidget(part);
  row->addStretch(1);
  makeChoosers();
  makeButtons();
  for (QWidget* part : std::initializer_list<QWidget*>{m_referenceName, m_reference, m_rangeName, m_range, m_linked,
                                                       m_add, m_goOn, m_panel, m_back})
    row->addWidget(part);
  connect(&session, &ComparisonSession::columnsChanged, this, &CompareHead::showColumns);
  connect(&session, &ComparisonSession::referenceChanged, this, &CompareHead::showColumns);
  connect(&session, &ComparisonSession::columnChanged, this, &CompareHead::showColumns);
  connect(&session, &ComparisonSession::stateChanged, this, &CompareHead::applyState);
  showColumns();
}

void CompareHead::makeChoosers() {
  m_referenceName = makeLabel(tr("Reference"), "label", this);
  m_reference = new QComboBox(this);
  m_reference->setAccessibleName(tr("Reference"));
  m_reference->setToolTip(tr("The value that the others are measured against"));
  m_reference->setMinimumWidth(kChooser);
  connect(m_reference, &QComboBox::activated, this,
          [this] { m_session.setReference(m_reference->currentData().toInt()); });
  m_rangeName = makeLabel(tr("Range"), "label", this);
  m_range = new QComboBox(this);
  for (const double mm : kRanges) m_range->addItem(tr("± %1 mm").arg(mm), mm);
  m_range->setCurrentIndex(kStandardRange);
  m_range->setMinimumWidth(108);
  m_range->setAccessibleName(tr("Range of the colours"));
  m_range->setToolTip(tr("The distance that the end colours stand for"));
  connect(m_range, &QComboBox::activated, this, [this] { emit rangeChosen(m_range->currentData().toDouble()); });
}

void CompareHead::makeButtons() {
  m_linked = new QToolButton(this);
  m_linked->setText(tr("Linked views"));
  m_linked->setCheckable(true);
  m_linked->setChecked(true);
  m_linked->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setIconBeside(m_linked, IconName::Link);
  setWords(m_linked, tr("Linked views"));
  connect(m_linked, &QToolButton::toggled, this, &CompareHead::linkedChosen);
  m_add = new QToolButton(this);
  m_add->setText(tr("Add value"));
  m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_add->setPopupMode(QToolButton::InstantPopup);
  m_add->setFixedHeight(size::kControl);
  setIconBeside(m_add, IconName::Add);
  setWords(m_add, tr("Add value"));
  m_addMenu = new QMenu(m_add);
  m_add->setMenu(m_addMenu);
  connect(m_addMenu, &QMenu::aboutToShow, this, &CompareHead::fillAddMenu);
  m_goOn = new QPushButton(tr("Continue"), this);
  m_goOn->setProperty("kind", "primary");
  m_goOn->setToolTip(tr("Run the values that have not finished"));
  connect(m_goOn, &QPushButton::clicked, &m_session, &ComparisonSession::goOn);
  m_panel = new QToolButton(this);
  m_panel->setCheckable(true);
  m_panel->setIcon(iconOf(IconName::Chart));
  m_panel->setIconSize({size::kIcon, size::kIcon});
  setWords(m_panel, tr("A and B, colours and chart"));
  connect(m_panel, &QToolButton::clicked, this, &CompareHead::panelWanted);
  m_back = new QPushButton(tr("Back to case"), this);
  m_back->setProperty("kind", "link");
  connect(m_back, &QPushButton::clicked, this, &CompareHead::backWanted);
}

void CompareHead::fillAddMenu() {
  m_addMenu->clear();
  const auto& columns = m_session.columns();
  const bool full = static_cast<int>(columns.size()) >= kMostColumns;
  for (const double cfg : kOffered) {
    const bool there = std::any_of(columns.begin(), columns.end(), [cfg](const ComparedColumn& column) {
      return !column.joined && sameGuidance(column.cfg, cfg);
    });
    if (!there)
      m_addMenu->addAction(QString("CFG %1").arg(cfg), this, [this, cfg] { emit valueWanted(cfg); })->setEnabled(!full);
  }
  m_addMenu->addAction(tr("Another value…"), this, &CompareHead::otherValueWanted)->setEnabled(!full);
  QMenu* earlier = m_addMenu->addMenu(tr("Earlier run"));
  for (const PastRun& run : m_runs) {
    const bool there = std::any_of(columns.begin(), columns.end(), [&](const ComparedColumn& column) {
      return column.run && column.run->folder.path() == run.folder.path();
    });
    const QString text = QString("%1, %2").arg(settingsText(run.record.request, run.record.seed), whenText(run));
    earlier->addAction(text, this, [this, run] { emit runWanted(run); })->setEnabled(!there && !full);
  }
  earlier->setEnabled(!earlier->isEmpty() && m_session.reference() != nullptr);
  m_addMenu->addSeparator();
  m_addMenu->addAction(iconOf(IconName::Reset), tr("Start over…"), this, &CompareHead::startOverWanted)
      ->setEnabled(!m_session.isComparing());
}

/// Filled anew only when it would read otherwise: the list may be open.
void CompareHead::showColumns() {
  const QSignalBlocker quiet(m_reference);
  QList<std::pair<QString, int>> ready;
  for (const ComparedColumn& column : m_session.columns())
    if (column.state == ColumnState::Ready) ready.emplace_back(columnName(column), column.id);
  QList<std::pair<QString, int>> shown;
  for (int i = 0; i < m_reference->count(); ++i)
    shown.emplace_back(m_reference->itemText(i), m_reference->itemData(i).toInt());
  if (ready != shown) {
    m_reference->clear();
    for (const auto& [name, id] : ready) m_reference->addItem(name, id);
    int widest = 0;  // runs that join have longer names
    for (const auto& [name, id] : ready) widest = std::max(widest, m_reference->fontMetrics().horizontalAdvance(name));
    m_reference->setMinimumWidth(std::max(kChooser, widest + kAroundChoice));
  }
  if (m_session.reference() != nullptr) m_reference->setCurrentIndex(m_reference->findData(m_session.reference()->id));
  applyState();
}

QString CompareHead::progress() const { return m_progress->text(); }

QString CompareHead::settings() const { return m_settings->toolTip(); }

void CompareHead::setBusy(bool busy) {
  m_busy = busy;
  applyState();
}

void CompareHead::setPanelShown(bool shown) { m_panel->setChecked(shown); }

void CompareHead::applyState() {
  const auto& columns = m_session.columns();
  const bool any = !columns.empty();
  const bool comparing = m_session.isComparing();
  m_case->setFullText(m_session.openedCase() ? QString::fromStdString(m_session.openedCase()->file.name) : QString());
  const int done = m_session.finished();
  QString text = tr("%1 of %2 finished").arg(done).arg(columns.size());
  if (comparing && m_session.secondsLeft())
    text += QString::fromUtf8(" · ") + tr("%1 left").arg(durationText(*m_session.secondsLeft()));
  const bool ran = done == static_cast<int>(columns.size());
  const bool all = ran && !comparing;
  if (ran && comparing) text = tr("Writing the table");
  m_progress->show(all ? IconName::Passed : IconName::Waiting, text, all ? "ok" : (comparing ? "accent" : "warning"));
  m_progress->setVisible(any);
  m_demo->setVisible(std::any_of(columns.begin(), columns.end(), isDemo));
  for (QWidget* part : std::initializer_list<QWidget*>{m_reference, m_range, m_linked, m_add, m_panel})
    part->setVisible(any);
  m_reference->setEnabled(m_reference->count() > 1);
  m_add->setEnabled(!m_busy || comparing);
  m_goOn->setVisible(any && !comparing && m_session.hasUnfinished());
  m_goOn->setEnabled(!m_busy);
  fit();
}

/// Leaves out as little as the width asks for.
void CompareHead::fit() {
  for (int left = 0; left <= static_cast<int>(Left::NameOfAdding); ++left) {
    arrange(left);
    if (neededWidth() <= width()) break;
  }
  for (const Pill* pill : {m_settings, m_progress, m_demo}) pill->layout()->activate();  // their new words count now
  layout()->activate();  // showing a part has laid out at once, beside others that are left out by now
}

void CompareHead::arrange(int left) {
  const auto keeps = [left](Left what) { return left < static_cast<int>(what); };
  const auto& columns = m_session.columns();
  m_case->setVisible(keeps(Left::CaseName));
  for (QWidget* name : {m_referenceName, m_rangeName}) name->setVisible(!columns.empty() && keeps(Left::ChooserNames));
  showWords(*m_linked, keeps(Left::NameOfLink));
  showWords(*m_add, keeps(Left::NameOfAdding));
  const bool ran = std::any_of(columns.begin(), columns.end(), [](const ComparedColumn& c) { return !c.joined; });
  const RunRequest& request = m_session.request();
  if (ran && request.seed) {
    const auto isOther = [&](const ComparedColumn& c) {
      return c.joined && c.run && (c.seed != *request.seed || c.run->record.request.ts != request.ts);
    };
    const bool same = std::none_of(columns.begin(), columns.end(), isOther);
    const QString all =
        (same ? tr("Seed %1, %2 steps, same starting noise") : tr("Seed %1, %2 steps; earlier runs have their own"))
            .arg(*request.seed)
            .arg(request.ts);
    m_settings->show(IconName::Lock, keeps(Left::SeedDetails) ? all : tr("Seed %1").arg(*request.seed), "");
    m_settings->setToolTip(all);
  }
  m_settings->setVisible(ran && request.seed && keeps(Left::Seed));
}

int CompareHead::neededWidth() const {
  const QMargins around = layout()->contentsMargins();
  int needed = around.left() + around.right();
  for (int i = 0; i < layout()->count(); ++i) {
    const QWidget* part = layout()->itemAt(i)->widget();
    if (part == nullptr || part->isHidden()) continue;
    const int hint = std::max(part->sizeHint().width(), part->minimumWidth());
    needed += space::kUnit + (part == m_case ? std::min(hint, kRoomForCase) : hint);
  }
  return needed;
}

void CompareHead::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

}  // namespace hipwright
