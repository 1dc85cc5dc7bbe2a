// The parameters a profile's networks have: names and shapes, exactly the reference's state-dict keys.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/weights/checkpoint.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hipwright {

using ParameterShapes = std::map<std::string, std::vector<std::int64_t>>;

ParameterShapes autoencoderParameters(const VaeProfile& profile);
ParameterShapes unetParameters(const VaeProfile& vae, const UnetProfile& profile);

/// Throws Error(CheckpointMismatch) with a table of missing, unexpected and wrong-shape keys if the weights differ.
void checkParameters(const Checkpoint& checkpoint, const ParameterShapes& expected);

}  // namespace hipwright
