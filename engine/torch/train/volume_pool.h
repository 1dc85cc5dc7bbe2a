// The volumes an autoencoder is trained on: a pool of procedural hips that is renewed bit by bit.
#pragma once

#include "engine/phantom/random_stream.h"
#include "engine/torch/train/train.h"

#include <ATen/core/Tensor.h>

namespace hipwright::nets {

/// options.pool CTs for TrainStage::VaePre, distance fields for TrainStage::VaeMetal; (1, 1, X, Y, Z) float32 on the
/// CPU. Which case is where depends on the step alone, so that a training taken up again sees the same.
class VolumePool {
 public:
  VolumePool(TrainStage stage, const TrainOptions& options, std::stop_token stop);

  std::size_t size() const { return m_volumes.size(); }

  /// Volume `slot` as it is at `step`. Throws Cancelled.
  const at::Tensor& at(std::size_t slot, std::int64_t step);

  /// Held-out volume `index`.
  at::Tensor unseen(std::uint64_t index) const;

 private:
  at::Tensor make(std::uint64_t seed) const;

  TrainStage m_stage;
  ModelProfile m_profile;
  std::stop_token m_stop;
  std::vector<at::Tensor> m_volumes;
  std::vector<std::int64_t> m_seeds;
};

/// 48 voxels along each axis around a random voxel that is neither empty nor saturated, of the first sixteen looked at:
/// empty crops teach little.
at::Tensor cropAtSurface(at::Tensor volume, RandomStream& random);

}  // namespace hipwright::nets
