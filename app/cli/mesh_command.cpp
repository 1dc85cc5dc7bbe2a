// hipwright-cli mesh: the surface of a distance field, from its file or from a run folder, with its print report.
#include "app/cli/command.h"
#include "app/cli/field_file.h"
#include "app/cli/repair_words.h"
#include "app/cli/terminal_text.h"
#include "engine/core/atomic_file.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/io/mesh_file.h"
#include "engine/print/placing.h"
#include "engine/print/print_json.h"
#include "engine/print/print_text.h"
#include "engine/run/mesh_space.h"
#include "engine/run/output_mark.h"
#include "engine/run/run_request.h"
#include "engine/surface/isosurface.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace hipwright::cli {
namespace {

struct MeshOptions {
  std::string input;
  std::string output;
  std::string space = "lps";
  std::optional<float> level;  ///< 0 if not given
  bool ascii = false;
  std::vector<std::string> repair;
  std::vector<double> printer = {250, 210, 210};
  double thinnestWall = PrintOptions{}.thinnestWallMm;
  int mostParts = PrintOptions{}.mostParts;
  double narrowestGap = PrintOptions{}.narrowestGapMm;
  std::string report;
};

MeshFormat formatOf(const MeshOptions& o) {
  const MeshFormat format = meshFormatOf(platform::fromUtf8(o.output));
  if (!o.ascii) return format;
  if (format != MeshFormat::StlBinary) throw Error(ErrorCode::BadRequest, {{"problems", "--ascii is for .stl alone"}});
  return MeshFormat::StlText;
}

PrintOptions printOptions(const MeshOptions& o) {
  PrintOptions options;
  std::copy_n(o.printer.begin(), 3, options.printerMm.begin());
  options.thinnestWallMm = o.thinnestWall;
  options.narrowestGapMm = o.narrowestGap;
  options.mostParts = o.mostParts;
  if (!(*std::min_element(o.printer.begin(), o.printer.end()) > 0) || !(std::min(o.thinnestWall, o.narrowestGap) >= 0))
    throw Error(ErrorCode::BadRequest,
                {{"problems", "the printer's box, the thinnest wall and the narrowest gap must be positive"}});
  return options;
}

/// Indices are those of the case's voxels, whatever grid the model worked on.
Geometry frameFor(MeshSpace space, const std::filesystem::path& file, const CaseFile& field,
                  const std::filesystem::path& input) {
  if (space != MeshSpace::Index) return field.ct->geometry;
  const std::filesystem::path ofCase = fieldFile(input);
  return ofCase == file ? field.ct->geometry : readCase(ofCase).ct->geometry;
}

/// One step after the other: extract, repair, report, write, say so. The report is of the coordinates in the file.
int makeMesh(const MeshOptions& o, const std::stop_token& stop) {
  const MeshFormat format = formatOf(o);
  const RepairOptions repairOptions = parseRepair(o.repair);
  const PrintOptions printer = printOptions(o);
  const MeshSpace space = parseMeshSpace(o.space);
  const std::filesystem::path file = surfaceFieldFile(platform::fromUtf8(o.input));
  const CaseFile field = readCase(file);
  const Geometry frame = frameFor(space, file, field, platform::fromUtf8(o.input));
  for (const CaseNote& note : field.notes) std::fprintf(stderr, "Note: %s\n", forTerminal(note.text()).c_str());
  if (!o.level) refuseUnlessDistances(*field.ct, o.input);
  const float level = o.level.value_or(0);
  Repaired repaired = repair(extractSurface(*field.ct, level, stop), repairOptions, stop);
  if (repaired.mesh.triangles.empty())
    throw Error(ErrorCode::EmptySurface, {{"reason", "no voxel is above the level " + std::to_string(level)}});
  const Mesh mesh = asStored(repaired.mesh);
  PrintReport report = reportForPrinting(mesh, printer, stop);
  addDeviation(report, repaired.steps.empty() ? Deviation{} : repaired.steps.back().deviation);
  addFieldEdge(report, findFieldEdge(mesh, field.ct->geometry));
  const std::string mark = markIn(field.source.description);
  throwIfStopped(stop);
  const Mesh written = toSpace(mesh, frame, space);
  placeReport(report, repaired.steps, written,
              {[&](const Vec3& p) { return toSpace(p, frame, space); }, unitOf(space)});
  writeMesh(platform::fromUtf8(o.output), written, format,
            {space,
             mark,
             {{"Level", std::to_string(level)},
              {"Printable", report.passes() ? "yes" : "no"},
              {"Repair", summaryOf(repaired.steps)}}});
  if (!o.report.empty())
    writeAtomically(platform::fromUtf8(o.report),
                    printJson({o.input, o.output, nameOf(space), mark}, report, repaired.steps));
  if (!mark.empty()) std::printf("%s model. Research use only.\n", mark.c_str());
  std::printf("%s (%s), read back and compared\n%s%s", o.output.c_str(), nameOf(space),
              repairText(repaired.steps, report.unit).c_str(), printText(report).c_str());
  return report.passes() ? kOk : kNotPrintable;
}

}  // namespace

Command addMesh(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("mesh", "Make a printable surface from a distance field");
  auto options = std::make_shared<MeshOptions>();
  sub->add_option("input", options->input, "Distance field (.nii, .nii.gz) or run folder")->required();
  sub->add_option("-o,--output", options->output, "Surface to write (.stl, .3mf, .ply, .obj)")->required();
  sub->add_option("--space", options->space, "Frame: lps, ras or index")->capture_default_str();
  sub->add_option("--level", options->level,
                  "Value of the surface in the field's units (default: 0, in a distance field alone)");
  sub->add_flag("--ascii", options->ascii, "Write an .stl as text");
  sub->add_option("--repair", options->repair, kRepairHelp);
  sub->add_option("--printer", options->printer, "The printer's box, mm")
      ->delimiter(',')
      ->expected(3)
      ->capture_default_str();
  sub->add_option("--wall", options->thinnestWall, "Thinner walls than this fail, mm")->capture_default_str();
  sub->add_option("--gap", options->narrowestGap, "Narrower gaps than this fail, mm")->capture_default_str();
  sub->add_option("--most-parts", options->mostParts, "More parts than these fail")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  sub->add_option("--report", options->report, "Print report to write (.json)");
  sub->footer("Example: hipwright-cli mesh runs/hip_seed_42_... -o implant.3mf --repair parts=2 decimate=0.05");
  return [options](const std::stop_token& stop) { return makeMesh(*options, stop); };
}

}  // namespace hipwright::cli
