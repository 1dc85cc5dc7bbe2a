#include "ui/compare/compare_page.h"

#include "ui/compare/ab_view.h"
#include "ui/compare/columns_view.h"
#include "ui/compare/compare_head.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/number_table.h"
#include "ui/slices/slice_view.h"
#include "ui/theme/type_scale.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

namespace hipwright {
namespace {

constexpr int kRoomForPanel = 1400;  // px of the page; below, the panel is a drawer
constexpr int kLeastColumns = 300;   // px above the table
constexpr int kLeastTable = 80;

}  // namespace

ComparePage::ComparePage(ComparisonSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_head(new CompareHead(session, this)),
      m_pages(new QStackedWidget(this)),
      m_form(new StartForm(this)),
      m_columns(new ColumnsView(session, this)),
      m_table(new NumberTable(session, ColumnsView::namesWidth(), this)),
      m_panel(new ComparePanel(session, this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_head);
  column->addWidget(m_pages, 1);
  m_pages->addWidget(m_form);
  m_pages->addWidget(makeColumns());
  connectParts();
  addKeys();
  showContent();
}

QWidget* ComparePage::makeColumns() {
  auto* part = new QWidget(this);
  auto* row = new QHBoxLayout(part);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto* both = new QSplitter(Qt::Vertical, part);
  both->setHandleWidth(2);
  both->setChildrenCollapsible(false);
  m_columns->setMinimumHeight(kLeastColumns);
  m_table->setMinimumHeight(kLeastTable);
  both->addWidget(m_columns);
  both->addWidget(m_table);
  both->setStretchFactor(0, 5);
  both->setStretchFactor(1, 2);
  both->setSizes({580, 264});
  row->addWidget(both, 1);
  auto* border = new QFrame(part);
  border->setObjectName("panelBorder");
  border->setFixedWidth(1);
  row->addWidget(border);
  row->addWidget(m_panel);
  return part;
}

void ComparePage::connectParts() {
  connect(&m_session, &ComparisonSession::columnsChanged, this, &ComparePage::showContent);
  connect(m_form, &StartForm::startWanted, this, &ComparePage::startWanted);
  connect(m_head, &CompareHead::rangeChosen, m_columns, &ColumnsView::setRange);
  connect(m_head, &CompareHead::rangeChosen, m_panel, &ComparePanel::setRange);
  connect(m_head, &CompareHead::linkedChosen, m_columns, &ColumnsView::setLinked);
  connect(m_head, &CompareHead::panelWanted, this, [this](bool shown) {
    m_panelWanted = shown;
    showPanel();
  });
  connect(m_head, &CompareHead::startOverWanted, this, &ComparePage::startOverWanted);
  connect(m_head, &CompareHead::otherValueWanted, this, &ComparePage::otherValueWanted);
  connect(m_head, &CompareHead::backWanted, this, &ComparePage::backWanted);
  connect(m_head, &CompareHead::valueWanted, &m_session, [this](double cfg) { m_session.add(cfg); });
  connect(m_head, &CompareHead::runWanted, &m_session, &ComparisonSession::join);
  connect(m_columns, &ColumnsView::exportWanted, this, &ComparePage::exportWanted);
  connect(m_columns, &ColumnsView::openWanted, this, &ComparePage::openWanted);
  connect(m_columns, &ColumnsView::folderWanted, this, &ComparePage::folderWanted);
  connect(m_columns, &ColumnsView::pointed, this, &ComparePage::pointed);
  connect(m_columns, &ColumnsView::boxChanged, &m_panel->ab(), &AbView::showBox);
  connect(&m_columns->slices(), &LinkedSlices::placeChanged, &m_panel->ab(), &AbView::setPlace);
  connect(m_columns, &ColumnsView::edgesChanged, this, &ComparePage::followEdges);
  connect(m_table, &NumberTable::roomChanged, this, [this] {
    m_columns->setRightMargin(m_table->width() - ColumnsView::namesWidth() - m_table->viewport()->width());
  });
  connect(m_columns->scrollBar(), &QScrollBar::valueChanged, m_table->horizontalScrollBar(), &QScrollBar::setValue);
  connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_columns->scrollBar(), &QScrollBar::setValue);
  connect(m_panel, &ComparePanel::exportWanted, this, &ComparePage::exportWanted);
  connect(m_panel, &ComparePanel::saveTableWanted, this, &ComparePage::saveTableWanted);
}

void ComparePage::addKeys() {
  for (int place = 0; place < kMostColumns; ++place) {
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place)), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this, place] { goTo(place); });
  }
  setFocusPolicy(Qt::ClickFocus);
  m_panel->ab().installEventFilter(this);
}

void ComparePage::goTo(int place) { m_columns->goTo(place); }

void ComparePage::takeFocus() {
  if (m_session.columns().empty())
    m_form->values().setFocus();
  else
    setFocus();
}

void ComparePage::followEdges() { m_table->setEdges(m_columns->edges()); }

void ComparePage::showContent() {
  const bool wasForm = m_pages->currentIndex() == 0;
  m_pages->setCurrentIndex(m_session.columns().empty() ? 0 : 1);
  showPanel();
  followEdges();
  if (isVisible() && wasForm != m_session.columns().empty()) takeFocus();
}

void ComparePage::showPanel() {
  const bool roomy = width() >= kRoomForPanel;
  const bool shown = m_panelWanted.value_or(roomy);
  m_panel->setVisible(shown);
  m_head->setPanelShown(shown);
}

void ComparePage::setRequest(const RunRequest& request) {
  m_request = request;
  m_form->setRequest(request);
}

void ComparePage::setObstacle(const QString& why) {
  m_form->setObstacle(why);
  m_head->setBusy(!why.isEmpty());
}

void ComparePage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showPanel();
}

/// Held anywhere on the page where it is not typed or pressed.
bool ComparePage::flip(QEvent* event) {
  const auto* key = static_cast<QKeyEvent*>(event);
  if (key->key() != Qt::Key_Space || key->isAutoRepeat()) return key->key() == Qt::Key_Space;
  m_panel->ab().setFlipped(event->type() == QEvent::KeyPress);
  return true;
}

void ComparePage::keyPressEvent(QKeyEvent* event) {
  if (!flip(event)) QWidget::keyPressEvent(event);
}

void ComparePage::keyReleaseEvent(QKeyEvent* event) {
  if (!flip(event)) QWidget::keyReleaseEvent(event);
}

bool ComparePage::event(QEvent* event) {
  // Space that is let go in another window never arrives.
  if (event->type() == QEvent::WindowDeactivate) m_panel->ab().setFlipped(false);
  return QWidget::event(event);
}

bool ComparePage::eventFilter(QObject* object, QEvent* event) {
  const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
  if (isKey && flip(event)) return true;
  // Space that is let go elsewhere never arrives.
  if (event->type() == QEvent::FocusOut) m_panel->ab().setFlipped(false);
  return QWidget::eventFilter(object, event);
}

}  // namespace hipwright
