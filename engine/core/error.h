// Errors a user can act on: a code, named values, one sentence for what happened and one for what to do.
#pragma once

#include "engine/core/error_list.h"

#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

/// Decides the exit code of the command line: Input 2, Resources 4, Bug 1.
enum class ErrorKind { Input, Resources, Bug };

enum class ErrorCode {
#define HIPWRIGHT_ERROR_ENUM(name, kind, what, remedy) name,
  HIPWRIGHT_ERROR_LIST(HIPWRIGHT_ERROR_ENUM)
#undef HIPWRIGHT_ERROR_ENUM
};

/// The one exception type that crosses layers. The application words it again in its own language from the code and the
/// values; what() and remedy() are the English sentences of error_list.h with the values filled in.
class Error : public std::exception {
 public:
  using Values = std::map<std::string, std::string>;

  explicit Error(ErrorCode code, Values values = {});

  ErrorCode code() const noexcept { return m_code; }
  ErrorKind kind() const noexcept;
  const Values& values() const noexcept { return m_values; }

  const char* what() const noexcept override { return m_what.c_str(); }
  const std::string& remedy() const noexcept { return m_remedy; }

 private:
  ErrorCode m_code;
  Values m_values;
  std::string m_what;
  std::string m_remedy;
};

/// The enumerator's name, for JSON and logs.
std::string_view errorName(ErrorCode code);

/// Every code, in the order of the list: for tests and translations.
const std::vector<ErrorCode>& allErrorCodes();

/// Templates of the two sentences, with {name} where a value goes.
std::string_view whatTemplate(ErrorCode code);
std::string_view remedyTemplate(ErrorCode code);

/// Replaces {name} by its value; an unknown name stays as it is, so that a mistake is visible.
std::string fillTemplate(std::string_view text, const Error::Values& values);

}  // namespace hipwright
