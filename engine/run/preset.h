// Named settings: the fields of a request that a preset sets, its JSON text, and what an overwrite would change.
#pragma once

#include "engine/run/run_request.h"

#include <string>
#include <vector>

namespace hipwright {

/// A value type. `fields` says which of `values` count; the names are those of the request's JSON.
struct Preset {
  std::string name;         ///< UTF-8, 1 to 80 characters, none of them a control character
  std::string description;  ///< UTF-8, one or two sentences; may be empty
  std::vector<std::string> fields;
  RunRequest values;
  int order = 0;       ///< place in the list of the shipped ones
  std::string source;  ///< the JSON text it was read from; keys that this version does not know are kept from there
};

/// What a preset can set, in the order of the request's JSON: everything but the case, the folders, the model, the seed
/// and `force`, which belong to the case or to the machine.
const std::vector<std::string>& presetFields();

/// A preset that sets all of presetFields() to the request's values.
Preset makePreset(const std::string& name, const std::string& description, const RunRequest& request);

/// `base` with the preset's fields. Everything else stays.
RunRequest applied(const Preset& preset, const RunRequest& base);

/// One field that differs, with both values as a person reads them; empty where a preset does not set it.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;

  bool operator==(const FieldChange&) const = default;
};

/// What changes if `after` takes the place of `before`. Fields in the order of presetFields(), then "description".
std::vector<FieldChange> changes(const Preset& before, const Preset& after);

/// Where `request` differs from what the preset sets: the modified marks of a form. Empty if applied() changes nothing.
std::vector<FieldChange> changes(const Preset& preset, const RunRequest& request);

/// Two spaces of indentation, the known keys first, a newline at the end.
std::string presetToJson(const Preset& preset);

/// `path` is used in messages. Throws Error(BadPreset): not JSON, another schema, nested deeper than 32, a bad name, a
/// value of the wrong kind or out of range.
Preset presetFromJson(const std::string& json, const std::string& path);

/// Why a preset cannot have this name, or empty. For messages: continues "A preset cannot be called ...: ".
std::string problemOfPresetName(const std::string& name);

}  // namespace hipwright
