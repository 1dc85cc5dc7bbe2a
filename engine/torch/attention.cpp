// Attention over blocks of queries.
#include "engine/torch/attention.h"

#include "engine/torch/attention_kernel.h"

#include <ATen/Parallel.h>
#include <ATen/ops/bmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/empty.h>
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

/// A linear layer on (C, T): a convolution of one voxel, which needs no transposed copies.
at::Tensor project(const at::Tensor& sample, const at::Tensor& weight, const at::Tensor& bias) {
  const at::Tensor image = sample.view({1, sample.size(0), 1, 1, sample.size(1)});
  return at::conv3d(image, weight.view({weight.size(0), weight.size(1), 1, 1, 1}), bias).view({weight.size(0), -1});
}

/// Heads of one sample, block by block. `joined` is (3 C, T): queries, keys and values.
class HeadWork {
 public:
  HeadWork(const at::Tensor& joined, std::int64_t headChannels, const at::Tensor& out)
      : m_in(joined.data_ptr<float>()),
        m_out(out.data_ptr<float>()),
        m_channels(out.size(0)),
        m_tokens(out.size(1)),
        m_headChannels(headChannels),
        m_padded((headChannels + kChannelGroup - 1) / kChannelGroup * kChannelGroup) {}

  std::int64_t blocksPerHead() const { return (m_tokens + kQueryBlock - 1) / kQueryBlock; }
  std::int64_t blocks() const { return m_channels / m_headChannels * blocksPerHead(); }

  /// Blocks [begin, end) of all heads' blocks, on the calling thread.
  void run(std::int64_t begin, std::int64_t end) const {
    std::vector<float> keys(rows(m_tokens)), values(rows(m_tokens)), queries(rows(kQueryBlock)), out(rows(kQueryBlock));
    std::int64_t packed = -1;
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t head = i / blocksPerHead(), first = i % blocksPerHead() * kQueryBlock;
      if (head != packed) {
        pack(m_channels + head * m_headChannels, keys);
        pack(2 * m_channels + head * m_headChannels, values);
        packed = head;
      }
      const std::int64_t count = std::min(kQueryBlock, m_tokens - first);
      packQueries(head * m_headChannels * m_tokens + first, count, queries);
      attendBlock({queries.data(), keys.data(), values.data(), m_tokens, m_padded}, out.data());
      for (std::int64_t c = 0; c < m_headChannels; ++c)
        std::copy_n(out.data() + c * kQueryBlock, count, m_out + (head * m_headChannels + c) * m_tokens + first);
    }
  }

 private:
  std::size_t rows(std::int64_t count) const { return static_cast<std::size_t>(count * m_padded); }

  /// Rows of T tokens, from `channel` on, to (T, padded). The padding stays zero.
  void pack(std::int64_t channel, std::vector<float>& to) const {
    for (std::int64_t c = 0; c < m_headChannels; ++c) {
      const float* from = m_in + (channel + c) * m_tokens;
      for (std::int64_t t = 0; t < m_tokens; ++t) to[static_cast<std::size_t>(t * m_padded + c)] = from[t];
    }
  }

  void packQueries(std::int64_t offset, std::int64_t count, std::vector<float>& to) const {
    const float scale = 1 / std::sqrt(static_cast<float>(m_headChannels));
    for (std::int64_t c = 0; c < m_headChannels; ++c) {
      const float* from = m_in + offset + c * m_tokens;
      for (std::int64_t i = 0; i < count; ++i) to[static_cast<std::size_t>(c * kQueryBlock + i)] = from[i] * scale;
    }
  }

  const float* m_in;
  float* m_out;
  std::int64_t m_channels;
  std::int64_t m_tokens;
  std::int64_t m_headChannels;
  std::int64_t m_padded;
};

/// Scores between two calls of `beforeEach`: about a tenth of a second on one thread.
constexpr std::int64_t kScoresPerPart = std::int64_t{1} << 26;

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

at::Tensor attendChannels(const at::Tensor& sample, const Attention& layer, const std::function<void()>& beforeEach) {
  beforeEach();
  const at::Tensor weight = at::cat({layer.query.weight, layer.key.weight, layer.value.weight});
  const at::Tensor joined = project(sample, weight, at::cat({layer.query.bias, layer.key.bias, layer.value.bias}));
  const at::Tensor attended = at::empty(sample.sizes(), sample.options());
  const HeadWork work(joined, layer.headChannels, attended);
  const std::int64_t perPart = std::max(kScoresPerPart / (kQueryBlock * sample.size(1)), std::int64_t{1});
  for (std::int64_t first = 0; first < work.blocks(); first += perPart) {
    beforeEach();
    const std::int64_t end = std::min(first + perPart, work.blocks());
    at::parallel_for(first, end, 1, [&work](std::int64_t from, std::int64_t to) { work.run(from, to); });
  }
  return project(attended, layer.out.weight, layer.out.bias);
}

}  // namespace hipwright::nets
