// The rows of the comparison's table: which number each shows, how, and beyond which limit it is marked.
#pragma once

#include "ui/compare/compared_column.h"

#include <QString>

#include <array>

namespace hipwright {

enum class NumberId {
  Volume,
  Surface,
  Width,
  Depth,
  Height,
  Parts,
  InsideBone,
  InsideCortex,
  InsideSoft,
  OutsideField,
  Dice,
  MeanDistance,
  Hd95,
  CentreShift,
  HeadRadius,
  CupInclination,
  CupAnteversion,
  StemTurn,
  CanalFillLow,
  CanalFill,
  CanalFillHigh,
};

inline constexpr std::array kNumberIds = {
    NumberId::Volume,         NumberId::Surface,      NumberId::Width,        NumberId::Depth,
    NumberId::Height,         NumberId::Parts,        NumberId::InsideBone,   NumberId::InsideCortex,
    NumberId::InsideSoft,     NumberId::OutsideField, NumberId::Dice,         NumberId::MeanDistance,
    NumberId::Hd95,           NumberId::CentreShift,  NumberId::HeadRadius,   NumberId::CupInclination,
    NumberId::CupAnteversion, NumberId::StemTurn,     NumberId::CanalFillLow, NumberId::CanalFill,
    NumberId::CanalFillHigh,
};

/// "Volume, cm³".
QString numberName(NumberId id);

/// What it means and where it comes from.
QString numberMeaning(NumberId id);

int numberDecimals(NumberId id);

/// Compared with the reference; nothing of its own.
bool isDifference(NumberId id);

/// In the unit of its name. `reference` may be null, and may be the column itself; of a difference to itself there is
/// none.
Measured<double> numberOf(NumberId id, const ComparedColumn& column, const ComparedColumn* reference);

/// What a cell of the table shows.
struct ShownNumber {
  QString text;
  QString tip;
  bool warns = false;  ///< beyond its limit, which `tip` states
  bool isWord = false;
};
ShownNumber shownNumber(NumberId id, const ComparedColumn& column, const ComparedColumn* reference);

}  // namespace hipwright
