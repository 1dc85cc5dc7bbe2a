// The one place that asks for CUDA's own headers. A LibTorch without CUDA answers with nothing; a device that fails
// answers with nothing too, and says why at the next call of a network. Any thread.
#pragma once

#include <cstdint>
#include <string>

namespace hipwright::nets {

struct CudaMemory {
  std::uint64_t total = 0;  ///< bytes on the card
  std::uint64_t free = 0;   ///< bytes nobody holds, LibTorch's own cache not counted
};

std::string cudaName(int index);  ///< the card's own name; empty if it does not tell
CudaMemory cudaMemory(int index);

/// What LibTorch keeps of freed blocks goes back to the card.
void releaseCudaCache() noexcept;

/// Bytes that tensors held at most since the last reset.
std::uint64_t cudaPeak(int index);
void resetCudaPeak(int index);

/// Waits for all work given to the card: what times itself needs it.
void waitForCuda(int index);

/// fp32 means fp32: no 10-bit mantissas in convolutions and products, and the same kernels at every run, so that a run
/// repeats byte for byte on the same card. For the whole process.
void computeReproducibly();

}  // namespace hipwright::nets
