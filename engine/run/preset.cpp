#include "engine/run/preset.h"

#include "engine/core/error.h"
#include "engine/run/request_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hipwright {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;
constexpr int kDeepest = 32;  // unknown keys are written again, and writing recurses
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestDescription = 2000;

const std::vector<std::string>& fieldsOfCaseOrMachine() {
  static const std::vector<std::string> names = {"cond",    "series", "save", "model", "vae_pre", "vae_metal", "ldm",
                                                 "profile", "seed",   "grid", "side",  "roi",     "force"};
  return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw Error(ErrorCode::BadPreset, {{"path", path}, {"reason", reason}});
}

Json requestAsJson(const RunRequest& request) { return Json::parse(requestToJson(request)); }

std::size_t characterCount(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool hasControl(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  });
}

std::string shown(const Json& object, const std::string& key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

/// Only the fields the preset sets.
Json setFields(const Preset& preset) {
  const Json all = requestAsJson(preset.values);
  Json set = Json::object();
  for (const std::string& field : preset.fields)
    if (all.contains(field)) set[field] = all[field];
  return set;
}

std::vector<FieldChange> differences(const Json& before, const Json& after, const std::vector<std::string>& fields) {
  std::vector<FieldChange> found;
  for (const std::string& field : fields) {
    const FieldChange change{field, shown(before, field), shown(after, field)};
    if (change.before != change.after) found.push_back(change);
  }
  return found;
}

Json parsed(const std::string& text, const std::string& path) {
  const auto notTooDeep = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) fail(path, "it is nested too deeply");
    return true;
  };
  Json json = Json::parse(text, notTooDeep, false);
  if (!json.is_object()) fail(path, json.is_discarded() ? "it is not valid JSON" : "it is not a JSON object");
  return json;
}

std::string textAt(const Json& json, const char* key, const std::string& path) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return {};
  if (!found->is_string()) fail(path, std::string(key) + " is not a text");
  return found->get<std::string>();
}

void checkSchema(const Json& json, const std::string& path) {
  const auto schema = json.find("schema");
  if (schema == json.end() || !schema->is_number_integer()) fail(path, "it has no schema number");
  if (*schema != kSchema) fail(path, "it is of schema " + schema->dump() + ", which this version does not know");
}

/// The fields this version knows, checked as the command line would check them.
RunRequest valuesOf(const Json& fields, const std::string& path) {
  try {
    RunRequest values = requestFromJson(fields.dump(), path);
    RunRequest whole = values;
    whole.cond = whole.save = "given";
    if (const auto problems = whole.check(); !problems.empty()) fail(path, problems.front());
    return values;
  } catch (const Error& error) {
    const auto& found = error.values();
    const auto reason = found.find(error.code() == ErrorCode::BadRequest ? "problems" : "reason");
    fail(path, reason == found.end() ? error.what() : reason->second);
  }
}

}  // namespace

const std::vector<std::string>& presetFields() {
  static const std::vector<std::string> names = [] {
    const Json request = requestAsJson({});
    std::vector<std::string> all;
    for (const auto& item : request.items())
      if (!contains(fieldsOfCaseOrMachine(), item.key())) all.push_back(item.key());
    return all;
  }();
  return names;
}

Preset makePreset(const std::string& name, const std::string& description, const RunRequest& request) {
  Preset preset;
  preset.name = name;
  preset.description = description;
  preset.fields = presetFields();
  preset.values = request;
  return preset;
}

RunRequest applied(const Preset& preset, const RunRequest& base) {
  Json json = requestAsJson(base);
  json.update(setFields(preset));
  RunRequest result = requestFromJson(json.dump(), preset.name);
  result.cond = base.cond;  // paths as they are: not every path is UTF-8
  result.series = base.series;
  result.save = base.save;
  result.model = base.model;
  return result;
}

std::vector<FieldChange> changes(const Preset& before, const Preset& after) {
  auto found = differences(setFields(before), setFields(after), presetFields());
  if (before.description != after.description) found.push_back({"description", before.description, after.description});
  return found;
}

std::vector<FieldChange> changes(const Preset& preset, const RunRequest& request) {
  return differences(setFields(preset), requestAsJson(request), preset.fields);
}

std::string presetToJson(const Preset& preset) {
  const Json source = Json::parse(preset.source, nullptr, false);
  Json json = {{"schema", kSchema}, {"name", preset.name}, {"description", preset.description}};
  if (preset.order != 0) json["order"] = preset.order;
  json["request"] = setFields(preset);
  if (source.is_object()) {
    const auto request = source.find("request");
    if (request != source.end() && request->is_object())
      for (const auto& item : request->items())
        if (!contains(presetFields(), item.key())) json["request"][item.key()] = item.value();
    for (const auto& item : source.items())
      if (!json.contains(item.key()) && item.key() != "order") json[item.key()] = item.value();
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Preset presetFromJson(const std::string& text, const std::string& path) {
  const Json json = parsed(text, path);
  checkSchema(json, path);
  Preset preset;
  preset.name = textAt(json, "name", path);
  preset.description = textAt(json, "description", path);
  if (preset.name.empty()) fail(path, "it has no name");
  if (const std::string problem = problemOfPresetName(preset.name); !problem.empty()) fail(path, "its name " + problem);
  if (characterCount(preset.description) > kLongestDescription) fail(path, "its description is too long");
  if (const auto order = json.find("order"); order != json.end() && order->is_number_integer())
    preset.order = static_cast<int>(std::clamp<std::int64_t>(order->get<std::int64_t>(), -1000, 1000));
  const auto request = json.find("request");
  if (request == json.end() || !request->is_object()) fail(path, "it sets nothing: request is missing");
  Json known = Json::object();
  for (const std::string& field : presetFields()) {
    const auto found = request->find(field);
    if (found == request->end() || found->is_null()) continue;
    preset.fields.push_back(field);
    known[field] = *found;
  }
  preset.values = valuesOf(known, path);
  preset.source = text;
  return preset;
}

std::string problemOfPresetName(const std::string& name) {
  if (name.find_first_not_of(' ') == std::string::npos) return "is empty";
  if (name.front() == ' ' || name.back() == ' ') return "begins or ends with a blank";
  if (hasControl(name)) return "holds a line break or another control character";
  if (characterCount(name) > kLongestName) return "is longer than 80 characters";
  return {};
}

}  // namespace hipwright
