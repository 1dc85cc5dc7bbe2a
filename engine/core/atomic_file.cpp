#include "engine/core/atomic_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kMark = ".hipwright-part.";

/// ".nii.gz" and the like, both parts. What is long is part of the name.
fs::path endingOf(const fs::path& target) {
  constexpr std::size_t kLongest = 12;
  fs::path ending = target.extension();
  if (const fs::path before = target.stem().extension(); !before.empty() && ending.native().size() <= 4) {
    fs::path both = before;
    both += ending;
    if (both.native().size() <= kLongest) return both;
  }
  return ending.native().size() <= kLongest ? ending : fs::path();
}

fs::path temporaryBeside(const fs::path& target) {
  char number[17];
  std::snprintf(number, sizeof number, "%016llx", static_cast<unsigned long long>(platform::randomNumber()));
  fs::path name = std::string(kMark) + number;
  name += endingOf(target);
  return target.parent_path() / name;
}

/// Removes the file when it goes out of scope unless it was released.
class Remover {
 public:
  explicit Remover(fs::path path) : m_path(std::move(path)) {}
  ~Remover() {
    std::error_code ignored;
    if (!m_path.empty()) fs::remove(m_path, ignored);
  }
  Remover(const Remover&) = delete;
  Remover& operator=(const Remover&) = delete;
  void release() { m_path.clear(); }

 private:
  fs::path m_path;
};

}  // namespace

void writeAtomically(const fs::path& target, const std::function<void(const fs::path&)>& write) {
  const fs::path part = temporaryBeside(target);
  Remover remover(part);
  write(part);
  platform::replaceFile(part, target);
  remover.release();
}

void writeStreamAtomically(const fs::path& target, const std::function<void(std::ostream&)>& write) {
  writeAtomically(target, [&](const fs::path& part) {
    errno = 0;
    std::ofstream out(part, std::ios::binary);
    if (out) write(out);
    if (out) out.close();
    if (!out)
      throw Error(ErrorCode::FileUnwritable, {{"path", platform::toUtf8(target)}, {"reason", writeFailure(errno)}});
  });
}

void writeAtomically(const fs::path& target, std::string_view bytes) {
  writeStreamAtomically(
      target, [&](std::ostream& out) { out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); });
}

std::string writeFailure(int systemCode) {
  switch (systemCode) {
    case ENAMETOOLONG: return "File name too long";
    case ENOENT: return "there is no such folder";
    case ENOTDIR: return "Not a directory";
    case EISDIR: return "Is a directory";
    case ENOSPC: return "No space left on device";
#ifdef EDQUOT  // not on Windows
    case EDQUOT: return "your share of the disk is used up";
#endif
    case EACCES:
    case EPERM: return "Permission denied";
    case EROFS: return "Read-only file system";
    case EIO: return "Input/output error";
    default: return "the disk refused it";
  }
}

void removeLeftovers(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = platform::toUtf8(it->path().filename());
    std::error_code ignored;
    if (name.rfind(kMark, 0) == 0) fs::remove(it->path(), ignored);
  }
}

}  // namespace hipwright
