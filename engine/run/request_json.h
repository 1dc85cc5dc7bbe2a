// The request as JSON: one object with the command line's names, for run.json, presets and programs.
#pragma once

#include "engine/run/run_request.h"

#include <string>

namespace hipwright {

/// All fields, in a fixed order, two spaces of indentation. Paths as UTF-8.
std::string requestToJson(const RunRequest& request);

/// Missing fields keep their defaults, unknown ones are ignored. Also takes a whole run.json and reads its request.
/// `name` is used in messages. Throws Error(BadRunFile | BadRequest).
RunRequest requestFromJson(const std::string& json, const std::string& name);

/// What identifies a result: the fields that change it, with hashes instead of paths. Compact, fixed order.
std::string canonicalRequest(const RunRequest& request, std::int64_t seed, const std::string& caseHash,
                             const std::string& modelHash);

}  // namespace hipwright
