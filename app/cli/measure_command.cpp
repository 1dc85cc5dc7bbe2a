// hipwright-cli measure: the numbers of an implant, alone or beside the true one.
#include "app/cli/command.h"
#include "app/cli/field_file.h"
#include "app/cli/terminal_text.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "engine/measure/extent.h"
#include "engine/measure/implant_numbers.h"
#include "engine/measure/overlap.h"
#include "engine/measure/surface_distance.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

using Json = nlohmann::ordered_json;

struct MeasureOptions {
  std::string input;
  std::string truth;
  std::string ct;
  bool json = false;
};

/// One line of the table and one value of the JSON object; a text value says why there is no number.
struct Entry {
  std::string key;
  std::string label;
  Json value;
  std::string unit{};
};

using Entries = std::vector<Entry>;

template <typename T, typename Part>
Json partOf(const Measured<T>& measured, const Part& part) {
  return measured ? Json(part(*measured)) : Json("not measurable: " + measured.reason());
}

Entries describe(const Volume& field) {
  const auto box = boundingBox(field);
  const ImplantMeasures m = measureImplant(field);
  const Measured<SphereFit> noCup = Measured<SphereFit>::notMeasurable(m.joint.reason());
  const Measured<SphereFit>& cup = m.joint ? m.joint->cupOuter : noCup;
  return {
      {"volume_mm3", "Volume", implantVolume(field), "mm3"},
      {"surface_mm2", "Surface", surfaceArea(surfacePoints(field)), "mm2"},
      {"components", "Pieces", findComponents(field).voxels.size()},
      {"size_mm", "Size (left-right, front-back, up-down)", box ? Json(*box) : Json("not measurable: it is empty"),
       "mm"},
      {"head_centre_mm", "Centre of rotation (LPS)", partOf(m.joint, [](const Joint& j) { return j.head.centre; }),
       "mm"},
      {"head_diameter_mm", "Head diameter", partOf(m.joint, [](const Joint& j) { return 2 * j.head.radiusMm; }), "mm"},
      {"head_residual_mm", "  residual", partOf(m.joint, [](const Joint& j) { return j.head.residualMm; }), "mm"},
      {"cup_diameter_mm", "Cup diameter", partOf(cup, [](const SphereFit& s) { return 2 * s.radiusMm; }), "mm"},
      {"cup_inclination_deg", "Cup inclination to the scanner's planes",
       partOf(m.cup, [](const CupOpening& c) { return c.angles.inclination; }), "degrees"},
      {"cup_anteversion_deg", "Cup anteversion to the scanner's planes",
       partOf(m.cup, [](const CupOpening& c) { return c.angles.anteversion; }), "degrees"},
      {"cup_residual_mm", "  residual of the rim", partOf(m.cup, [](const CupOpening& c) { return c.residualMm; }),
       "mm"},
      {"stem_axis", "Stem axis (LPS)", partOf(m.stem, [](const StemAxis& s) { return s.axis; })},
      {"stem_residual_mm", "  residual", partOf(m.stem, [](const StemAxis& s) { return s.residualMm; }), "mm"},
  };
}

void checkSameGrid(const Geometry& a, const Geometry& b, const std::string& other) {
  double apart = a.size == b.size ? 0 : 1;
  for (const Vec3& corner : {Vec3{0, 0, 0}, Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}) {
    Vec3 index{};
    for (std::size_t i = 0; i < 3; ++i) index[i] = corner[i] * static_cast<double>(a.size[i]);
    apart = std::max(apart, length(a.indexToPatient(index) - b.indexToPatient(index)));
  }
  constexpr double kTolerance = 0.05;  // mm: headers in single precision
  if (apart > kTolerance)
    throw Error(ErrorCode::BadGeometry, {{"reason", "the result and " + other + " lie on different voxel grids"}});
}

