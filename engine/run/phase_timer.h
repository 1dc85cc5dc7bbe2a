// Adds the wall time of a piece of work to its phase in the record.
#pragma once

#include "engine/core/events.h"
#include "engine/run/run_record.h"

#include <chrono>

namespace hipwright {

template <class Work>
decltype(auto) timed(RunRecord& record, Phase phase, Work&& work) {
  struct Stopwatch {
    double& seconds;
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    ~Stopwatch() { seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); }
  };
  const Stopwatch watch{record.seconds[phaseName(phase)]};
  return work();
}

}  // namespace hipwright
