#include "engine/run/run_record.h"

#include "engine/core/version.h"
#include "engine/io/library_versions.h"
#include "engine/run/request_json.h"

#include <nlohmann/json.hpp>

namespace hipwright {
namespace {

using Json = nlohmann::ordered_json;

Json geometryJson(const Geometry& g) {
  return {{"size", g.size}, {"spacing_mm", g.spacing}, {"origin_lps_mm", g.origin}, {"direction", g.direction}};
}

Json meshJson(const MeshReport& m) {
  return {{"vertices", m.vertices},
          {"triangles", m.triangles},
          {"shells", m.shells},
          {"open_edges", m.openEdges},
          {"non_manifold_edges", m.nonManifoldEdges},
          {"non_manifold_vertices", m.nonManifoldVertices},
          {"flipped_edges", m.flippedEdges},
          {"degenerate_triangles", m.degenerateTriangles},
          {"euler_number", m.eulerNumber},
          {"volume_mm3", m.volumeMm3},
          {"area_mm2", m.areaMm2},
          {"lower_lps_mm", m.lower},
          {"upper_lps_mm", m.upper},
          {"printable", m.printable()}};
}

Json modelJson(const RunRecord& r) {
  return {{"name", r.modelName},
          {"demo", r.demoModel},
          {"sha256", r.modelHashes},
          {"ema_weights", r.model.emaWeights},
          {"device", r.model.device},
          {"device_name", r.model.deviceName},
          {"precision", r.model.precision},
          {"threads", r.model.threads}};
}

Json librariesJson(const RunRecord& r) {
  Json json = imagingLibraryVersions();
  json["networks"] = r.model.library;
  return json;
}

Json stepsJson(const std::vector<StageRecord>& steps) {
  Json list = Json::array();
  for (const StageRecord& s : steps) {
    list.push_back({{"step", s.step}, {"t", s.timestep}, {"change", s.change}, {"seconds", s.seconds}});
    if (s.relativeChange) list.back()["relative_change"] = *s.relativeChange;
  }
  return list;
}

std::string fitName(GridFit fit) {
  switch (fit) {
    case GridFit::Own: return "own";
    case GridFit::Moved: return "moved";
    case GridFit::Resampled: return "resampled";
  }
  return "unknown";
}

Json gridJson(const RunRecord& r) {
  return {{"kind", toText(r.request.grid)}, {"fit", fitName(r.plan.grid.fit)},
          {"mirrored", r.plan.mirrored},    {"geometry", geometryJson(r.plan.grid.geometry)},
          {"padded_size", r.modelGrid},     {"latent_shape", r.latentShape}};
}

Json hipJson(const FoundHip* hip) {
  if (hip == nullptr) return nullptr;
  return {{"joint_lps_mm", hip->centre},   {"likeness", hip->likeness},         {"side_margin", hip->sideMargin},
          {"head_share", hip->joint.head}, {"socket_share", hip->joint.socket}, {"seen_share", hip->joint.seen},
          {"metal_cm3", hip->metalCm3},    {"opposite", hip->opposite}};
}

Json planJson(const CasePlan& plan) {
  Json json = {{"side", toText(plan.side)},
               {"side_source", toText(plan.sideSource)},
               {"left", hipJson(plan.hips.on(HipSide::Left))},
               {"right", hipJson(plan.hips.on(HipSide::Right))},
               {"region_lps_mm", nullptr}};
  if (plan.region) json["region_lps_mm"] = {plan.region->lower, plan.region->upper};
  return json;
}

Json preflightJson(const std::vector<PreflightItem>& items) {
  Json list = Json::array();
  for (const PreflightItem& item : items)
    list.push_back({{"level", levelName(item.level)},
                    {"code", codeName(item.code)},
                    {"values", item.values},
                    {"found", plainText(item.found)},
                    {"done", plainText(item.done)}});
  return list;
}

std::string rungName(MemoryRung rung) {
  switch (rung) {
    case MemoryRung::OneAtATime: return "one_at_a_time";
    case MemoryRung::Processor: return "processor";
    case MemoryRung::Freed: break;
  }
  return "freed";
}

Json memoryJson(const RunRecord& r) {
  Json steps = Json::array();
  for (const MemoryStep& step : r.memorySteps) steps.push_back({{"phase", step.phase}, {"rung", rungName(step.rung)}});
  return {{"forecast_bytes", r.forecastBytes}, {"forecast_phase", r.forecastPhase}, {"ran_out", steps}};
}

Json textsOf(const std::vector<RunWarning>& warnings) {
  Json texts = Json::array();
  for (const RunWarning& warning : warnings) texts.push_back(warning.text);
  return texts;
}

Json codesOf(const std::vector<RunWarning>& warnings) {
  Json codes = Json::array();
  for (const RunWarning& warning : warnings) codes.push_back(warningName(warning.code));
  return codes;
}

}  // namespace

std::string recordToJson(const RunRecord& r) {
  const Json json = {
      {"schema", 1},
      {"program", std::string("Hipwright ") + kVersion},
      {"libraries", librariesJson(r)},
      {"purpose", "Research use only. Not a medical device."},
      {"request", Json::parse(requestToJson(r.request))},
      {"seed", r.seed},
      {"noise_sha256", r.noiseHash},
      {"request_sha256", r.requestHash},
      {"case",
       {{"name", r.caseName},
        {"sha256", r.caseHash},
        {"format", r.caseFormat},
        {"geometry", geometryJson(r.geometry)}}},
      {"grid", gridJson(r)},
      {"hip", planJson(r.plan)},
      {"preflight", preflightJson(r.plan.items)},
      {"model", modelJson(r)},
      {"result",
       {{"implant_mm3", r.implantMm3}, {"mesh", meshJson(r.mesh)}, {"strip_plane", r.stripPlane}, {"files", r.files}}},
      {"warnings", textsOf(r.warnings)},
      {"warning_codes", codesOf(r.warnings)},
      {"memory", memoryJson(r)},
      {"timing", {{"seconds", r.seconds}, {"peak_memory_bytes", r.peakMemory}, {"steps", stepsJson(r.steps)}}}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hipwright
