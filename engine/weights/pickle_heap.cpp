#include "engine/weights/pickle_heap.h"

#include <array>
#include <charconv>

namespace hipwright {
namespace {

/// A training checkpoint has about twenty values for each tensor; this is room for fifty thousand tensors.
constexpr std::size_t kMostValues = 1'000'000;

std::string numberText(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string tensorText(const TensorRef& tensor) {
  return "a tensor " + scalarName(tensor.type) + " " + shapeText(tensor.shape);
}

std::string counted(const char* what, std::size_t count) { return std::string(what) + " of " + std::to_string(count); }

}  // namespace

PickleId PickleHeap::add(PickleValue value) {
  if (m_values.size() >= kMostValues) m_refuse.bad("it describes more than " + std::to_string(kMostValues) + " values");
  m_values.push_back(std::move(value));
  return static_cast<PickleId>(m_values.size() - 1);
}

const PickleTensor* PickleHeap::tensor(PickleId id) const {
  const auto* owned = get<std::unique_ptr<PickleTensor>>(id);
  return owned == nullptr ? nullptr : owned->get();
}

const std::vector<PickleId>* PickleHeap::items(PickleId id) const {
  if (const auto* tuple = get<PickleTuple>(id)) return &tuple->items;
  if (const auto* list = get<PickleList>(id)) return &list->items;
  return nullptr;
}

std::string PickleHeap::className(PickleId id) const {
  if (const auto* opaque = get<PickleOpaque>(id)) id = opaque->type;
  const auto* global = get<PickleGlobal>(id);
  return global == nullptr ? std::string() : printable(global->name);
}

std::string PickleHeap::describe(PickleId id) const {
  struct Describe {
    const PickleHeap& heap;
    PickleId id;
    std::string operator()(const PickleNone&) const { return "None"; }
    std::string operator()(bool value) const { return value ? "True" : "False"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return numberText(value); }
    std::string operator()(const PickleBigInteger& value) const { return value.text; }
    std::string operator()(const PickleText& value) const {
      return std::string("\"").append(printable(value.utf8)).append("\"");
    }
    std::string operator()(const PickleBytes& value) const { return counted("bytes, a sequence", value.bytes.size()); }
    std::string operator()(const PickleList& value) const { return counted("a list", value.items.size()); }
    std::string operator()(const PickleTuple& value) const { return counted("a tuple", value.items.size()); }
    std::string operator()(const PickleDict& value) const { return counted("a dictionary", value.items.size()); }
    std::string operator()(const PickleGlobal&) const { return heap.className(id); }
    std::string operator()(const PickleStorage&) const { return "a storage"; }
    std::string operator()(const std::unique_ptr<PickleTensor>& value) const { return tensorText(value->tensor); }
    std::string operator()(const PickleOpaque&) const { return "an object of " + heap.className(id) + ", not read"; }
  };
  return std::visit(Describe{*this, id}, at(id));
}

std::optional<double> PickleHeap::number(PickleId id) const {
  if (const auto* value = get<double>(id)) return *value;
  if (const auto* value = get<std::int64_t>(id)) return static_cast<double>(*value);
  if (const auto* value = tensor(id); value != nullptr && value->tensor.elementCount() == 1)
    return value->tensor.toDouble();
  return std::nullopt;
}

}  // namespace hipwright
