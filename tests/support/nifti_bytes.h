// Building NIfTI files byte by byte, right and wrong ones.
#pragma once

#include "engine/io/byte_order.h"

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright::test {

/// A NIfTI-1 or -2 file in memory: 4 x 5 x 6 int16 voxels of 2 x 3 x 4 mm by default, value = index - 60.
class NiftiBytes {
 public:
  explicit NiftiBytes(int version = 1, bool bigEndian = false) : m_version(version), m_bigEndian(bigEndian) {
    m_bytes.resize(version == 1 ? 352 : 544);
    put<std::int32_t>(0, version == 1 ? 348 : 540);
    text(version == 1 ? 344 : 4, version == 1 ? std::string_view("n+1\0", 4) : std::string_view("n+2\0\r\n\x1a\n", 8));
    offset(static_cast<double>(m_bytes.size()));
    size({3, 4, 5, 6, 1, 1, 1, 1});
    pixdim({1, 2, 3, 4, 1, 1, 1, 1});
    xyzt(2);
    type(4, 16);
    for (int i = 0; i < 120; ++i) voxel(static_cast<std::int16_t>(i - 60));
    sform(1, {2, 0, 0, -10, 0, 3, 0, 20, 0, 0, 4, 30});
  }

  template <class Stored>
  NiftiBytes& put(std::size_t at, Stored value) {
    storeAs(value, m_bytes.data() + at, m_bigEndian);
    return *this;
  }
  NiftiBytes& text(std::size_t at, std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i) m_bytes[at + i] = static_cast<std::byte>(value[i]);
    return *this;
  }
  NiftiBytes& dim(int axis, std::int64_t n) {
    const auto a = static_cast<std::size_t>(axis);
    return m_version == 1 ? put(40 + 2 * a, static_cast<std::int16_t>(n)) : put(16 + 8 * a, n);
  }
  NiftiBytes& size(const std::vector<std::int64_t>& n) {
    for (std::size_t a = 0; a < n.size(); ++a) dim(static_cast<int>(a), n[a]);
    return *this;
  }
  NiftiBytes& pixdim(const std::vector<double>& mm) { return reals(76, 104, mm); }
  NiftiBytes& offset(double at) {
    return m_version == 1 ? put(108, static_cast<float>(at)) : put(168, static_cast<std::int64_t>(at));
  }
  NiftiBytes& scale(double slope, double intercept) { return reals(112, 176, {slope, intercept}); }
  NiftiBytes& xyzt(int units) {
    return m_version == 1 ? put(123, static_cast<std::uint8_t>(units)) : put(500, std::int32_t{units});
  }
  NiftiBytes& type(int code, int bits) {
    const std::size_t at = m_version == 1 ? 70 : 12;
    return put(at, static_cast<std::int16_t>(code)).put(at + 2, static_cast<std::int16_t>(bits));
  }
  NiftiBytes& sform(int code, const std::vector<double>& rows) { return codeAt(254, 348, code).reals(280, 400, rows); }
  /// b, c, d and the offset.
  NiftiBytes& qform(int code, const std::vector<double>& values) {
    return codeAt(252, 344, code).reals(256, 352, values);
  }

  NiftiBytes& clearVoxels() {
    m_bytes.resize(m_version == 1 ? 352 : 544);
    return *this;
  }
  template <class Stored>
  NiftiBytes& voxel(Stored value) {
    m_bytes.resize(m_bytes.size() + sizeof(Stored));
    storeAs(value, m_bytes.data() + m_bytes.size() - sizeof(Stored), m_bigEndian);
    return *this;
  }
  NiftiBytes& insert(std::size_t at, std::size_t count) {
    m_bytes.insert(m_bytes.begin() + static_cast<std::ptrdiff_t>(at), count, std::byte{7});
    return *this;
  }
  NiftiBytes& resize(std::size_t count) {
    m_bytes.resize(count);
    return *this;
  }

  std::string bytes() const { return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()}; }

 private:
  NiftiBytes& codeAt(std::size_t first, std::size_t second, int code) {
    return m_version == 1 ? put(first, static_cast<std::int16_t>(code)) : put(second, std::int32_t{code});
  }
  NiftiBytes& reals(std::size_t first, std::size_t second, const std::vector<double>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      m_version == 1 ? put(first + 4 * i, static_cast<float>(values[i])) : put(second + 8 * i, values[i]);
    return *this;
  }

  int m_version;
  bool m_bigEndian;
  std::vector<std::byte> m_bytes;
};

inline std::string gzipped(const std::string& content) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace hipwright::test
