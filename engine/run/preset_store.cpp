#include "engine/run/preset_store.h"

#include "engine/core/atomic_file.h"
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/preset_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kStandard = "recommended";

[[noreturn]] void failUnknown(const std::string& id) {
  throw Error(ErrorCode::BadPreset, {{"path", id}, {"reason", "there is no such preset"}});
}

[[noreturn]] void failName(const std::string& name, const std::string& reason) {
  throw Error(ErrorCode::BadPresetName, {{"name", name}, {"reason", reason}});
}

bool comesBefore(const StoredPreset& a, const StoredPreset& b) {
  if (a.origin != b.origin) return a.origin == PresetOrigin::Shipped;
  if (a.preset.order != b.preset.order && a.origin == PresetOrigin::Shipped) return a.preset.order < b.preset.order;
  return a.preset.name != b.preset.name ? a.preset.name < b.preset.name : a.id < b.id;
}

/// A file copied under the name of a shipped preset would make its id mean two things.
void dropUserFilesOf(const std::string& shippedId, PresetList& list, const fs::path& file) {
  const auto isTwin = [&](const StoredPreset& each) {
    return each.origin == PresetOrigin::User && each.id == shippedId;
  };
  if (std::erase_if(list.presets, isTwin) > 0)
    list.problems.push_back({file, "its file has the name of a preset that comes with Hipwright"});
}

/// An id is a file's name, never a way out of the folder.
bool isPlainFileName(const std::string& id) {
  return !id.empty() && id.front() != '.' && id.find_first_of("/\\:") == std::string::npos;
}

}  // namespace

PresetStore::PresetStore(fs::path shipped, fs::path user) : m_shipped(std::move(shipped)), m_user(std::move(user)) {}

fs::path PresetStore::userFile(const std::string& id) const { return m_user / platform::fromUtf8(id + ".json"); }
fs::path PresetStore::defaultFile() const { return m_user / kDefaultPresetFile; }

PresetList PresetStore::list() const {
  PresetList list;
  readPresetFolder(m_shipped, PresetOrigin::Shipped, list);
  const std::vector<StoredPreset> shipped = list.presets;
  readPresetFolder(m_user, PresetOrigin::User, list);
  for (const StoredPreset& each : shipped) dropUserFilesOf(each.id, list, userFile(each.id));
  std::stable_sort(list.presets.begin(), list.presets.end(), comesBefore);
  return list;
}

std::optional<StoredPreset> PresetStore::find(const std::string& id) const {
  for (StoredPreset& each : list().presets)
    if (each.id == id) return std::move(each);
  return std::nullopt;
}

std::optional<StoredPreset> PresetStore::findByName(const std::string& name) const {
  for (StoredPreset& each : list().presets)
    if (sameName(each.preset.name, name)) return std::move(each);
  return std::nullopt;
}

StoredPreset PresetStore::userPreset(const std::string& id) const {
  auto found = find(id);
  if (!found) failUnknown(id);
  if (found->origin == PresetOrigin::Shipped) throw Error(ErrorCode::PresetShipped, {{"name", found->preset.name}});
  return *std::move(found);
}

void PresetStore::checkName(const std::string& name, const std::string& exceptId) const {
  if (const std::string problem = problemOfPresetName(name); !problem.empty()) failName(name, "it " + problem);
  const auto taken = findByName(name);
  if (taken && taken->id != exceptId) failName(name, "there is one of this name already");
}

std::string PresetStore::freeId(const std::string& name) const {
  const std::string stem = presetFileStem(name);
  std::string id = stem;
  std::error_code ignored;
  for (int number = 2; fs::exists(userFile(id), ignored); ++number) id = stem + "-" + std::to_string(number);
  return id;
}

std::string PresetStore::freeName(const std::string& name) const {
  std::string free = name;
  for (int number = 2; findByName(free); ++number) {
    const std::string ending = " (" + std::to_string(number) + ")";
    std::string start = name;
    while (!problemOfPresetName(start + ending).empty() && start.size() > 1) {
      // Whole characters of UTF-8 from the end, until name and number fit.
      while (start.size() > 1 && (static_cast<unsigned char>(start.back()) & 0xC0) == 0x80) start.pop_back();
      start.pop_back();
    }
    free = start + ending;
  }
  return free;
}

