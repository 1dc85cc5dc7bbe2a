// Numbers and words of text files, written without loss and read strictly. Internal to this folder.
#pragma once

#include "engine/core/mesh.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hipwright {

/// The shortest text that gives the same single-precision number again.
void appendNumber(std::string& out, double value);

void appendWhole(std::string& out, std::uint64_t value);

/// " x y z".
void appendPoint(std::string& out, const Vec3& p);

/// Words between blanks, one after the other.
class WordReader {
 public:
  /// `path` is for messages.
  WordReader(std::string_view text, const std::string& path) : m_rest(text), m_path(path) {}

  /// The next word; empty at the end.
  std::string_view next();

  /// The rest of the line, without blanks around it.
  std::string_view line();

  /// Throws Error(FileDamaged) unless the next word is this one.
  void expect(std::string_view word);

  Vec3 point();

 private:
  std::string_view m_rest;
  const std::string& m_path;
};

/// A whole finite number and nothing else; throws Error(FileDamaged) otherwise.
double parseNumber(std::string_view text, const std::string& path);
std::uint32_t parseWhole(std::string_view text, const std::string& path);

}  // namespace hipwright
