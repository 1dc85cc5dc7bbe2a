#include "ui/export/printer_row.h"

#include "ui/export/print_limits.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kFieldWidth = 52;

}  // namespace

PrinterRow::PrinterRow(QWidget* parent) : QWidget(parent) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kUnit);
  rows->addLayout(makeBox());
  rows->addLayout(makeLimits());
  setLimits({});
}

QHBoxLayout* PrinterRow::makeBox() {
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kUnit);
  const std::array<QString, 3> names{tr("Printer, width"), tr("Printer, depth"), tr("Printer, height")};
  for (std::size_t side = 0; side < names.size(); ++side) {
    m_sides[side] = makeField(names[side], kSmallestPrinterMm, kLargestPrinterMm, 0);
    if (side > 0) row->addWidget(makeLabel("×", "label", this));
    row->addWidget(m_sides[side]);
  }
  row->addWidget(makeLabel("mm", "label", this));
  row->addStretch(1);
  return row;
}

QHBoxLayout* PrinterRow::makeLimits() {
  m_wall = makeField(tr("Thinnest wall"), 0, kLargestLimitMm, 2);
  m_gap = makeField(tr("Narrowest gap"), 0, kLargestLimitMm, 2);
  m_parts = makeField(tr("Most parts"), 1, kMostPartsAllowed, 0);
  m_parts->setSingleStep(1);
  m_parts->setToolTip(tr("A cup and a stem are two; more are scraps of the field, or screws and cables you know of."));
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kUnit);
  const auto limit = [&](const QString& name, QDoubleSpinBox* field, const char* unit) {
    if (row->count() > 0) row->addSpacing(space::kPanel);
    row->addWidget(makeLabel(name, "label", this));
    row->addWidget(field);
    if (*unit != '\0') row->addWidget(makeLabel(unit, "label", this));
  };
  limit(tr("Wall at least"), m_wall, "mm");
  limit(tr("Gap at least"), m_gap, "mm");
  limit(tr("Parts at most"), m_parts, "");
  row->addStretch(1);
  return row;
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
  options.mostParts = static_cast<int>(m_parts->value());
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
  show(m_parts, options.mostParts);
}

}  // namespace hipwright
