// Choosing a device and a precision.
#pragma once

#include "engine/diffusion/diffusion_model.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

namespace hipwright::nets {

struct Placement {
  c10::Device device = c10::Device(c10::kCPU);
  c10::ScalarType precision = c10::ScalarType::Float;
  std::vector<std::string> notices;  ///< why it is not what was asked for
};

/// Throws Error(NoDevice) if CUDA is asked for by name and there is none.
Placement choosePlacement(const ComputeOptions& options);

int cudaDeviceCount();
std::string precisionName(c10::ScalarType precision);  ///< "fp32", "bf16", "fp16"
std::string deviceLabel(c10::Device device);           ///< the processor's or the card's own name, or a general one

/// Sets torch's threads for this process; 0 for one per processor. Returns the number in use.
int useThreads(int threads);

}  // namespace hipwright::nets
