// Bone that the border of a CT cuts, although the model should see how it goes on.
#pragma once

#include "engine/core/preflight_item.h"
#include "engine/plan/preflight.h"

namespace hipwright {

/// Looks at the borders within the region, or, of a CT that is used whole, at those clearly within what the model's
/// training cases showed around the joint: where these ended too, cut bone is nothing new to it. Says so if nobody can
/// tell. Throws Cancelled. Any thread.
PreflightItem cutItem(const PreflightInput& in, const std::stop_token& stop);

}  // namespace hipwright
