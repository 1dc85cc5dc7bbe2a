#include "engine/run/run_history.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/diffusion/preview.h"
#include "engine/run/interrupted_run.h"
#include "engine/run/request_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <type_traits>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

template <class T>
struct Whole : std::bool_constant<std::is_integral_v<T> && !std::is_same_v<T, bool>> {};
template <class T, std::size_t N>
struct Whole<std::array<T, N>> : Whole<T> {};

/// The library casts any number to any kind, and what a whole number cannot hold is then undefined.
void refuseFractions(const Json& json) {
  for (const Json& each : json)
    if (each.is_number_float()) throw std::domain_error(each.dump() + " stands where a whole number belongs");
}

template <class T>
T valueOf(const Json& json) {
  if constexpr (Whole<T>::value) refuseFractions(json);
  return json.get<T>();
}

/// The value at a path such as "/case/name", or the default; a wrong kind is thrown as JSON's own exception.
template <class T>
void take(const Json& json, const char* path, T& value) {
  const Json::json_pointer pointer(path);
  if (json.contains(pointer) && !json[pointer].is_null()) value = valueOf<T>(json[pointer]);
}

std::vector<StageRecord> stepsOf(const Json& json) {
  std::vector<StageRecord> steps;
  const Json::json_pointer pointer("/timing/steps");
  if (!json.contains(pointer)) return steps;
  for (const Json& step : json[pointer]) {
    if (!step.is_object()) throw std::domain_error("a step is not an object");
    StageRecord record;
    take(step, "/step", record.step);
    take(step, "/t", record.timestep);
    take(step, "/change", record.change);
    take(step, "/seconds", record.seconds);
    if (double share = -1; take(step, "/relative_change", share), share >= 0) record.relativeChange = share;
    steps.push_back(record);
  }
  return steps;
}

void takeMesh(const Json& json, MeshReport& mesh) {
  take(json, "/result/mesh/vertices", mesh.vertices);
  take(json, "/result/mesh/triangles", mesh.triangles);
  take(json, "/result/mesh/shells", mesh.shells);
  take(json, "/result/mesh/open_edges", mesh.openEdges);
  take(json, "/result/mesh/non_manifold_edges", mesh.nonManifoldEdges);
  take(json, "/result/mesh/non_manifold_vertices", mesh.nonManifoldVertices);
  take(json, "/result/mesh/flipped_edges", mesh.flippedEdges);
  take(json, "/result/mesh/degenerate_triangles", mesh.degenerateTriangles);
  take(json, "/result/mesh/volume_mm3", mesh.volumeMm3);
  take(json, "/result/mesh/area_mm2", mesh.areaMm2);
  take(json, "/result/mesh/lower_lps_mm", mesh.lower);
  take(json, "/result/mesh/upper_lps_mm", mesh.upper);
}

/// A record may leave it out; one that states it has to make sense.
void takeGeometry(const Json& json, const std::string& path, Geometry& geometry) {
  take(json, (path + "/size").c_str(), geometry.size);
  take(json, (path + "/spacing_mm").c_str(), geometry.spacing);
  take(json, (path + "/origin_lps_mm").c_str(), geometry.origin);
  take(json, (path + "/direction").c_str(), geometry.direction);
  if (geometry != Geometry{}) checkGeometry(geometry);
}

/// Of a run before there were other grids than the case's, the geometry of both is the case's.
void takePlan(const Json& json, const Geometry& ct, CasePlan& plan) {
  plan.grid.geometry = ct;
  takeGeometry(json, "/grid/geometry", plan.grid.geometry);
  std::string fit;
  take(json, "/grid/fit", fit);
  if (plan.grid.geometry != ct) plan.grid.fit = fit == "moved" ? GridFit::Moved : GridFit::Resampled;
  take(json, "/grid/mirrored", plan.mirrored);
  std::string side;
  take(json, "/hip/side", side);
  for (const HipSide each : {HipSide::Left, HipSide::Right})
    if (side == toText(each)) plan.side = each;
}

