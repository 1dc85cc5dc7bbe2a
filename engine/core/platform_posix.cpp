// POSIX side of platform.h.
#include "engine/core/atomic_file.h"
#include "engine/core/control_group.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <thread>

namespace hipwright::platform {
namespace fs = std::filesystem;

struct MappedFile::Impl {
  void* data = nullptr;
  std::size_t size = 0;
  ~Impl() {
    if (data != nullptr) munmap(data, size);
  }
};

namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : m_fd(fd) {}
  ~Descriptor() {
    if (m_fd >= 0) close(m_fd);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return m_fd; }

 private:
  int m_fd;
};

[[noreturn]] void failRead(const fs::path& path, const std::string& reason) {
  throw Error(ErrorCode::FileUnreadable, {{"path", toUtf8(path)}, {"reason", reason}});
}

[[noreturn]] void failWrite(const fs::path& path, const std::string& reason) {
  throw Error(ErrorCode::FileUnwritable, {{"path", toUtf8(path)}, {"reason", reason}});
}

/// Written to by the signal handler, which can reach nothing but static storage. Any thread may receive the signal: the
/// libraries have started threads before main, so blocking it in ours would not do.
volatile int interruptPipe = -1;

/// First number after `key` in a file of "key value" lines; 0 if absent.
std::uint64_t numberAfter(const char* file, const std::string& key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.rfind(key, 0) == 0) return std::strtoull(line.c_str() + key.size(), nullptr, 10);
  return 0;
}

/// What a limit of the process itself leaves (ulimit -v, ulimit -d); the largest number if there is none, at least 1.
std::uint64_t roomWithin(decltype(RLIMIT_AS) limit, const char* used) {
  struct rlimit most {};
  if (getrlimit(limit, &most) != 0 || most.rlim_cur == RLIM_INFINITY) return UINT64_MAX;
  const std::uint64_t bytes = numberAfter("/proc/self/status", used) * 1024;
  return most.rlim_cur > bytes ? most.rlim_cur - bytes : 1;
}

}  // namespace

MappedFile::MappedFile(const fs::path& path) : m_impl(std::make_unique<Impl>()) {
  // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it, deaf to Ctrl-C.
  const Descriptor fd(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (fd.get() < 0) {
    if (errno == ENOENT) throw Error(ErrorCode::FileNotFound, {{"path", toUtf8(path)}});
    failRead(path, std::strerror(errno));
  }
  struct stat info {};
  if (fstat(fd.get(), &info) != 0) failRead(path, std::strerror(errno));
  if (!S_ISREG(info.st_mode)) failRead(path, "it is not a regular file");
  m_impl->size = static_cast<std::size_t>(info.st_size);
  if (m_impl->size == 0) return;
  void* data = mmap(nullptr, m_impl->size, PROT_READ, MAP_PRIVATE, fd.get(), 0);
  if (data == MAP_FAILED) failRead(path, std::strerror(errno));
  m_impl->data = data;
}

MappedFile::~MappedFile() = default;
MappedFile::MappedFile(MappedFile&&) noexcept = default;
MappedFile& MappedFile::operator=(MappedFile&&) noexcept = default;

std::span<const std::byte> MappedFile::bytes() const noexcept {
  return {static_cast<const std::byte*>(m_impl->data), m_impl->size};
}

std::uint64_t availableMemory() {
  const std::uint64_t kilobytes = numberAfter("/proc/meminfo", "MemAvailable:");
  if (kilobytes == 0) return 0;
  return std::min({kilobytes * 1024, controlGroupRoom({"/proc/self/cgroup", "/sys/fs/cgroup"}),
                   roomWithin(RLIMIT_AS, "VmSize:"), roomWithin(RLIMIT_DATA, "VmData:")});
}

std::uint64_t peakMemory() {
  const std::uint64_t kilobytes = numberAfter("/proc/self/status", "VmHWM:");
  if (kilobytes != 0) return kilobytes * 1024;
  struct rusage usage {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

void returnFreeMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

int processorCount() {
#ifdef __linux__
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof(set), &set) == 0) return std::max(1, CPU_COUNT(&set));
#endif
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::string processorName() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.rfind("model name", 0) == 0) {
      const auto start = line.find_first_not_of(" \t", line.find(':') + 1);
      return start == std::string::npos ? std::string() : line.substr(start);
    }
  return {};
}

bool processorHasBf16() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.rfind("flags", 0) == 0)
      return line.find("avx512_bf16") != std::string::npos || line.find("amx_bf16") != std::string::npos;
  return false;
}

void replaceFile(const fs::path& from, const fs::path& to) {
  {
    const Descriptor fd(open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0 || fsync(fd.get()) != 0) failWrite(to, writeFailure(errno));
  }
  if (std::rename(from.c_str(), to.c_str()) != 0) failWrite(to, writeFailure(errno));
}

struct FolderLock::Impl {
  Descriptor folder;
};

FolderLock::FolderLock(const fs::path& folder)
    : m_impl(new Impl{Descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))}) {
  if (flock(m_impl->folder.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    throw Error(ErrorCode::FolderBusy, {{"path", toUtf8(folder)}});
}

FolderLock::~FolderLock() = default;

std::string toUtf8(const fs::path& path) { return path.string(); }
fs::path fromUtf8(const std::string& text) { return fs::path(text); }

bool stderrIsTerminal() { return isatty(STDERR_FILENO) == 1; }

int terminalWidth() {
  struct winsize size {};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void onInterrupt(void (*handler)()) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return;  // the signals keep ending the process at once
  interruptPipe = ends[1];
  struct sigaction action {};
  action.sa_handler = [](int received) {
    const int interrupted = errno;  // the code that was interrupted may be about to read it
    const auto byte = static_cast<char>(received);
    [[maybe_unused]] const auto written = write(interruptPipe, &byte, 1);
    errno = interrupted;
  };
  action.sa_flags = SA_RESTART;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(number, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(number, &action, nullptr);  // nohup and the like stay in force
  }
  std::signal(SIGPIPE, SIG_IGN);  // whoever stops reading our progress does not end an hour's work
  // A thread that reads the pipe may do anything; a signal handler may do almost nothing.
  std::thread([handler, from = ends[0]] {
    char received = 0;
    while (read(from, &received, 1) != 1) {
    }
    handler();
    while (read(from, &received, 1) != 1) {
    }
    std::_Exit(128 + received);
  }).detach();
}

fs::path executablePath() {
  std::error_code failed;
  fs::path path = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::path() : path;
}

fs::path environmentPath(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? fs::path() : fs::path(value);
}

fs::path userDataFolder() {
  // The XDG specification tells programs to ignore a relative path here.
  const fs::path data = environmentPath("XDG_DATA_HOME");
  if (data.is_absolute()) return data;
  const fs::path home = environmentPath("HOME");
  return home.empty() ? fs::path() : home / ".local" / "share";
}

std::uint64_t randomNumber() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32) | device();
}

}  // namespace hipwright::platform
