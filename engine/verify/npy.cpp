#include "engine/verify/npy.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace hipwright {
namespace {

static_assert(std::endian::native == std::endian::little, "arrays are read without swapping bytes");

/// Reads one file; every refusal names it.
class NpyReader {
 public:
  explicit NpyReader(const std::filesystem::path& path)
      : m_path(platform::toUtf8(path)), m_file(path), m_bytes(m_file.bytes()) {}

  NpyArray read() {
    const std::string_view header = readHeader();
    if (field(header, "fortran_order") != "False") throw damaged("it is not in C order");
    NpyArray out;
    out.shape = parseShape(field(header, "shape"));
    const std::size_t count = elementCount(out.shape);
    const std::string_view type = field(header, "descr");
    if (type == "'<f4'")
      out.values = convert<float>(count);
    else if (type == "'<f8'")
      out.values = convert<double>(count);
    else if (type == "'<i4'")
      out.values = convert<std::int32_t>(count);
    else if (type == "'<i8'")
      out.values = convert<std::int64_t>(count);
    else
      throw damaged("its numbers are of type " + std::string(type));
    return out;
  }

  Error damaged(const std::string& reason) const {
    return Error(ErrorCode::FileDamaged, {{"path", m_path}, {"reason", reason}});
  }

 private:
  std::string_view text(std::size_t first, std::size_t count) {
    need(first + count);
    return {reinterpret_cast<const char*>(m_bytes.data()) + first, count};
  }

  void need(std::size_t size) const {
    if (m_bytes.size() < size)
      throw Error(ErrorCode::FileTruncated,
                  {{"path", m_path}, {"have", std::to_string(m_bytes.size())}, {"need", std::to_string(size)}});
  }

  std::string_view readHeader() {
    if (text(0, 6) != std::string_view("\x93NUMPY", 6))
      throw Error(ErrorCode::UnknownFormat,
                  {{"path", m_path}, {"reason", "it is not a numpy array"}, {"expected", "a .npy file"}});
    const int version = static_cast<unsigned char>(text(6, 2)[0]);
    if (version != 1 && version != 2) throw damaged("its version is " + std::to_string(version));
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    std::size_t length = 0;
    for (std::size_t i = lengthBytes; i-- > 0;) length = length << 8 | static_cast<unsigned char>(text(8 + i, 1)[0]);
    m_dataStart = 8 + lengthBytes + length;
    return text(8 + lengthBytes, length);
  }

  /// The text of one entry of the header's dictionary, up to the comma outside parentheses.
  std::string_view field(std::string_view header, const std::string& name) const {
    const std::size_t key = header.find("'" + name + "':");
    if (key == header.npos) throw damaged("its header has no " + name);
    std::size_t first = header.find_first_not_of(' ', key + name.size() + 3);
    if (first == header.npos) throw damaged("its header has no " + name);
    const std::size_t last = header[first] == '(' ? header.find(')', first) : header.find_first_of(",}", first);
    if (last == header.npos) throw damaged("its header does not end");
    return header.substr(first, last - first + (header[first] == '(' ? 1 : 0));
  }

  std::vector<std::int64_t> parseShape(std::string_view tuple) const {
    std::vector<std::int64_t> shape;
    std::int64_t number = -1;
    if (tuple.empty() || tuple.front() != '(') throw damaged("its shape is not a tuple");
    for (const char c : tuple.substr(1)) {
      if (c >= '0' && c <= '9') {
        number = std::max<std::int64_t>(number, 0) * 10 + (c - '0');
        if (number > std::numeric_limits<std::int32_t>::max()) throw damaged("its shape is too large");
      } else if (c == ',' || c == ')') {
        if (number >= 0) shape.push_back(number);
        number = -1;
      } else if (c != ' ') {
        throw damaged("its shape is not a tuple of numbers");
      }
    }
    return shape;
  }

  std::size_t elementCount(const std::vector<std::int64_t>& shape) const {
    std::size_t count = 1;
    for (const auto n : shape) {
      if (n > 0 && count > m_bytes.size() / static_cast<std::size_t>(n)) throw damaged("its shape is too large");
      count *= static_cast<std::size_t>(n);
    }
    return count;
  }

  template <typename T>
  std::vector<double> convert(std::size_t count) const {
    const std::size_t end = m_dataStart + count * sizeof(T);
    need(end);
    if (m_bytes.size() != end) throw damaged("it is longer than its header announces");
    std::vector<double> out(count);
    for (std::size_t i = 0; i < count; ++i) {
      T value;
      std::memcpy(&value, m_bytes.data() + m_dataStart + i * sizeof(T), sizeof(T));
      out[i] = static_cast<double>(value);
    }
    return out;
  }

  std::string m_path;
  platform::MappedFile m_file;
  std::span<const std::byte> m_bytes;
  std::size_t m_dataStart = 0;
};

}  // namespace

std::vector<float> NpyArray::floats() const {
  std::vector<float> out;
  out.reserve(values.size());
  for (const double v : values) out.push_back(static_cast<float>(v));
  return out;
}

NpyArray readNpy(const std::filesystem::path& path) { return NpyReader(path).read(); }

Tensor4 readNpyTensor(const std::filesystem::path& path) {
  NpyReader reader(path);
  NpyArray array = reader.read();
  while (array.shape.size() > 4 && array.shape.front() == 1) array.shape.erase(array.shape.begin());
  while (array.shape.size() < 4) array.shape.insert(array.shape.begin(), 1);
  if (array.shape.size() != 4) throw reader.damaged("it has more than four axes");
  Tensor4 out;
  for (int a = 0; a < 4; ++a) out.shape[a] = array.shape[a];
  out.values = array.floats();
  return out;
}

Volume readNpyVolume(const std::filesystem::path& path) {
  NpyReader reader(path);
  const NpyArray array = reader.read();
  if (array.shape.size() != 3) throw reader.damaged("it does not have three axes");
  Volume out;
  out.geometry.size = {array.shape[0], array.shape[1], array.shape[2]};
  out.voxels.resize(array.values.size());
  auto value = array.values.begin();
  for (std::int64_t x = 0; x < array.shape[0]; ++x)
    for (std::int64_t y = 0; y < array.shape[1]; ++y)
      for (std::int64_t z = 0; z < array.shape[2]; ++z) out.at(x, y, z) = static_cast<float>(*value++);
  return out;
}

}  // namespace hipwright
