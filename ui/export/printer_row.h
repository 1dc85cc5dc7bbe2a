// The printer's box, the thinnest wall and the narrowest gap it prints, in one row of fields.
#pragma once

#include "engine/print/print_report.h"

#include <QWidget>

#include <array>

class QDoubleSpinBox;

namespace hipwright {

class PrinterRow : public QWidget {
  Q_OBJECT

 public:
  explicit PrinterRow(QWidget* parent = nullptr);

  PrintOptions limits() const;
  /// Shows them; nothing is emitted.
  void setLimits(const PrintOptions& options);

 signals:
  /// The user changed one; a limit that is being typed counts when it is done.
  void edited();

 private:
  QDoubleSpinBox* makeField(const QString& name, double lowest, double highest, int decimals);

  PrintOptions m_shown;
  std::array<QDoubleSpinBox*, 3> m_sides{};
  QDoubleSpinBox* m_wall;
  QDoubleSpinBox* m_gap;
};

}  // namespace hipwright
