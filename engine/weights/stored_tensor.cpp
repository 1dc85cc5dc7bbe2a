#include "engine/weights/stored_tensor.h"

#include "engine/core/error.h"
#include "engine/weights/half_float.h"
#include "engine/weights/little_endian.h"

#include <functional>
#include <numeric>

namespace hipwright {

std::string storedBytes(const NamedTensor& tensor, StoredPrecision precision) {
  const auto count = std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>());
  if (count != static_cast<std::int64_t>(tensor.values.size()))
    throw Error(ErrorCode::Internal, {{"reason", "a tensor to be written has another shape than its values"}});
  if (precision == StoredPrecision::Float32)
    return {reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float)};
  std::string bytes;
  bytes.reserve(tensor.values.size() * sizeof(std::uint16_t));
  for (const float value : tensor.values) appendLittle(bytes, halfFromFloat(value));
  return bytes;
}

}  // namespace hipwright
