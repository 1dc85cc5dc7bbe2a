#include "ui/compare/number_table.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kRow = 26;
constexpr int kMargin = 12;

constexpr int kSign = 12;  // px of the sign that says whether a group is folded

const TableRow& at(int row) { return tableRows()[static_cast<std::size_t>(row)]; }
bool isHeading(int row) { return !at(row).number; }

std::vector<TableRow> makeRows() {
  std::vector<TableRow> rows;
  for (const NumberGroup group : kNumberGroups) {
    rows.push_back({group, std::nullopt});
    for (const NumberId id : kNumberIds)
      if (groupOf(id) == group) rows.push_back({group, id});
  }
  return rows;
}

/// The names at the left; headings are written larger than the style sheet has sections.
class NumberNames : public QHeaderView {
 public:
  explicit NumberNames(NumberTable& table) : QHeaderView(Qt::Vertical, &table), m_table(table) {
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(kRow);
    setHighlightSections(false);
    setSectionsClickable(true);
  }

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int row) const override {
    if (!isHeading(row)) return QHeaderView::paintSection(painter, rect, row);
    const Theme theme = themeOf(QGuiApplication::palette());
    painter->save();
    painter->fillRect(rect, theme.panel);
    painter->setPen(theme.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const IconName sign = m_table.isShown(at(row).group) ? IconName::ChevronDown : IconName::ChevronRight;
    const QRect box(rect.left() + kMargin - 2, rect.center().y() - kSign / 2 + 1, kSign, kSign);
    iconOf(sign, Tint::Secondary).paint(painter, box);
    painter->setFont(fontOf(TextRole::Secondary));
    QFont font = painter->font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.text2);
    painter->drawText(rect.adjusted(kMargin + kSign + 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      groupName(at(row).group));
    painter->restore();
  }

 private:
  NumberTable& m_table;
};

/// Numbers at the right, words in grey, a triangle before what is beyond its limit, a tint for the reference.
class NumberDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme theme = themeOf(QGuiApplication::palette());
    const bool reference = index.data(NumberModel::kReferenceRole).toBool();
    if (isHeading(index.row())) return paintHeading(*painter, option, theme);
    painter->save();
    painter->fillRect(option.rect, reference ? theme.raised : theme.window);
    if ((option.state & QStyle::State_Selected) != 0) painter->fillRect(option.rect, theme.accentSoft);
    const QString text = index.data().toString();
    QFont font = fontOf(reference ? TextRole::Strong : TextRole::Body);
    const bool word = index.data(NumberModel::kWordRole).toBool();
    if (word) font.setWeight(QFont::Normal);
    painter->setFont(font);
    painter->setPen(word ? theme.text3 : theme.text);
    const QRect box = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    if (index.data(NumberModel::kWarnsRole).toBool()) {
      const int right = box.right() - painter->fontMetrics().horizontalAdvance(text) - space::kUnit;
      const QRect mark(right - size::kSmallIcon, box.center().y() - size::kSmallIcon / 2 + 1, size::kSmallIcon,
                       size::kSmallIcon);
      iconOf(IconName::Warning, Tint::Warning).paint(painter, mark);
    }
    painter->setPen(theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    painter->restore();
  }

 private:
  static void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme) {
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    painter.fillRect(option.rect, selected ? theme.accentSoft : theme.panel);
    painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.line);
  }
};

}  // namespace

const std::vector<TableRow>& tableRows() {
  static const std::vector<TableRow> rows = makeRows();
  return rows;
}

int rowOf(NumberId id) {
  const auto& rows = tableRows();
  return static_cast<int>(
      std::find_if(rows.begin(), rows.end(), [id](const TableRow& row) { return row.number == id; }) - rows.begin());
}

int rowOf(NumberGroup group) {
  const auto& rows = tableRows();
  return static_cast<int>(
      std::find_if(rows.begin(), rows.end(), [group](const TableRow& row) { return row.group == group; }) -
      rows.begin());
}

NumberModel::NumberModel(ComparisonSession& session, QObject* parent)
    : QAbstractTableModel(parent), m_session(session) {
  connect(&session, &ComparisonSession::columnsChanged, this, [this] {
    beginResetModel();
    endResetModel();
  });
  connect(&session, &ComparisonSession::columnChanged, this, [this](int id) {
    const ComparedColumn* column = m_session.column(id);
    if (column != nullptr && column->state == ColumnState::Ready) refresh();
  });
  connect(&session, &ComparisonSession::referenceChanged, this, &NumberModel::refresh);
}

