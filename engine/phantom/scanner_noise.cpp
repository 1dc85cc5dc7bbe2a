#include "engine/phantom/scanner_noise.h"

#include "engine/phantom/random_stream.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// Four uniform numbers of 16 bits, summed: near enough to normal, mean 0 and standard deviation 1.
float white(std::uint64_t bits) {
  constexpr double kMean = 4 * 32767.5;
  constexpr double kDeviation = 37837.2;  // sqrt(4 / 12) * 65536
  const auto sum = (bits & 0xffffU) + ((bits >> 16U) & 0xffffU) + ((bits >> 32U) & 0xffffU) + (bits >> 48U);
  return static_cast<float>((static_cast<double>(sum) - kMean) / kDeviation);
}

/// Smooths by (1, 2, 1) along one axis and keeps the variance of white noise.
void smoothAlong(std::vector<float>& values, std::size_t stride, std::size_t count) {
  constexpr float kScale = 0.408248F;  // 1 / sqrt(1 + 4 + 1)
  const std::vector<float> before = values;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t at = i / stride % count;
    const float low = before[at == 0 ? i : i - stride];
    const float high = before[at + 1 == count ? i : i + stride];
    values[i] = kScale * (low + 2 * before[i] + high);
  }
}

}  // namespace

void addScannerNoise(Volume& ct, const PhantomParameters& p) {
  std::vector<float> noise(ct.voxels.size());
  const std::uint64_t key = mixBits(p.textureSeed + 4);
  for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = white(mixBits(key + i));
  std::size_t stride = 1;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    const auto count = static_cast<std::size_t>(ct.geometry.size[axis]);
    smoothAlong(noise, stride, count);
    stride *= count;
  }
  const auto deviation = static_cast<float>(p.noise);
  for (std::size_t i = 0; i < noise.size(); ++i)
    ct.voxels[i] = std::clamp(std::round(ct.voxels[i] + deviation * noise[i]), -1024.0F, 3071.0F);
}

}  // namespace hipwright
