// Two passes over the keys, all in registers and the first-level cache.
#include "engine/torch/attention_kernel.h"

#include "engine/torch/vectorised.h"

#include <limits>

namespace hipwright::nets {
namespace {

/// scores[i] = the dot product of query i with the key.
HIPWRIGHT_INLINE void scoreKey(const HeadBlock& head, const float* key, float* scores) {
  std::fill_n(scores, kQueryBlock, 0.0F);
  for (std::int64_t first = 0; first < head.channels; first += kChannelGroup) {
    const float* q = head.queries + first * kQueryBlock;
    const float k0 = key[first], k1 = key[first + 1], k2 = key[first + 2], k3 = key[first + 3];
    const float k4 = key[first + 4], k5 = key[first + 5], k6 = key[first + 6], k7 = key[first + 7];
    for (std::int64_t i = 0; i < kQueryBlock; ++i) {
      const float* x = q + i;
      scores[i] +=
          ((x[0] * k0 + x[kQueryBlock] * k1) + (x[2 * kQueryBlock] * k2 + x[3 * kQueryBlock] * k3)) +
          ((x[4 * kQueryBlock] * k4 + x[5 * kQueryBlock] * k5) + (x[6 * kQueryBlock] * k6 + x[7 * kQueryBlock] * k7));
    }
  }
}

/// out[c][i] += weights[i] * value[c].
HIPWRIGHT_INLINE void addValue(const float* weights, const float* value, std::int64_t channels, float* __restrict out) {
  for (std::int64_t first = 0; first < channels; first += kChannelGroup) {
    float* to = out + first * kQueryBlock;
    const float* v = value + first;
    for (std::int64_t i = 0; i < kQueryBlock; ++i)
      for (std::int64_t c = 0; c < kChannelGroup; ++c) to[c * kQueryBlock + i] += weights[i] * v[c];
  }
}

}  // namespace

HIPWRIGHT_VARIANTS void attendBlock(const HeadBlock& head, float* out) {
  float scores[kQueryBlock];
  float highest[kQueryBlock];
  float sums[kQueryBlock] = {};
  std::fill_n(highest, kQueryBlock, -std::numeric_limits<float>::infinity());
  std::fill_n(out, head.channels * kQueryBlock, 0.0F);
  for (std::int64_t t = 0; t < head.tokens; ++t) {
    scoreKey(head, head.keys + t * head.channels, scores);
    for (std::int64_t i = 0; i < kQueryBlock; ++i) highest[i] = scores[i] > highest[i] ? scores[i] : highest[i];
  }
  for (std::int64_t t = 0; t < head.tokens; ++t) {
    scoreKey(head, head.keys + t * head.channels, scores);
    for (std::int64_t i = 0; i < kQueryBlock; ++i) {
      scores[i] = exponential(scores[i] - highest[i]);
      sums[i] += scores[i];
    }
    addValue(scores, head.values + t * head.channels, head.channels, out);
  }
  for (std::int64_t c = 0; c < head.channels; ++c)
    for (std::int64_t i = 0; i < kQueryBlock; ++i) out[c * kQueryBlock + i] /= sums[i];
}

}  // namespace hipwright::nets
