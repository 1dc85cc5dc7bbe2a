#include "engine/weights/pickle_objects.h"

#include "engine/weights/little_endian.h"
#include "engine/weights/tensor_check.h"

#include <algorithm>
#include <array>

namespace hipwright {
namespace {

struct TypeName {
  std::string_view storage;  ///< torch.<storage>Storage
  std::string_view dtype;    ///< torch.<dtype>
  ScalarType type;
};

constexpr std::array kTypeNames = {
    TypeName{"Double", "float64", ScalarType::Float64}, TypeName{"Float", "float32", ScalarType::Float32},
    TypeName{"Half", "float16", ScalarType::Float16},   TypeName{"BFloat16", "bfloat16", ScalarType::BFloat16},
    TypeName{"Long", "int64", ScalarType::Int64},       TypeName{"Int", "int32", ScalarType::Int32},
    TypeName{"Short", "int16", ScalarType::Int16},      TypeName{"Char", "int8", ScalarType::Int8},
    TypeName{"Byte", "uint8", ScalarType::UInt8},       TypeName{"Bool", "bool", ScalarType::Bool},
};

constexpr std::array<std::string_view, 3> kUntyped = {"torch.UntypedStorage", "torch.storage.UntypedStorage",
                                                      "torch.storage._UntypedStorage"};

bool isUntyped(std::string_view name) { return std::find(kUntyped.begin(), kUntyped.end(), name) != kUntyped.end(); }

/// "torch.FloatStorage" or "torch.cuda.FloatStorage" to the type of its numbers.
std::optional<ScalarType> storageType(std::string_view name) {
  constexpr std::string_view suffix = "Storage";
  for (const std::string_view prefix : {"torch.cuda.", "torch."}) {
    if (!name.starts_with(prefix)) continue;
    name.remove_prefix(prefix.size());
    break;
  }
  if (!name.ends_with(suffix)) return std::nullopt;
  name.remove_suffix(suffix.size());
  for (const TypeName& row : kTypeNames)
    if (row.storage == name) return row.type;
  return std::nullopt;
}

std::optional<ScalarType> dtypeOf(std::string_view name) {
  for (const TypeName& row : kTypeNames)
    if (name.starts_with("torch.") && name.substr(6) == row.dtype) return row.type;
  return std::nullopt;
}

template <typename Number>
PickleValue loaded(std::string_view bytes) {
  const auto value = loadLittle<Number>(std::as_bytes(std::span(bytes.data(), bytes.size())), 0);
  if constexpr (std::is_floating_point_v<Number>) return static_cast<double>(value);
  return static_cast<std::int64_t>(value);
}

/// The number in the bytes of a numpy scalar, for numpy's short type names.
std::optional<PickleValue> numpyNumber(std::string_view type, std::string_view bytes) {
  if (type.size() != 2 || bytes.size() != static_cast<std::size_t>(type[1] - '0')) return std::nullopt;
  if (type == "f8") return loaded<double>(bytes);
  if (type == "f4") return loaded<float>(bytes);
  if (type == "i8") return loaded<std::int64_t>(bytes);
  if (type == "i4") return loaded<std::int32_t>(bytes);
  if (type == "i2") return loaded<std::int16_t>(bytes);
  if (type == "i1") return loaded<std::int8_t>(bytes);
  if (type == "u4") return loaded<std::uint32_t>(bytes);
  if (type == "u2") return loaded<std::uint16_t>(bytes);
  if (type == "u1") return loaded<std::uint8_t>(bytes);
  if (type == "b1") return PickleValue(bytes[0] != '\0');
  return std::nullopt;
}

}  // namespace

PickleObjects::PickleObjects(PickleHeap& heap, ZipArchive& archive, std::string folder, const Refusal& refuse)
    : m_heap(heap), m_archive(archive), m_folder(std::move(folder)), m_refuse(refuse) {}

PickleId PickleObjects::reduce(PickleId type, PickleId arguments) {
  const auto* global = m_heap.get<PickleGlobal>(type);
  const auto* list = m_heap.items(arguments);
  if (global == nullptr || list == nullptr) {
    if (m_heap.className(type).empty()) m_refuse.unsafe("a call of something that is no class");
    return opaque(type, arguments);
  }
  if (auto known = rebuild(global->name, *list)) return m_heap.add(std::move(*known));
  return opaque(type, arguments);
}

std::optional<PickleValue> PickleObjects::rebuild(std::string_view name, const std::vector<PickleId>& arguments) {
  if (name == "collections.OrderedDict") return dictionary(arguments);
  if (name == "torch._utils._rebuild_tensor_v2") return tensor(arguments, nullptr);
  if (name == "torch._utils._rebuild_tensor_v3") return tensorOfType(arguments);
  if (name == "torch._utils._rebuild_parameter" || name == "torch._utils._rebuild_parameter_with_state")
    return copyOfTensor(arguments);
  if (name == "torch._tensor._rebuild_from_type_v2") return subclassedTensor(arguments);
  if (name == "_codecs.encode") return encodedBytes(arguments);
  if (name == "numpy.core.multiarray.scalar" || name == "numpy._core.multiarray.scalar") return numpyScalar(arguments);
  if (name == "torch.Size" && arguments.size() == 1 && m_heap.items(arguments[0]) != nullptr)
    return PickleTuple{*m_heap.items(arguments[0])};
  return std::nullopt;
}

void PickleObjects::build(PickleId object, PickleId state) {
  if (auto* placeholder = m_heap.get<PickleOpaque>(object)) placeholder->state = state;
}

PickleId PickleObjects::opaque(PickleId type, PickleId arguments) {
  const auto* inner = m_heap.get<PickleOpaque>(type);
  return m_heap.add(PickleOpaque{inner == nullptr ? type : inner->type, arguments, std::nullopt});
}

PickleId PickleObjects::persistent(PickleId id) {
  const auto* parts = m_heap.items(id);
  const auto* kind = parts != nullptr && parts->size() >= 5 ? m_heap.get<PickleText>((*parts)[0]) : nullptr;
  if (kind == nullptr || kind->utf8 != "storage") m_refuse.unsafe("data outside of the file");
  const auto* type = m_heap.get<PickleGlobal>((*parts)[1]);
  const auto* key = m_heap.get<PickleText>((*parts)[2]);
  const auto* count = m_heap.get<std::int64_t>((*parts)[4]);
  if (type == nullptr || key == nullptr || count == nullptr || !isPlainName(key->utf8) || *count < 0)
    m_refuse.bad("a storage in its pickle makes no sense");
  const auto scalar = storageType(type->name);
  const bool untyped = isUntyped(type->name);
  if (!scalar && !untyped) return m_heap.add(PickleOpaque{(*parts)[1], std::nullopt, std::nullopt});

  const int entry = m_archive.find(m_folder + "data/" + key->utf8);
  if (entry < 0) m_refuse.bad("its storage " + printable(key->utf8) + " is missing");
  const auto bytes = m_archive.entries()[static_cast<std::size_t>(entry)].stored;
  const ScalarType of = scalar.value_or(ScalarType::UInt8);
  if (bytes.size() % scalarSize(of) != 0 || bytes.size() / scalarSize(of) != static_cast<std::uint64_t>(*count))
    m_refuse.damaged("its storage " + printable(key->utf8) + " has another length than its pickle announces");
  return m_heap.add(PickleStorage{of, untyped, entry, bytes});
}

std::optional<PickleValue> PickleObjects::tensor(const std::vector<PickleId>& arguments, const ScalarType* type) {
  if (arguments.size() < 4) m_refuse.bad("a tensor in its pickle makes no sense");
  if (const auto* unknown = m_heap.get<PickleOpaque>(arguments[0])) return *unknown;
  const auto* storage = m_heap.get<PickleStorage>(arguments[0]);
  const auto* offset = m_heap.get<std::int64_t>(arguments[1]);
  if (storage == nullptr || offset == nullptr || (storage->untyped && type == nullptr))
    m_refuse.bad("a tensor in its pickle makes no sense");
  auto result = std::make_unique<PickleTensor>();
  result->entry = storage->entry;
  result->tensor.type = type != nullptr ? *type : storage->type;
  result->tensor.offset = *offset;
  result->tensor.storage = storage->bytes;
  result->tensor.shape = integers(arguments[2]);
  result->tensor.strides = integers(arguments[3]);
  if (const auto problem = tensorProblem(result->tensor)) m_refuse.bad("a tensor in its pickle is wrong: " + *problem);
  return result;
}

std::optional<PickleValue> PickleObjects::tensorOfType(const std::vector<PickleId>& arguments) {
  const auto* global = arguments.size() >= 7 ? m_heap.get<PickleGlobal>(arguments[6]) : nullptr;
  const auto type = global == nullptr ? std::nullopt : dtypeOf(global->name);
  if (!type) return std::nullopt;
  return tensor(arguments, &*type);
}

std::optional<PickleValue> PickleObjects::copyOfTensor(const std::vector<PickleId>& arguments) {
  if (arguments.empty()) return std::nullopt;
  if (const auto* unknown = m_heap.get<PickleOpaque>(arguments[0])) return *unknown;
  const PickleTensor* data = m_heap.tensor(arguments[0]);
  if (data == nullptr) return std::nullopt;
  return std::make_unique<PickleTensor>(*data);
}

std::optional<PickleValue> PickleObjects::subclassedTensor(const std::vector<PickleId>& arguments) {
  const auto* function = arguments.size() >= 3 ? m_heap.get<PickleGlobal>(arguments[0]) : nullptr;
  const auto* inner = function == nullptr ? nullptr : m_heap.items(arguments[2]);
  if (inner == nullptr || function->name != "torch._utils._rebuild_tensor_v2") return std::nullopt;
  return tensor(*inner, nullptr);
}

std::optional<PickleValue> PickleObjects::dictionary(const std::vector<PickleId>& arguments) {
  PickleDict dict;
  if (arguments.empty()) return dict;
  const auto* pairs = m_heap.items(arguments[0]);
  if (pairs == nullptr) return std::nullopt;
  for (const PickleId pair : *pairs) {
    const auto* both = m_heap.items(pair);
    if (both == nullptr || both->size() != 2) return std::nullopt;
    dict.items.emplace_back((*both)[0], (*both)[1]);
  }
  return dict;
}

std::optional<PickleValue> PickleObjects::encodedBytes(const std::vector<PickleId>& arguments) {
  const auto* text = arguments.size() == 2 ? m_heap.get<PickleText>(arguments[0]) : nullptr;
  const auto* encoding = text == nullptr ? nullptr : m_heap.get<PickleText>(arguments[1]);
  if (encoding == nullptr || encoding->utf8 != "latin1") return std::nullopt;
  // Latin-1 has the first 256 characters only, which UTF-8 writes in one byte or as C2/C3 and another.
  PickleBytes out;
  for (std::size_t i = 0; i < text->utf8.size(); ++i) {
    const auto first = static_cast<unsigned char>(text->utf8[i]);
    if (first >= 0x80) {
      if ((first != 0xC2 && first != 0xC3) || ++i == text->utf8.size()) return std::nullopt;
      out.bytes += static_cast<char>((first & 0x3U) << 6 | (static_cast<unsigned char>(text->utf8[i]) & 0x3FU));
    } else {
      out.bytes += static_cast<char>(first);
    }
  }
  return out;
}

std::optional<PickleValue> PickleObjects::numpyScalar(const std::vector<PickleId>& arguments) {
  const auto* type = arguments.size() == 2 ? m_heap.get<PickleOpaque>(arguments[0]) : nullptr;
  const auto* bytes = type == nullptr ? nullptr : m_heap.get<PickleBytes>(arguments[1]);
  if (bytes == nullptr || !type->arguments || m_heap.className(arguments[0]) != "numpy.dtype") return std::nullopt;
  const auto* typeArguments = m_heap.items(*type->arguments);
  const auto* state = type->state ? m_heap.items(*type->state) : nullptr;
  const auto* name =
      typeArguments != nullptr && !typeArguments->empty() ? m_heap.get<PickleText>((*typeArguments)[0]) : nullptr;
  const auto* order = state != nullptr && state->size() > 1 ? m_heap.get<PickleText>((*state)[1]) : nullptr;
  if (name == nullptr || order == nullptr || (order->utf8 != "<" && order->utf8 != "|")) return std::nullopt;
  return numpyNumber(name->utf8, bytes->bytes);
}

std::vector<std::int64_t> PickleObjects::integers(PickleId id) const {
  const auto* list = m_heap.items(id);
  if (list == nullptr || list->size() > kMaxDimensions) m_refuse.bad("a tensor in its pickle has no usable shape");
  std::vector<std::int64_t> values;
  for (const PickleId item : *list) {
    const auto* value = m_heap.get<std::int64_t>(item);
    if (value == nullptr) m_refuse.bad("a tensor in its pickle has no usable shape");
    values.push_back(*value);
  }
  return values;
}

}  // namespace hipwright
