#include "app/cli/json_events.h"

#include "engine/core/platform.h"
#include "engine/run/comparison_folder.h"

#include <nlohmann/json.hpp>

#include <cmath>

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
  return {{"event", "step"},
          {"step", e.step},
          {"steps", e.steps},
          {"t", e.timestep},
          {"change", e.change},
          {"seconds", e.seconds},
          {"relative_change", e.relativeChange}};
}

Json toJson(const PreviewReady& e) {
  return {{"event", "preview"}, {"step", e.step},       {"t", e.timestep},
          {"exact", e.exact},   {"seconds", e.seconds}, {"plane", e.picture ? e.picture->plane : 0}};
}

Json toJson(const RunWarning& e) { return {{"event", "warning"}, {"code", warningName(e.code)}, {"text", e.text}}; }

Json toJson(const RunFinished& e) { return {{"event", "finished"}, {"folder", platform::toUtf8(e.folder)}}; }

Json toJson(const PreflightDone& e) { return {{"event", "preflight"}, {"items", preflightItems(e.items)}}; }

Json toJson(const ForecastMade& e) {
  return {{"event", "forecast"},
          {"phase", phaseName(e.phase)},
          {"peak_bytes", std::llround(e.bytes)},
          {"more_bytes", std::llround(e.moreBytes)},
          {"free_bytes", std::llround(e.freeBytes)},
          {"seconds", e.seconds}};
}

Json numbersJson(const std::vector<NamedNumber>& numbers) {
  Json json = Json::object();
  for (const NamedNumber& n : numbers) json[n.key] = n.value ? Json(*n.value) : Json(nullptr);
  return json;
}

Json toJson(const ComparisonStarted& e) {
  Json merged = Json::array();
  for (const MergedValue& m : e.merged) merged.push_back({{"cfg", m.asked}, {"same_run_as_cfg", m.runAs}});
  for (const std::int64_t seed : e.mergedSeeds) merged.push_back({{"seed", seed}});
  return {{"event", "comparison_started"},
          {"folder", platform::toUtf8(e.folder)},
          {"case", e.caseName},
          {"cfgs", e.cfgs},
          {"seeds", e.seeds},
          {"reference_cfg", e.reference},
          {"merged", merged}};
}

Json toJson(const TableDamaged& e) {
  return {{"event", "warning"}, {"code", "ComparisonTableDamaged"}, {"text", e.text}};
}

Json toJson(const CaseEvent& e) {
  return std::visit([](const auto& event) { return toJson(event); }, e.event);
}

/// An event of one value also says which.
Json ofValue(Json json, const ComparedValue& value) {
  json["cfg"] = value.cfg;
  json["seed"] = value.seed;
  return json;
}

Json toJson(const ValueStarted& e) {
  return ofValue({{"event", "value_started"}, {"number", e.number}, {"count", e.count}}, e.value);
}

Json toJson(const ValueEvent& e) {
  Json json = ofValue(std::visit([](const auto& event) { return toJson(event); }, e.event), e.value);
  if (!std::holds_alternative<Progress>(e.event)) return json;
  json["comparison_overall"] = e.overall;
  if (e.secondsLeft) json["comparison_seconds_left"] = *e.secondsLeft;
  return json;
}

Json toJson(const ValueFinished& e) {
  const ComparisonRow& row = *e.row;
  return ofValue({{"event", "value_finished"},
                  {"folder", platform::toUtf8(row.folder)},
                  {"found", row.found},
                  {"numbers", numbersJson(named(row.numbers))},
                  {"to_reference", row.toReference ? numbersJson(named(*row.toReference)) : Json(nullptr)}},
                 row.value);
}

Json toJson(const ValueRemoved& e) { return ofValue({{"event", "value_removed"}}, e.value); }

std::string compact(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string eventToJson(const RunEvent& event) {
  return compact(std::visit([](const auto& e) { return toJson(e); }, event));
}

std::string eventToJson(const ComparisonEvent& event) {
  return compact(std::visit([](const auto& e) { return toJson(e); }, event));
}

std::string endToJson(const ComparisonOutcome& outcome) {
  if (outcome.error) return errorToJson(*outcome.error);
  const ComparisonFolder folder(outcome.folder);
  const bool finished = outcome.end == ComparisonEnd::Finished;
  Json json = {{"event", finished ? "comparison_finished" : "cancelled"},
               {"folder", platform::toUtf8(folder.path())},
               {"finished", outcome.table.rows.size()}};
  if (outcome.table.rows.empty()) return compact(json);
  json["strip"] = platform::toUtf8(folder.strip());
  json["csv"] = platform::toUtf8(folder.csv());
  json["json"] = platform::toUtf8(folder.json());
  return compact(json);
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
