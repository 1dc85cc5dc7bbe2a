// What the model expects, what the case is, and what will be done about it: the lines beside the case.
#pragma once

#include "engine/run/model_description.h"
#include "ui/session/opened_case.h"

#include <QString>

#include <vector>

namespace hipwright {

enum class CheckState { Passed, Note, Warning, Failed };

struct PreflightLine {
  CheckState state = CheckState::Passed;
  QString title;
  QString detail;
};

/// The lines for a case under a model; the worst state decides whether the case is ready.
std::vector<PreflightLine> preflight(const OpenedCase& opened, const ModelDescription& model);

CheckState worstState(const std::vector<PreflightLine>& lines);

/// The grid the networks will see: the case's, padded.
Index3 modelGrid(const Geometry& geometry, const ModelProfile& profile);

/// "Right (from the name)".
QString sideText(BodySide side);

/// Time and memory a run will take on this machine, from the size of its grid and the operations of its networks.
/// Rough: measured on two processors and scaled. `speed` is what the last run on this machine took against its
/// forecast.
struct Forecast {
  double seconds = 0;
  double bytes = 0;
};

Forecast forecast(const OpenedCase& opened, const ModelProfile& profile, const RunRequest& request, double speed);

}  // namespace hipwright
