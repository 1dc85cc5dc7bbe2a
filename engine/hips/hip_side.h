// Left or right, as the patient has it.
#pragma once

namespace hipwright {

enum class HipSide { Unknown, Left, Right };

/// "left", "right" or "".
constexpr const char* toText(HipSide side) {
  return side == HipSide::Left ? "left" : side == HipSide::Right ? "right" : "";
}

constexpr HipSide otherSide(HipSide side) {
  return side == HipSide::Left ? HipSide::Right : side == HipSide::Right ? HipSide::Left : HipSide::Unknown;
}

}  // namespace hipwright
