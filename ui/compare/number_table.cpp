#include "ui/compare/number_table.h"

#include "ui/compare/number_rows.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace hipwright {
namespace {

constexpr int kRow = 26;
constexpr int kMargin = 12;

NumberId idOf(int row) { return kNumberIds[static_cast<std::size_t>(row)]; }

/// Numbers at the right, words in grey, a triangle before what is beyond its limit, a tint for the reference.
class NumberDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme theme = themeOf(QGuiApplication::palette());
    const bool reference = index.data(NumberModel::kReferenceRole).toBool();
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
};

}  // namespace

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
  return parent.isValid() ? 0 : static_cast<int>(kNumberIds.size());
}

int NumberModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_session.columns().size());
}

QVariant NumberModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.column() >= columnCount()) return {};
  const ComparedColumn& column = m_session.columns()[static_cast<std::size_t>(index.column())];
  if (role == kReferenceRole) return &column == m_session.reference();
  const ShownNumber shown = shownNumber(idOf(index.row()), column, m_session.reference());
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
  if (role == Qt::DisplayRole) return numberName(idOf(section));
  if (role == Qt::ToolTipRole) return numberMeaning(idOf(section));
  if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
  return {};
}

NumberTable::NumberTable(ComparisonSession& session, int namesWidth, QWidget* parent) : QTableView(parent) {
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
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(kRow);
  verticalHeader()->setFixedWidth(namesWidth);
  verticalHeader()->setHighlightSections(false);
  verticalHeader()->setSectionsClickable(false);
  verticalHeader()->setObjectName("numberNames");
  verticalHeader()->setAccessibleName(tr("Names of the numbers"));
  horizontalHeader()->setAccessibleName(tr("Compared values"));
  for (QAbstractButton* corner : findChildren<QAbstractButton*>()) corner->setAccessibleName(tr("All numbers"));
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
