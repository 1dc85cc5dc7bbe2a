// Multi-head self-attention over blocks of queries: memory grows linearly with the number of tokens.
#pragma once

#include "engine/torch/layers.h"

#include <functional>

namespace hipwright::nets {

/// How many scores (heads x queries x keys) are alive at a time: 16 MiB in float32.
inline constexpr std::int64_t kScoresPerBlock = std::int64_t{1} << 22;

/// Tokens (N, T, C) of the linear layers' type to (N, T, C), without norm and residual. Head h uses channels
/// [h d, (h + 1) d). The result does not depend on `scoresPerBlock` beyond rounding. Differentiable.
at::Tensor attendTokens(const at::Tensor& tokens, const Attention& layer, std::int64_t scoresPerBlock);

/// The same on a CPU for one sample with the channels first: (C, T) float32 to (C, T). Scores are never stored; memory
/// is a few copies of the tokens. `beforeEach` is called before each part of the work and may throw.
at::Tensor attendChannels(const at::Tensor& sample, const Attention& layer, const std::function<void()>& beforeEach);

}  // namespace hipwright::nets
