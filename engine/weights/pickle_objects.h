// The few things a checkpoint's pickle may ask to be built, by name: tensors and plain containers. Everything else
// becomes a placeholder.
#pragma once

#include "engine/weights/pickle_heap.h"
#include "engine/weights/zip_archive.h"

#include <string_view>

namespace hipwright {

class PickleObjects {
 public:
  /// Storages are the entries `folder` + "data/" + key of the archive. All three must outlive this object.
  PickleObjects(PickleHeap& heap, ZipArchive& archive, std::string folder, const Refusal& refuse);

  PickleHeap& heap() { return m_heap; }

  /// What `type(*arguments)` stands for. Nothing is called: known names are rebuilt here, others give a placeholder.
  PickleId reduce(PickleId type, PickleId arguments);

  /// Attributes set on an object: kept by placeholders, ignored otherwise.
  void build(PickleId object, PickleId state);

  /// A persistent id, which is how torch names a storage. Throws Error(UnsafePickle | BadCheckpoint).
  PickleId persistent(PickleId id);

 private:
  PickleId opaque(PickleId type, PickleId arguments);
  std::optional<PickleValue> rebuild(std::string_view name, const std::vector<PickleId>& arguments);
  std::optional<PickleValue> tensor(const std::vector<PickleId>& arguments, const ScalarType* type);
  std::optional<PickleValue> tensorOfType(const std::vector<PickleId>& arguments);
  std::optional<PickleValue> copyOfTensor(const std::vector<PickleId>& arguments);
  std::optional<PickleValue> subclassedTensor(const std::vector<PickleId>& arguments);
  std::optional<PickleValue> dictionary(const std::vector<PickleId>& arguments);
  std::optional<PickleValue> encodedBytes(const std::vector<PickleId>& arguments);
  std::optional<PickleValue> numpyScalar(const std::vector<PickleId>& arguments);
  std::vector<std::int64_t> integers(PickleId id) const;

  PickleHeap& m_heap;
  ZipArchive& m_archive;
  std::string m_folder;
  const Refusal& m_refuse;
};

}  // namespace hipwright
