// How a run reads in the list: two lines beside a mark that says what came of it.
#pragma once

#include <QStyledItemDelegate>

namespace hipwright {

/// The first line (Qt::DisplayRole) is never cut; the second, with this role, may be.
inline constexpr int kRunDetailRole = Qt::UserRole + 1;
inline constexpr int kRunStateRole = Qt::UserRole + 2;  ///< a RunMark as int

enum class RunMark { Printable, Faulty, Interrupted, Going };

class RunRow : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace hipwright
