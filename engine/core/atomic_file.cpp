#include "engine/core/atomic_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <cstdio>
#include <fstream>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kMark = ".hipwright-part.";

fs::path temporaryBeside(const fs::path& target) {
  char number[17];
  std::snprintf(number, sizeof number, "%016llx", static_cast<unsigned long long>(platform::randomNumber()));
  fs::path name = std::string(kMark) + number + ".";
  name += target.filename();
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

void writeAtomically(const fs::path& target, std::string_view bytes) {
  writeAtomically(target, [&](const fs::path& part) {
    std::ofstream out(part, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
      throw Error(ErrorCode::FileUnwritable, {{"path", platform::toUtf8(target)}, {"reason", "the disk refused it"}});
  });
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
