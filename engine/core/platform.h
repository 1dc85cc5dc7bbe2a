// The one header that stands between the program and the operating system: mapping files, memory, renaming, signals,
// the places of files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace hipwright::platform {

/// A whole file mapped read-only. Move-only; the bytes live as long as the object.
/// Reading a file that another program shortens meanwhile is undefined, as with any mapping.
class MappedFile {
 public:
  /// Throws Error(FileNotFound | FileUnreadable). An empty file maps to an empty span.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const std::byte> bytes() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// Bytes of memory a new allocation can use without swapping (Linux: MemAvailable, capped by the cgroup's limit).
/// 0 if unknown.
std::uint64_t availableMemory();

/// Highest resident memory of this process so far, in bytes. 0 if unknown.
std::uint64_t peakMemory();

/// Gives what the allocator keeps for later back to the system.
void returnFreeMemory();

/// Processors this process may run on, at least 1.
int processorCount();

/// The processor's name, for run.json and `devices`. Empty if unknown.
std::string processorName();

/// True if the processor multiplies bf16 natively (AVX512-BF16 or AMX), so that bf16 is faster than fp32.
bool processorHasBf16();

/// Flushes a finished file to the disk and renames it over `to` in one step. Throws Error(FileUnwritable).
void replaceFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// Keeps other processes, and other locks of this one, out of a folder while the object lives. Leaves no file behind.
class FolderLock {
 public:
  /// Throws Error(FolderBusy) if another holds it. Does nothing on file systems that know no locks.
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// A path as UTF-8 text, for messages and JSON, and back.
std::string toUtf8(const std::filesystem::path& path);
std::filesystem::path fromUtf8(const std::string& text);

/// True if standard error is a terminal; its width in columns (80 if unknown).
bool stderrIsTerminal();
int terminalWidth();

/// Calls `handler` once, from an ordinary thread, when the user asks the process to end (Ctrl-C, SIGTERM, a closed
/// terminal). A second request ends the process at once. Output that nobody reads any more is lost, not fatal.
/// Call it from main before other threads start.
void onInterrupt(void (*handler)());

/// The running program's own file, links resolved. Empty if the system does not say.
std::filesystem::path executablePath();

/// The value of an environment variable as a path; empty if it is not set.
std::filesystem::path environmentPath(const std::string& name);

/// Where programs keep files of the user's own: XDG_DATA_HOME or ~/.local/share, LOCALAPPDATA on Windows. Empty if the
/// environment does not say.
std::filesystem::path userDataFolder();

/// A random number from the operating system, for seeds.
std::uint64_t randomNumber();

}  // namespace hipwright::platform
