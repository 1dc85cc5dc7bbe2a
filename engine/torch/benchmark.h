// Measuring the networks at full size: time, work, memory, and the longest wait for a cancel; each setting with the
// plain and with the fast table in one run.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

struct BenchmarkOptions {
  ModelProfile profile;           ///< the networks; the window's size is that of encode and decode
  Index3 latentSize{40, 36, 44};  ///< of one denoising step: a padded CT of 160 x 144 x 176 voxels
  int repeats = 3;                ///< timed calls after one that warms up; the median counts
  int threads = 0;                ///< 0 for one per processor
  bool cuda = false;              ///< on the first CUDA device, by the plain table: the fast one is for processors
  int batch = 1;                  ///< inputs of a call; processors take one after the other
  bool plainTable = true;         ///< measure the baseline too
};

enum class BenchmarkCall { Encode, Step, GuidedStep, Decode };

struct BenchmarkRow {
  BenchmarkCall call{};
  std::string precision;         ///< "fp32", "bf16", "fp16"
  bool fast = false;             ///< which table
  double seconds = 0;            ///< median wall time of one call
  double cpuSeconds = 0;         ///< median processor time of one call, all threads: steadier on a busy machine
  double referenceGflop = 0;     ///< work of the reference for this call: what GFLOP/s are to be computed from
  double executedGflop = 0;      ///< work really done
  double longestWait = 0;        ///< s between two places where a cancel is noticed, the longest of all calls
  std::uint64_t peakMemory = 0;  ///< highest resident memory of the process during the calls, bytes; where the
                                 ///< system cannot reset its counter, the highest since the start. On a CUDA
                                 ///< device the most that tensors held there
};

/// Called after each row.
using BenchmarkObserver = std::function<void(const BenchmarkRow&)>;

/// Random weights, in fp32 and in what the device takes for half precision. Throws Cancelled, Error(OutOfMemory |
/// NoDevice).
std::vector<BenchmarkRow> runBenchmark(const BenchmarkOptions& options, const BenchmarkObserver& observer,
                                       const std::stop_token& stop);

/// "encode one window", "UNet step", ...
std::string callName(BenchmarkCall call);

}  // namespace hipwright
