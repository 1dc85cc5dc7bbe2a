// The rows of the comparison's table: which number each shows, how, and beyond which limit it is marked.
#pragma once

#include "ui/compare/compared_column.h"

#include <QString>

#include <array>

namespace hipwright {

enum class NumberId {
  Volume,
  Surface,
  Height,
  Width,
  Depth,
  Parts,
  Dice,
  MeanDistance,
  Hd95,
  CentreShift,
  CentroidShift,
  StemTurn,
  InsideBone,
  InsideCortex,
  InsideSoft,
  OutsideField,
  HeadRadius,
  HeadLeft,
  HeadBack,
  HeadUp,
  HeadResidual,
  CupRadius,
  CupResidual,
  CupInclination,
  CupAnteversion,
  RimResidual,
  StemLeft,
  StemBack,
  StemUp,
  StemResidual,
  CanalFillLow,
  CanalFill,
  CanalFillHigh,
};

inline constexpr std::array kNumberIds = {
    NumberId::Volume,         NumberId::Surface,      NumberId::Height,        NumberId::Width,
    NumberId::Depth,          NumberId::Parts,        NumberId::Dice,          NumberId::MeanDistance,
    NumberId::Hd95,           NumberId::CentreShift,  NumberId::CentroidShift, NumberId::StemTurn,
    NumberId::InsideBone,     NumberId::InsideCortex, NumberId::InsideSoft,    NumberId::OutsideField,
    NumberId::HeadRadius,     NumberId::HeadLeft,     NumberId::HeadBack,      NumberId::HeadUp,
    NumberId::HeadResidual,   NumberId::CupRadius,    NumberId::CupResidual,   NumberId::CupInclination,
    NumberId::CupAnteversion, NumberId::RimResidual,  NumberId::StemLeft,      NumberId::StemBack,
    NumberId::StemUp,         NumberId::StemResidual, NumberId::CanalFillLow,  NumberId::CanalFill,
    NumberId::CanalFillHigh};

/// What belongs together in the table; the numbers of a group follow each other in kNumberIds.
enum class NumberGroup { Shape, Difference, Tissue, Joint, Opening, Stem };
inline constexpr std::array kNumberGroups = {NumberGroup::Shape, NumberGroup::Difference, NumberGroup::Tissue,
                                             NumberGroup::Joint, NumberGroup::Opening,    NumberGroup::Stem};

NumberGroup groupOf(NumberId id);
QString groupName(NumberGroup group);

/// "Volume, cm³".
QString numberName(NumberId id);

/// The same below its group's heading, which says a part of some.
QString rowName(NumberId id);

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