/// All but the request.
RunRecord recordOf(const Json& json) {
  RunRecord r;
  take(json, "/seed", r.seed);
  take(json, "/noise_sha256", r.noiseHash);
  take(json, "/request_sha256", r.requestHash);
  take(json, "/case/name", r.caseName);
  take(json, "/case/sha256", r.caseHash);
  take(json, "/case/format", r.caseFormat);
  takeGeometry(json, "/case/geometry", r.geometry);
  takePlan(json, r.geometry, r.plan);
  take(json, "/grid/padded_size", r.modelGrid);
  take(json, "/grid/latent_shape", r.latentShape);
  take(json, "/model/name", r.modelName);
  take(json, "/model/demo", r.demoModel);
  take(json, "/model/sha256", r.modelHashes);
  take(json, "/model/device_name", r.model.deviceName);
  take(json, "/model/precision", r.model.precision);
  take(json, "/result/implant_mm3", r.implantMm3);
  take(json, "/result/strip_plane", r.stripPlane);
  take(json, "/result/files", r.files);
  take(json, "/timing/seconds", r.seconds);
  take(json, "/timing/peak_memory_bytes", r.peakMemory);
  r.steps = stepsOf(json);
  takeMesh(json, r.mesh);
  return r;
}

/// What others count on: they make lists as long as these numbers say.
void checkRecord(const RunRecord& record, const std::string& name) {
  const RequestField& steps = requestField(FieldId::Steps);
  const int ts = record.request.ts;
  if (ts >= steps.minimum && ts <= steps.maximum) return;
  throw Error(ErrorCode::BadRunFile, {{"path", name}, {"reason", "it tells of " + std::to_string(ts) + " steps"}});
}

/// The JSON library speaks to programmers.
std::string reasonOf(const Json::exception& error) {
  if (dynamic_cast<const Json::parse_error*>(&error) != nullptr) return "it is not valid JSON";
  return "it holds a value of the wrong kind";
}

std::string textOf(const fs::path& path) {
  const platform::MappedFile file(path);
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

}  // namespace

PastRun runFromJson(const fs::path& folder, const std::string& text) {
  const std::string name = platform::toUtf8(folder / "run.json");
  try {
    const RunRequest request = requestFromJson(text, name);  // also sees to it that the text is neither long nor deep
    const Json json = Json::parse(text);
    RunRecord record = recordOf(json);
    record.request = request;
    checkRecord(record, name);
    RunFolder files(folder, record.caseName);
    PastRun run{std::move(files), std::move(record)};
    take(json, "/result/mesh/printable", run.printable);
    for (const auto& [phase, seconds] : run.record.seconds) run.totalSeconds += seconds;
    return run;
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::BadRunFile, {{"path", name}, {"reason", reasonOf(error)}});
  } catch (const std::domain_error& error) {
    throw Error(ErrorCode::BadRunFile, {{"path", name}, {"reason", error.what()}});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::BadGeometry) throw;
    throw Error(ErrorCode::BadRunFile, {{"path", name}, {"reason", "its grid has " + error.values().at("reason")}});
  }
}

PastRun readRun(const fs::path& folder) {
  const fs::path path = folder / "run.json";
  std::error_code ignored;
  if (!fs::exists(path, ignored))
    throw Error(ErrorCode::BadRunFile, {{"path", platform::toUtf8(folder)},
                                        {"reason", isInterrupted(folder) ? kRunWasInterrupted : kNoRunInFolder}});
  PastRun run = runFromJson(folder, textOf(path));
  run.finished = fs::last_write_time(path, ignored);
  return run;
}

std::vector<PastRun> runsIn(const fs::path& save, const std::string& caseHash) {
  std::vector<PastRun> runs;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(save, failed)) {
    if (!fs::is_regular_file(entry.path() / "run.json", failed)) continue;
    try {
      PastRun run = readRun(entry.path());
      if (caseHash.empty() || run.record.caseHash == caseHash) runs.push_back(std::move(run));
    } catch (const Error&) {
      // A record that cannot be read is no run of this list; opening its folder says why.
      continue;
    }
  }
  std::sort(runs.begin(), runs.end(), [](const PastRun& a, const PastRun& b) { return a.finished > b.finished; });
  return runs;
}

std::vector<int> savedStages(const PastRun& run) {
  std::vector<int> saved;
  std::error_code ignored;
  for (const int step : stageIndices(run.record.request.ts))
    if (fs::is_regular_file(run.folder.stage(step), ignored)) saved.push_back(step);
  return saved;
}

}  // namespace hipwright
