#include "engine/torch/cuda_device.h"

#include <ATen/Context.h>

#ifdef HIPWRIGHT_CUDA
#include <c10/cuda/CUDACachingAllocator.h>
#include <cuda_runtime_api.h>
#endif

namespace hipwright::nets {

#ifdef HIPWRIGHT_CUDA

namespace {

namespace Cache = c10::cuda::CUDACachingAllocator;

c10::DeviceIndex deviceIndex(int index) { return static_cast<c10::DeviceIndex>(index); }

/// Runs on one card and goes back to the one in use before.
template <typename Call>
bool onCard(int index, const Call& call) {
  int before = 0;
  if (cudaGetDevice(&before) != cudaSuccess || cudaSetDevice(index) != cudaSuccess) return false;
  const bool good = call() == cudaSuccess;
  if (!good) cudaGetLastError();   // else the next call of a network would report this one's failure
  return cudaSetDevice(before) == cudaSuccess && good;
}

}  // namespace

std::string cudaName(int index) {
  cudaDeviceProp properties{};
  if (cudaGetDeviceProperties(&properties, index) == cudaSuccess) return static_cast<const char*>(properties.name);
  cudaGetLastError();
  return {};
}

CudaMemory cudaMemory(int index) {
  std::size_t free = 0, total = 0;
  if (!onCard(index, [&] { return cudaMemGetInfo(&free, &total); })) return {};
  return {total, free};
}

void releaseCudaCache() noexcept {
  try {
    Cache::emptyCache();
  } catch (...) {
    return;
  }
}

std::uint64_t cudaPeak(int index) {
  constexpr std::size_t kAllPools = 0;
  return static_cast<std::uint64_t>(Cache::getDeviceStats(deviceIndex(index)).allocated_bytes[kAllPools].peak);
}

void resetCudaPeak(int index) { Cache::resetPeakStats(deviceIndex(index)); }

void waitForCuda(int index) {
  onCard(index, [] { return cudaDeviceSynchronize(); });
}

#else

std::string cudaName(int) { return {}; }
CudaMemory cudaMemory(int) { return {}; }
void releaseCudaCache() noexcept {}
std::uint64_t cudaPeak(int) { return 0; }
void resetCudaPeak(int) {}
void waitForCuda(int) {}

#endif

void computeReproducibly() {
  at::Context& context = at::globalContext();
  context.setAllowTF32CuDNN(false);
  context.setAllowTF32CuBLAS(false);
  context.setBenchmarkCuDNN(false);
  context.setDeterministicCuDNN(true);
}

}  // namespace hipwright::nets
