// Windows side of platform.h.
#include "engine/core/error.h"
#include "engine/core/platform.h"

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// psapi.h needs the types of windows.h.
#include <psapi.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <random>
#include <string>
#include <system_error>
#include <thread>

#if defined(_MSC_VER)
#include <intrin.h>
#elif defined(__x86_64__)
#include <cpuid.h>
#endif

namespace hipwright::platform {
namespace fs = std::filesystem;
namespace {

class Handle {
 public:
  explicit Handle(HANDLE handle) : m_handle(handle) {}
  ~Handle() {
    if (valid()) CloseHandle(m_handle);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  HANDLE get() const { return m_handle; }
  bool valid() const { return m_handle != nullptr && m_handle != INVALID_HANDLE_VALUE; }

 private:
  HANDLE m_handle;
};

std::string systemText(DWORD code) { return std::system_category().message(static_cast<int>(code)); }

[[noreturn]] void failRead(const fs::path& path, const std::string& reason) {
  throw Error(ErrorCode::FileUnreadable, {{"path", toUtf8(path)}, {"reason", reason}});
}

[[noreturn]] void failWrite(const fs::path& path, DWORD code) {
  throw Error(ErrorCode::FileUnwritable, {{"path", toUtf8(path)}, {"reason", systemText(code)}});
}

HANDLE openForReading(const fs::path& path) {
  return CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL,
                     nullptr);
}

}  // namespace

struct MappedFile::Impl {
  const void* data = nullptr;
  std::size_t size = 0;
  ~Impl() {
    if (data != nullptr) UnmapViewOfFile(data);
  }
};

MappedFile::MappedFile(const fs::path& path) : m_impl(std::make_unique<Impl>()) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) failRead(path, "it is not a regular file");
  const Handle file(openForReading(path));
  if (!file.valid()) {
    const DWORD code = GetLastError();
    if (code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND)
      throw Error(ErrorCode::FileNotFound, {{"path", toUtf8(path)}});
    failRead(path, systemText(code));
  }
  LARGE_INTEGER size{};
  if (!GetFileSizeEx(file.get(), &size)) failRead(path, systemText(GetLastError()));
  m_impl->size = static_cast<std::size_t>(size.QuadPart);
  if (m_impl->size == 0) return;
  // The view keeps the mapping alive; both handles may go.
  const Handle mapping(CreateFileMappingW(file.get(), nullptr, PAGE_READONLY, 0, 0, nullptr));
  if (!mapping.valid()) failRead(path, systemText(GetLastError()));
  m_impl->data = MapViewOfFile(mapping.get(), FILE_MAP_READ, 0, 0, 0);
  if (m_impl->data == nullptr) failRead(path, systemText(GetLastError()));
}

MappedFile::~MappedFile() = default;
MappedFile::MappedFile(MappedFile&&) noexcept = default;
MappedFile& MappedFile::operator=(MappedFile&&) noexcept = default;

std::span<const std::byte> MappedFile::bytes() const noexcept {
  return {static_cast<const std::byte*>(m_impl->data), m_impl->size};
}

std::uint64_t availableMemory() {
  MEMORYSTATUSEX status{};
  status.dwLength = sizeof(status);
  return GlobalMemoryStatusEx(&status) ? std::min(status.ullAvailPhys, status.ullAvailPageFile) : 0;
}

std::uint64_t peakMemory() {
  PROCESS_MEMORY_COUNTERS counters{};
  return GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof(counters)) ? counters.PeakWorkingSetSize : 0;
}

void returnFreeMemory() { _heapmin(); }

int processorCount() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::string processorName() {
  std::array<wchar_t, 128> name{};
  DWORD bytes = sizeof(name);
  const LSTATUS status = RegGetValueW(HKEY_LOCAL_MACHINE, L"HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0",
                                      L"ProcessorNameString", RRF_RT_REG_SZ, nullptr, name.data(), &bytes);
  return status == ERROR_SUCCESS ? toUtf8(fs::path(name.data())) : std::string();
}

