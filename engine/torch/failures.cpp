// Translation of torch's exceptions.
#include "engine/torch/failures.h"

#include <c10/util/Exception.h>

#include <new>
#include <string_view>

namespace hipwright::nets {
namespace {

std::string firstLine(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

/// Allocators of the CPU, oneDNN, cuBLAS and cuDNN that fail throw a plain c10::Error or std::exception; only its text
/// tells.
bool saysOutOfMemory(std::string_view text) {
  for (const std::string_view sign : {"can't allocate memory", "out of memory", "STATUS_ALLOC_FAILED",
                                      "could not create a memory", "Storage size calculation overflowed"})
    if (text.find(sign) != std::string_view::npos) return true;
  return false;
}

[[noreturn]] void fail(const WorkPlace& place, std::string_view text) {
  if (saysOutOfMemory(text)) throw Error(ErrorCode::OutOfMemory, {{"phase", place.phase}});
  if (place.device != "cpu")
    throw Error(ErrorCode::DeviceFailed, {{"device", place.device}, {"reason", firstLine(text)}});
  throw Error(ErrorCode::Internal, {{"reason", place.phase + " failed: " + firstLine(text)}});
}

}  // namespace

void translatingFailures(const WorkPlace& place, const std::function<void()>& work) {
  try {
    work();
  } catch (const Error&) {
    throw;
  } catch (const c10::Error& error) {
    fail(place, error.what_without_backtrace());
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, {{"phase", place.phase}});
  } catch (const std::exception& error) {
    fail(place, error.what());
  }
}

}  // namespace hipwright::nets