StoredPreset PresetStore::write(const std::string& id, const Preset& preset) {
  std::error_code error;
  fs::create_directories(m_user, error);
  if (error)
    throw Error(ErrorCode::FileUnwritable,
                {{"path", platform::toUtf8(m_user)}, {"reason", "the folder cannot be made"}});
  const std::string json = presetToJson(preset);
  writeAtomically(userFile(id), json);
  return {id, PresetOrigin::User, presetFromJson(json, platform::toUtf8(userFile(id)))};
}

StoredPreset PresetStore::saveAs(const Preset& preset) {
  checkName(preset.name, {});
  Preset own = preset;
  own.order = 0;
  return write(freeId(preset.name), own);
}

StoredPreset PresetStore::save(const std::string& id, const Preset& preset) {
  const StoredPreset old = userPreset(id);
  Preset next = preset;
  next.name = old.preset.name;
  next.source = old.preset.source;
  return write(id, next);
}

StoredPreset PresetStore::rename(const std::string& id, const std::string& name) {
  StoredPreset stored = userPreset(id);
  checkName(name, id);
  stored.preset.name = name;
  return write(id, stored.preset);
}

RemovedPreset PresetStore::remove(const std::string& id) {
  const StoredPreset stored = userPreset(id);
  RemovedPreset removed{id, stored.preset.name, stored.preset.source, chosenDefault() == id};
  std::error_code error;
  fs::remove(userFile(id), error);
  if (error)
    throw Error(ErrorCode::FileUnwritable,
                {{"path", platform::toUtf8(userFile(id))}, {"reason", "it cannot be removed"}});
  if (removed.wasDefault) fs::remove(defaultFile(), error);
  return removed;
}

StoredPreset PresetStore::restore(const RemovedPreset& removed) {
  Preset preset = presetFromJson(removed.json, removed.name);
  preset.name = freeName(preset.name);
  std::error_code ignored;
  const bool taken = !isPlainFileName(removed.id) || fs::exists(userFile(removed.id), ignored);
  const StoredPreset stored = write(taken ? freeId(preset.name) : removed.id, preset);
  if (removed.wasDefault) setDefault(stored.id);
  return stored;
}

StoredPreset PresetStore::importFrom(const fs::path& file) {
  Preset preset = presetFromJson(presetText(file), platform::toUtf8(file));
  preset.name = freeName(preset.name);
  return saveAs(preset);
}

void PresetStore::exportTo(const std::string& id, const fs::path& file) const {
  const auto found = find(id);
  if (!found) failUnknown(id);
  writeAtomically(file, presetToJson(found->preset));
}

std::optional<std::string> PresetStore::chosenDefault() const {
  std::error_code ignored;
  if (!fs::is_regular_file(defaultFile(), ignored)) return std::nullopt;
  try {
    const Json json = Json::parse(presetText(defaultFile()), nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto id = json.find("default");
    return id != json.end() && id->is_string() ? std::optional(id->get<std::string>()) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;  // a broken choice is no choice
  }
}

std::string PresetStore::defaultId() const {
  const auto presets = list().presets;
  const auto has = [&](const std::string& id) {
    return std::any_of(presets.begin(), presets.end(), [&](const StoredPreset& each) { return each.id == id; });
  };
  if (const auto chosen = chosenDefault(); chosen && has(*chosen)) return *chosen;
  if (has(kStandard)) return kStandard;
  return presets.empty() ? std::string() : presets.front().id;
}

bool PresetStore::hasChosenDefault() const {
  const auto chosen = chosenDefault();
  return chosen && *chosen == defaultId();
}

void PresetStore::setDefault(const std::string& id) {
  if (!find(id)) failUnknown(id);
  std::error_code ignored;
  fs::create_directories(m_user, ignored);
  const Json json = {{"schema", 1}, {"default", id}};
  writeAtomically(defaultFile(), json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace hipwright
