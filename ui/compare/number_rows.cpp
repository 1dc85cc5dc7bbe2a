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

Measured<double> headCentre(const ImplantMeasures& m, std::size_t axis) {
  return part(m.joint, [axis](const Joint& j) { return j.head.centre[axis]; });
}

Measured<double> stemAxis(const ImplantMeasures& m, std::size_t axis) {
  return part(m.stem, [axis](const StemAxis& s) { return s.axis[axis]; });
}

Measured<SphereFit> cupSphere(const ImplantMeasures& m) {
  return m.joint ? m.joint->cupOuter : Measured<SphereFit>::notMeasurable(m.joint.reason());
}

/// The fit that a number comes from, by the row of its residual; none for numbers without a fit.
std::optional<NumberId> residualRow(NumberId id) {
  switch (id) {
    case NumberId::CentreShift:
    case NumberId::HeadLeft:
    case NumberId::HeadBack:
    case NumberId::HeadUp:
    case NumberId::HeadRadius: return NumberId::HeadResidual;
    case NumberId::CupRadius: return NumberId::CupResidual;
    case NumberId::CupInclination:
    case NumberId::CupAnteversion: return NumberId::RimResidual;
    case NumberId::StemTurn:
    case NumberId::StemLeft:
    case NumberId::StemBack:
    case NumberId::StemUp:
    case NumberId::CanalFillLow:
    case NumberId::CanalFill:
    case NumberId::CanalFillHigh: return NumberId::StemResidual;
    default: return std::nullopt;
  }
}

Measured<double> fittedNumber(NumberId id, const ImplantMeasures& m) {
  switch (id) {
    case NumberId::HeadLeft: return headCentre(m, 0);
    case NumberId::HeadBack: return headCentre(m, 1);
    case NumberId::HeadUp: return headCentre(m, 2);
    case NumberId::HeadRadius: return part(m.joint, [](const Joint& j) { return j.head.radiusMm; });
    case NumberId::HeadResidual: return part(m.joint, [](const Joint& j) { return j.head.residualMm; });
    case NumberId::CupRadius: return part(cupSphere(m), [](const SphereFit& s) { return s.radiusMm; });
    case NumberId::CupResidual: return part(cupSphere(m), [](const SphereFit& s) { return s.residualMm; });
    case NumberId::CupInclination: return part(m.cup, [](const CupOpening& c) { return c.angles.inclination; });
    case NumberId::CupAnteversion: return part(m.cup, [](const CupOpening& c) { return c.angles.anteversion; });
    case NumberId::RimResidual: return part(m.cup, [](const CupOpening& c) { return c.residualMm; });
    case NumberId::StemLeft: return stemAxis(m, 0);
    case NumberId::StemBack: return stemAxis(m, 1);
    case NumberId::StemUp: return stemAxis(m, 2);
    case NumberId::StemResidual: return part(m.stem, [](const StemAxis& s) { return s.residualMm; });
    default: return Measured<double>();
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
    case NumberId::CanalFillLow: return canalShare(n.canal[0]);
    case NumberId::CanalFill: return canalShare(n.canal[1]);
    case NumberId::CanalFillHigh: return canalShare(n.canal[2]);
    default: return fittedNumber(id, n.measures);
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
    case NumberId::CentroidShift: return d.centroidShiftMm;
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
    case NumberId::Dice:
    case NumberId::StemLeft:
    case NumberId::StemBack:
    case NumberId::StemUp: return 3;
    case NumberId::MeanDistance:
    case NumberId::CentreShift:
    case NumberId::CentroidShift:
    case NumberId::HeadResidual:
    case NumberId::CupResidual:
    case NumberId::RimResidual:
    case NumberId::StemResidual: return 2;
    default: return 1;
  }
}

bool isDifference(NumberId id) { return groupOf(id) == NumberGroup::Difference; }

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
  if (const std::optional<NumberId> fit = residualRow(id))
    if (const Measured<double> residual = fittedNumber(*fit, column.row->numbers.measures))
      tip += ' ' + NumberRows::tr("Residual of the fit: %1 mm.").arg(numberText(*residual, numberDecimals(*fit)));
  return {numberText(*value, numberDecimals(id)) + unitAfter(id), tip, !limit.isEmpty(), false};
}

}  // namespace hipwright
