#include "engine/weights/tensor_ref.h"

#include "engine/weights/half_float.h"
#include "engine/weights/little_endian.h"
#include "engine/weights/tensor_check.h"

#include <array>
#include <string_view>
#include <utility>

namespace hipwright {
namespace {

struct TypeRow {
  ScalarType type;
  std::size_t size;
  std::string_view name;
};

constexpr std::array kTypes = {
    TypeRow{ScalarType::Float64, 8, "float64"}, TypeRow{ScalarType::Float32, 4, "float32"},
    TypeRow{ScalarType::Float16, 2, "float16"}, TypeRow{ScalarType::BFloat16, 2, "bfloat16"},
    TypeRow{ScalarType::Int64, 8, "int64"},     TypeRow{ScalarType::Int32, 4, "int32"},
    TypeRow{ScalarType::Int16, 2, "int16"},     TypeRow{ScalarType::Int8, 1, "int8"},
    TypeRow{ScalarType::UInt8, 1, "uint8"},     TypeRow{ScalarType::Bool, 1, "bool"},
};

const TypeRow& rowOf(ScalarType type) { return kTypes[static_cast<std::size_t>(type)]; }

bool isDense(const TensorRef& tensor) {
  const auto dense = denseStrides(tensor.shape);
  for (std::size_t d = 0; d < tensor.shape.size(); ++d)
    if (tensor.shape[d] != 1 && tensor.strides[d] != dense[d]) return false;
  return true;
}

/// Calls `visit` with the storage index of each element, in C order.
template <typename Visit>
void forEachIndex(const TensorRef& tensor, Visit visit) {
  const std::size_t dimensions = tensor.shape.size();
  std::vector<std::int64_t> position(dimensions, 0);
  std::int64_t index = tensor.offset;
  for (std::int64_t left = tensor.elementCount(); left > 0; --left) {
    visit(static_cast<std::size_t>(index));
    for (std::size_t d = dimensions; d-- > 0;) {
      index += tensor.strides[d];
      if (++position[d] < tensor.shape[d]) break;
      index -= tensor.strides[d] * tensor.shape[d];
      position[d] = 0;
    }
  }
}

/// Calls `use` with every element, converted to the widest type that holds it.
template <typename Use>
void forEachValue(const TensorRef& tensor, Use use) {
  const auto read = [&]<typename Stored>(Stored, auto convert) {
    forEachIndex(tensor,
                 [&](std::size_t index) { use(convert(loadLittle<Stored>(tensor.storage, index * sizeof(Stored)))); });
  };
  const auto same = [](auto value) { return value; };
  switch (tensor.type) {
    case ScalarType::Float64: return read(double{}, same);
    case ScalarType::Float32: return read(float{}, same);
    case ScalarType::Float16: return read(std::uint16_t{}, floatFromHalf);
    case ScalarType::BFloat16: return read(std::uint16_t{}, floatFromBfloat16);
    case ScalarType::Int64: return read(std::int64_t{}, same);
    case ScalarType::Int32: return read(std::int32_t{}, same);
    case ScalarType::Int16: return read(std::int16_t{}, same);
    case ScalarType::Int8: return read(std::int8_t{}, same);
    case ScalarType::UInt8: return read(std::uint8_t{}, same);
    case ScalarType::Bool: return read(std::uint8_t{}, [](std::uint8_t v) { return v != 0 ? 1 : 0; });
  }
}

std::vector<float> copyDense(const TensorRef& tensor) {
  std::vector<float> values(static_cast<std::size_t>(tensor.elementCount()));
  if (!values.empty())
    std::memcpy(values.data(), tensor.storage.data() + static_cast<std::size_t>(tensor.offset) * sizeof(float),
                values.size() * sizeof(float));
  return values;
}

}  // namespace

std::size_t scalarSize(ScalarType type) { return rowOf(type).size; }
std::string scalarName(ScalarType type) { return std::string(rowOf(type).name); }

std::int64_t TensorRef::elementCount() const {
  std::int64_t count = 1;
  for (const std::int64_t n : shape) count *= n;
  return count;
}

std::vector<float> TensorRef::toFloats() const {
  if (type == ScalarType::Float32 && isDense(*this)) return copyDense(*this);
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(elementCount()));
  forEachValue(*this, [&](auto value) { values.push_back(static_cast<float>(value)); });
  return values;
}

double TensorRef::toDouble() const {
  double result = 0;
  forEachValue(*this, [&](auto value) { result = static_cast<double>(value); });
  return result;
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
  std::string text;
  for (const std::int64_t n : shape) text += (text.empty() ? "" : ", ") + std::to_string(n);
  return "[" + text + "]";
}

}  // namespace hipwright
