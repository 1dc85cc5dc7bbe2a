#include "ui/presets/change_table.h"

#include "ui/presets/preset_text.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHeaderView>
#include <algorithm>

namespace hipwright {
namespace {

constexpr int kMostRows = 8;

}  // namespace

ChangeTable::ChangeTable(QWidget* parent) : QTableWidget(0, 3, parent) {
  setHorizontalHeaderLabels({tr("Setting"), tr("Now"), tr("After saving")});
  setAccessibleName(tr("What changes"));
  setSelectionMode(NoSelection);
  setEditTriggers(NoEditTriggers);
  setFocusPolicy(Qt::NoFocus);
  setShowGrid(false);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(size::kTableRow);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setFixedHeight(size::kTableRow);
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ChangeTable::setChanges(const std::vector<FieldChange>& changes) {
  setRowCount(static_cast<int>(changes.size()));
  for (int row = 0; row < rowCount(); ++row) {
    const FieldChange& change = changes[static_cast<std::size_t>(row)];
    setItem(row, 0, new QTableWidgetItem(fieldText(change.field)));
    setItem(row, 1, new QTableWidgetItem(fieldValueText(change, change.before)));
    setItem(row, 2, new QTableWidgetItem(fieldValueText(change, change.after)));
    for (int column = 1; column < 3; ++column) item(row, column)->setToolTip(plainTip(item(row, column)->text()));
  }
  const int rows = std::min(rowCount(), kMostRows);
  setFixedHeight((rows + 1) * size::kTableRow + 2 * frameWidth());
}

}  // namespace hipwright
