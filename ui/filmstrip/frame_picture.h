// Pictures of frames that leave the program: what is said beside them on the screen is written into them.
#pragma once

#include "ui/filmstrip/stage_frame.h"

#include <QString>

namespace hipwright {

/// What a picture must say of its run and its case.
struct PictureStamp {
  QString settings{};  ///< "Seed 42, CFG 3"; empty without a run
  QString mark{};      ///< "DEMO"; empty for none
  QString caseName{};
  QString plane{};  ///< "Coronal A 4.2 mm"; empty if not known or not one

  bool operator==(const PictureStamp&) const = default;
};

/// The frame's picture with its caption below, case and plane, and the run's settings and mark unless it is the CT
/// before the run. Null for a frame without a picture.
QImage captionedFrame(const StageFrame& frame, const PictureStamp& stamp);

/// All frames that have a picture, side by side with their captions; case, plane, settings and mark above. Null if
/// there is none.
QImage stripPicture(const std::vector<StageFrame>& frames, const PictureStamp& stamp);

}  // namespace hipwright
