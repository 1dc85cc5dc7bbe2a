// Devices, precision and threads.
#include "engine/torch/device.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/torch/cuda_device.h"
#include "engine/torch/torch_model.h"

#include <ATen/Parallel.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/ones.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/version.h>

namespace hipwright {
namespace nets {
namespace {

/// OpenBLAS keeps 134 MB of addresses for every thread that multiplies matrices, and asks for them for ever where they
/// are not to be had: they are taken here, before anybody asks how much memory is left.
void takeBlasBuffers(int threads) {
  const c10::InferenceMode guard;
  const at::Tensor square = at::ones({64, 64});
  at::parallel_for(0, threads, 1, [&](std::int64_t, std::int64_t) { at::mm(square, square); });
}

}  // namespace

/// Through torch's device registry, which a CPU build leaves empty: no CUDA header is needed.
int cudaDeviceCount() {
  if (!c10::impl::hasDeviceGuardImpl(c10::DeviceType::CUDA)) return 0;
  return static_cast<int>(c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA)->deviceCount());
}

std::string precisionName(c10::ScalarType precision) {
  if (precision == c10::ScalarType::BFloat16) return "bf16";
  return precision == c10::ScalarType::Half ? "fp16" : "fp32";
}

std::string deviceLabel(c10::Device device) {
  if (device.is_cpu()) {
    const std::string name = platform::processorName();
    return name.empty() ? "processor" : name;
  }
  const int index = device.has_index() ? device.index() : 0;
  const std::string name = cudaName(index);
  return name.empty() ? "CUDA device " + std::to_string(index) : name;
}

int useThreads(int threads) {
  const int wanted = threads > 0 ? threads : platform::processorCount();
  if (at::get_num_threads() != wanted) at::set_num_threads(wanted);
  takeBlasBuffers(wanted);
  return wanted;
}

Placement choosePlacement(const ComputeOptions& options) {
  Placement placement;
  const bool cuda = options.device != DeviceChoice::Cpu && cudaDeviceCount() > 0;
  if (options.device == DeviceChoice::Cuda && !cuda)
    throw Error(ErrorCode::NoDevice, {{"device", "cuda"}, {"reason", "this build of LibTorch sees no CUDA device"}});
  if (cuda) placement.device = c10::Device(c10::kCUDA, 0);
  if (!options.amp) return placement;
  if (cuda) {
    placement.precision = c10::ScalarType::Half;
  } else if (platform::processorHasBf16()) {
    placement.precision = c10::ScalarType::BFloat16;
  } else {
    placement.notices.emplace_back("This processor does not multiply bf16 natively, so fp32 is used instead of --amp.");
  }
  return placement;
}

}  // namespace nets

std::vector<DeviceInfo> listDevices() {
  const auto entry = [](c10::Device device) {
    ComputeOptions options;
    options.device = device.is_cpu() ? DeviceChoice::Cpu : DeviceChoice::Cuda;
    const std::uint64_t memory = device.is_cpu() ? platform::availableMemory() : nets::cudaMemory(device.index()).free;
    return DeviceInfo{device.str(), nets::deviceLabel(device), memory,
                      nets::precisionName(nets::choosePlacement(options).precision)};
  };
  std::vector<DeviceInfo> devices{entry(c10::Device(c10::kCPU))};
  for (int i = 0; i < nets::cudaDeviceCount(); ++i)
    devices.push_back(entry(c10::Device(c10::kCUDA, static_cast<c10::DeviceIndex>(i))));
  return devices;
}

std::string torchVersion() { return "LibTorch " TORCH_VERSION; }

}  // namespace hipwright
