// What an overwrite would change: field, old value, new value.
#pragma once

#include "engine/run/preset.h"

#include <QTableWidget>

namespace hipwright {

class ChangeTable : public QTableWidget {
  Q_OBJECT

 public:
  explicit ChangeTable(QWidget* parent = nullptr);

  /// As high as its rows, at most eight.
  void setChanges(const std::vector<FieldChange>& changes);
};

}  // namespace hipwright
