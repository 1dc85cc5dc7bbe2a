#include "engine/plan/hu_item.h"

#include "engine/plan/preflight_words.h"

#include <algorithm>

namespace hipwright {
namespace {

using Level = PreflightLevel;

constexpr double kLeastSpan = 256;
constexpr double kBeyondHu = 33000;  // the largest value of extended scales, and some
constexpr double kBoneHu = 250;
constexpr double kBelowAirHu = -1100;

std::map<std::string, double> valuesOf(const HuSurvey& s) {
  const HuModes& m = s.modes;
  std::map<std::string, double> values = {{"lowest_hu", s.lowest}, {"highest_hu", s.highest}, {"middle_hu", m.middle}};
  if (m.air) values["air_hu"] = *m.air;
  if (m.body) values["body_hu"] = *m.body;
  if (m.fat) values["fat_hu"] = *m.fat;
  if (m.muscle) values["muscle_hu"] = *m.muscle;
  return values;
}

Sentence sayRange(Remark remark, const HuSurvey& s, double middle) {
  return say(remark, {{"low", whole(s.lowest)}, {"high", whole(s.highest)}, {"middle", whole(middle)}});
}

/// Few wild voxels would belie it: then what all others span.
Sentence saySpan(const HuSurvey& s) {
  const bool all = s.highest - s.lowest <= kLeastSpan;
  return say(Remark::HuSpan, {{"low", significant(all ? s.lowest : s.modes.least, 4)},
                              {"high", significant(all ? s.highest : s.modes.most, 4)}});
}

void refuse(PreflightItem& item, Sentence found, Remark done) {
  item.level = Level::Refused;
  item.found = {std::move(found)};
  item.done = {say(done)};
}

/// Each place that is not where it belongs.
void sayElsewhere(PreflightItem& item, const HuModes& m) {
  if (isAirElsewhere(m)) item.found.push_back(say(Remark::HuAirElsewhere, {{"air", whole(*m.air)}}));
  if (areTissuesElsewhere(m))
    item.found.push_back(say(Remark::HuTissuesElsewhere, {{"fat", whole(*m.fat)}, {"muscle", whole(*m.muscle)}}));
  else if (isBodyElsewhere(m))
    item.found.push_back(say(Remark::HuBodyElsewhere, {{"body", whole(*m.body)}}));
  else if (isScaleOpen(m))
    item.found.push_back(say(Remark::HuScaleOpen, {{"body", whole(*m.body)}, {"bone", whole(m.high)}}));
  if (isMuchBelowAir(m)) item.found.push_back(say(Remark::HuMuchBelowAir, {{"percent", fixed(100 * m.belowAir, 0)}}));
  item.level = Level::Doubtful;
  item.done.push_back(say(Remark::CheckRescale));
}

/// Of values that may be Hounsfield units.
void sayDoubts(PreflightItem& item, const HuSurvey& s) {
  if (scaleOf(s.modes) == HuScale::Elsewhere) sayElsewhere(item, s.modes);
  if (s.lowest < -kBeyondHu || s.highest > kBeyondHu) {
    item.level = Level::Doubtful;
    item.done.push_back(say(Remark::BeyondHu));
  }
  if (s.modes.high < kBoneHu) {
    item.level = Level::Doubtful;
    item.done.push_back(say(Remark::NoBone));
  }
  if (item.level == Level::Fine && s.lowest < kBelowAirHu) {
    item.level = Level::Adapted;
    item.done = {say(Remark::BelowAir)};
  }
}

}  // namespace

HuSurvey surveyHu(const std::vector<float>& hu) {
  const auto [low, high] = std::minmax_element(hu.begin(), hu.end());
  return {*low, *high, huModes(hu)};
}

PreflightItem huItem(const HuSurvey& s) {
  const HuModes& m = s.modes;
  PreflightItem item{Level::Fine, PreflightCode::HuRange, valuesOf(s), {}, {}};
  if (m.most - m.least <= kLeastSpan) {
    refuse(item, saySpan(s), Remark::NotHounsfield);
    return item;
  }
  switch (scaleOf(m)) {
    case HuScale::TooHigh: refuse(item, sayRange(Remark::HuTooHigh, s, m.middle), Remark::NotHounsfield); return item;
    case HuScale::Shifted: refuse(item, sayRange(Remark::HuShifted, s, m.tissueUpAt), Remark::ShiftBack); return item;
    case HuScale::ShiftedTwice:
      refuse(item, sayRange(Remark::HuShiftedTwice, s, m.middle), Remark::ShiftUp);
      return item;
    case HuScale::Elsewhere:
    case HuScale::Plausible: break;
  }
  item.found = {say(Remark::HuRange, {{"low", whole(s.lowest)}, {"high", whole(s.highest)}})};
  sayDoubts(item, s);
  return item;
}

}  // namespace hipwright
