// A phantom that a model is asked about, and how good its answer is.
#pragma once

#include "engine/core/volume.h"
#include "engine/phantom/phantom.h"

#include <cstdint>
#include <optional>
#include <stop_token>

namespace hipwright {

/// A phantom at 1 mm on the standard grid, with all that an answer is compared with.
struct PhantomTruth {
  std::uint64_t seed = 0;
  Volume ct;
  Volume metal;
  Volume cup;
  Volume stem;
  ImplantPlan plan;
  std::optional<Vec3> stemAxis;  ///< measured on the true implant, as on an answer
};

/// The hip of drawParameters(seed) on the given side. Throws Cancelled.
PhantomTruth makeTruth(std::uint64_t seed, Side side, const std::stop_token& stop);

/// Differences are answer minus truth; what could not be measured is missing.
struct PhantomScore {
  double dice = 0;
  double diceCup = 0;  ///< see partDice
  double diceStem = 0;
  std::optional<double> assdMm;
  std::optional<double> hd95Mm;
  double volumeDifferencePercent = 0;  ///< of the true volume
  int components = 0;
  std::optional<double> centreOfRotationMm;  ///< distance of the head's centre from the planned one
  /// Angle to the true stem's axis. Not to the plan's: both are middle lines, which lean a little in a tapered stem.
  std::optional<double> stemAxisDeg;
  std::optional<double> cupInclinationDeg;  ///< difference to the plan, to the scanner's planes
  std::optional<double> cupAnteversionDeg;
};

/// `answer` is a distance field on the phantom's grid. Any thread; about 0.3 s.
PhantomScore scoreAnswer(const Volume& answer, const PhantomTruth& truth);

}  // namespace hipwright
