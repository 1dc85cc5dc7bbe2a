#include "app/cli/inspection.h"

#include "app/cli/console_report.h"
#include "app/cli/json_events.h"
#include "engine/core/error.h"
#include "engine/core/picture.h"
#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/io/dicom_folder.h"
#include "engine/plan/case_plan.h"
#include "engine/plan/preflight.h"
#include "engine/run/model_description.h"
#include "engine/run/model_places.h"
#include "engine/run/model_set.h"
#include "engine/run/preset.h"
#include "engine/run/request_json.h"
#include "engine/run/run_folder.h"
#include "engine/weights/describe.h"
#include "engine/weights/network_keys.h"
#include "engine/weights/profile_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <sstream>

namespace hipwright::cli {
namespace {

namespace fs = std::filesystem;

enum class Content { Checkpoint, Json, Ct };

std::string_view textOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A safetensors file opens with the length of its JSON header; a torch checkpoint is a zip or, before 1.6, a pickle.
Content contentOf(std::string_view bytes) {
  if (bytes.substr(0, 2) == "PK" || bytes.substr(0, 2) == "\x80\x02") return Content::Checkpoint;
  // Read as such a length, the first letters of a JSON text give a number that no file reaches.
  const bool plausibleLength = bytes.size() > 8 && bytes.substr(5, 3) == std::string_view("\0\0\0", 3);
  if (plausibleLength && bytes[8] == '{') return Content::Checkpoint;
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && bytes[first] == '{') return Content::Json;
  return Content::Ct;
}

template <class... Values>
std::string line(const char* format, Values... values) {
  char text[512];
  std::snprintf(text, sizeof text, format, values...);
  return text;
}

std::string indented(const std::string& text) {
  std::string out;
  std::istringstream lines(text);
  for (std::string each; std::getline(lines, each);) out += "  " + each + "\n";
  return out;
}

std::string orientation(const Geometry& geometry) {
  constexpr std::string_view kTowards[3] = {"RL", "AP", "IS"};
  const AxisCodes codes = nearestAxes(geometry);
  std::string out;
  for (int a = 0; a < 3; ++a) out += kTowards[codes.patientAxis[a]][codes.increasing[a] ? 1 : 0];
  return out;
}

/// The model a CT is held against: the one named, or the one infer would take, if there is one.
std::optional<ModelProfile> modelFor(const fs::path& named) {
  try {
    return describeModel({named, {}, {}, {}, {}}, usualModelSearch()).profile;
  } catch (const Error& error) {
    if (!named.empty() || error.code() != ErrorCode::ModelNotFound) throw;
    return std::nullopt;
  }
}

std::string describeCt(const CaseFile& file) {
  const Geometry& g = file.ct->geometry;
  const auto [low, high] = std::minmax_element(file.ct->voxels.begin(), file.ct->voxels.end());
  std::string out = line("CT volume, %s, %s\n", file.source.format.c_str(), file.source.voxelType.c_str());
  out += line("  voxels       %lld x %lld x %lld\n", static_cast<long long>(g.size[0]),
              static_cast<long long>(g.size[1]), static_cast<long long>(g.size[2]));
  out += line("  spacing      %.4g x %.4g x %.4g mm\n", g.spacing[0], g.spacing[1], g.spacing[2]);
  out += line("  orientation  %s (towards which each index grows), from the %s\n", orientation(g).c_str(),
              file.source.geometrySource.c_str());
  out += line("  origin       %.2f %.2f %.2f mm (LPS)\n", g.origin[0], g.origin[1], g.origin[2]);
  out += line("  HU           %.6g to %.6g\n", static_cast<double>(*low), static_cast<double>(*high));
  out += line("  sha256       %s\n", file.sha256.c_str());
  for (const CaseNote& note : file.notes) out += "  note         " + note.text() + "\n";
  return out;
}

/// Names of tensors and files need not be UTF-8.
std::string dumped(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Inspection inspectedCt(const InspectRequest& request, const std::stop_token& stop) {
  const CaseFile file = readCase(request.path, {request.series, {}, stop});
  const std::optional<ModelProfile> model = modelFor(request.model);
  std::vector<PreflightItem> items;
  PlanWish wish;
  wish.notes = file.notes;
  wish.tilt = file.tilt;
  if (model) items = planCase(*file.ct, *model, wish, stop).items;
  Inspection out;
  out.refusal = refusals(items);
  if (request.style == InspectStyle::Text) {
    out.text = describeCt(file) + (model ? "With the model \"" + model->name + "\":\n" + preflightText(items) : "");
    return out;
  }
  const Geometry& g = file.ct->geometry;
  nlohmann::ordered_json json = {{"kind", "ct"},
                                 {"format", file.source.format},
                                 {"size", g.size},
                                 {"spacing_mm", g.spacing},
                                 {"origin_lps_mm", g.origin},
                                 {"direction", g.direction},
                                 {"orientation", orientation(g)},
                                 {"sha256", file.sha256},
                                 {"notes", nlohmann::ordered_json::array()},
                                 {"model", nullptr}};
  for (const CaseNote& note : file.notes) json["notes"].push_back(note.text());
  if (model) json["model"] = model->name;
  json["preflight"] = nlohmann::ordered_json::parse(preflightToJson(items));
  out.text = dumped(json);
  return out;
}

std::string describeCheckpoint(const fs::path& path, InspectDetail detail) {
  const CheckpointDescription description = describe(readCheckpoint(path));
  std::string text = toText(description) + "sha256:       " + sha256OfFile(path) + "\n";
  if (detail == InspectDetail::EveryTensor) text += tensorListing(description);
  return "Checkpoint " + platform::toUtf8(path.filename()) + "\n" + indented(text);
}

std::string describeProfile(const ModelProfile& profile) {
  return "Model profile \"" + profile.name + "\"" + (profile.demo ? ", DEMO" : "");
}

enum class JsonContent { Profile, Preset, Settings };

/// Told by the keys that stand there, so that a broken file is held against what it was meant to be.
JsonContent contentOfJson(std::string_view text) {
  const auto holds = [&](const char* key) { return text.find(key) != std::string_view::npos; };
  if (holds("\"request\"")) return holds("\"program\"") ? JsonContent::Settings : JsonContent::Preset;
  for (const char* section : {"\"vae\"", "\"unet\"", "\"scheduler\"", "\"window\"", "\"input\"", "\"sdf\""})
    if (holds(section)) return JsonContent::Profile;
  return JsonContent::Settings;
}

std::string describeJson(const fs::path& path, std::string_view text) {
  const std::string name = platform::toUtf8(path);
  switch (contentOfJson(text)) {
    case JsonContent::Profile: return describeProfile(parseProfile(std::string(text), name)) + "\n";
    case JsonContent::Preset: {
      const Preset preset = presetFromJson(std::string(text), name);
      return "Preset \"" + preset.name + "\"\n" + requestToJson(applied(preset, {})) + "\n";
    }
    case JsonContent::Settings: break;
  }
  return "Settings of a run\n" + requestToJson(requestFromJson(std::string(text), name)) + "\n";
}

/// Nothing if it is a CT.
std::optional<std::string> describeFile(const fs::path& path, InspectDetail detail) {
  const platform::MappedFile file(path);
  const std::string_view bytes = textOf(file.bytes());
  switch (contentOf(bytes)) {
    case Content::Checkpoint: return describeCheckpoint(path, detail);
    case Content::Json: return describeJson(path, bytes);
    case Content::Ct: break;
  }
  return std::nullopt;
}

std::string describeRun(const fs::path& folder) {
  return "Complete run\n" + describeFile(folder / "run.json", InspectDetail::Summary).value_or("");
}

/// The next step is the same whether the denoising was finished or not; how much of it is done again is not.
std::string describeInterrupted(const RunFolder& run) {
  std::error_code ignored;
  std::string denoised = "not begun or not kept";
  if (fs::is_regular_file(run.partialLatents(), ignored)) denoised = "done in part and kept";
  if (fs::is_regular_file(run.latents(), ignored)) denoised = "finished and kept";
  return "Interrupted run; its denoising is " + denoised + ". Goes on with: hipwright-cli infer --from " +
         platform::toUtf8(run.path()) + "\n" + describeFile(run.request(), InspectDetail::Summary).value_or("");
}

std::string describeSet(const fs::path& folder, InspectDetail detail, const std::stop_token& stop) {
  const ModelPaths paths = findModel({folder, {}, {}, {}, {}}, {});
  const ModelSet set = readModelSet(paths, stop);
  checkParameters(set.vaePre, autoencoderParameters(set.profile.vae));
  checkParameters(set.vaeMetal, autoencoderParameters(set.profile.vae));
  checkParameters(set.ldm, unetParameters(set.profile.vae, set.profile.unet));
  std::string out = "Model set \"" + set.profile.name + "\", complete; its weights fit its profile\n";
  if (set.profile.demo) out += "  DEMO: made to try the program with\n";
  for (const fs::path& path : {paths.vaePre, paths.vaeMetal, paths.ldm}) {
    throwIfStopped(stop);
    out += describeCheckpoint(path, detail);
  }
  return out;
}

/// Any file that only a model set has, so that an incomplete one is told what it lacks.
bool holdsWeights(const fs::path& folder) {
  std::error_code ignored;
  const auto isWeights = [](const fs::path& path) {
    return path.extension() == ".pt" || path.extension() == ".safetensors" || path.filename() == "profile.json";
  };
  fs::directory_iterator files(folder, ignored);
  return std::any_of(begin(files), end(files), [&](const auto& file) { return isWeights(file.path()); });
}

std::optional<std::string> describePath(const InspectRequest& request, const std::stop_token& stop) {
  std::error_code ignored;
  if (!fs::is_directory(request.path, ignored)) return describeFile(request.path, request.detail);
  if (fs::is_regular_file(request.path / "run.json", ignored)) return describeRun(request.path);
  if (const RunFolder run(request.path, {}); fs::is_regular_file(run.request(), ignored))
    return describeInterrupted(run);
  // Of a folder of something else the reader says why it is no CT.
  if (holdsDicom(request.path) || !holdsWeights(request.path)) return std::nullopt;
  return describeSet(request.path, request.detail, stop);
}

}  // namespace

Inspection inspected(const InspectRequest& request, const std::stop_token& stop) {
  const std::optional<std::string> text = describePath(request, stop);
  if (!text) return inspectedCt(request, stop);
  if (request.style == InspectStyle::Text) return {*text, {}};
  return {dumped({{"description", *text}}), {}};
}

}  // namespace hipwright::cli
