// Reading and writing numbers of either byte order at any address.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace hipwright {

/// True if numbers stored in that order must be turned round on this machine.
constexpr bool mustSwap(bool bigEndian) { return bigEndian != (std::endian::native == std::endian::big); }

template <class Number>
Number loadAs(const std::byte* from, bool bigEndian) {
  std::array<std::byte, sizeof(Number)> bytes{};
  std::copy_n(from, sizeof(Number), bytes.begin());
  if (mustSwap(bigEndian)) std::reverse(bytes.begin(), bytes.end());
  return std::bit_cast<Number>(bytes);
}

template <class Number>
void storeAs(Number number, std::byte* to, bool bigEndian) {
  auto bytes = std::bit_cast<std::array<std::byte, sizeof(Number)>>(number);
  if (mustSwap(bigEndian)) std::reverse(bytes.begin(), bytes.end());
  std::copy(bytes.begin(), bytes.end(), to);
}

}  // namespace hipwright
