// Weights for measurements: the right names and shapes, random values of a size that keeps activations near one.
#pragma once

#include "engine/weights/network_keys.h"
#include "engine/weights/weight_files.h"

#include <cstdint>

namespace hipwright {

/// Kernels are normal with variance 1 / fan-in, norms are the identity, other biases zero. The same seed gives the same
/// weights. Any thread.
NamedTensors randomParameters(const ParameterShapes& shapes, std::int64_t seed);

}  // namespace hipwright
