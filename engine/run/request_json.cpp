#include "engine/run/request_json.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <nlohmann/json.hpp>

namespace hipwright {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBytes = std::size_t{16} << 20;
constexpr int kDeepest = 32;

Json seedToJson(const std::optional<std::int64_t>& seed) { return seed ? Json(*seed) : Json(nullptr); }

std::string pathText(const std::filesystem::path& path) { return platform::toUtf8(path); }

/// Reads the fields of one JSON object; a value of the wrong kind is named in the error.
class Reader {
 public:
  Reader(const Json& object, std::string name) : m_object(object), m_name(std::move(name)) {}

  template <class T>
  void read(const char* key, T& value) const {
    const auto found = m_object.find(key);
    if (found == m_object.end() || found->is_null()) return;
    checkKind<T>(key, *found);
    value = found->get<T>();
  }

  void readPath(const char* key, std::filesystem::path& value) const {
    std::string text;
    read(key, text);
    if (!text.empty()) value = platform::fromUtf8(text);
  }

  template <class T, class Parse>
  void readChoice(const char* key, T& value, Parse parse) const {
    std::string text;
    read(key, text);
    try {
      if (!text.empty()) value = parse(text);
    } catch (const Error& error) {
      fail(error.values().at("problems"));  // the file is named with it
    }
  }

  void readSeed(std::optional<std::int64_t>& seed) const {
    const auto found = m_object.find("seed");
    if (found == m_object.end() || found->is_null()) return;
    if (!found->is_number_integer()) fail("seed is not a whole number");
    seed = parseSeed(found->dump());
  }

 private:
  [[noreturn]] void fail(const std::string& reason) const {
    throw Error(ErrorCode::BadRunFile, {{"path", m_name}, {"reason", reason}});
  }

  template <class T>
  void checkKind(const std::string& key, const Json& value) const {
    if constexpr (std::is_same_v<T, std::string>) {
      if (!value.is_string()) fail(key + " is not a text");
    } else if constexpr (std::is_same_v<T, bool>) {
      if (!value.is_boolean()) fail(key + " is not true or false");
    } else if constexpr (std::is_same_v<T, double>) {
      if (!value.is_number()) fail(key + " is not a number");
    } else {
      if (!value.is_number_integer() || value.get<double>() < -1e9 || value.get<double>() > 1e9)
        fail(key + " is not a whole number of a sensible size");
    }
  }

  const Json& m_object;
  std::string m_name;
};

Json parseObject(const std::string& text, const std::string& name) {
  const auto fail = [&](const char* reason) {
    throw Error(ErrorCode::BadRunFile, {{"path", name}, {"reason", reason}});
  };
  if (text.size() > kMostBytes) fail("it is larger than any record of a run");
  const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) fail("it is nested too deeply");
    return true;
  };
  const Json json = Json::parse(text, shallow, false);
  if (!json.is_object()) fail(json.is_discarded() ? "it is not valid JSON" : "it is not a JSON object");
  const auto request = json.find("request");
  return request != json.end() && request->is_object() ? *request : json;
}

}  // namespace

std::string requestToJson(const RunRequest& r) {
  const Json json = {{"cond", pathText(r.cond)},
                     {"series", r.series},
                     {"save", pathText(r.save)},
                     {"model", pathText(r.model.set)},
                     {"vae_pre", pathText(r.model.vaePre)},
                     {"vae_metal", pathText(r.model.vaeMetal)},
                     {"ldm", pathText(r.model.ldm)},
                     {"profile", pathText(r.model.profile)},
                     {"seed", seedToJson(r.seed)},
                     {"cfg", r.cfg},
                     {"ts", r.ts},
                     {"summary", r.summary},
                     {"preview", r.preview},
                     {"tiled", r.tiled},
                     {"sw", r.sw},
                     {"amp", r.amp},
                     {"device", toText(r.device)},
                     {"threads", r.threads},
                     {"rng", toText(r.rng)},
                     {"grid", toText(r.grid)},
                     {"side", toText(r.side)},
                     {"roi", toText(r.roi)},
                     {"space", toText(r.space)},
                     {"force", r.force}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

RunRequest requestFromJson(const std::string& text, const std::string& name) {
  const Json json = parseObject(text, name);
  const Reader reader(json, name);
  RunRequest r;
  reader.readPath("cond", r.cond);
  reader.read("series", r.series);
  reader.readPath("save", r.save);
  reader.readPath("model", r.model.set);
  reader.readPath("vae_pre", r.model.vaePre);
  reader.readPath("vae_metal", r.model.vaeMetal);
  reader.readPath("ldm", r.model.ldm);
  reader.readPath("profile", r.model.profile);
  reader.readSeed(r.seed);
  reader.read("cfg", r.cfg);
  reader.read("ts", r.ts);
  reader.read("summary", r.summary);
  reader.read("preview", r.preview);
  reader.read("tiled", r.tiled);
  reader.read("sw", r.sw);
  reader.read("amp", r.amp);
  reader.readChoice("device", r.device, parseDevice);
  reader.read("threads", r.threads);
  reader.readChoice("rng", r.rng, parseNoiseSource);
  reader.readChoice("grid", r.grid, parseGrid);
  reader.readChoice("side", r.side, parseSide);
  reader.readChoice("roi", r.roi, parseRegion);
  reader.readChoice("space", r.space, parseMeshSpace);
  reader.read("force", r.force);
  return r;
}

std::string canonicalRequest(const RunRequest& r, std::int64_t seed, const std::string& caseHash,
                             const std::string& modelHash) {
  const Json json = {{"case", caseHash},
                     {"model", modelHash},
                     {"seed", seed},
                     {"cfg", r.cfg},
                     {"ts", r.ts},
                     {"summary", r.summary},
                     {"tiled", r.tiled},
                     {"amp", r.amp},
                     {"device", toText(r.device)},
                     {"rng", toText(r.rng)},
                     {"grid", toText(r.grid)},
                     {"side", toText(r.side)},
                     {"roi", toText(r.roi)},
                     {"space", toText(r.space)}};
  return json.dump();
}

}  // namespace hipwright