/// What needs the pre-operative CT: the tissue in the implant's place and the canal's fill.
Entries describeInCase(const Volume& field, const Volume& ct) {
  checkSameGrid(field.geometry, ct.geometry, "the CT");
  Entries entries;
  for (const NamedNumber& n : named(measureInCase(field, ct)))
    if (n.key.starts_with("in_") || n.key.starts_with("outside_") || n.key.starts_with("canal_"))
      entries.push_back(
          {n.key, n.label, n.value ? Json(*n.value) : Json("not measurable: " + n.value.reason()), n.unit});
  return entries;
}

Entries compare(const Volume& field, const Volume& truth) {
  checkSameGrid(field.geometry, truth.geometry, "the true implant");
  const auto distance = surfaceDistance(field, truth);
  const double trueVolume = implantVolume(truth);
  const auto difference = [&](double now) { return 100 * (now / trueVolume - 1); };
  return {
      {"dice", "Dice", dice(field, truth)},
      {"assd_mm", "Average surface distance", partOf(distance, [](const auto& d) { return d.meanMm; }), "mm"},
      {"hd95_mm", "HD95", partOf(distance, [](const auto& d) { return d.hd95Mm; }), "mm"},
      {"volume_difference_percent", "Volume difference",
       trueVolume > 0 ? Json(difference(implantVolume(field))) : Json("not measurable: the true implant is empty"),
       "%"},
  };
}

std::string numberText(const Json& value) {
  char text[64];
  if (value.is_number_integer()) return std::to_string(value.get<long long>());
  std::snprintf(text, sizeof text, std::abs(value.get<double>()) >= 1000 ? "%.0f" : "%.3f", value.get<double>());
  return text;
}

std::string valueText(const Entry& entry) {
  if (entry.value.is_string()) return entry.value.get<std::string>();
  std::string text;
  if (entry.value.is_array())
    for (const Json& part : entry.value) text += (text.empty() ? "" : ", ") + numberText(part);
  else
    text = numberText(entry.value);
  return entry.unit.empty() ? text : text + " " + entry.unit;
}

enum class Style { Table, Machine };

void print(const Entries& entries, Style style) {
  const bool asJson = style == Style::Machine;
  Json json = Json::object();
  for (const Entry& entry : entries) {
    if (asJson)
      json[entry.key] = entry.value.is_string() ? Json() : entry.value;
    else
      std::printf("%-48s %s\n", entry.label.c_str(), valueText(entry).c_str());
  }
  if (asJson) std::printf("%s\n", json.dump().c_str());
}

int measure(const MeasureOptions& o, const std::stop_token& stop) {
  const auto read = [&](const std::string& path) {
    const CaseFile file = readCase(fieldFile(platform::fromUtf8(path)));
    for (const CaseNote& note : file.notes) std::fprintf(stderr, "Note: %s\n", forTerminal(note.text()).c_str());
    throwIfStopped(stop);
    return file.ct;
  };
  const VolumePtr field = read(o.input);
  Entries entries;
  if (!o.truth.empty()) entries = compare(*field, *read(o.truth));
  throwIfStopped(stop);
  for (Entry& entry : describe(*field)) entries.push_back(std::move(entry));
  if (!o.ct.empty())
    for (Entry& entry : describeInCase(*field, *readCase(platform::fromUtf8(o.ct)).ct))
      entries.push_back(std::move(entry));
  print(entries, o.json ? Style::Machine : Style::Table);
  return kOk;
}

}  // namespace

Command addMeasure(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("measure", "Measure an implant, alone or against the true one");
  auto options = std::make_shared<MeasureOptions>();
  sub->add_option("result", options->input, "Distance field (.nii, .nii.gz) or run folder")->required();
  sub->add_option("--truth", options->truth, "Distance field of the true implant, on the same grid");
  sub->add_option("--ct", options->ct,
                  "The pre-operative CT on the same grid: tissue in the implant's place, canal fill");
  sub->add_flag("--json", options->json, "Print one JSON object; what cannot be measured is null");
  sub->footer("Example: hipwright-cli measure runs/hip_seed_42_... --truth phantom_7/implant_sdf.nii.gz");
  return [options](const std::stop_token& stop) { return measure(*options, stop); };
}

}  // namespace hipwright::cli
