#include "engine/measure/inside_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace hipwright {
namespace {

constexpr std::int64_t kReach = 2;   // voxels around one that decide its share
constexpr std::size_t kPerAxis = 3;  // samples in a voxel along each axis
constexpr std::size_t kTaps = 2 * kReach + 1;

using Taps = std::array<float, kTaps>;                     // of the voxels from two before to two after
using Block = std::array<std::array<Taps, kTaps>, kTaps>;  // z, y, x

/// How a sample takes the field and its slope from the voxels of a line.
struct Sample {
  Taps value{};
  Taps slope{};
};

/// `at` from -1/2 to 1/2 of a voxel. The cubic of Catmull and Rom 1974: through the voxels, smooth at them.
Sample sampleAt(float at) {
  const std::size_t first = at < 0 ? 0 : 1;
  const float t = at < 0 ? at + 1 : at;
  const float t2 = t * t, t3 = t2 * t;
  const std::array<float, 4> value = {(-t + 2 * t2 - t3) / 2, (2 - 5 * t2 + 3 * t3) / 2, (t + 4 * t2 - 3 * t3) / 2,
                                      (-t2 + t3) / 2};
  const std::array<float, 4> slope = {(-1 + 4 * t - 3 * t2) / 2, (-10 * t + 9 * t2) / 2, (1 + 8 * t - 9 * t2) / 2,
                                      (-2 * t + 3 * t2) / 2};
  Sample sample;
  std::copy(value.begin(), value.end(), sample.value.begin() + static_cast<std::ptrdiff_t>(first));
  std::copy(slope.begin(), slope.end(), sample.slope.begin() + static_cast<std::ptrdiff_t>(first));
  return sample;
}

using Samples = std::array<Sample, kPerAxis>;

Samples samplesOfAVoxel() {
  Samples samples;
  for (std::size_t i = 0; i < kPerAxis; ++i)
    samples[i] = sampleAt((static_cast<float>(i) + 0.5F) / static_cast<float>(kPerAxis) - 0.5F);
  return samples;
}

float sum(const Taps& weights, const Taps& values) {
  float out = 0;
  for (std::size_t i = 0; i < kTaps; ++i) out += weights[i] * values[i];
  return out;
}

/// Of a small cube with this value in its middle, `steep` is how far the field changes across it.
float insideOf(float value, float steep) {
  return std::abs(value) < steep / 2 ? 0.5F + value / steep : (value > 0 ? 1.0F : 0.0F);
}

/// The share of one line of samples along z; the field and its slopes along x and y are given for its voxels.
float shareOfLine(const Samples& samples, const std::array<Taps, 3>& line) {
  float share = 0;
  for (const Sample& z : samples) {
    const float alongX = sum(z.value, line[1]), alongY = sum(z.value, line[2]), alongZ = sum(z.slope, line[0]);
    const float steep = std::sqrt(alongX * alongX + alongY * alongY + alongZ * alongZ);
    share += insideOf(sum(z.value, line[0]), steep / static_cast<float>(kPerAxis));
  }
  return share;
}

/// Taken apart axis by axis.
float shareOf(const Samples& samples, const Block& block) {
  float share = 0;
  for (const Sample& x : samples) {
    std::array<Taps, kTaps> values{}, slopes{};
    for (std::size_t z = 0; z < kTaps; ++z)
      for (std::size_t y = 0; y < kTaps; ++y) {
        values[z][y] = sum(x.value, block[z][y]);
        slopes[z][y] = sum(x.slope, block[z][y]);
      }
    for (const Sample& y : samples) {
      std::array<Taps, 3> line{};
      for (std::size_t z = 0; z < kTaps; ++z) {
        line[0][z] = sum(y.value, values[z]);
        line[1][z] = sum(y.value, slopes[z]);
        line[2][z] = sum(y.slope, values[z]);
      }
      share += shareOfLine(samples, line);
    }
  }
  return share / static_cast<float>(kPerAxis * kPerAxis * kPerAxis);
}

/// Beyond the border the field goes on as it is there.
Block around(const Volume& field, const Index3& voxel) {
  std::array<std::array<std::int64_t, kTaps>, 3> at{};
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t i = 0; i < kTaps; ++i)
      at[a][i] =
          std::clamp<std::int64_t>(voxel[a] + static_cast<std::int64_t>(i) - kReach, 0, field.geometry.size[a] - 1);
  Block block{};
  for (std::size_t z = 0; z < kTaps; ++z)
    for (std::size_t y = 0; y < kTaps; ++y)
      for (std::size_t x = 0; x < kTaps; ++x) block[z][y][x] = field.at(at[0][x], at[1][y], at[2][z]);
  return block;
}

/// The shares of voxels, whole ones first.
class Shares {
 public:
  explicit Shares(const Volume& field) : m_field(field), m_samples(samplesOfAVoxel()) {
    m_shares.reserve(field.voxels.size());
    for (const float value : field.voxels) m_shares.push_back(value > 0 ? 1.0F : 0.0F);
  }

  /// Every voxel that touches one with a neighbour beyond the surface.
  void refine() {
    std::vector<std::uint8_t> isDone(m_shares.size(), 0);
    const Index3& n = m_field.geometry.size;
    Index3 at{};
    for (at[2] = 0; at[2] < n[2]; ++at[2])
      for (at[1] = 0; at[1] < n[1]; ++at[1])
        for (at[0] = 0; at[0] < n[0]; ++at[0])
          for (std::size_t axis = 0; axis < 3; ++axis) {
            Index3 next = at;
            if (++next[axis] == n[axis] || isInside(at) == isInside(next)) continue;
            refineAround(at, isDone);
            refineAround(next, isDone);
          }
  }

  std::vector<float> take() { return std::move(m_shares); }

 private:
  bool isInside(const Index3& at) const { return m_field.at(at[0], at[1], at[2]) > 0; }

  void refineAround(const Index3& middle, std::vector<std::uint8_t>& isDone) {
    const Index3& n = m_field.geometry.size;
    for (std::int64_t z = std::max<std::int64_t>(middle[2] - 1, 0); z < std::min(middle[2] + 2, n[2]); ++z)
      for (std::int64_t y = std::max<std::int64_t>(middle[1] - 1, 0); y < std::min(middle[1] + 2, n[1]); ++y)
        for (std::int64_t x = std::max<std::int64_t>(middle[0] - 1, 0); x < std::min(middle[0] + 2, n[0]); ++x) {
          const std::size_t i = m_field.offset(x, y, z);
          if (isDone[i] != 0) continue;
          isDone[i] = 1;
          m_shares[i] = shareOf(m_samples, around(m_field, {x, y, z}));
        }
  }

  const Volume& m_field;
  const Samples m_samples;
  std::vector<float> m_shares;
};

}  // namespace

std::vector<float> insideShares(const Volume& field) {
  Shares shares(field);
  shares.refine();
  return shares.take();
}

}  // namespace hipwright