namespace {

/// EAX, EBX, ECX, EDX of leaf 7; zeros on another architecture.
std::array<unsigned, 4> extendedFeatures(unsigned subleaf) {
  std::array<unsigned, 4> registers{};
#if defined(_MSC_VER) && defined(_M_X64)
  std::array<int, 4> out{};
  __cpuid(out.data(), 0);
  if (out[0] < 7) return registers;
  __cpuidex(out.data(), 7, static_cast<int>(subleaf));
  std::copy(out.begin(), out.end(), registers.begin());
#elif defined(__x86_64__)
  __get_cpuid_count(7, subleaf, &registers[0], &registers[1], &registers[2], &registers[3]);
#endif
  return registers;
}

}  // namespace

bool processorHasBf16() {
  constexpr unsigned kAvx512Bf16 = 1U << 5;  // EAX of subleaf 1
  constexpr unsigned kAmxBf16 = 1U << 22;    // EDX of subleaf 0
  const std::array<unsigned, 4> base = extendedFeatures(0);
  const bool subleafExists = base[0] >= 1;
  return (base[3] & kAmxBf16) != 0 || (subleafExists && (extendedFeatures(1)[0] & kAvx512Bf16) != 0);
}

void replaceFile(const fs::path& from, const fs::path& to) {
  {
    // Flushing needs a handle that may write.
    const Handle file(CreateFileW(from.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                  FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!file.valid() || !FlushFileBuffers(file.get())) failWrite(to, GetLastError());
  }
  if (!MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
    failWrite(to, GetLastError());
}

struct FolderLock::Impl {
  Handle file;
};

FolderLock::FolderLock(const fs::path& folder)
    : m_impl(new Impl{Handle(CreateFileW((folder / ".hipwright-lock").c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
                                         FILE_ATTRIBUTE_HIDDEN | FILE_FLAG_DELETE_ON_CLOSE, nullptr))}) {
  if (!m_impl->file.valid() && GetLastError() == ERROR_SHARING_VIOLATION)
    throw Error(ErrorCode::FolderBusy, {{"path", toUtf8(folder)}});
}

FolderLock::~FolderLock() = default;

std::string toUtf8(const fs::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

fs::path fromUtf8(const std::string& text) { return fs::path(std::u8string(text.begin(), text.end())); }

bool stderrIsTerminal() {
  DWORD mode = 0;
  return GetConsoleMode(GetStdHandle(STD_ERROR_HANDLE), &mode) != 0;
}

int terminalWidth() {
  CONSOLE_SCREEN_BUFFER_INFO info{};
  if (!GetConsoleScreenBufferInfo(GetStdHandle(STD_ERROR_HANDLE), &info)) return 80;
  return std::max(1, info.srWindow.Right - info.srWindow.Left + 1);
}

namespace {

std::atomic<void (*)()> pendingHandler{nullptr};  // the system's callback takes no context

BOOL WINAPI onConsoleEvent(DWORD) {
  // Windows calls this on a thread of its own, so the handler may do anything.
  void (*const handler)() = pendingHandler.exchange(nullptr);
  if (handler == nullptr) std::_Exit(130);
  handler();
  return TRUE;
}

}  // namespace

void onInterrupt(void (*handler)()) {
  pendingHandler = handler;
  SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

fs::path executablePath() {
  std::wstring name(MAX_PATH, L'\0');
  for (;;) {
    const DWORD length = GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size()));
    if (length == 0) return {};
    if (length < name.size()) return fs::path(name.substr(0, length));
    name.resize(2 * name.size());  // it was cut off
  }
}

fs::path environmentPath(const std::string& name) {
  const std::wstring wide = fromUtf8(name).wstring();
  std::wstring value(GetEnvironmentVariableW(wide.c_str(), nullptr, 0), L'\0');
  value.resize(GetEnvironmentVariableW(wide.c_str(), value.data(), static_cast<DWORD>(value.size())));
  return value;
}

fs::path userDataFolder() { return environmentPath("LOCALAPPDATA"); }

std::uint64_t randomNumber() {
  std::random_device device;
  return (static_cast<std::uint64_t>(device()) << 32) | device();
}

}  // namespace hipwright::platform
