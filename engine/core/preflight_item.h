// One thing about a case that a model cares for: what was found, and what will be done about it.
#pragma once

#include "engine/core/sentence.h"

#include <map>
#include <string>
#include <vector>

namespace hipwright {

/// Fine: as in training. Adapted: made so, exactly or with a known error. Doubtful: the run goes on, its result may not
/// be worth it. Refused: no run.
enum class PreflightLevel { Fine, Adapted, Doubtful, Refused };

enum class PreflightCode { Spacing, Orientation, FieldOfView, Side, Reading, Metal, BoneCut, HuRange, Size };

struct PreflightItem {
  PreflightLevel level = PreflightLevel::Fine;
  PreflightCode code{};
  std::map<std::string, double> values;  ///< what the sentences were made from; the unit ends the name
  std::vector<Sentence> found;
  std::vector<Sentence> done;  ///< empty if nothing needs to be done
};

std::string levelName(PreflightLevel level);  ///< "fine", "adapted", "doubtful", "refused"
std::string codeName(PreflightCode code);     ///< "spacing", "field_of_view", ...

PreflightLevel worstLevel(const std::vector<PreflightItem>& items);

}  // namespace hipwright
