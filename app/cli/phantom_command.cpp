// hipwright-cli phantom: a procedural hip as a case, with the implant that belongs into it.
#include "app/cli/command.h"
#include "engine/core/atomic_file.h"
#include "engine/core/platform.h"
#include "engine/io/mesh_file.h"
#include "engine/io/volume_file.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/surface/isosurface.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct PhantomOptions {
  std::uint64_t seed = 0;
  std::string save;
  std::string side;
  std::string orientation = "LPS";
  std::vector<double> spacing = {1, 1, 1};
  std::vector<double> extent = {96, 80, 144};
};

Json parametersJson(const PhantomParameters& p) {
  Json json;
  for (const ParameterField& field : parameterFields()) json[std::string(field.name)] = p.*field.value;
  json["femurPose"] = p.femurPose;
  json["pelvisPose"] = p.pelvisPose;
  json["translation"] = p.translation;
  json["side"] = p.side == Side::Right ? "right" : "left";
  json["textureSeed"] = std::to_string(p.textureSeed);
  return json;
}

Json planJson(const ImplantPlan& plan) {
  return {{"cupOuterDiameter", plan.cupOuterDiameter},
          {"cupThickness", plan.cupThickness},
          {"linerThickness", plan.linerThickness},
          {"headDiameter", plan.headDiameter},
          {"cupInclination", plan.cupInclination},
          {"cupAnteversion", plan.cupAnteversion},
          {"stemSize", plan.stemSize},
          {"stemLength", plan.stemLength},
          {"stemNeckAngle", plan.stemNeckAngle},
          {"headLength", plan.headLength},
          {"lateralisedStem", plan.lateralisedStem},
          {"stemShift", plan.stemShift},
          {"centreOfRotation", plan.centreOfRotation},
          {"cupAxis", plan.cupAxis},
          {"stemAxis", plan.stemAxis},
          {"stemTip", plan.stemTip}};
}

void makeFolder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    throw Error(ErrorCode::FileUnwritable, {{"path", platform::toUtf8(folder)}, {"reason", failed.message()}});
}

PhantomParameters parametersOf(const PhantomOptions& o) {
  PhantomParameters p = drawParameters(o.seed);
  if (!o.side.empty()) p.side = o.side == "left" ? Side::Left : Side::Right;
  return p;
}

GridRequest gridOf(const PhantomOptions& o) {
  GridRequest request;
  std::copy(o.spacing.begin(), o.spacing.end(), request.spacing.begin());
  std::copy(o.extent.begin(), o.extent.end(), request.extent.begin());
  request.orientation = o.orientation;
  return request;
}

int makeCase(const PhantomOptions& o, const std::stop_token& stop) {
  const PhantomParameters parameters = parametersOf(o);
  const Phantom phantom = makePhantom(parameters, phantomGrid(parameters.side, gridOf(o)), stop);
  const Mesh mesh = extractSurface(phantom.implantSdf, 0, stop);
  const fs::path folder = platform::fromUtf8(o.save);
  makeFolder(folder);
  writeNifti(folder / "ct.nii.gz", phantom.ct, {.description = "Hipwright phantom, HU"});
  writeNifti(folder / "implant_sdf.nii.gz", phantom.implantSdf, {.description = "Hipwright phantom, 1 = 5 mm inside"});
  writeStl(folder / "implant.stl", mesh, MeshSpace::Lps);
  const Json json = {{"seed", o.seed}, {"parameters", parametersJson(parameters)}, {"plan", planJson(phantom.plan)}};
  writeAtomically(folder / "parameters.json", json.dump(2) + "\n");
  for (const char* name : {"ct.nii.gz", "implant_sdf.nii.gz", "implant.stl", "parameters.json"})
    std::printf("%s\n", platform::toUtf8(folder / name).c_str());
  return kOk;
}

}  // namespace

Command addPhantom(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("phantom", "Write a procedural hip and the implant that belongs into it");
  auto o = std::make_shared<PhantomOptions>();
  sub->add_option("--seed", o->seed, "Which hip")->required();
  sub->add_option("--save", o->save, "Folder to write into")->required();
  sub->add_option("--side", o->side, "left or right; the seed decides if not given")
      ->check(CLI::IsMember({"left", "right"}));
  sub->add_option("--spacing", o->spacing, "mm between voxels, per index axis")
      ->delimiter(',')
      ->expected(3)
      ->capture_default_str();
  sub->add_option("--size", o->extent, "mm from side to side, front to back and up")
      ->delimiter(',')
      ->expected(3)
      ->capture_default_str();
  sub->add_option("--orientation", o->orientation, "Where the index axes run to: LPS, RAS, ...")->capture_default_str();
  sub->footer("Example: hipwright-cli phantom --seed 7 --save phantom_7 --side right --spacing 1,1,1");
  return [o](const std::stop_token& stop) { return makeCase(*o, stop); };
}

}  // namespace hipwright::cli
