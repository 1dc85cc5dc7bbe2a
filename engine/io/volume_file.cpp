#include "engine/io/volume_file.h"

#include "engine/core/atomic_file.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/byte_order.h"
#include "engine/io/nifti_geometry.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <memory>
#include <span>

namespace hipwright {
namespace {

constexpr std::size_t kChunkVoxels = std::size_t{1} << 16;

/// A file that is being written, gzipped or as it is. Checks every write, because a full disk shows only there.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void write(std::span<const std::byte> bytes) = 0;
  virtual void finish() = 0;
};

class PlainSink final : public ByteSink {
 public:
  PlainSink(const std::filesystem::path& part, std::string target) : m_target(std::move(target)) {
    errno = 0;
    m_out.open(part, std::ios::binary);
    check();
  }
  void write(std::span<const std::byte> bytes) override {
    m_out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    check();
  }
  void finish() override {
    m_out.close();
    check();
  }

 private:
  void check() {
    if (!m_out) throw Error(ErrorCode::FileUnwritable, {{"path", m_target}, {"reason", writeFailure(errno)}});
  }

  std::ofstream m_out;
  std::string m_target;
};

class GzipSink final : public ByteSink {
 public:
  GzipSink(std::unique_ptr<ByteSink> next, int level) : m_next(std::move(next)), m_buffer(std::size_t{1} << 18) {
    if (deflateInit2(&m_stream, std::clamp(level, 1, 9), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
      throw Error(ErrorCode::OutOfMemory, {{"phase", "compressing a volume"}});
  }
  ~GzipSink() override { deflateEnd(&m_stream); }
  GzipSink(const GzipSink&) = delete;
  GzipSink& operator=(const GzipSink&) = delete;

  void write(std::span<const std::byte> bytes) override {
    m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));  // zlib only reads it
    m_stream.avail_in = static_cast<uInt>(bytes.size());
    while (m_stream.avail_in != 0) deflateSome(Z_NO_FLUSH);
  }
  void finish() override {
    while (deflateSome(Z_FINISH) != Z_STREAM_END) {
    }
    m_next->finish();
  }

 private:
  int deflateSome(int flush) {
    m_stream.next_out = reinterpret_cast<Bytef*>(m_buffer.data());
    m_stream.avail_out = static_cast<uInt>(m_buffer.size());
    const int result = deflate(&m_stream, flush);
    m_next->write(std::span(m_buffer).first(m_buffer.size() - m_stream.avail_out));
    return result;
  }

  std::unique_ptr<ByteSink> m_next;
  std::vector<std::byte> m_buffer;
  z_stream m_stream{};
};

bool wantsGzip(const std::filesystem::path& path) {
  std::string extension = platform::toUtf8(path.extension());
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension == ".gz";
}

/// At most `most` bytes, never half a character: UTF-8 continuation bytes begin with 10.
std::string cutText(const std::string& text, std::size_t most) {
  std::size_t end = std::min(text.size(), most);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

NiftiHeader headerFor(const Volume& volume, const NiftiWriteOptions& options) {
  NiftiHeader header;
  header.version = *std::max_element(volume.geometry.size.begin(), volume.geometry.size.end()) > 32767 ? 2 : 1;
  header.datatype = 16;
  header.bitpix = 32;
  header.voxOffset = static_cast<double>(header.version == 1 ? kNifti1HeaderBytes : kNifti2HeaderBytes);
  header.sclSlope = 1;
  header.descrip = cutText(options.description, 79);
  setGeometry(header, volume.geometry, options.qformCode, options.sformCode);
  return header;
}

void writeVoxels(ByteSink& sink, std::span<const float> voxels) {
  std::vector<std::byte> swapped;
  for (; !voxels.empty(); voxels = voxels.subspan(std::min(kChunkVoxels, voxels.size()))) {
    const auto chunk = voxels.first(std::min(kChunkVoxels, voxels.size()));
    if (!mustSwap(false)) {
      sink.write(std::as_bytes(chunk));
      continue;
    }
    swapped.resize(chunk.size_bytes());
    for (std::size_t i = 0; i < chunk.size(); ++i) storeAs(chunk[i], swapped.data() + i * sizeof(float), false);
    sink.write(swapped);
  }
}

}  // namespace

void writeNifti(const std::filesystem::path& path, const Volume& volume, const NiftiWriteOptions& options) {
  checkGeometry(volume.geometry);
  if (volume.voxels.size() != static_cast<std::size_t>(product(volume.geometry.size)))
    throw Error(ErrorCode::Internal, {{"reason", "a volume has another number of voxels than its size says"}});
  writeAtomically(path, [&](const std::filesystem::path& part) {
    std::unique_ptr<ByteSink> sink = std::make_unique<PlainSink>(part, platform::toUtf8(path));
    if (wantsGzip(path)) sink = std::make_unique<GzipSink>(std::move(sink), options.compressionLevel);
    sink->write(niftiHeaderBytes(headerFor(volume, options)));
    writeVoxels(*sink, volume.voxels);
    sink->finish();
  });
}

}  // namespace hipwright
