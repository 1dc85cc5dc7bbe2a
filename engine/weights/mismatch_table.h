// Says how a checkpoint differs from the network of a profile, as a table a person can act on.
#pragma once

#include "engine/weights/network_keys.h"

#include <string>

namespace hipwright {

/// Missing, unexpected and wrong-shape keys in aligned columns, a dozen of each at most, and a last line that says what
/// network the checkpoint looks like. Empty if everything fits.
std::string mismatchTable(const Checkpoint& checkpoint, const ParameterShapes& expected);

}  // namespace hipwright
