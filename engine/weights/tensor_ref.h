// A tensor inside a mapped checkpoint: type, shape, strides and where its bytes are. Nothing is copied until it is
// asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace hipwright {

enum class ScalarType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };

std::size_t scalarSize(ScalarType type);
std::string scalarName(ScalarType type);  ///< "float32", "bfloat16", ...

/// A strided view into a storage. The reader has checked that every element lies inside `storage`.
struct TensorRef {
  ScalarType type = ScalarType::Float32;
  std::vector<std::int64_t> shape;
  std::vector<std::int64_t> strides;   ///< in elements, not negative
  std::int64_t offset = 0;             ///< in elements
  std::span<const std::byte> storage;  ///< little-endian, perhaps unaligned
  std::shared_ptr<const void> owner;   ///< keeps `storage` alive

  std::int64_t elementCount() const;

  /// All elements in C order, converted to float32. Any thread.
  std::vector<float> toFloats() const;

  /// The value of a tensor of one element, not rounded to float32. Any thread.
  double toDouble() const;
};

/// "[32, 1, 3, 3, 3]".
std::string shapeText(const std::vector<std::int64_t>& shape);

}  // namespace hipwright
