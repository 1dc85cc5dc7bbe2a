#include "engine/core/error.h"

#include "engine/core/clean_text.h"

#include <array>

namespace hipwright {
namespace {

struct Row {
  ErrorCode code;
  ErrorKind kind;
  std::string_view name;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::string_view kLines = "table";  ///< the one value that has several; any other could forge a line

constexpr std::array kRows = {
#define HIPWRIGHT_ERROR_ROW(name, kind, what, remedy) Row{ErrorCode::name, ErrorKind::kind, #name, what, remedy},
    HIPWRIGHT_ERROR_LIST(HIPWRIGHT_ERROR_ROW)
#undef HIPWRIGHT_ERROR_ROW
};

const Row& rowOf(ErrorCode code) { return kRows[static_cast<std::size_t>(code)]; }

}  // namespace

Error::Error(ErrorCode code, Values values)
    : m_code(code),
      m_values(std::move(values)),
      m_what(fillTemplate(rowOf(code).what, m_values)),
      m_remedy(fillTemplate(rowOf(code).remedy, m_values)) {}

ErrorKind Error::kind() const noexcept { return rowOf(m_code).kind; }

std::string_view errorName(ErrorCode code) { return rowOf(code).name; }
std::string_view whatTemplate(ErrorCode code) { return rowOf(code).what; }
std::string_view remedyTemplate(ErrorCode code) { return rowOf(code).remedy; }

const std::vector<ErrorCode>& allErrorCodes() {
  static const std::vector<ErrorCode> codes = [] {
    std::vector<ErrorCode> all;
    all.reserve(kRows.size());
    for (const Row& row : kRows) all.push_back(row.code);
    return all;
  }();
  return codes;
}

std::string fillTemplate(std::string_view text, const Error::Values& values) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = text.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    const auto found = values.find(std::string(text.substr(open + 1, close - open - 1)));
    out += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (found == values.end())
      out += text.substr(open, close - open + 1);
    else
      out += name == kLines ? cleanLines(found->second) : cleanLine(found->second);
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

}  // namespace hipwright
