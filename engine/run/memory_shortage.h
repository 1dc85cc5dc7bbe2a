// Telling that memory ran out, and trying again once something has been given up. Private to engine/run.
#pragma once

#include "engine/core/error.h"

#include <exception>
#include <new>

namespace hipwright {

inline bool isMemoryShortage(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    return error.code() == ErrorCode::OutOfMemory;
  } catch (const std::bad_alloc&) {
    return true;
  } catch (...) {
    return false;
  }
}

/// As above, or a forecast that refuses to go on for want of memory.
inline bool isMemoryShortageOrRefusal(const std::exception_ptr& failure) {
  if (isMemoryShortage(failure)) return true;
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    return error.code() == ErrorCode::MemoryForProcessor || error.code() == ErrorCode::MemoryWithoutWindows ||
           error.code() == ErrorCode::MemoryForRegion || error.code() == ErrorCode::MemoryForModel;
  } catch (...) {
    return false;
  }
}

/// What `work` gives; if memory runs out in it, `giveUp` is called when everything the failed work held is gone, and
/// the work is done once more. The work may be begun twice.
template <class Work, class GiveUp>
auto withSecondTry(const Work& work, const GiveUp& giveUp) {
  try {
    return work();
  } catch (...) {
    if (!isMemoryShortage(std::current_exception())) throw;
  }
  giveUp();
  return work();
}

}  // namespace hipwright
