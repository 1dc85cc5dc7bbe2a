#include "app/cli/json_events.h"

#include "engine/core/platform.h"

#include <nlohmann/json.hpp>

namespace hipwright::cli {
namespace {

using Json = nlohmann::ordered_json;

Json preflightItems(const std::vector<PreflightItem>& items) {
  Json list = Json::array();
  for (const PreflightItem& item : items)
    list.push_back({{"level", levelName(item.level)},
                    {"code", codeName(item.code)},
                    {"values", item.values},
                    {"found", plainText(item.found)},
                    {"done", plainText(item.done)}});
  return list;
}

Json toJson(const RunStarted& e) {
  return {{"event", "started"}, {"folder", platform::toUtf8(e.folder)}, {"seed", e.seed}, {"steps", e.steps}};
}

Json toJson(const Progress& e) {
  Json json = {{"event", "progress"},
               {"phase", phaseName(e.phase)},
               {"done", e.done},
               {"total", e.total},
               {"overall", e.overall}};
  if (e.secondsLeft) json["seconds_left"] = *e.secondsLeft;
  return json;
}

Json toJson(const StepMetrics& e) {
  return {{"event", "step"}, {"step", e.step},     {"steps", e.steps},
          {"t", e.timestep}, {"change", e.change}, {"seconds", e.seconds}};
}

Json toJson(const PreviewReady& e) {
  return {{"event", "preview"}, {"step", e.step},       {"t", e.timestep},
          {"exact", e.exact},   {"seconds", e.seconds}, {"plane", e.picture ? e.picture->plane : 0}};
}

Json toJson(const RunWarning& e) { return {{"event", "warning"}, {"code", warningName(e.code)}, {"text", e.text}}; }

Json toJson(const RunFinished& e) { return {{"event", "finished"}, {"folder", platform::toUtf8(e.folder)}}; }

Json toJson(const PreflightDone& e) { return {{"event", "preflight"}, {"items", preflightItems(e.items)}}; }

std::string compact(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string eventToJson(const RunEvent& event) {
  return compact(std::visit([](const auto& e) { return toJson(e); }, event));
}

std::string preflightToJson(const std::vector<PreflightItem>& items) { return compact(preflightItems(items)); }

std::string errorToJson(const Error& error) {
  return compact({{"event", "failed"},
                  {"code", std::string(errorName(error.code()))},
                  {"what", error.what()},
                  {"remedy", error.remedy()},
                  {"values", error.values()}});
}

}  // namespace hipwright::cli
