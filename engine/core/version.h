// The program's version, in one place; CMakeLists.txt states the same and checks it.
#pragma once

namespace hipwright {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace hipwright
