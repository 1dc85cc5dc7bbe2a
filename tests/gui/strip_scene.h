// The strip of stages in tests: its frames, those of one's own, and a run that fills it.
#pragma once

#include "tests/gui/case_scene.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/window/window_actions.h"

#include <QAction>

#include <memory>
#include <vector>

namespace hipwright::test {

inline const std::vector<StageFrame>& framesOf(MainWindow& window) {
  return window.stagesPanel().strip().frames().frames();
}

/// A picture of two voxels with these values.
inline std::shared_ptr<const CoronalPicture> fieldOf(float left, float right, std::int64_t plane = 0) {
  return std::make_shared<CoronalPicture>(CoronalPicture{2, 1, 1, 1, plane, {0, 0}, {left, right}});
}

inline StageFrame frame(FrameKind kind, int step, float left, float right) {
  StageFrame made;
  made.kind = kind;
  made.step = step;
  made.total = 20;
  made.picture = fieldOf(left, right);
  made.image = QImage(20, 10, QImage::Format_RGB32);
  return made;
}

}  // namespace hipwright::test

#define FINISH(window)                                                                                             \
  do {                                                                                                             \
    (window).actions().generate->trigger();                                                                        \
    QTRY_VERIFY_WITH_TIMEOUT((window).session().hasFinishedRun() && !(window).controller().isBusy(), kPatienceMs); \
    QTRY_COMPARE_WITH_TIMEOUT(framesOf(window).back().kind, FrameKind::Final, kPatienceMs);                        \
  } while (false)
