#include "ui/export/printer_row.h"

#include "ui/export/print_limits.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace hipwright {
namespace {

constexpr int kFieldWidth = 52;

}  // namespace

PrinterRow::PrinterRow(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kUnit);
  const std::array<QString, 3> names{tr("Printer, width"), tr("Printer, depth"), tr("Printer, height")};
  for (std::size_t side = 0; side < names.size(); ++side) {
    m_sides[side] = makeField(names[side], kSmallestPrinterMm, kLargestPrinterMm, 0);
    if (side > 0) row->addWidget(makeLabel("×", "label", this));
    row->addWidget(m_sides[side]);
  }
  m_wall = makeField(tr("Thinnest wall"), 0, kLargestLimitMm, 2);
  m_gap = makeField(tr("Narrowest gap"), 0, kLargestLimitMm, 2);
  const auto limit = [&](const QString& name, QDoubleSpinBox* field) {
    row->addWidget(makeLabel("mm", "label", this));
    row->addSpacing(space::kPanel);
    row->addWidget(makeLabel(name, "label", this));
    row->addWidget(field);
  };
  limit(tr("Wall at least"), m_wall);
  limit(tr("Gap at least"), m_gap);
  row->addWidget(makeLabel("mm", "label", this));
  row->addStretch(1);
  setLimits({});
}

QDoubleSpinBox* PrinterRow::makeField(const QString& name, double lowest, double highest, int decimals) {
  auto* field = new QDoubleSpinBox(this);
  field->setAccessibleName(name);
  field->setToolTip(tr("%1, mm").arg(name));
  field->setRange(lowest, highest);
  field->setDecimals(decimals);
  field->setSingleStep(decimals > 0 ? 0.05 : 10);
  field->setButtonSymbols(QAbstractSpinBox::NoButtons);
  field->setAlignment(Qt::AlignRight);
  field->setFixedWidth(kFieldWidth);
  field->setKeyboardTracking(false);
  connect(field, &QDoubleSpinBox::valueChanged, this, &PrinterRow::edited);
  return field;
}

PrintOptions PrinterRow::limits() const {
  PrintOptions options = m_shown;
  for (std::size_t side = 0; side < m_sides.size(); ++side) options.printerMm[side] = m_sides[side]->value();
  options.thinnestWallMm = m_wall->value();
  options.narrowestGapMm = m_gap->value();
  return options;
}

void PrinterRow::setLimits(const PrintOptions& options) {
  m_shown = options;
  const auto show = [](QDoubleSpinBox* field, double value) {
    const QSignalBlocker quiet(field);
    field->setValue(value);
  };
  for (std::size_t side = 0; side < m_sides.size(); ++side) show(m_sides[side], options.printerMm[side]);
  show(m_wall, options.thinnestWallMm);
  show(m_gap, options.narrowestGapMm);
}

}  // namespace hipwright