void NumberModel::refresh() {
  if (columnCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int NumberModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(tableRows().size());
}

int NumberModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_session.columns().size());
}

QVariant NumberModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.column() >= columnCount()) return {};
  const ComparedColumn& column = m_session.columns()[static_cast<std::size_t>(index.column())];
  if (role == kReferenceRole) return &column == m_session.reference();
  return isHeading(index.row()) ? QVariant() : cell(*at(index.row()).number, column, role);
}

QVariant NumberModel::cell(NumberId id, const ComparedColumn& column, int role) const {
  const ShownNumber shown = shownNumber(id, column, m_session.reference());
  switch (role) {
    case Qt::DisplayRole: return shown.text;
    case Qt::ToolTipRole: return shown.tip;
    case kWarnsRole: return shown.warns;
    case kWordRole: return shown.isWord;
    case Qt::AccessibleTextRole: return shown.warns ? QString("%1. %2").arg(shown.text, shown.tip) : shown.text;
    default: return {};
  }
}

QVariant NumberModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal) {
    const bool isName = role == Qt::DisplayRole && section < columnCount();
    return isName ? columnName(m_session.columns()[static_cast<std::size_t>(section)]) : QVariant();
  }
  const TableRow& row = at(section);
  if (role == Qt::DisplayRole) return row.number ? rowName(*row.number) : groupName(row.group);
  if (role == Qt::ToolTipRole) return row.number ? numberMeaning(*row.number) : tr("Fold or unfold");
  if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
  return {};
}

NumberTable::NumberTable(ComparisonSession& session, int namesWidth, QWidget* parent) : QTableView(parent) {
  setVerticalHeader(new NumberNames(*this));
  setModel(new NumberModel(session, this));
  setItemDelegate(new NumberDelegate(this));
  setObjectName("numberTable");
  setAccessibleName(tr("Numbers of the compared implants"));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setProperty("kind", "bare");
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  horizontalHeader()->hide();
  horizontalHeader()->setMinimumSectionSize(1);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setFixedWidth(namesWidth);
  verticalHeader()->setObjectName("numberNames");
  verticalHeader()->setAccessibleName(tr("Names of the numbers"));
  horizontalHeader()->setAccessibleName(tr("Compared values"));
  for (QAbstractButton* corner : findChildren<QAbstractButton*>()) corner->setAccessibleName(tr("All numbers"));
  connect(verticalHeader(), &QHeaderView::sectionClicked, this, &NumberTable::toggle);
  connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { toggle(index.row()); });
  connect(model(), &QAbstractItemModel::modelReset, this, &NumberTable::showRows);
}

bool NumberTable::isShown(NumberGroup group) const {
  return std::find(m_folded.begin(), m_folded.end(), group) == m_folded.end();
}

void NumberTable::setShown(NumberGroup group, bool shown) {
  if (shown)
    std::erase(m_folded, group);
  else if (isShown(group))
    m_folded.push_back(group);
  showRows();
}

void NumberTable::toggle(int row) {
  if (isHeading(row)) setShown(at(row).group, !isShown(at(row).group));
}

void NumberTable::showRows() {
  for (int row = 0; row < model()->rowCount(); ++row)
    if (!isHeading(row)) setRowHidden(row, !isShown(at(row).group));
  verticalHeader()->viewport()->update();
}

void NumberTable::keyPressEvent(QKeyEvent* event) {
  const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enters && currentIndex().isValid()) return toggle(currentIndex().row());
  QTableView::keyPressEvent(event);
}

void NumberTable::setEdges(const std::vector<int>& edges) {
  for (int i = 0; i < model()->columnCount() && i + 1 < static_cast<int>(edges.size()); ++i)
    setColumnWidth(i, edges[static_cast<std::size_t>(i) + 1] - edges[static_cast<std::size_t>(i)]);
}

void NumberTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  if (std::exchange(m_room, viewport()->width()) != viewport()->width()) emit roomChanged();
}

void NumberTable::updateGeometries() {
  QTableView::updateGeometries();
  if (std::exchange(m_room, viewport()->width()) != viewport()->width()) emit roomChanged();
}

}  // namespace hipwright
