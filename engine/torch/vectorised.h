// What the files of inner loops share: compiling a function for several instruction sets, and an exponential that
// vectorises. For those files only.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__linux__) && \
    !defined(__SANITIZE_ADDRESS__)
#define HIPWRIGHT_VARIANTS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define HIPWRIGHT_VARIANTS
#endif
#if defined(__GNUC__)
#define HIPWRIGHT_INLINE inline __attribute__((always_inline))
#else
#define HIPWRIGHT_INLINE inline
#endif

namespace hipwright::nets {

/// Relative error below 2e-7 for |x| <= 87; clamped outside. Range reduction and polynomial after Cephes' expf.
HIPWRIGHT_INLINE float exponential(float x) {
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it leaves the nearest integer in the low bits
  x = std::min(std::max(x, -87.0F), 87.0F);
  const float shifted = x * 1.44269504F + kRound;
  const float n = shifted - kRound;
  const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  float p = 1.9875691500e-4F;
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  const float power = std::bit_cast<float>((std::bit_cast<std::int32_t>(shifted) - 0x4B400000 + 127) << 23);
  return (p * r * r + r + 1.0F) * power;
}

}  // namespace hipwright::nets
