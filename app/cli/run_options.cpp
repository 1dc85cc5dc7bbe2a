#include "app/cli/run_options.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/interrupted_run.h"
#include "engine/run/request_json.h"
#include "engine/run/run_folder.h"

#include <CLI/CLI.hpp>

namespace hipwright::cli {
namespace {

namespace fs = std::filesystem;

std::string helpOfChoice(ChoiceId id) {
  const RequestChoice& choice = requestChoice(id);
  return std::string(choice.meaning) + " Takes " + std::string(choice.choices) + '.';
}

CLI::Option* addPath(CLI::App& app, const std::string& flag, fs::path& value, const std::string& text) {
  return app
      .add_option_function<std::string>(
          flag, [&value](const std::string& given) { value = platform::fromUtf8(given); }, text)
      ->type_name("PATH");
}

void addResultOptions(CLI::App& app, RunOptions& o) {
  app.add_option("--ts", o.request.ts, help(FieldId::Steps))->capture_default_str();
  app.add_flag("--summary,!--no-summary", o.request.summary, "Decode and save every stage, and draw the filmstrip");
  app.add_flag("--preview{8}", o.request.preview, "Draw approximate live pictures (8, or --preview=N)");
  app.add_option("--rng", o.rng, "Where noise comes from: cpu (the same on every device) or device")
      ->capture_default_str();
  app.add_option("--grid", o.grid, helpOfChoice(ChoiceId::Grid))->capture_default_str();
  app.add_option("--side", o.side, helpOfChoice(ChoiceId::Side))->capture_default_str();
  app.add_option("--roi", o.roi, helpOfChoice(ChoiceId::Region))->capture_default_str();
  app.add_option("--space", o.space, "Frame of the surface: lps, ras or index")->capture_default_str();
}

void addModelOptions(CLI::App& app, RunOptions& o) {
  app.option_defaults()->group("Model");
  addPath(app, "--model", o.request.model.set, "Folder of a model set");
  addPath(app, "--vae-pre", o.request.model.vaePre, "VAE of the pre-operative CT (default: vae_pre_best.pt)");
  addPath(app, "--vae-metal", o.request.model.vaeMetal, "VAE of the implant (default: vae_metal_best.pt)");
  addPath(app, "--ldm", o.request.model.ldm, "Diffusion network (default: ldm_last.pt or ldm_latest.pt)");
  addPath(app, "--profile", o.request.model.profile, "profile.json: what the weights do not say");
}

void addMachineOptions(CLI::App& app, RunOptions& o) {
  app.option_defaults()->group("Machine");
  app.add_flag("--tiled,!--no-tiled", o.request.tiled, "Encode and decode in windows (the default), or all at once");
  app.add_option("--sw", o.request.sw, help(FieldId::WindowBatch))->capture_default_str();
  app.add_flag("--amp,!--no-amp", o.request.amp, "Half precision where it is faster (the default), or exact fp32");
  app.add_option("--device", o.device, "auto, cpu or cuda")->capture_default_str();
  app.add_option("--threads", o.request.threads, help(FieldId::Threads))->capture_default_str();
}

void addControlOptions(CLI::App& app, RunOptions& o) {
  app.option_defaults()->group("Control");
  app.add_flag("--force", o.request.force, "Compute again although the result is there");
  addPath(app, "--from", o.from,
          "Repeat the run of a run.json or a run folder; other flags change it. An interrupted run goes on");
  app.add_flag("--json", o.json, "Print one JSON object per event on standard output");
}

/// Of a finished run, of an interrupted one, or any request; `path` may be a run's folder or the file itself.
RunRequest requestFromFile(const fs::path& path) {
  std::error_code ignored;
  const bool isFolder = fs::is_directory(path, ignored);
  const fs::path folder = isFolder ? path : fs::absolute(path).parent_path();
  const bool takesRequest = isFolder ? !RunFolder(folder, {}).complete() : path.filename() == "request.json";
  if (takesRequest && (isFolder || isInterrupted(folder))) return readInterrupted(folder).request;
  const fs::path record = isFolder ? path / "run.json" : path;
  const platform::MappedFile file(record);
  const auto bytes = file.bytes();
  RunRequest request =
      requestFromJson({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, platform::toUtf8(record));
  request.force = false;
  return request;
}

void resolveTexts(RunOptions& o, const CLI::App& app) {
  if (app.count("--device") > 0) o.request.device = parseDevice(o.device);
  if (app.count("--rng") > 0) o.request.rng = parseNoiseSource(o.rng);
  if (app.count("--grid") > 0) o.request.grid = parseGrid(o.grid);
  if (app.count("--side") > 0) o.request.side = parseSide(o.side);
  if (app.count("--roi") > 0) o.request.roi = parseRegion(o.roi);
  if (app.count("--space") > 0) o.request.space = parseMeshSpace(o.space);
}

/// A flag given beside --from changes the recorded request.
RunRequest overlaid(RunRequest recorded, const RunRequest& given, const CLI::App& app) {
  const auto take = [&](const char* flag, auto member) {
    if (app.count(flag) > 0) recorded.*member = given.*member;
  };
  const auto takeModel = [&](const char* flag, auto member) {
    if (app.count(flag) > 0) recorded.model.*member = given.model.*member;
  };
  take("--cond", &RunRequest::cond);
  if (app.count("--cond") > 0) recorded.series.clear();  // it belonged to the other folder
  take("--series", &RunRequest::series);
  take("--save", &RunRequest::save);
  take("--ts", &RunRequest::ts);
  take("--summary", &RunRequest::summary);
  take("--preview", &RunRequest::preview);
  take("--tiled", &RunRequest::tiled);
  take("--sw", &RunRequest::sw);
  take("--amp", &RunRequest::amp);
  take("--device", &RunRequest::device);
  take("--threads", &RunRequest::threads);
  take("--rng", &RunRequest::rng);
  take("--grid", &RunRequest::grid);
  take("--side", &RunRequest::side);
  take("--roi", &RunRequest::roi);
  take("--space", &RunRequest::space);
  take("--force", &RunRequest::force);
  if (app.count("--model") > 0) recorded.model = {};  // its single files would win over the set given now
  takeModel("--model", &ModelChoice::set);
  takeModel("--vae-pre", &ModelChoice::vaePre);
  takeModel("--vae-metal", &ModelChoice::vaeMetal);
  takeModel("--ldm", &ModelChoice::ldm);
  takeModel("--profile", &ModelChoice::profile);
  return recorded;
}

}  // namespace

std::string help(FieldId id) { return std::string(requestField(id).meaning); }

void addCaseOptions(CLI::App& app, RunOptions& o) {
  addPath(app, "--cond", o.request.cond, "The pre-operative CT: NIfTI, NRRD, MetaImage, or a folder of DICOM slices");
  app.add_option("--series", o.request.series, "Of a DICOM folder with several: the number in its list, or the UID")
      ->type_name("N");
  addPath(app, "--save", o.request.save, "Folder to make the run's folder in");
}

void addRunOptions(CLI::App& app, RunOptions& o) {
  addResultOptions(app, o);
  addModelOptions(app, o);
  addMachineOptions(app, o);
  addControlOptions(app, o);
}

RunRequest requestOf(RunOptions& o, const CLI::App& app) {
  resolveTexts(o, app);
  return o.from.empty() ? o.request : overlaid(requestFromFile(o.from), o.request, app);
}

}  // namespace hipwright::cli
