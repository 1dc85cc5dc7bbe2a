// The inner loop of attention on a CPU: one head, one block of queries against all keys.
#pragma once

#include <cstdint>

namespace hipwright::nets {

/// Queries that are worked on together: they are what the loops are vectorised over.
inline constexpr std::int64_t kQueryBlock = 64;

/// Channels of a head are padded with zeros to whole groups of this size.
inline constexpr std::int64_t kChannelGroup = 8;

/// One head. Queries are (channels, kQueryBlock) and scaled already; keys and values are (tokens, channels).
struct HeadBlock {
  const float* queries = nullptr;
  const float* keys = nullptr;
  const float* values = nullptr;
  std::int64_t tokens = 0;
  std::int64_t channels = 0;  ///< a multiple of kChannelGroup
};

/// Writes softmax(queries . keys) . values as (channels, kQueryBlock). Scores are computed twice, once for their
/// maximum, which costs less than keeping them.
void attendBlock(const HeadBlock& head, float* out);

}  // namespace hipwright::nets
