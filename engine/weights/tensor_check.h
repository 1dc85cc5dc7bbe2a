// Decides whether the numbers of a tensor's description can be trusted before anything follows them.
#pragma once

#include "engine/weights/tensor_ref.h"

#include <optional>
#include <string>

namespace hipwright {

/// Dimensions a tensor may have; torch itself stops at 64.
inline constexpr std::size_t kMaxDimensions = 64;

/// Nothing if every element lies inside the storage; otherwise what is wrong, as a clause. Also refuses tensors that
/// repeat a small storage into a huge array, because a few bytes must not ask for gigabytes.
std::optional<std::string> tensorProblem(const TensorRef& tensor);

/// Strides of a dense array in C order.
std::vector<std::int64_t> denseStrides(const std::vector<std::int64_t>& shape);

/// a * b, or nothing if it does not fit. Neither may be negative.
std::optional<std::int64_t> checkedProduct(std::int64_t a, std::int64_t b);

}  // namespace hipwright
