// The bytes of a tensor as both writers of this folder store them.
#pragma once

#include "engine/weights/weight_files.h"

#include <string>

namespace hipwright {

/// Little-endian floats, or halves rounded to nearest even. Throws Error(Internal) if shape and values disagree.
std::string storedBytes(const NamedTensor& tensor, StoredPrecision precision);

}  // namespace hipwright
