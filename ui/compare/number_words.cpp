// The names of the comparison's numbers, what they mean, and how they are grouped.
#include "ui/compare/number_rows.h"

#include <QCoreApplication>

namespace hipwright {
namespace {

/// Gives the free functions of this file a context for translations.
class NumberRows {
  Q_DECLARE_TR_FUNCTIONS(NumberRows)
};

/// The first number of each group.
constexpr std::array kFirst = {NumberId::Volume,     NumberId::Dice,           NumberId::InsideBone,
                               NumberId::HeadRadius, NumberId::CupInclination, NumberId::StemLeft};
static_assert(kFirst.size() == kNumberGroups.size());

}  // namespace

NumberGroup groupOf(NumberId id) {
  std::size_t group = kFirst.size() - 1;
  while (id < kFirst[group]) --group;
  return kNumberGroups[group];
}

QString groupName(NumberGroup group) {
  switch (group) {
    case NumberGroup::Shape: return NumberRows::tr("Size and shape");
    case NumberGroup::Difference: return NumberRows::tr("To the reference");
    case NumberGroup::Tissue: return NumberRows::tr("In the tissue");
    case NumberGroup::Joint: return NumberRows::tr("Head and cup");
    case NumberGroup::Opening: return NumberRows::tr("Cup (scanner planes)");
    case NumberGroup::Stem: return NumberRows::tr("Stem");
  }
  return {};
}

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
    case NumberId::CentroidShift: return NumberRows::tr("Centroid shift, mm");
    case NumberId::HeadRadius: return NumberRows::tr("Head radius, mm");
    case NumberId::HeadLeft: return NumberRows::tr("Head centre L, mm");
    case NumberId::HeadBack: return NumberRows::tr("Head centre P, mm");
    case NumberId::HeadUp: return NumberRows::tr("Head centre S, mm");
    case NumberId::HeadResidual: return NumberRows::tr("Head residual, mm");
    case NumberId::CupRadius: return NumberRows::tr("Cup radius, mm");
    case NumberId::CupResidual: return NumberRows::tr("Cup residual, mm");
    case NumberId::CupInclination: return NumberRows::tr("Cup inclination (scanner planes)");
    case NumberId::CupAnteversion: return NumberRows::tr("Cup anteversion (scanner planes)");
    case NumberId::RimResidual: return NumberRows::tr("Rim residual, mm");
    case NumberId::StemTurn: return NumberRows::tr("Stem turned by");
    case NumberId::StemLeft: return NumberRows::tr("Stem axis L");
    case NumberId::StemBack: return NumberRows::tr("Stem axis P");
    case NumberId::StemUp: return NumberRows::tr("Stem axis S");
    case NumberId::StemResidual: return NumberRows::tr("Stem residual, mm");
    case NumberId::CanalFillLow: return NumberRows::tr("Canal fill, low, %");
    case NumberId::CanalFill: return NumberRows::tr("Canal fill, middle, %");
    case NumberId::CanalFillHigh: return NumberRows::tr("Canal fill, high, %");
  }
  return {};
}

QString rowName(NumberId id) {
  switch (id) {
    case NumberId::CupInclination: return NumberRows::tr("Cup inclination");
    case NumberId::CupAnteversion: return NumberRows::tr("Cup anteversion");
    default: return numberName(id);
  }
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
    case NumberId::CentroidShift: return NumberRows::tr("Distance between the centroids of the volumes.");
    case NumberId::HeadRadius: return NumberRows::tr("Radius of the sphere that fits the prosthetic head.");
    case NumberId::HeadLeft: return NumberRows::tr("Centre of rotation, to the patient's left.");
    case NumberId::HeadBack: return NumberRows::tr("Centre of rotation, to the patient's back.");
    case NumberId::HeadUp: return NumberRows::tr("Centre of rotation, towards the patient's head.");
    case NumberId::HeadResidual:
      return NumberRows::tr("Root mean square distance of the head's surface from the sphere that fits it.");
    case NumberId::CupRadius: return NumberRows::tr("Radius of the sphere that fits the back of the cup.");
    case NumberId::CupResidual:
      return NumberRows::tr("Root mean square distance of the cup's back from the sphere that fits it.");
    case NumberId::CupInclination: return NumberRows::tr("Radiographic inclination to the scanner's planes.");
    case NumberId::CupAnteversion: return NumberRows::tr("Radiographic anteversion to the scanner's planes.");
    case NumberId::RimResidual:
      return NumberRows::tr("Root mean square distance of the cup's rim from the plane that fits it.");
    case NumberId::StemLeft:
    case NumberId::StemBack:
    case NumberId::StemUp:
      return NumberRows::tr(
          "Direction of the stem from its tip: a vector of length 1, L to the left, P to the back, S to the head.");
    case NumberId::StemResidual:
      return NumberRows::tr("Root mean square distance of the stem's middle line from the axis that fits it.");
    case NumberId::StemTurn: return NumberRows::tr("Angle between the axis of the stem and that of the reference.");
    case NumberId::CanalFillLow:
      return NumberRows::tr("Share of the canal that the stem takes, a quarter of the way up.");
    case NumberId::CanalFill: return NumberRows::tr("Share of the canal that the stem takes, halfway up.");
    case NumberId::CanalFillHigh:
      return NumberRows::tr("Share of the canal that the stem takes, three quarters of the way up.");
  }
  return {};
}

}  // namespace hipwright
