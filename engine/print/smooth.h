// Smoothing that does not shrink, within a bound.
#pragma once

#include "engine/core/mesh.h"

#include <stop_token>

namespace hipwright {

/// Low-pass filters the surface with a windowed sinc (Taubin, Zhang and Golub 1996; VTK's filter, 20 passes, pass band
/// 0.1), which hardly shrinks, and gives back the volume that is still lost; no vertex moves by more than `mostMm`, nor
/// once it is stored in single precision. If the result intersected itself where `mesh` did not, all moves are halved
/// until it does not. Throws Cancelled. Any thread.
Mesh smoothed(const Mesh& mesh, double mostMm, const std::stop_token& stop);

}  // namespace hipwright
