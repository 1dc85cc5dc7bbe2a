// Signed distances as colours, one per vertex.
#pragma once

#include "ui/viewport/surface_row_scene.h"

#include <vector>

namespace hipwright {

/// The colours of distances in mm from -range (inside the reference) to range (outside). Any thread.
VertexColours distanceColours(const std::vector<float>& distances, double range);

}  // namespace hipwright
