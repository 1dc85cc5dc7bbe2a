// Refusing a run that cannot fit, with the nearest way out, and one that cannot leave a device for the processor.
#include "engine/core/error.h"
#include "engine/run/run_forecast.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

double moreFor(const MemoryQuestion& q, const RunRequest& request, const ForecastGrids& grids) {
  return forecastRun(request, q.profile, grids, q.machine, q.from).more;
}

/// The view shrunk to `share` of its length along every axis, never below one window.
ForecastGrids shrunk(const MemoryQuestion& q, double share) {
  ForecastGrids grids = q.grids;
  grids.same = false;
  for (int a = 0; a < 3; ++a)
    grids.view[a] = std::max<std::int64_t>(1, std::llround(share * static_cast<double>(q.grids.view[a])));
  grids.padded = paddedGrid(grids.view, q.profile);
  return grids;
}

/// The largest share, in twentieths, that fits; 0 if none does.
double largestShare(const MemoryQuestion& q, const RunRequest& request, double available) {
  for (int twentieths = 19; twentieths > 0; --twentieths)
    if (moreFor(q, request, shrunk(q, twentieths / 20.0)) <= available) return twentieths / 20.0;
  return 0;
}

}  // namespace

void refuseWithoutMemory(const MemoryQuestion& q, double available) {
  const double need = moreFor(q, q.request, q.grids);
  if (available <= 0 || need <= available) return;
  const std::string needed = memoryText(need), have = memoryText(available);
  RunRequest tiled = q.request;
  tiled.tiled = true;
  const double withWindows = moreFor(q, tiled, q.grids);
  if (!q.request.tiled && withWindows <= available)
    throw Error(ErrorCode::MemoryWithoutWindows, {{"need", needed}, {"have", have}, {"less", memoryText(withWindows)}});
  const double share = largestShare(q, tiled, available);
  if (share > 0)
    throw Error(ErrorCode::MemoryForRegion,
                {{"need", needed}, {"have", have}, {"percent", std::to_string(std::lround(100 * share))}});
  throw Error(ErrorCode::MemoryForModel,
              {{"need", needed}, {"have", have}, {"least", memoryText(moreFor(q, tiled, shrunk(q, 0)))}});
}

void refuseProcessorWithoutMemory(const MemoryQuestion& q, const std::string& phase, double held, double available) {
  const RunForecast made = forecastRun(q.request, q.profile, q.grids, q.machine, q.from);
  const double need = made.more + made.networks - held;
  if (available <= 0 || need <= available) return;
  throw Error(ErrorCode::MemoryForProcessor,
              {{"phase", phase}, {"need", memoryText(need)}, {"have", memoryText(available)}});
}

}  // namespace hipwright
