#include "engine/io/byte_source.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <zlib.h>

#include <algorithm>
#include <string>

namespace hipwright {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;  // zlib counts in 32 bits, so it gets its input in pieces
constexpr std::uint64_t kBestRatio = 1032;            // deflate never does better

class PlainSource final : public ByteSource {
 public:
  explicit PlainSource(std::span<const std::byte> file) : m_rest(file), m_size(file.size()) {}

  std::size_t read(std::span<std::byte> out) override {
    const std::size_t count = std::min(out.size(), m_rest.size());
    std::copy_n(m_rest.begin(), count, out.begin());
    m_rest = m_rest.subspan(count);
    return count;
  }
  void checkEnd() override {}
  std::uint64_t mostBytes() const override { return m_size; }

 private:
  std::span<const std::byte> m_rest;
  std::uint64_t m_size;
};

/// zlib checks CRC and length of every member as it ends; what follows the last one is checked here.
class InflatingSource final : public ByteSource {
 public:
  InflatingSource(std::string path, std::span<const std::byte> file, Packing packing)
      : m_path(std::move(path)), m_packing(packing), m_rest(file), m_size(file.size()) {
    const int format = packing == Packing::Gzip ? 15 + 16 : 15;
    if (inflateInit2(&m_stream, format) != Z_OK) throw Error(ErrorCode::OutOfMemory, {{"phase", "inflating a file"}});
  }
  ~InflatingSource() override { inflateEnd(&m_stream); }
  InflatingSource(const InflatingSource&) = delete;
  InflatingSource& operator=(const InflatingSource&) = delete;

  std::size_t read(std::span<std::byte> out) override {
    std::size_t done = 0;
    while (done < out.size()) {
      if (m_memberEnded && !startNextMember()) break;
      const std::size_t got = inflateSome(out.subspan(done));
      done += got;
      if (got == 0 && !m_memberEnded && m_stream.avail_in == 0 && m_rest.empty()) break;
    }
    return done;
  }

  void checkEnd() override {
    std::byte one{};
    if (read({&one, 1}) != 0) damaged("there is more in it than its header announces");
    if (!m_memberEnded) damaged("its packed stream stops before its checksum");
  }

  std::uint64_t mostBytes() const override { return m_size * kBestRatio; }

 private:
  [[noreturn]] void damaged(const std::string& reason) const {
    throw Error(ErrorCode::FileDamaged, {{"path", m_path}, {"reason", reason}});
  }

  void feed() {
    if (m_stream.avail_in != 0) return;
    const std::size_t count = std::min(kPiece, m_rest.size());
    m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(m_rest.data()));  // zlib only reads it
    m_stream.avail_in = static_cast<uInt>(count);
    m_rest = m_rest.subspan(count);
  }

  bool startNextMember() {
    feed();
    if (m_stream.avail_in == 0) return false;
    // Only gzip knows several members in one file.
    if (m_packing != Packing::Gzip || *m_stream.next_in != 0x1f)
      damaged("bytes that do not belong to it follow its packed stream");
    inflateReset(&m_stream);
    m_memberEnded = false;
    return true;
  }

  std::size_t inflateSome(std::span<std::byte> out) {
    feed();
    const std::size_t wanted = std::min(kPiece, out.size());
    m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
    m_stream.avail_out = static_cast<uInt>(wanted);
    const int result = inflate(&m_stream, Z_NO_FLUSH);
    m_memberEnded = result == Z_STREAM_END;
    if (result == Z_MEM_ERROR) throw Error(ErrorCode::OutOfMemory, {{"phase", "inflating a file"}});
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) damaged(sentenceOf(m_stream.msg));
    return wanted - m_stream.avail_out;
  }

  static std::string sentenceOf(const char* message) {
    const std::string text = message == nullptr ? "unknown error" : message;
    if (text == "incorrect data check") return "its checksum does not fit its content";
    if (text == "incorrect length check") return "its stated length does not fit its content";
    return "its packed stream makes no sense (" + text + ")";
  }

  std::string m_path;
  Packing m_packing;
  std::span<const std::byte> m_rest;
  std::uint64_t m_size;
  z_stream m_stream{};
  bool m_memberEnded = false;
};

}  // namespace

std::unique_ptr<ByteSource> openByteSource(const std::filesystem::path& path, std::span<const std::byte> file,
                                           Packing packing) {
  const bool gzip = file.size() >= 2 && file[0] == std::byte{0x1f} && file[1] == std::byte{0x8b};
  if (packing == Packing::ByContent) packing = gzip ? Packing::Gzip : Packing::Plain;
  if (packing == Packing::Plain) return std::make_unique<PlainSource>(file);
  return std::make_unique<InflatingSource>(platform::toUtf8(path), file, packing);
}

}  // namespace hipwright
