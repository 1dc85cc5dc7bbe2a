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

/// Without decimals: "1240", and "5e+06" where digits say nothing any more.
std::string whole(double value);

/// So many that a box of this size does not shrink to nothing in words: none from 10 mm on.
int decimalsFor(const Vec3& sizeMm);

/// The coordinates in mm, named by `names`.
void putPoint(std::map<std::string, std::string>& values, const std::array<const char*, 3>& names, const Vec3& point,
              int decimals = 0);

}  // namespace hipwright
