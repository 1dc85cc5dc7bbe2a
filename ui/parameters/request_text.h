// What settings mean in plain words: hints under the controls, and whether two requests give the same result.
#pragma once

#include "engine/run/run_history.h"

#include <QString>

#include <vector>

namespace hipwright {

/// The meaning of a field in the language of the application.
QString meaningText(FieldId id);
QString meaningText(ChoiceId id);

/// One short line for a guidance weight: "ignores the CT", "3 to 7 recommended, above 10 distorts" ...
QString guidanceHint(double cfg);

/// "CFG 3, 50 steps, seed 42".
QString settingsText(const RunRequest& request, std::int64_t seed);

/// A run whose settings give mathematically the same result as these: fields that change no number (windows at a time,
/// threads, live frames) do not count. Null if there is none, or if the seed is still to be drawn.
const PastRun* sameRun(const RunRequest& request, const std::vector<PastRun>& runs);

}  // namespace hipwright
