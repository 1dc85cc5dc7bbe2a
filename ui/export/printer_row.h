// The printer's box, and below it the thinnest wall, the narrowest gap and the most parts that pass.
#pragma once

#include "engine/print/print_report.h"

#include <QWidget>

#include <array>

class QDoubleSpinBox;
class QHBoxLayout;

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
  QHBoxLayout* makeBox();
  QHBoxLayout* makeLimits();
  QDoubleSpinBox* makeField(const QString& name, double lowest, double highest, int decimals);

  PrintOptions m_shown;
  std::array<QDoubleSpinBox*, 3> m_sides{};
  QDoubleSpinBox* m_wall = nullptr;
  QDoubleSpinBox* m_gap = nullptr;
  QDoubleSpinBox* m_parts = nullptr;
};

}  // namespace hipwright
