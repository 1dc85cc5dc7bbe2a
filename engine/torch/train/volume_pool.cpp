// Renewing the pool and cutting crops.
#include "engine/torch/train/volume_pool.h"

#include "engine/torch/arrays.h"
#include "engine/torch/train/training_cases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hipwright::nets {
namespace {

constexpr std::int64_t kStepsPerFresh = 2;  ///< steps after which a volume is replaced
constexpr std::int64_t kCrop = 48;          ///< voxels along each axis

}  // namespace

VolumePool::VolumePool(TrainStage stage, const TrainOptions& options, std::stop_token stop)
    : m_stage(stage),
      m_profile(options.profile),
      m_stop(std::move(stop)),
      m_volumes(static_cast<std::size_t>(options.pool)),
      m_seeds(m_volumes.size(), -1) {}

const at::Tensor& VolumePool::at(std::size_t slot, std::int64_t step) {
  const auto size = static_cast<std::int64_t>(m_volumes.size()), position = static_cast<std::int64_t>(slot);
  const std::int64_t replaced = std::max<std::int64_t>(step / kStepsPerFresh - position + size - 1, 0) / size;
  const std::int64_t seed = 1 + position + size * replaced;
  if (m_seeds[slot] != seed) {
    m_volumes[slot] = make(static_cast<std::uint64_t>(seed));
    m_seeds[slot] = seed;
  }
  return m_volumes[slot];
}

at::Tensor VolumePool::unseen(std::uint64_t index) const { return make(kFirstUnseenSeed + index); }

at::Tensor VolumePool::make(std::uint64_t seed) const {
  const Tensor4 volume = m_stage == TrainStage::VaePre ? makeTrainingCase(seed, m_profile, m_stop).image
                                                       : makeTrainingField(seed, m_profile, m_stop);
  return toTensor(volume, LayerOptions{});
}

at::Tensor cropAtSurface(at::Tensor volume, RandomStream& random) {
  std::array<std::int64_t, 3> centre{};
  const float* values = volume.data_ptr<float>();
  for (int attempt = 0; attempt < 16; ++attempt) {
    for (std::size_t axis = 0; axis < 3; ++axis)
      centre[axis] = static_cast<std::int64_t>(random.uniform() *
                                               static_cast<double>(volume.size(static_cast<std::int64_t>(axis) + 2)));
    const float value = values[(centre[0] * volume.size(3) + centre[1]) * volume.size(4) + centre[2]];
    if (std::abs(value) < 0.999F) break;
  }
  for (std::int64_t axis = 0; axis < 3; ++axis) {
    const std::int64_t start = centre[static_cast<std::size_t>(axis)] - kCrop / 2;
    volume = volume.narrow(axis + 2, std::clamp<std::int64_t>(start, 0, volume.size(axis + 2) - kCrop), kCrop);
  }
  return volume;
}

}  // namespace hipwright::nets
