// Cases that the window opens in tests, and waiting until it knows what to do with them.
#pragma once

#include "tests/gui/window_scene.h"
#include "ui/window/plan_flow.h"

#include <QTest>

namespace hipwright::test {

inline constexpr int kPatienceMs = 60'000;

/// The model of the scene as one that states what it was trained on: right hips, cut to `view`.
inline void trainOnRightHips(WindowScene& scene, const FieldOfView& view) {
  scene.scene().changeProfile([&](ModelProfile& profile) {
    profile.input.orientation = "LPS";
    profile.input.side = ModelSide::Right;
    profile.input.fieldOfView = view;
  });
}

/// Tissue with a rod of bone through so many slices, in air.
inline Volume block(std::int64_t slices) {
  Volume ct{{{24, 20, slices}, {1, 1, 1}, {}, kIdentity3}, std::vector<float>(static_cast<std::size_t>(480 * slices))};
  for (std::size_t i = 0; i < ct.voxels.size(); ++i) ct.voxels[i] = i % 24 < 4 ? -1000 : i % 24 < 18 ? 40 : 600;
  return ct;
}

}  // namespace hipwright::test

#define OPEN_CASE(window, path)                                                                         \
  do {                                                                                                  \
    (window).open(path);                                                                                \
    QTRY_VERIFY_WITH_TIMEOUT((window).session().openedCase() != nullptr, kPatienceMs);                  \
    QTRY_VERIFY_WITH_TIMEOUT((window).planFlow().plan() || (window).planFlow().problem(), kPatienceMs); \
  } while (false)
