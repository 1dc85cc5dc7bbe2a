// A number that could be measured, or why it could not.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace hipwright {

/// Either a value, or a short clause that says why there is none. A wrong number is worse than none.
template <typename T>
class Measured {
 public:
  Measured() = default;
  Measured(T value) : m_value(std::move(value)), m_reason() {}

  static Measured notMeasurable(const std::string& reason) {
    Measured none;
    none.m_reason = reason;
    return none;
  }

  explicit operator bool() const { return m_value.has_value(); }
  const T& operator*() const { return *m_value; }
  const T* operator->() const { return &*m_value; }

  /// Why there is no value: "the rim is incomplete". Empty if there is one.
  const std::string& reason() const { return m_reason; }

 private:
  std::optional<T> m_value;
  std::string m_reason = "it was not measured";
};

}  // namespace hipwright
