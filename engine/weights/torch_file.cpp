// Reads a torch zip file: finds its pickle, runs it on the closed machine and picks out what a checkpoint holds.
#include "engine/weights/pickle_machine.h"
#include "engine/weights/raw_checkpoint.h"
#include "engine/weights/zip_archive.h"

#include <array>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::string_view kPickleName = "data.pkl";
constexpr std::array<std::string_view, 3> kWrappers = {"state_dict", "model_state_dict", "model"};

/// The folder all entries of torch.save lie in, with its slash.
std::string rootFolder(const ZipArchive& archive, const Refusal& refuse) {
  const std::string* root = nullptr;
  for (const ZipEntry& entry : archive.entries()) {
    const std::string& name = entry.name;
    if (!name.ends_with(kPickleName)) continue;
    const std::size_t folder = name.size() - kPickleName.size();
    if (folder != 0 && name.find('/') != folder - 1) continue;
    if (root != nullptr) refuse.bad("it holds more than one pickle");
    root = &name;
  }
  if (root == nullptr) refuse.unknownFormat("it is a zip file without a checkpoint in it");
  return root->substr(0, root->size() - kPickleName.size());
}

std::string_view textOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void checkKindOfArchive(ZipArchive& archive, const std::string& root, const Refusal& refuse) {
  if (archive.find(root + "constants.pkl") >= 0)
    refuse.bad("it is a TorchScript program, not weights; save the state_dict of the model instead");
  const int order = archive.find(root + "byteorder");
  if (order >= 0 && textOf(archive.checkedContent(order)) != "little")
    refuse.bad("it was written on a computer with another byte order");
}

/// One run over the pickle's values. The names in error messages are Python's.
class TorchReader {
 public:
  TorchReader(MappedFilePtr file, const Refusal& refuse)
      : m_file(std::move(file)), m_refuse(refuse), m_archive(m_file->bytes(), refuse), m_heap(refuse) {}

  RawCheckpoint read() {
    const std::string root = rootFolder(m_archive, m_refuse);
    checkKindOfArchive(m_archive, root, m_refuse);
    const auto program = m_archive.checkedContent(m_archive.find(root + std::string(kPickleName)));
    PickleObjects objects(m_heap, m_archive, root, m_refuse);
    const PickleId top = PickleMachine(program, objects, m_refuse).run();
    const PickleDict& dict = requireDictionary(top, "its content");
    chooseWeights(dict);
    return std::move(m_result);
  }

 private:
  const PickleDict& requireDictionary(PickleId id, const std::string& what) const {
    if (const auto* dict = m_heap.get<PickleDict>(id)) return *dict;
    if (const std::string name = m_heap.className(id); !name.empty()) m_refuse.unsafe("an object of " + name);
    m_refuse.bad(what + " is " + m_heap.describe(id) + ", not a dictionary");
  }

  std::optional<PickleId> valueOf(const PickleDict& dict, std::string_view key) const {
    std::optional<PickleId> value;  // as in Python, the last one counts
    for (const auto& [name, item] : dict.items)
      if (const auto* text = m_heap.get<PickleText>(name); text != nullptr && text->utf8 == key) value = item;
    return value;
  }

  bool isFilled(std::optional<PickleId> id) const {
    const auto* dict = id ? m_heap.get<PickleDict>(*id) : nullptr;
    return dict != nullptr && !dict->items.empty();
  }

  void chooseWeights(const PickleDict& top) {
    const auto ema = valueOf(top, "ema_state");
    std::string_view used;
    for (const std::string_view name : kWrappers)
      if (used.empty() && valueOf(top, name)) used = name;
    if (isFilled(ema) || (ema && !m_heap.className(*ema).empty())) used = "ema_state";
    if (used.empty()) return takeWeights(top, "");
    m_result.ema = used == "ema_state";
    takeWeights(requireDictionary(*valueOf(top, used), "its entry " + std::string(used)), std::string(used) + ".");
    takeExtras(top, used);
  }

  void takeWeights(const PickleDict& dict, const std::string& prefix) {
    for (const auto& [key, value] : dict.items) {
      const auto* name = m_heap.get<PickleText>(key);
      const PickleTensor* tensor = m_heap.tensor(value);
      if (name != nullptr && tensor != nullptr) {
        if (!isPlainName(name->utf8)) m_refuse.bad("the name " + printable(name->utf8) + " is no name of a parameter");
        m_result.weights[name->utf8] = taken(*tensor);
      } else if (!prefix.empty() && m_heap.get<PickleOpaque>(value) != nullptr) {
        m_refuse.unsafe(m_heap.className(value) + " for " + prefix + keyText(key));
      } else {
        m_result.others[prefix + keyText(key)] = m_heap.describe(value);
      }
    }
  }

  void takeExtras(const PickleDict& top, std::string_view used) {
    for (const auto& [key, value] : top.items) {
      const std::string name = keyText(key);
      if (name == used) continue;
      if (const PickleTensor* tensor = m_heap.tensor(value); tensor != nullptr && tensor->tensor.elementCount() == 1)
        m_archive.checkedContent(tensor->entry);
      if (const auto number = m_heap.number(value))
        m_result.numbers[name] = *number;
      else
        m_result.others[name] = m_heap.describe(value);
    }
  }

  std::string keyText(PickleId key) const {
    const auto* text = m_heap.get<PickleText>(key);
    return text != nullptr ? printable(text->utf8) : m_heap.describe(key);
  }

  TensorRef taken(const PickleTensor& tensor) {
    m_archive.checkedContent(tensor.entry);
    TensorRef result = tensor.tensor;
    result.owner = m_file;
    return result;
  }

  MappedFilePtr m_file;
  const Refusal& m_refuse;
  ZipArchive m_archive;
  PickleHeap m_heap;
  RawCheckpoint m_result;
};

}  // namespace

RawCheckpoint readTorchFile(const MappedFilePtr& file, const Refusal& refuse) {
  return TorchReader(file, refuse).read();
}

}  // namespace hipwright
