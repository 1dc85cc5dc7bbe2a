// hipwright-cli mesh: the surface of a distance field, from its file or from a run folder.
#include "app/cli/command.h"
#include "app/cli/field_file.h"
#include "app/cli/mesh_text.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/io/mesh_file.h"
#include "engine/run/mesh_space.h"
#include "engine/run/output_mark.h"
#include "engine/run/run_request.h"
#include "engine/surface/isosurface.h"
#include "engine/surface/mesh_check.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct MeshOptions {
  std::string input;
  std::string output;
  std::string space = "lps";
  float level = 0;
};

bool endsWith(const std::string& text, const std::string& ending) {
  return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

void checkFormat(const std::string& output) {
  std::string lower = output;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (!endsWith(lower, ".stl"))
    throw Error(ErrorCode::BadRequest, {{"problems", "the output must end in .stl, not \"" + output + "\""}});
}

int makeMesh(const MeshOptions& o, const std::stop_token& stop) {
  checkFormat(o.output);
  const MeshSpace space = parseMeshSpace(o.space);
  const CaseFile field = readCase(fieldFile(platform::fromUtf8(o.input)));
  for (const CaseNote& note : field.notes) std::fprintf(stderr, "Note: %s\n", note.text().c_str());
  const Mesh mesh = extractSurface(*field.ct, o.level, stop);
  if (mesh.triangles.empty())
    throw Error(ErrorCode::EmptySurface, {{"reason", "no voxel is above the level " + std::to_string(o.level)}});
  const MeshReport report = checkMesh(mesh);
  throwIfStopped(stop);
  const std::string mark = markIn(field.source.description);
  writeStl(platform::fromUtf8(o.output), toSpace(mesh, field.ct->geometry, space), space, mark);
  if (!mark.empty()) std::printf("%s model. Research use only.\n", mark.c_str());
  std::printf("%s\n%s", o.output.c_str(), meshText(report).c_str());
  return kOk;
}

}  // namespace

Command addMesh(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("mesh", "Make a printable surface from a distance field");
  auto options = std::make_shared<MeshOptions>();
  sub->add_option("input", options->input, "Distance field (.nii, .nii.gz) or run folder")->required();
  sub->add_option("-o,--output", options->output, "Surface to write (.stl)")->required();
  sub->add_option("--space", options->space, "Frame: lps, ras or index")->capture_default_str();
  sub->add_option("--level", options->level, "Value of the surface in the field's units")->capture_default_str();
  sub->footer("Example: hipwright-cli mesh runs/hip_seed_42_... -o implant.stl");
  return [options](const std::stop_token& stop) { return makeMesh(*options, stop); };
}

}  // namespace hipwright::cli
