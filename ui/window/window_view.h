// What a window shows, for the one that takes its place when the language changes.
#pragma once

#include "ui/session/plan_session.h"
#include "ui/slices/pane_layout.h"
#include "ui/slices/slice_camera.h"
#include "ui/slices/slice_scene.h"
#include "ui/viewport/camera_pose.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

/// A value; what was read from disk is shared. The layout of the panes is remembered by the program anyway.
struct WindowView {
  std::shared_ptr<const OpenedCase> opened;  ///< null on the start page
  std::optional<PastRun> run;
  ShownStage stage;
  std::optional<RunRequest> demoRequest;  ///< of the demo, whose settings are not remembered
  Vec3 crosshair{0, 0, 0};                ///< LPS mm
  WindowLevel window;
  std::array<bool, 3> layers{true, true, true};  ///< by SliceLayer
  std::vector<Measurement> measurements;
  std::vector<SliceCamera> cameras;  ///< by Plane
  std::vector<WindowLevel> windows;  ///< by Plane: views that are not linked have their own
  std::optional<Pane> maximised;
  std::optional<CameraPose> camera;  ///< in 3-D, if the user has moved it
  std::optional<Plane> cut;
  std::optional<std::int64_t> stripPlane;  ///< voxel layer
};

}  // namespace hipwright
