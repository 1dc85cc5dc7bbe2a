#include "engine/core/preflight_item.h"

#include <algorithm>

namespace hipwright {

std::string levelName(PreflightLevel level) {
  switch (level) {
    case PreflightLevel::Fine: return "fine";
    case PreflightLevel::Adapted: return "adapted";
    case PreflightLevel::Doubtful: return "doubtful";
    case PreflightLevel::Refused: return "refused";
  }
  return "unknown";
}

std::string codeName(PreflightCode code) {
  switch (code) {
    case PreflightCode::Spacing: return "spacing";
    case PreflightCode::Orientation: return "orientation";
    case PreflightCode::FieldOfView: return "field_of_view";
    case PreflightCode::Side: return "side";
    case PreflightCode::Reading: return "reading";
    case PreflightCode::Metal: return "metal";
    case PreflightCode::BoneCut: return "bone_cut";
    case PreflightCode::HuRange: return "hu_range";
    case PreflightCode::Size: return "size";
  }
  return "unknown";
}

PreflightLevel worstLevel(const std::vector<PreflightItem>& items) {
  PreflightLevel worst = PreflightLevel::Fine;
  for (const PreflightItem& item : items) worst = std::max(worst, item.level);
  return worst;
}

}  // namespace hipwright
