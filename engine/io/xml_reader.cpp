#include "engine/io/xml_reader.h"

#include "engine/io/mesh_encoding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hipwright {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kMostNested = 100;

void skipBlanks(std::string_view& text) { text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size())); }

}  // namespace

bool XmlReader::next() {
  if (m_isOpen) m_around.push_back(std::exchange(m_name, {}));
  m_isOpen = false;
  while (true) {
    m_at = m_text.find('<', m_at);
    if (m_at == std::string_view::npos) {
      if (!m_around.empty()) refuse("a tag is not closed");
      return false;
    }
    const std::string_view rest = m_text.substr(m_at);
    if (rest.starts_with("<?")) {
      upTo("?>");
    } else if (rest.starts_with("<!--")) {
      upTo("-->");
    } else if (rest.starts_with("<!")) {
      refuse("it has a document type or raw data");
    } else if (rest.starts_with("</")) {
      close(upTo(">").substr(2));
    } else {
      open(upTo(">").substr(1));
      return true;
    }
  }
}

std::string_view XmlReader::attribute(std::string_view attribute) const {
  const auto found = m_attributes.find(attribute);
  return found == m_attributes.end() ? std::string_view() : found->second;
}

void XmlReader::refuse(const char* reason) const { damagedMesh(m_path, reason); }

/// From here to the next `end`, which is passed over.
std::string_view XmlReader::upTo(std::string_view end) {
  const std::size_t found = m_text.find(end, m_at);
  if (found == std::string_view::npos) refuse("a tag does not end");
  const std::string_view inside = m_text.substr(m_at, found - m_at);
  m_at = found + end.size();
  return inside;
}

void XmlReader::open(std::string_view tag) {
  m_isOpen = !tag.ends_with('/');
  if (!m_isOpen) tag.remove_suffix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(kBlanks));
  if (name.empty()) refuse("a tag has no name");
  if (m_around.size() >= kMostNested) refuse("its tags are nested too deeply");
  m_name = name;
  readAttributes(tag.substr(name.size()));
}

void XmlReader::close(std::string_view name) {
  name = name.substr(0, name.find_last_not_of(kBlanks) + 1);
  if (m_around.empty() || m_around.back() != name) refuse("a tag is closed that was not opened");
  m_around.pop_back();
}

void XmlReader::readAttributes(std::string_view tag) {
  m_attributes.clear();
  for (skipBlanks(tag); !tag.empty(); skipBlanks(tag)) {
    const std::size_t equals = tag.find('=');
    if (equals == std::string_view::npos || equals + 1 >= tag.size()) refuse("an attribute has no value");
    const char quote = tag[equals + 1];
    const std::size_t end = tag.find(quote, equals + 2);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) refuse("an attribute has no quotes");
    std::string key(tag.substr(0, equals));
    key.erase(key.find_last_not_of(kBlanks) + 1);
    if (!m_attributes.try_emplace(std::move(key), decoded(tag.substr(equals + 2, end - equals - 2))).second)
      refuse("a tag has an attribute twice");
    tag.remove_prefix(end + 1);
  }
}

std::string XmlReader::decoded(std::string_view text) const {
  static constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto entity =
        std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& e) { return text.starts_with(e.first); });
    if (entity == kEntities.end()) refuse("it uses an entity of its own");
    out += entity->second;
    text.remove_prefix(entity->first.size());
  }
  return out;
}

}  // namespace hipwright
