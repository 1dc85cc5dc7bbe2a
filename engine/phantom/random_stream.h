// Random numbers that are the same on every compiler: splitmix64 and arithmetic without a maths library.
#pragma once

#include <cstdint>

namespace hipwright {

/// One step of splitmix64 (Steele, Lea, Flood 2014): a good 64-bit mixing of its argument.
constexpr std::uint64_t mixBits(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

/// A reproducible sequence of numbers; two streams of the same seed give the same numbers.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t seed) : m_state(mixBits(seed)) {}

  std::uint64_t bits() { return mixBits(m_state++); }

  /// In [0, 1), a multiple of 2^-53.
  double uniform() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  /// Mean 0, standard deviation 1, within +-6: the sum of twelve uniform numbers, which needs no logarithm.
  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

 private:
  std::uint64_t m_state;
};

}  // namespace hipwright
