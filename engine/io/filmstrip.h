// Drawing coronal pictures as PNG: one picture, or a captioned strip with one frame per stage and a legend.
#pragma once

#include "engine/core/picture.h"
#include "engine/io/canvas.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hipwright {

/// The gray window pictures are drawn with, in HU. The reference's: level 300, width 1500.
struct GrayWindow {
  double level = 300;
  double width = 1500;
};

struct StripFrame {
  CoronalPicture picture;
  std::vector<std::string> caption;  ///< lines under the frame, for example "step 11 of 50", "t 780"
};

struct StripOptions {
  GrayWindow window;
  std::string title;      ///< above the strip: case, CFG, seed
  std::string mark;       ///< for example "DEMO", drawn clearly; empty for none
  int frameHeight = 360;  ///< pixels of the largest frame; true proportion is kept
};

/// Draws frames from left to right with the implant in colour (filled and outlined), a legend, R and L marks and
/// captions. Text needs neither a display nor a window. Atomic. Throws Error(FileUnwritable).
void writeFilmstrip(const std::filesystem::path& path, const std::vector<StripFrame>& frames,
                    const StripOptions& options);

/// Where writeFilmstrip() puts the picture of the first frame, so that it can be taken out again. Of the pictures only
/// their sizes count.
PixelRect firstFrameRect(const std::vector<StripFrame>& frames, const StripOptions& options);

}  // namespace hipwright
