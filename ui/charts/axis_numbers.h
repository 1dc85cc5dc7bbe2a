// Tickers for the charts' axes: round numbers at fixed steps, or words at chosen places. Sources that know QCustomPlot
// only.
#pragma once

#include "ui/charts/nice_axis.h"

#include <QString>
#include <map>

class QCPAxis;

namespace hipwright {

/// The axis runs from 0 to the top of `nice` with a number at every step.
void setNiceRange(QCPAxis& axis, const NiceAxis& nice);

/// The axis runs from the bottom to the top of `span` with a number at every step.
void setNiceSpan(QCPAxis& axis, const NiceSpan& span);

/// Whole numbers only, about `count` of them; the range is not touched.
void setWholeNumbers(QCPAxis& axis, int count);

/// Texts at chosen coordinates and nowhere else.
void setTexts(QCPAxis& axis, const std::map<double, QString>& texts);

}  // namespace hipwright
