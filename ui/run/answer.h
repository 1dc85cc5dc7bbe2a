// What background work gives back: its value, or the error that ended it.
#pragma once

#include "engine/core/error.h"
#include "engine/core/stop.h"

#include <exception>
#include <optional>
#include <variant>

namespace hipwright {

template <class T>
using Answer = std::variant<T, Error>;

/// The exception being handled as an Error that can be shown. Call it from a catch block.
Error currentError();

/// Does the work; nothing if it was cancelled.
template <class T, class Work>
std::optional<Answer<T>> answerOf(const Work& work, const std::stop_token& stop) {
  try {
    throwIfStopped(stop);
    return Answer<T>(work(stop));
  } catch (const Cancelled&) {
    return std::nullopt;
  } catch (...) {
    return Answer<T>(currentError());
  }
}

}  // namespace hipwright
