// Numbers stored least significant byte first, as every format of this folder stores them, at any alignment.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>

namespace hipwright {

static_assert(std::endian::native == std::endian::little, "weights are copied as they lie in the file");

/// The caller has checked that at + sizeof(T) <= bytes.size().
template <typename T>
T loadLittle(std::span<const std::byte> bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

template <typename T>
void appendLittle(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

}  // namespace hipwright
