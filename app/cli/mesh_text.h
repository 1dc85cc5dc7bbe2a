// A mesh report in the words slicers use.
#pragma once

#include "engine/surface/mesh_check.h"

#include <string>

namespace hipwright::cli {

/// Several indented lines: size, volume, counts, faults.
std::string meshText(const MeshReport& report);

}  // namespace hipwright::cli
