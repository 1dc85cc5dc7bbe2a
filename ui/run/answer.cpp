#include "ui/run/answer.h"

#include "engine/core/platform.h"

#include <filesystem>
#include <new>

namespace hipwright {

Error currentError() {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    return Error(ErrorCode::OutOfMemory, {{"phase", "this work"}});
  } catch (const std::filesystem::filesystem_error& error) {
    return Error(ErrorCode::FileUnwritable,
                 {{"path", platform::toUtf8(error.path1())}, {"reason", error.code().message()}});
  } catch (const std::exception& error) {
    return Error(ErrorCode::Internal, {{"reason", error.what()}});
  }
}

}  // namespace hipwright
