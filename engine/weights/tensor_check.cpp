#include "engine/weights/tensor_check.h"

#include <algorithm>
#include <limits>

namespace hipwright {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMostRepeated = std::int64_t{1} << 20;

bool anyNegative(const std::vector<std::int64_t>& values) {
  return std::any_of(values.begin(), values.end(), [](std::int64_t v) { return v < 0; });
}

/// The product of all dimensions, or nothing if even the product of those that are not 0 is too large.
std::optional<std::int64_t> checkedCount(const std::vector<std::int64_t>& shape) {
  std::optional<std::int64_t> count = 1;
  for (const std::int64_t n : shape)
    if (n != 0 && count) count = checkedProduct(*count, n);
  const bool empty = std::find(shape.begin(), shape.end(), 0) != shape.end();
  return count && empty ? std::optional<std::int64_t>(0) : count;
}

std::optional<std::int64_t> lastElement(const TensorRef& tensor) {
  std::int64_t last = tensor.offset;
  for (std::size_t d = 0; d < tensor.shape.size(); ++d) {
    const auto reach = checkedProduct(tensor.shape[d] - 1, tensor.strides[d]);
    if (!reach || *reach > kMost - last) return std::nullopt;
    last += *reach;
  }
  return last;
}

}  // namespace

std::optional<std::int64_t> checkedProduct(std::int64_t a, std::int64_t b) {
  if (a != 0 && b > kMost / a) return std::nullopt;
  return a * b;
}

std::vector<std::int64_t> denseStrides(const std::vector<std::int64_t>& shape) {
  std::vector<std::int64_t> strides(shape.size(), 1);
  for (std::size_t d = shape.size(); d-- > 1;) strides[d - 1] = strides[d] * std::max<std::int64_t>(shape[d], 1);
  return strides;
}

std::optional<std::string> tensorProblem(const TensorRef& tensor) {
  if (tensor.shape.size() != tensor.strides.size()) return "it has not one stride for each dimension";
  if (tensor.shape.size() > kMaxDimensions) return "it has too many dimensions";
  if (anyNegative(tensor.shape) || anyNegative(tensor.strides) || tensor.offset < 0)
    return "its shape, strides or offset are negative";
  const auto available = static_cast<std::int64_t>(tensor.storage.size() / scalarSize(tensor.type));
  const auto count = checkedCount(tensor.shape);
  if (!count) return "its shape is impossibly large";
  if (*count == 0) return std::nullopt;
  const auto last = lastElement(tensor);
  if (!last || *last >= available) return "it reaches beyond its data";
  if (*count > std::max(available, kMostRepeated)) return "it repeats little data into an impossibly large array";
  return std::nullopt;
}

}  // namespace hipwright
