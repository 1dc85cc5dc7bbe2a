// Cancelling: how long work asks whether it should end, and how it unwinds when it should.
#pragma once

#include <stop_token>

namespace hipwright {

/// Thrown to unwind cancelled work. Not an Error: cancelling is an outcome, and only the edge of a run catches it.
struct Cancelled {};

/// Throws Cancelled if a stop was requested. Cheap enough for once per window, convolution or file.
inline void throwIfStopped(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Cancelled{};
}

}  // namespace hipwright
