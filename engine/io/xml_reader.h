// The little XML that 3MF needs: tags and attributes one after the other. Internal to this folder.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

/// Goes through a document tag by tag. Checks that tags nest; skips text, comments and the declaration; refuses
/// document types and entities of their own, which can blow up a reader. Throws Error(FileDamaged).
class XmlReader {
 public:
  /// Both outlive the reader.
  XmlReader(std::string_view text, const std::string& path) : m_text(text), m_path(path) {}

  /// To the next opening tag. Returns false at the end of the document.
  bool next();

  /// Of the tag that next() found, with its prefix if it has one.
  const std::string& name() const { return m_name; }

  /// The tags around it, outermost first, without itself.
  const std::vector<std::string>& around() const { return m_around; }

  bool isInside(std::string_view parent) const { return !m_around.empty() && m_around.back() == parent; }

  /// Its value, the five standard entities replaced; empty if there is none of this name.
  std::string_view attribute(std::string_view attribute) const;

 private:
  [[noreturn]] void refuse(const char* reason) const;
  std::string_view upTo(std::string_view end);
  void open(std::string_view tag);
  void close(std::string_view name);
  void readAttributes(std::string_view tag);
  std::string decoded(std::string_view text) const;

  std::string_view m_text;
  const std::string& m_path;
  std::size_t m_at = 0;
  std::string m_name;
  bool m_isOpen = false;  ///< the tag of next() has an end of its own, still to come
  std::vector<std::string> m_around;
  std::map<std::string, std::string, std::less<>> m_attributes;
};

}  // namespace hipwright
