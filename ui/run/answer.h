// What background work gives back: its value, or the error that ended it.
#pragma once

#include "engine/core/error.h"
#include "engine/core/stop.h"

#include <exception>
#include <memory>
#include <variant>

namespace hipwright {

template <class T>
using Answer = std::variant<T, Error>;

/// The exception being handled as an Error that can be shown. Call it from a catch block.
Error currentError();

/// Does the work; null if it was cancelled.
template <class T, class Work>
std::shared_ptr<Answer<T>> answerOf(const Work& work, const std::stop_token& stop) {
  try {
    throwIfStopped(stop);
    return std::make_shared<Answer<T>>(work(stop));
  } catch (const Cancelled&) {
    return nullptr;
  } catch (...) {
    return std::make_shared<Answer<T>>(currentError());
  }
}

}  // namespace hipwright
