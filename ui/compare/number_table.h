// The numbers of a comparison as one table: a row per number in groups that fold, a section per column, which follows
// the pictures above.
#pragma once

#include "ui/compare/comparison_session.h"
#include "ui/compare/number_rows.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace hipwright {

/// A number, or the heading of its group.
struct TableRow {
  NumberGroup group = NumberGroup::Shape;
  std::optional<NumberId> number;
};
const std::vector<TableRow>& tableRows();
int rowOf(NumberId id);
int rowOf(NumberGroup group);

class NumberModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr int kWarnsRole = Qt::UserRole + 1;
  static constexpr int kWordRole = Qt::UserRole + 2;
  static constexpr int kReferenceRole = Qt::UserRole + 3;

  /// `session` outlives the model.
  explicit NumberModel(ComparisonSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void refresh();
  QVariant cell(NumberId id, const ComparedColumn& column, int role) const;

  ComparisonSession& m_session;
};

class NumberTable : public QTableView {
  Q_OBJECT

 public:
  NumberTable(ComparisonSession& session, int namesWidth, QWidget* parent = nullptr);

  /// A heading hides and shows the numbers below it: by a click or Enter.
  void setShown(NumberGroup group, bool shown);
  bool isShown(NumberGroup group) const;

  /// Left edges of the columns and the right edge of the last, pixels from the first.
  void setEdges(const std::vector<int>& edges);

 signals:
  /// The room for the columns has changed.
  void roomChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void updateGeometries() override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void toggle(int row);
  void showRows();

  std::vector<NumberGroup> m_folded;
  int m_room = 0;
};

}  // namespace hipwright
