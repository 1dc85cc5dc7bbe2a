// A model over phantoms that it has never seen, for several guidance weights and step counts.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/diffusion/diffusion_model.h"
#include "engine/evaluate/phantom_score.h"

#include <functional>
#include <string>
#include <vector>

namespace hipwright {

enum class Conditioning {
  Own,     ///< each phantom's own CT
  Swapped  ///< the CT of the next phantom, to show that the model follows what it is shown
};

struct EvaluationPlan {
  std::uint64_t firstSeed = 0;  ///< phantoms have this seed and the next ones
  int count = 20;               ///< 1 to 100000
  std::vector<double> cfgs = {1};
  std::vector<int> steps = {50};
  Conditioning conditioning = Conditioning::Own;

  /// Every problem of the values with this model, one sentence each.
  std::vector<std::string> check(const ModelProfile& profile) const;

  /// How many answers the model gives.
  int answers() const { return count * static_cast<int>(cfgs.size() * steps.size()); }
};

/// An answer compared with one phantom's truth.
struct EvaluationRow {
  std::uint64_t seed = 0;           ///< the phantom it is compared with
  std::uint64_t conditionSeed = 0;  ///< the phantom whose CT the model was shown
  double cfg = 1;
  int steps = 50;
  PhantomScore score;
  double seconds = 0;  ///< encoding, denoising and decoding, as one run takes them
};

/// After each answer: how many there are, and all rows so far. Valid during the call only.
struct EvaluationProgress {
  int answersDone = 0;
  int answers = 0;
  const std::vector<EvaluationRow>& rows;
};

using EvaluationObserver = std::function<void(const EvaluationProgress&)>;

/// Each phantom is made and encoded once; its noise, drawn from its seed, is the same for every weight and step count.
/// Swapped: an answer gives two rows, one compared with the phantom that gave the noise and would have been asked
/// about, one with the phantom that was shown. Phantoms lie on the side the profile names, the right one if it names
/// none. Throws Error(BadRequest) with what check() says, what the model throws, and Cancelled.
std::vector<EvaluationRow> evaluateModel(DiffusionModel& model, const ModelProfile& profile, const EvaluationPlan& plan,
                                         const EvaluationObserver& observer, const std::stop_token& stop);

}  // namespace hipwright
