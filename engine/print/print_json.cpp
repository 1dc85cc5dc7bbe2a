#include "engine/print/print_json.h"

#include "engine/print/print_text.h"

#include <nlohmann/json.hpp>

namespace hipwright {
namespace {

using Json = nlohmann::ordered_json;

Json meshJson(const PrintReport& r) {
  const MeshReport& m = r.mesh;
  return {{"size_mm", m.upper - m.lower}, {"lower_" + r.unit, r.lower}, {"upper_" + r.unit, r.upper},
          {"volume_mm3", m.volumeMm3},    {"area_mm2", m.areaMm2},      {"triangles", m.triangles},
          {"vertices", m.vertices},       {"shells", m.shells},         {"euler_number", m.eulerNumber},
          {"printable", r.isSolid()}};
}

Json thinJson(const PrintReport& r, const WallThickness& wall, double limitMm, const char* method) {
  Json json = {{"smallest_mm", wall.smallestMm ? Json(*wall.smallestMm) : Json()},
               {"thin_area_mm2", wall.thinAreaMm2},
               {"limit_mm", limitMm},
               {"reach_mm", kWallReachMm},
               {"method", method}};
  if (wall.smallestMm) json["at_" + r.unit] = wall.smallestAt;
  return json;
}

Json deviationJson(const PrintReport& r) {
  if (!r.deviation) return {};
  return {{"max_mm", r.deviation->maxMm}, {"mean_mm", r.deviation->meanMm}, {"limit_mm", r.options.mostDeviationMm}};
}

Json findingJson(const PrintFinding& f) {
  const CheckWords words = wordsOf(f.check);
  const char* verdict = f.verdict == Verdict::Pass ? "pass" : f.verdict == Verdict::Note ? "note" : "fail";
  return {{"check", words.key},   {"verdict", verdict},     {"count", f.count},
          {"label", words.label}, {"slicer", words.slicer}, {"faces", f.triangles}};
}

Json stepJson(const RepairStep& s, const std::string& unit) {
  Json step = {{"step", nameOf(s.kind)},
               {"triangles_before", s.trianglesBefore},
               {"triangles_after", s.trianglesAfter},
               {"deviation_max_mm", s.deviation.maxMm},
               {"deviation_mean_mm", s.deviation.meanMm}};
  if (!s.note.empty()) step["note"] = s.note;
  for (const DroppedShell& d : s.dropped)
    step["dropped"].push_back({{"triangles", d.triangles},
                               {"volume_mm3", d.volumeMm3},
                               {"lower_" + unit, d.lower},
                               {"upper_" + unit, d.upper}});
  return step;
}

}  // namespace

std::string printJson(const PrintSubject& subject, const PrintReport& report, const std::vector<RepairStep>& steps) {
  Json json = Json::object();
  for (const auto& [key, value] : {std::pair{"source", subject.source}, std::pair{"file", subject.file},
                                   std::pair{"space", subject.space}, std::pair{"mark", subject.mark}})
    if (!value.empty()) json[key] = value;
  json["passes"] = report.passes();
  json["mesh"] = meshJson(report);
  json["printer_mm"] = report.options.printerMm;
  json["wall"] = thinJson(report, report.wall, report.options.thinnestWallMm, wallMethod());
  json["gap"] = thinJson(report, report.gap, report.options.narrowestGapMm, gapMethod());
  json["overhang"] = {{"beyond_degrees", kSteepestFreeDegrees},
                      {"area_mm2", report.overhang.areaMm2},
                      {"share", report.overhang.share},
                      {"upward", report.unit == "mm" ? "+z" : "the patient's +z"}};
  json["parts"] = {{"count", report.finding(PrintCheck::Parts).count}, {"limit", report.options.mostParts}};
  json["dust"] = {{"count", report.dust.count}, {"volume_mm3", report.dust.volumeMm3}, {"below_mm3", kDustMm3}};
  json["cavities"] = {{"count", report.cavities.count}, {"volume_mm3", report.cavities.volumeMm3}};
  json["field_edge"] = {{"area_mm2", report.cutMm2}};
  json["deviation"] = deviationJson(report);
  json["checks"] = Json::array();
  for (const PrintFinding& finding : report.findings) json["checks"].push_back(findingJson(finding));
  json["repair"] = Json::array();
  for (const RepairStep& step : steps) json["repair"].push_back(stepJson(step, report.unit));
  return json.dump(1) + "\n";
}

}  // namespace hipwright
