// All that a model set's weights do not say. The defaults are the reference script's own values, so three bare
// reference checkpoints work without a profile.
#pragma once

#include "engine/core/numeric.h"

#include <optional>
#include <string>
#include <vector>

namespace hipwright {

struct VaeProfile {
  std::vector<int> channels{32, 64, 128};  ///< per level; each level after the first halves the grid
  std::vector<int> numResBlocks{2, 2, 2};
  int latentChannels = 4;
  int normNumGroups = 32;
  double normEps = 1e-6;

  /// Voxels per latent voxel along each axis: 2^(levels - 1).
  int downsampling() const { return 1 << (channels.size() - 1); }
};

struct UnetProfile {
  std::vector<int> channels{64, 128, 256};
  std::vector<int> numResBlocks{2, 2, 2};
  std::vector<bool> attentionLevels{false, false, true};  ///< the middle block always attends
  int numHeadChannels = 8;
  int normNumGroups = 32;
  double normEps = 1e-6;
};

enum class PredictionType { Epsilon, Sample, V };
enum class TimestepSpacing { Leading, Linspace };

struct SchedulerProfile {
  int numTrainTimesteps = 1000;
  double betaStart = 0.0001;  ///< "scaled_linear_beta": betas are the squares of a linear ramp of square roots
  double betaEnd = 0.02;
  PredictionType prediction = PredictionType::Epsilon;
  TimestepSpacing spacing = TimestepSpacing::Leading;
  bool clipSample = false;  ///< clamp the denoised estimate to [-1, 1] in each step
};

struct WindowProfile {
  Index3 size{128, 128, 128};  ///< voxels of one sliding window; the padded image is at least this large
  double overlap = 0.25;       ///< share of a window that neighbours share, 0 to below 1
};

enum class ModelSide { Any, Left, Right };

/// What a training case showed, in mm along the patient's axes. Positions count from the right, front, lower corner of
/// the box around a hip of the model's side (of a right hip, if the side is any).
struct FieldOfView {
  Vec3 sizeMm{};
  Vec3 jointMm{};  ///< centre of the femoral head
};

struct InputProfile {
  Vec3 spacingMm{1, 1, 1};
  std::string orientation = "as-is";  ///< "as-is", or three letters such as "LPS" (towards which each index grows)
  double padHu = -1024;
  int padMultiple = 16;
  std::vector<double> hu{150, 650, 1150, 3000};  ///< knots of the HU map, increasing
  std::vector<double> value{-1, 0, 0.5, 1};      ///< network value at each knot
  ModelSide side = ModelSide::Any;
  std::optional<FieldOfView> fieldOfView;  ///< unknown: no region is looked for
};

struct SdfProfile {
  std::optional<double> unitMm;  ///< mm per unit of the network's distance field, if known
  double band = 0.1;             ///< half width of the soft edge of the fusion, in the network's units
};

struct ModelProfile {
  int schema = 1;
  std::string name = "reference";
  std::string license;
  std::string notes;
  bool demo = false;  ///< a model to try the program with: everything it makes is marked DEMO
  VaeProfile vae;
  UnetProfile unet;
  SchedulerProfile scheduler;
  WindowProfile window;
  InputProfile input;
  SdfProfile sdf;

  /// Every problem of the values, one sentence each; empty if the profile can be used.
  std::vector<std::string> check() const;
};

}  // namespace hipwright
