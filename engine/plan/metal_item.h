// Metal in a CT: how much of it lies in the region and elsewhere, on which side and where.
#pragma once

#include "engine/core/preflight_item.h"
#include "engine/plan/preflight.h"

namespace hipwright {

/// One sentence for each place: the region and what lies outside it, each side of the body apart if both hips were
/// found. Throws Cancelled. Any thread.
PreflightItem metalItem(const PreflightInput& in, const std::stop_token& stop);

}  // namespace hipwright
