// Runs the program in a pickle on a closed machine: it can build plain data and tensors, and it calls nothing.
#pragma once

#include "engine/weights/pickle_heap.h"
#include "engine/weights/pickle_objects.h"

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace hipwright {

/// Understands what Python writes in protocols 2 to 4. Work and memory are linear in the program's length, which is
/// bounded.
class PickleMachine {
 public:
  /// `program`, `objects` and `refuse` must outlive the machine.
  PickleMachine(std::span<const std::byte> program, PickleObjects& objects, const Refusal& refuse);

  /// Runs to the end and returns the value that is left. Throws Error(UnsafePickle) naming an operation it does not do,
  /// and Error(BadCheckpoint) for a program that is broken or too large.
  PickleId run();

 private:
  bool runScalar(unsigned operation);
  bool runText(unsigned operation);
  bool runContainer(unsigned operation);
  bool runStack(unsigned operation);
  bool runMemo(unsigned operation);
  bool runObject(unsigned operation);

  std::span<const std::byte> take(std::uint64_t count);
  template <typename Number>
  Number takeNumber();
  std::string takeString(std::uint64_t count);
  std::string takeLine();

  void push(PickleValue value);
  PickleId pop();
  PickleId top() const;
  std::vector<PickleId> popToMark();
  std::vector<PickleId> popMany(std::size_t count);
  void remember(std::uint32_t index);
  void recall(std::uint32_t index);
  void appendTo(PickleId target, const std::vector<PickleId>& values);
  void setItems(PickleId target, const std::vector<PickleId>& values);
  void longInteger(std::span<const std::byte> bytes);
  [[noreturn]] void broken() const;

  std::span<const std::byte> m_program;
  std::size_t m_at = 0;
  PickleObjects& m_objects;
  PickleHeap& m_heap;
  const Refusal& m_refuse;
  std::vector<PickleId> m_stack;
  std::vector<std::size_t> m_marks;
  std::unordered_map<std::uint32_t, PickleId> m_memo;
};

}  // namespace hipwright
