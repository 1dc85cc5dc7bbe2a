// What a run will take before it starts: memory, phase by phase and as it is really allocated, and roughly the time.
#pragma once

#include "engine/core/events.h"
#include "engine/core/model_profile.h"
#include "engine/run/run_request.h"

#include <map>

namespace hipwright {

/// Where the networks compute and in what precision. `device` and `precision` as in ModelInfo.
struct ForecastMachine {
  std::string device = "cpu";
  std::string precision = "fp32";

  /// What a run of this request will most likely get on a computer with or without a GPU that can be used.
  static ForecastMachine expected(const RunRequest& request, bool hasCuda);
};

/// Grids of a run, in voxels: the file's, the part the model sees, and that part padded.
struct ForecastGrids {
  Index3 ct{};
  Index3 view{};
  Index3 padded{};
  bool same = true;  ///< the model sees the file's own voxels, without a copy

  static ForecastGrids of(const Geometry& ct, const ModelGrid& grid, const ModelProfile& profile);
};

/// What is left of a run. Condition: the CT is encoded. Latents: the denoising is done, as in an interrupted run that
/// only has to decode.
enum class ForecastFrom { Start, Condition, Latents };

struct RunForecast {
  std::map<Phase, double> bytes;  ///< highest resident memory of the process in Prepare, Encode, Denoise, Decode, Write
  Phase phase = Phase::Prepare;   ///< the one that needs most
  double seconds = 0;             ///< rough: measured on two processors and scaled by operations

  double peak() const { return bytes.at(phase); }

  /// What the process must still get when case and networks are loaded.
  double more = 0;

  /// Of what is loaded by then, the networks as they are kept for computing; 0 on a GPU.
  double networks = 0;
};

/// Of a run on the computer's own memory; that of a GPU is not forecast. Within 15 % of the measured peak for command
/// line runs of the networks of the profile's size (see README, "Measured"). Any thread.
RunForecast forecastRun(const RunRequest& request, const ModelProfile& profile, const ForecastGrids& grids,
                        const ForecastMachine& machine, ForecastFrom from = ForecastFrom::Start);

/// The grid the networks will see: `size` padded to what they take.
Index3 paddedGrid(const Index3& size, const ModelProfile& profile);

/// "3.4 GB", "870 MB".
std::string memoryText(double bytes);

/// What a refusal is made from.
struct MemoryQuestion {
  const RunRequest& request;
  const ModelProfile& profile;
  const ForecastGrids& grids;
  ForecastMachine machine{};
  ForecastFrom from = ForecastFrom::Start;
};

/// Throws Error(MemoryWithoutWindows | MemoryForRegion | MemoryForModel) if the run needs more than `available` bytes
/// (0: unknown, which is never too little), with the nearest way out: windows, a smaller region, another computer.
void refuseWithoutMemory(const MemoryQuestion& question, double available);

/// The same for a run that wants to leave a device whose memory ran out in `phase`: throws Error(MemoryForProcessor).
/// `question` is about the processor, where no networks are loaded yet; `held` bytes of the run's arrays are there.
void refuseProcessorWithoutMemory(const MemoryQuestion& question, const std::string& phase, double held,
                                  double available);

}  // namespace hipwright
