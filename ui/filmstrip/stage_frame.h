// One frame of the strip as it is shown: a picture of a stage, or the place where one will be.
#pragma once

#include "engine/core/box.h"
#include "engine/core/picture.h"

#include <QImage>
#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

enum class FrameKind { PreOp, Approximate, Exact, Final, Waiting, NotRun, OnDemand };

/// A part of a coronal picture, in its columns and rows.
struct PictureCrop {
  int column = 0;
  int row = 0;
  int columns = 0;
  int rows = 0;

  bool operator==(const PictureCrop&) const = default;
};

struct StageFrame {
  FrameKind kind = FrameKind::Waiting;
  int step = 0;                   ///< from 0; kPreOpStage and kFinalStage for the ends
  int timestep = 0;               ///< t of the noise schedule
  int total = 0;                  ///< steps of the run
  QImage image;                   ///< null while waiting
  std::optional<double> change;   ///< share of the implant's pixels that differ from an earlier frame, 0 to 1
  int changeFrom = 0;             ///< the step of that frame
  bool isFromBeside = true;       ///< that frame is the one before this in the strip
  bool isByPreviews = false;      ///< the two were compared as they were previewed
  std::optional<double> areaCm2;  ///< of the implant in this plane
  std::shared_ptr<const CoronalPicture> picture;  ///< what the image was drawn from
  std::shared_ptr<const CoronalPicture> preview;  ///< the approximate one that stood here before an exact one
  std::optional<PictureCrop> crop;                ///< what the image shows of it; none: all
  bool isBusy = false;                            ///< being decoded
};

/// The picture in true proportion, `height` pixels high: gray window of the script, implant filled and outlined, R and
/// L marks. Any thread.
QImage frameImage(const CoronalPicture& picture, int height);

/// The part of a saved picture that a crop of `whole` shows, marked R and L anew, as high as frames are. Any thread.
QImage croppedImage(const QImage& image, const CoronalPicture& whole, const PictureCrop& crop);

/// The part of a coronal picture with the box and some air around it; none if that is nearly all of the picture.
std::optional<PictureCrop> cropAround(const Box& box, const Geometry& geometry);

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
