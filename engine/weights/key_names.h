// Brings the parameter names of a file to MONAI core's names.
#pragma once

#include "engine/weights/checkpoint.h"
#include "engine/weights/refusal.h"

#include <string>

namespace hipwright {

/// A name of the older GenerativeModels package as MONAI core has it; other names stay as they are.
std::string coreName(std::string name);

/// Removes "module." (DataParallel) and "_orig_mod." (compiled models) where every name has it, then translates older
/// names; `older` tells whether any was translated. Throws Error(BadCheckpoint) if two names become one.
StateDict withCoreNames(StateDict weights, bool& older, const Refusal& refuse);

}  // namespace hipwright
