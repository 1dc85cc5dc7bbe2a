// The sentences of a preflight by name.
#pragma once

#include "engine/core/numeric.h"
#include "engine/core/sentence.h"
#include "engine/plan/preflight_list.h"

namespace hipwright {

enum class Remark {
#define HIPWRIGHT_PREFLIGHT_ENUM(name, text) name,
  HIPWRIGHT_PREFLIGHT_LIST(HIPWRIGHT_PREFLIGHT_ENUM)
#undef HIPWRIGHT_PREFLIGHT_ENUM
};

Sentence say(Remark remark, std::map<std::string, std::string> values = {});

/// Every sentence, in the order of the list: for translations.
std::vector<std::string_view> allRemarks();

/// With the decimals given: "12.3".
std::string fixed(double value, int decimals);

/// With so many significant digits at most: "0.703".
std::string significant(double value, int digits);

/// The coordinates in whole mm, named by `names`.
void putPoint(std::map<std::string, std::string>& values, const std::array<const char*, 3>& names, const Vec3& point);

}  // namespace hipwright
