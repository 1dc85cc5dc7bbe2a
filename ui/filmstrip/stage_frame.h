// One frame of the strip as it is shown: a picture of a stage, or the place where one will be.
#pragma once

#include "engine/core/picture.h"

#include <QImage>
#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

enum class FrameKind { PreOp, Approximate, Exact, Final, Waiting, NotRun, OnDemand };

struct StageFrame {
  FrameKind kind = FrameKind::Waiting;
  int step = 0;                   ///< from 0; kPreOpStage and kFinalStage for the ends
  int timestep = 0;               ///< t of the noise schedule
  int total = 0;                  ///< steps of the run
  QImage image;                   ///< null while waiting
  std::optional<double> change;   ///< share of the implant's pixels that differ from an earlier frame, 0 to 1
  int changeFrom = 0;             ///< the step of that frame, which is exact or approximate as this one is
  std::optional<double> areaCm2;  ///< of the implant in this plane
  std::shared_ptr<const CoronalPicture> picture;  ///< what the image was drawn from
  bool isBusy = false;                            ///< being decoded
};

/// The picture in true proportion, `height` pixels high: gray window of the script, implant filled and outlined. Any
/// thread.
QImage frameImage(const CoronalPicture& picture, int height);

/// The frame with its image and area made from its picture, sharp also when enlarged. Any thread.
StageFrame drawn(StageFrame frame);

/// cm² of the implant in the picture; 0 without a field.
double implantAreaCm2(const CoronalPicture& picture);

/// Pixels inside one field and not the other, as a share of those inside either; nothing if the sizes or planes differ
/// or neither has an implant.
std::optional<double> maskChange(const CoronalPicture& before, const CoronalPicture& after);

/// The first step from which on no change exceeds a twentieth of the largest; nothing if the last step still does, or
/// with fewer than five steps.
std::optional<int> stableSince(const std::vector<double>& changes);

}  // namespace hipwright

Q_DECLARE_METATYPE(hipwright::StageFrame)
