// The values a pickle can describe here: inert data, referred to by number, so that cycles neither hang nor leak.
#pragma once

#include "engine/weights/refusal.h"
#include "engine/weights/tensor_ref.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hipwright {

/// A value's place in its PickleHeap.
using PickleId = std::uint32_t;

struct PickleNone {};
struct PickleText {
  std::string utf8;
};
struct PickleBytes {
  std::string bytes;
};
struct PickleBigInteger {
  std::string text;
};  ///< beyond 64 bits; a number nobody computes with
struct PickleList {
  std::vector<PickleId> items;
};
struct PickleTuple {
  std::vector<PickleId> items;
};
struct PickleDict {
  std::vector<std::pair<PickleId, PickleId>> items;
};

/// A class or function by name, "module.name". Never looked up, never called.
struct PickleGlobal {
  std::string name;
};

struct PickleStorage {
  ScalarType type = ScalarType::UInt8;
  bool untyped = false;              ///< bytes whose type a tensor decides
  int entry = 0;                     ///< of the archive
  std::span<const std::byte> bytes;  ///< its checksum is checked when a tensor is taken
};

struct PickleTensor {
  TensorRef tensor;
  int entry = 0;
};

/// Stands for an object of a class that is not built here.
struct PickleOpaque {
  PickleId type = 0;  ///< the PickleGlobal that was asked for
  std::optional<PickleId> arguments;
  std::optional<PickleId> state;
};

using PickleValue =
    std::variant<PickleNone, bool, std::int64_t, double, PickleBigInteger, PickleText, PickleBytes, PickleList,
                 PickleTuple, PickleDict, PickleGlobal, PickleStorage, std::unique_ptr<PickleTensor>, PickleOpaque>;

/// Owns every value of one pickle. References stay valid while it grows.
class PickleHeap {
 public:
  explicit PickleHeap(const Refusal& refuse) : m_refuse(refuse) {}

  /// Throws Error(BadCheckpoint) if a file describes more values than any checkpoint has.
  PickleId add(PickleValue value);

  PickleValue& at(PickleId id) { return m_values[id]; }
  const PickleValue& at(PickleId id) const { return m_values[id]; }

  /// The value if it is of this kind, else null.
  template <typename Kind>
  const Kind* get(PickleId id) const {
    return std::get_if<Kind>(&m_values[id]);
  }
  template <typename Kind>
  Kind* get(PickleId id) {
    return std::get_if<Kind>(&m_values[id]);
  }

  const PickleTensor* tensor(PickleId id) const;

  /// The items of a tuple or a list, else null.
  const std::vector<PickleId>* items(PickleId id) const;

  /// The name of a class, or of the class a placeholder stands for; empty for anything else.
  std::string className(PickleId id) const;

  /// One phrase for a listing: "12.5", "a dictionary of 3", "an object of argparse.Namespace, not read".
  std::string describe(PickleId id) const;

  /// int, float, or a tensor of one element that has been checked by the caller.
  std::optional<double> number(PickleId id) const;

 private:
  std::deque<PickleValue> m_values;
  const Refusal& m_refuse;
};

}  // namespace hipwright
