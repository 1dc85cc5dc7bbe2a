// Events of a run as JSON objects, one a line, for programs that drive the command line.
#pragma once

#include "engine/core/error.h"
#include "engine/core/events.h"
#include "engine/run/comparison.h"

#include <string>

namespace hipwright::cli {

/// {"event":"progress","phase":"encode","done":1,"total":8,"overall":0.1,"seconds_left":12.5} and its like.
std::string eventToJson(const RunEvent& event);

/// The same for a comparison; events of one value also have "cfg" and "seed", its progress "comparison_overall" and
/// "comparison_seconds_left" over all values, and {"event":"value_finished"} its numbers.
std::string eventToJson(const ComparisonEvent& event);

/// {"event":"comparison_finished","folder":...,"finished":5,"strip":...,"csv":...,"json":...}, "cancelled" or "failed".
std::string endToJson(const ComparisonOutcome& outcome);

/// [{"level":"adapted","code":"spacing","values":{...},"found":"...","done":"..."}, ...].
std::string preflightToJson(const std::vector<PreflightItem>& items);

/// {"event":"failed","code":"FileTruncated","what":"...","remedy":"...","values":{...}}.
std::string errorToJson(const Error& error);

}  // namespace hipwright::cli
