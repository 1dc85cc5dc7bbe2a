#include "engine/weights/refusal.h"

#include "engine/core/clean_text.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"

namespace hipwright {
namespace {

constexpr std::size_t kMostQuoted = 120;
constexpr std::size_t kMostName = 512;

/// Bytes of the character that starts at `at`, or 0 if it is a control character or no valid UTF-8.
std::size_t characterLength(std::string_view text, std::size_t at) {
  const std::size_t length = characterBytes(text, at);
  return isControlCharacter(text.substr(at, length)) ? 0 : length;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (out.size() >= kMostQuoted) return out + "...";
    const std::size_t length = characterLength(text, at);
    out += length == 0 ? std::string_view("?") : text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return out;
}

bool isPlainName(std::string_view text) {
  if (text.empty() || text.size() > kMostName) return false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = characterLength(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

Refusal::Refusal(const std::filesystem::path& path) : m_path(platform::toUtf8(path)) {}

void Refusal::truncated(std::uint64_t have, std::uint64_t need) const {
  throw Error(ErrorCode::FileTruncated,
              {{"path", m_path}, {"have", std::to_string(have)}, {"need", std::to_string(need)}});
}

void Refusal::damaged(const std::string& reason) const {
  throw Error(ErrorCode::FileDamaged, {{"path", m_path}, {"reason", reason}});
}

void Refusal::unknownFormat(const std::string& reason) const {
  throw Error(
      ErrorCode::UnknownFormat,
      {{"path", m_path}, {"reason", reason}, {"expected", "a checkpoint of torch.save (.pt) or a .safetensors file"}});
}

void Refusal::legacy() const { throw Error(ErrorCode::LegacyCheckpoint, {{"path", m_path}}); }

void Refusal::unsafe(const std::string& name) const {
  throw Error(ErrorCode::UnsafePickle, {{"path", m_path}, {"name", name}});
}

void Refusal::bad(const std::string& reason) const {
  throw Error(ErrorCode::BadCheckpoint, {{"path", m_path}, {"reason", reason}});
}

}  // namespace hipwright
