// Time and memory a run will take on this machine.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/run/run_request.h"

namespace hipwright {

struct Forecast {
  double seconds = 0;
  double bytes = 0;
};

/// The grid the networks will see: `size` padded to what they take.
Index3 paddedGrid(const Index3& size, const ModelProfile& profile);

/// From the size of the padded grid and the operations of the networks. Rough: measured on two processors and scaled.
/// `speed` is what the last run on this machine took against its forecast.
Forecast forecast(const Index3& grid, const ModelProfile& profile, const RunRequest& request, double speed);

}  // namespace hipwright
