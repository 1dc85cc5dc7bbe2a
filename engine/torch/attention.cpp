// Attention over blocks of queries.
#include "engine/torch/attention.h"

#include <ATen/ops/bmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/softmax.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace hipwright::nets {
namespace {

/// (N, T, C) to (N * heads, T, d).
at::Tensor splitHeads(const at::Tensor& x, std::int64_t headChannels) {
  const std::int64_t heads = x.size(2) / headChannels;
  return x.view({x.size(0), x.size(1), heads, headChannels}).transpose(1, 2).reshape({-1, x.size(1), headChannels});
}

at::Tensor mergeHeads(const at::Tensor& x, std::int64_t batch) {
  const at::Tensor parted = x.view({batch, x.size(0) / batch, x.size(1), x.size(2)});
  return parted.transpose(1, 2).reshape({batch, x.size(1), -1});
}

at::Tensor apply(const at::Tensor& x, const Linear& layer) { return at::linear(x, layer.weight, layer.bias); }

}  // namespace

at::Tensor attendTokens(const at::Tensor& tokens, const Attention& layer, std::int64_t scoresPerBlock) {
  const at::Tensor query = splitHeads(apply(tokens, layer.query), layer.headChannels)
                               .mul(1 / std::sqrt(static_cast<double>(layer.headChannels)));
  const at::Tensor key = splitHeads(apply(tokens, layer.key), layer.headChannels).transpose(1, 2);
  const at::Tensor value = splitHeads(apply(tokens, layer.value), layer.headChannels);
  const std::int64_t count = query.size(1);
  const std::int64_t block = std::clamp(scoresPerBlock / (query.size(0) * count), std::int64_t{1}, count);
  std::vector<at::Tensor> parts;
  for (std::int64_t first = 0; first < count; first += block) {
    const at::Tensor rows = query.narrow(1, first, std::min(block, count - first));
    parts.push_back(at::bmm(at::softmax(at::bmm(rows, key), -1), value));
  }
  return apply(mergeHeads(at::cat(parts, 1), tokens.size(0)), layer.out);
}

}  // namespace hipwright::nets
