#include "ui/compare/number_rows.h"

#include "ui/text/wording.h"

#include <QCoreApplication>

#include <cmath>

namespace hipwright {
namespace {

/// Gives the free functions of this file a context for translations.
class NumberRows {
  Q_DECLARE_TR_FUNCTIONS(NumberRows)
};

constexpr double kMostMeanMm = 2;
constexpr double kMostHd95Mm = 5;
constexpr double kMostTurn = 5;  // degrees
// The safe zone of Lewinnek et al. 1978 (J Bone Joint Surg Am 60: 217-220).
constexpr double kLeastInclination = 30, kMostInclination = 50;
constexpr double kLeastAnteversion = 5, kMostAnteversion = 25;

template <class T, class Part>
Measured<double> part(const Measured<T>& whole, const Part& of) {
  return whole ? Measured<double>(of(*whole)) : Measured<double>::notMeasurable(whole.reason());
}

Measured<double> canalShare(const Measured<CanalFill>& fill) {
  return part(fill, [](const CanalFill& f) { return 100 * f.share; });
}

/// How far what was measured is from the shape that was fitted to it; nothing for numbers without a fit.
Measured<double> residualOf(NumberId id, const ImplantMeasures& m) {
  switch (id) {
    case NumberId::CentreShift:
    case NumberId::HeadRadius: return part(m.joint, [](const Joint& j) { return j.head.residualMm; });
    case NumberId::CupInclination:
    case NumberId::CupAnteversion: return part(m.cup, [](const CupOpening& c) { return c.residualMm; });
    case NumberId::StemTurn: return part(m.stem, [](const StemAxis& s) { return s.residualMm; });
    default: return {};
  }
}

Measured<double> ownNumber(NumberId id, const ImplantNumbers& n) {
  switch (id) {
    case NumberId::Volume: return n.volumeMm3 / 1000;
    case NumberId::Surface: return n.surfaceMm2 / 100;
    case NumberId::Width: return part(n.sizeMm, [](const Vec3& size) { return size[0]; });
    case NumberId::Depth: return part(n.sizeMm, [](const Vec3& size) { return size[1]; });
    case NumberId::Height: return part(n.sizeMm, [](const Vec3& size) { return size[2]; });
    case NumberId::Parts: return static_cast<double>(n.components);
    case NumberId::InsideBone: return part(n.tissue, [](const TissueShares& t) { return 100 * t.bone; });
    case NumberId::InsideCortex: return part(n.tissue, [](const TissueShares& t) { return 100 * t.cortex; });
    case NumberId::InsideSoft: return part(n.tissue, [](const TissueShares& t) { return 100 * t.soft; });
    case NumberId::OutsideField: return part(n.tissue, [](const TissueShares& t) { return 100 * t.outside; });
    case NumberId::HeadRadius: return part(n.measures.joint, [](const Joint& j) { return j.head.radiusMm; });
    case NumberId::CupInclination:
      return part(n.measures.cup, [](const CupOpening& c) { return c.angles.inclination; });
    case NumberId::CupAnteversion:
      return part(n.measures.cup, [](const CupOpening& c) { return c.angles.anteversion; });
    case NumberId::CanalFillLow: return canalShare(n.canal[0]);
    case NumberId::CanalFill: return canalShare(n.canal[1]);
    case NumberId::CanalFillHigh: return canalShare(n.canal[2]);
    default: return Measured<double>();
  }
}

Measured<double> turnOf(const ImplantNumbers& a, const ImplantNumbers& b) {
  if (!a.measures.stem || !b.measures.stem)
    return Measured<double>::notMeasurable(a.measures.stem ? b.measures.stem.reason() : a.measures.stem.reason());
  return angleBetween(a.measures.stem->axis, b.measures.stem->axis);
}

Measured<double> differenceNumber(NumberId id, const ImplantDifference& d) {
  switch (id) {
    case NumberId::Dice: return d.dice;
    case NumberId::MeanDistance: return part(d.surface, [](const SurfaceDistance& s) { return s.meanMm; });
    case NumberId::Hd95: return part(d.surface, [](const SurfaceDistance& s) { return s.hd95Mm; });
    default: return d.centreShiftMm;
  }
}

/// The sentence that names the limit the value is beyond; empty within it.
QString beyond(NumberId id, double value, const ComparedColumn* reference) {
  switch (id) {
    case NumberId::Parts:
      if (reference == nullptr || !reference->row || value == reference->row->numbers.components) return {};
      return NumberRows::tr("The reference has %n part(s).", nullptr, reference->row->numbers.components);
    case NumberId::MeanDistance:
      return value > kMostMeanMm ? NumberRows::tr("More than %1 mm from the reference.").arg(kMostMeanMm) : QString();
    case NumberId::Hd95:
      return value > kMostHd95Mm ? NumberRows::tr("More than %1 mm from the reference.").arg(kMostHd95Mm) : QString();
    case NumberId::StemTurn:
      return value > kMostTurn ? NumberRows::tr("More than %1° from the reference.").arg(kMostTurn) : QString();
    case NumberId::CupInclination:
      if (value >= kLeastInclination && value <= kMostInclination) return {};
      return NumberRows::tr("Outside the safe zone of %1° to %2°.").arg(kLeastInclination).arg(kMostInclination);
    case NumberId::CupAnteversion:
      if (value >= kLeastAnteversion && value <= kMostAnteversion) return {};
      return NumberRows::tr("Outside the safe zone of %1° to %2°.").arg(kLeastAnteversion).arg(kMostAnteversion);
    default: return {};
  }
}

/// The reasons live with the engine's measures; the translation file holds them in the context "Measured".
QString reasonText(const std::string& reason) { return QCoreApplication::translate("Measured", reason.c_str()); }

QString unitAfter(NumberId id) {
  const bool angle = id == NumberId::CupInclination || id == NumberId::CupAnteversion || id == NumberId::StemTurn;
  return angle ? QString::fromUtf8("°") : QString();
}

}  // namespace

QString numberName(NumberId id) {
  switch (id) {
    case NumberId::Volume: return NumberRows::tr("Volume, cm³");
    case NumberId::Surface: return NumberRows::tr("Surface, cm²");
    case NumberId::Width: return NumberRows::tr("Width, mm");
    case NumberId::Depth: return NumberRows::tr("Depth, mm");
    case NumberId::Height: return NumberRows::tr("Height, mm");
    case NumberId::Parts: return NumberRows::tr("Separate parts");
    case NumberId::InsideBone: return NumberRows::tr("Inside bone, %");
    case NumberId::InsideCortex: return NumberRows::tr("Inside cortex, %");
    case NumberId::InsideSoft: return NumberRows::tr("Inside soft tissue, %");
    case NumberId::OutsideField: return NumberRows::tr("Outside the scan, %");
    case NumberId::Dice: return NumberRows::tr("Dice");
    case NumberId::MeanDistance: return NumberRows::tr("Mean distance, mm");
    case NumberId::Hd95: return NumberRows::tr("HD95, mm");
    case NumberId::CentreShift: return NumberRows::tr("Centre shift, mm");
    case NumberId::HeadRadius: return NumberRows::tr("Head radius, mm");
    case NumberId::CupInclination: return NumberRows::tr("Cup inclination");
    case NumberId::CupAnteversion: return NumberRows::tr("Cup anteversion");
    case NumberId::StemTurn: return NumberRows::tr("Stem turned by");
    case NumberId::CanalFillLow: return NumberRows::tr("Canal fill, low, %");
    case NumberId::CanalFill: return NumberRows::tr("Canal fill, middle, %");
    case NumberId::CanalFillHigh: return NumberRows::tr("Canal fill, high, %");
  }
  return {};
}

QString numberMeaning(NumberId id) {
  switch (id) {
    case NumberId::Volume: return NumberRows::tr("Volume inside the implant's surface.");
    case NumberId::Surface: return NumberRows::tr("Area of the implant's surface.");
    case NumberId::Width: return NumberRows::tr("Size of the implant from left to right.");
    case NumberId::Depth: return NumberRows::tr("Size of the implant from front to back.");
    case NumberId::Height: return NumberRows::tr("Size of the implant from head to feet.");
    case NumberId::Parts: return NumberRows::tr("Pieces that do not touch each other.");
    case NumberId::InsideBone: return NumberRows::tr("Share of the implant where the CT shows bone, from 226 HU.");
    case NumberId::InsideCortex: return NumberRows::tr("Share of the implant where the CT shows cortex, from 600 HU.");
    case NumberId::InsideSoft:
      return NumberRows::tr("Share of the implant where the CT shows fat, muscle or cartilage, up to 226 HU.");
    case NumberId::OutsideField: return NumberRows::tr("Share of the implant outside the patient or the picture.");
    case NumberId::Dice: return NumberRows::tr("Overlap with the reference: 1 is the same, 0 nothing in common.");
    case NumberId::MeanDistance:
      return NumberRows::tr("Average distance between both surfaces, over the area of both.");
    case NumberId::Hd95: return NumberRows::tr("The distance that 95 % of both surfaces keep within.");
    case NumberId::CentreShift: return NumberRows::tr("Distance between the centres of rotation.");
    case NumberId::HeadRadius: return NumberRows::tr("Radius of the sphere that fits the prosthetic head.");
    case NumberId::CupInclination: return NumberRows::tr("Radiographic inclination to the scanner's planes.");
    case NumberId::CupAnteversion: return NumberRows::tr("Radiographic anteversion to the scanner's planes.");
    case NumberId::StemTurn: return NumberRows::tr("Angle between the axis of the stem and that of the reference.");
    case NumberId::CanalFillLow:
      return NumberRows::tr("Share of the canal that the stem takes, a quarter of the way up.");
    case NumberId::CanalFill: return NumberRows::tr("Share of the canal that the stem takes, halfway up.");
    case NumberId::CanalFillHigh:
      return NumberRows::tr("Share of the canal that the stem takes, three quarters of the way up.");
  }
  return {};
}

int numberDecimals(NumberId id) {
  switch (id) {
    case NumberId::Surface:
    case NumberId::Width:
    case NumberId::Depth:
    case NumberId::Height:
    case NumberId::Parts:
    case NumberId::CanalFillLow:
    case NumberId::CanalFill:
    case NumberId::CanalFillHigh: return 0;
    case NumberId::Dice: return 3;
    case NumberId::MeanDistance:
    case NumberId::CentreShift: return 2;
    default: return 1;
  }
}

bool isDifference(NumberId id) {
  return id == NumberId::Dice || id == NumberId::MeanDistance || id == NumberId::Hd95 || id == NumberId::CentreShift ||
         id == NumberId::StemTurn;
}

Measured<double> numberOf(NumberId id, const ComparedColumn& column, const ComparedColumn* reference) {
  if (!column.row) return {};
  if (!isDifference(id)) return ownNumber(id, column.row->numbers);
  if (reference == nullptr || !reference->row || reference == &column) return {};
  if (id == NumberId::StemTurn) return turnOf(column.row->numbers, reference->row->numbers);
  return column.difference ? differenceNumber(id, *column.difference) : Measured<double>();
}

ShownNumber shownNumber(NumberId id, const ComparedColumn& column, const ComparedColumn* reference) {
  const QString dash = QString::fromUtf8("–");
  if (column.state != ColumnState::Ready)
    return {dash, NumberRows::tr("Measured when the run has ended."), false, true};
  if (isDifference(id) && reference == &column)
    return {NumberRows::tr("reference"), NumberRows::tr("The others are measured against this value."), false, true};
  const bool waits = isDifference(id) && id != NumberId::StemTurn && !column.difference;
  if (waits) return {dash, NumberRows::tr("Being measured."), false, true};
  const Measured<double> value = numberOf(id, column, reference);
  if (!value)
    return {NumberRows::tr("not measurable"),
            NumberRows::tr("Not measurable here: %1.").arg(reasonText(value.reason())), false, true};
  const QString limit = beyond(id, *value, reference == &column ? nullptr : reference);
  QString tip = limit.isEmpty() ? numberMeaning(id) : limit;
  if (const Measured<double> residual = residualOf(id, column.row->numbers.measures))
    tip += ' ' + NumberRows::tr("Residual of the fit: %1 mm.").arg(numberText(*residual, 2));
  return {numberText(*value, numberDecimals(id)) + unitAfter(id), tip, !limit.isEmpty(), false};
}

}  // namespace hipwright
