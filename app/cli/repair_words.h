// What --repair means.
#pragma once

#include "engine/print/repair.h"

#include <string>
#include <vector>

namespace hipwright::cli {

inline constexpr const char* kRepairHelp =
    "Steps: none, clean (the default), parts=N, smooth=MM, decimate=MM; they run in this order";

/// Throws Error(BadRequest) with the first word that makes no sense.
RepairOptions parseRepair(const std::vector<std::string>& words);

}  // namespace hipwright::cli
