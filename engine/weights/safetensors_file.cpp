// Reads a safetensors file: a length, a JSON header and the bytes of the tensors.
#include "engine/weights/little_endian.h"
#include "engine/weights/raw_checkpoint.h"
#include "engine/weights/safetensors_format.h"
#include "engine/weights/tensor_check.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace hipwright {
namespace {

using Json = nlohmann::json;
using Bytes = std::span<const std::byte>;

constexpr std::uint64_t kMostHeader = std::uint64_t{16} << 20;  ///< room for a hundred thousand tensors
constexpr int kDeepest = 3;                                     ///< tensor, field, entry of its shape

std::string_view textOf(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// Parses with a limit on depth and without names that stand twice, which other readers resolve differently.
Json parseHeader(std::string_view text, const Refusal& refuse) {
  std::vector<std::set<std::string>> names;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > kDeepest) refuse.bad("its header is nested too deeply");
    if (event == Json::parse_event_t::object_start) names.emplace_back();
    if (event == Json::parse_event_t::object_end) names.pop_back();
    if (event == Json::parse_event_t::key && !names.back().insert(parsed.get<std::string>()).second)
      refuse.bad("its header names " + printable(parsed.get<std::string>()) + " twice");
    return true;
  };
  try {
    Json header = Json::parse(text, watch);
    if (!header.is_object()) refuse.bad("its header is no JSON object");
    return header;
  } catch (const Json::exception&) {
    refuse.bad("its header is no JSON");
  }
}

std::optional<double> wholeNumberText(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional<double>(value) : std::nullopt;
}

std::vector<std::int64_t> integers(const Json& list, const std::string& name, const Refusal& refuse) {
  if (!list.is_array() || list.size() > kMaxDimensions) refuse.bad("the header of tensor " + name + " makes no sense");
  std::vector<std::int64_t> values;
  for (const Json& item : list) {
    if (!item.is_number_unsigned() || item.get<std::uint64_t>() > INT64_MAX)
      refuse.bad("the header of tensor " + name + " makes no sense");
    values.push_back(item.get<std::int64_t>());
  }
  return values;
}

/// Byte range of a tensor in the data section.
struct Range {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  auto operator<=>(const Range&) const = default;
};

class SafetensorsReader {
 public:
  SafetensorsReader(MappedFilePtr file, const Refusal& refuse) : m_file(std::move(file)), m_refuse(refuse) {}

  RawCheckpoint read() {
    const Bytes bytes = m_file->bytes();
    const auto length = loadLittle<std::uint64_t>(bytes, 0);
    if (length > kMostHeader) m_refuse.bad("its header is too large");
    if (length > bytes.size() - 8) m_refuse.truncated(bytes.size(), length + 8);
    m_data = bytes.subspan(8 + static_cast<std::size_t>(length));
    const Json header = parseHeader(textOf(bytes.subspan(8, static_cast<std::size_t>(length))), m_refuse);
    checkChecksum(header);
    bool anyEma = false;
    for (const auto& [name, row] : header.items())
      if (name == kMetadataName)
        takeMetadata(row);
      else
        anyEma = takeTensor(name, row) || anyEma;
    checkRanges();
    if (anyEma) preferEma();
    return std::move(m_result);
  }

 private:
  void checkChecksum(const Json& header) const {
    if (!header.contains(kMetadataName) || !header[kMetadataName].is_object()) return;
    const Json& metadata = header[kMetadataName];
    if (!metadata.contains(kChecksumName) || !metadata[kChecksumName].is_string()) return;
    if (safetensorsChecksum(m_file->bytes()) != metadata[kChecksumName].get<std::string>())
      m_refuse.damaged("it does not have the checksum that was stored in it");
  }

  void takeMetadata(const Json& metadata) {
    if (!metadata.is_object()) m_refuse.bad("its metadata makes no sense");
    for (const auto& [name, value] : metadata.items()) {
      if (!value.is_string()) m_refuse.bad("its metadata makes no sense");
      const auto text = value.get<std::string>();
      if (name == kChecksumName) continue;
      if (const auto number = wholeNumberText(text))
        m_result.numbers[printable(name)] = *number;
      else
        m_result.others[printable(name)] = printable(text);
    }
  }

  /// True if it is an EMA weight.
  bool takeTensor(const std::string& name, const Json& row) {
    const std::string quoted = printable(name);
    if (!isPlainName(name) || !row.is_object() || !row.contains("dtype") || !row["dtype"].is_string() ||
        !row.contains("shape") || !row.contains("data_offsets"))
      m_refuse.bad("the header of tensor " + quoted + " makes no sense");
    const auto type = safetensorsType(row["dtype"].get<std::string>());
    if (!type) m_refuse.bad("tensor " + quoted + " has the type " + printable(row["dtype"].get<std::string>()));
    const auto offsets = integers(row["data_offsets"], quoted, m_refuse);
    if (offsets.size() != 2 || offsets[0] > offsets[1])
      m_refuse.bad("the header of tensor " + quoted + " makes no sense");
    const Range range{static_cast<std::uint64_t>(offsets[0]), static_cast<std::uint64_t>(offsets[1])};
    m_ranges.push_back(range);
    if (range.last > m_data.size()) {
      const std::uint64_t start = m_file->bytes().size() - m_data.size();
      m_refuse.truncated(m_file->bytes().size(), range.last + start);
    }
    TensorRef& tensor = m_result.weights[name];
    tensor.type = *type;
    tensor.shape = integers(row["shape"], quoted, m_refuse);
    tensor.storage = m_data.subspan(range.first, range.last - range.first);
    tensor.owner = m_file;
    checkSize(tensor, quoted);
    return name.starts_with(kEmaPrefix);
  }

  void checkSize(TensorRef& tensor, const std::string& quoted) const {
    std::optional<std::int64_t> bytes = static_cast<std::int64_t>(scalarSize(tensor.type));
    for (const std::int64_t n : tensor.shape)
      if (bytes) bytes = checkedProduct(*bytes, n);
    if (!bytes || static_cast<std::uint64_t>(*bytes) != tensor.storage.size())
      m_refuse.bad("tensor " + quoted + " has another length than its shape needs");
    tensor.strides = denseStrides(tensor.shape);
  }

  void checkRanges() {
    std::sort(m_ranges.begin(), m_ranges.end());
    std::uint64_t end = 0;
    for (const Range& range : m_ranges) {
      if (range.first != end)
        m_refuse.bad(range.first < end ? "its tensors overlap" : "there are gaps between its tensors");
      end = range.last;
    }
    if (end != m_data.size()) m_refuse.bad("it has bytes that belong to no tensor");
  }

  void preferEma() {
    StateDict ema;
    std::size_t raw = 0;
    for (auto& [name, tensor] : m_result.weights)
      if (name.starts_with(kEmaPrefix))
        ema[name.substr(kEmaPrefix.size())] = std::move(tensor);
      else
        ++raw;
    if (raw != 0) m_result.others["state_dict"] = std::to_string(raw) + " tensors beside the EMA weights";
    m_result.weights = std::move(ema);
    m_result.ema = true;
  }

  MappedFilePtr m_file;
  const Refusal& m_refuse;
  Bytes m_data;
  std::vector<Range> m_ranges;
  RawCheckpoint m_result;
};

}  // namespace

RawCheckpoint readSafetensorsFile(const MappedFilePtr& file, const Refusal& refuse) {
  return SafetensorsReader(file, refuse).read();
}

}  // namespace hipwright
