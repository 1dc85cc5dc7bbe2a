#include "engine/print/print_text.h"

#include <array>
#include <cstdio>

namespace hipwright {
namespace {

constexpr std::array<CheckWords, 19> kWords{{
    {"no_surface", "triangles", "PrusaSlicer: \"the file is empty\""},
    {"open_edges", "open edges", "PrusaSlicer: \"open edges\"; Cura: \"not watertight\""},
    {"non_manifold_edges", "non-manifold edges", "PrusaSlicer: \"non-manifold edges\"; Cura: \"not manifold\""},
    {"non_manifold_vertices", "non-manifold vertices", "Netfabb: \"non-manifold vertices\""},
    {"flipped_edges", "flipped edges", "PrusaSlicer: \"backwards edges\"; admesh: \"facets reversed\""},
    {"inside_out", "turned or nested shells",
     "Netfabb: \"negative volume\", \"inverted\", \"overlapping shells\"; admesh: \"facets reversed\""},
    {"degenerate_triangles", "degenerate triangles", "PrusaSlicer: \"degenerate facets\""},
    {"duplicate_triangles", "duplicate triangles", "Netfabb: \"double triangles\"; admesh: \"facets removed\""},
    {"self_intersections", "self-intersections",
     "Netfabb: \"self-intersections\"; Materialise: \"intersecting triangles\""},
    {"thin_walls", "triangles over too thin walls", "PrusaSlicer: \"thin walls\""},
    {"printer_size", "larger than the printer", "PrusaSlicer: \"object outside of the print volume\""},
    {"unit", "unit", "PrusaSlicer: \"the dimensions seem to be defined in inches\""},
    {"parts", "parts", "admesh: \"number of parts\"; Netfabb: \"shells\""},
    {"narrow_gaps", "triangles over too narrow gaps", "PrusaSlicer: \"slice gap closing\" fills them"},
    {"overhang", "overhang beyond 45 degrees", "PrusaSlicer: \"consider enabling supports\""},
    {"deviation", "deviation from the isosurface", "the repair moved the surface farther than printing needs"},
    {"dust", "specks", "Netfabb: \"noise shells\""},
    {"cavities", "closed cavities", "Materialise: \"trapped volumes\""},
    {"field_edge", "cut off by the field's edge", "a flat cap stands where the field ends"},
}};

template <class... Values>
std::string line(const char* format, Values... values) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), format, values...);
  return text.data();
}

long long wide(std::int64_t value) { return value; }

/// Too little to be a wall or a gap.
std::string spots(const char* name, const WallThickness& wall) {
  return line("none; %lld %s%s, %.1f mm2", wide(wall.thinSpots), name, wall.thinSpots == 1 ? "" : "s",
              wall.thinAreaMm2);
}

std::string answer(const PrintReport& r, const PrintFinding& f) {
  switch (f.check) {
    case PrintCheck::NoSurface: return f.count > 0 ? "none" : "";
    case PrintCheck::PrinterSize: return f.count > 0 ? "yes" : "no";
    case PrintCheck::Unit: return f.verdict == Verdict::Note ? "so small that it may be asked about" : "mm";
    case PrintCheck::ThinWalls:
      if (f.verdict == Verdict::Note) return spots("thin tip", r.wall);
      return line("%lld thinner than %g mm, %.1f mm2 in all", wide(f.count), r.options.thinnestWallMm,
                  r.wall.thinAreaMm2);
    case PrintCheck::NarrowGaps:
      if (f.verdict == Verdict::Note) return spots("narrow groove", r.gap);
      return line("%lld narrower than %g mm, %.1f mm2 in all", wide(f.count), r.options.narrowestGapMm,
                  r.gap.thinAreaMm2);
    case PrintCheck::Parts: return line("%lld, at most %d", wide(f.count), r.options.mostParts);
    case PrintCheck::Dust:
      return f.count == 0 ? "0" : line("%lld below %g mm3, %.1f mm3 in all", wide(f.count), kDustMm3, r.dust.volumeMm3);
    case PrintCheck::Cavities:
      return f.count == 0
                 ? "0"
                 : line("%lld, %.1f mm3 in all, where powder or resin stays", wide(f.count), r.cavities.volumeMm3);
    case PrintCheck::FieldEdge: return f.count == 0 ? "no" : line("%.1f mm2 of flat caps", r.cutMm2);
    case PrintCheck::Overhang: return line("%.1f %% of the surface, standing along z", 100 * r.overhang.share);
    case PrintCheck::Deviation:
      return r.deviation ? line("at most %.4f mm, mean %.5f mm", r.deviation->maxMm, r.deviation->meanMm)
                         : "not measured";
    default: return line("%lld", wide(f.count));
  }
}

std::string findingLine(const PrintReport& r, const PrintFinding& f) {
  if (f.check == PrintCheck::NoSurface && f.verdict == Verdict::Pass) return {};
  const CheckWords words = wordsOf(f.check);
  std::string text = line("  %s  %-30s %s", wordOf(f.verdict), words.label, answer(r, f).c_str());
  if (f.verdict == Verdict::Fail) text += line("   (%s)", words.slicer);
  return text + "\n";
}

std::string thinLine(const char* name, const char* none, const WallThickness& wall, const std::string& unit) {
  if (!wall.smallestMm) return line("  %-11s %s under %g mm", name, none, kWallReachMm) + "\n";
  const Vec3& p = wall.smallestAt;
  return line("  %-11s %.2f mm at [%.1f %.1f %.1f] %s\n", name, *wall.smallestMm, p[0], p[1], p[2], unit.c_str());
}

}  // namespace

CheckWords wordsOf(PrintCheck check) { return kWords.at(static_cast<std::size_t>(check)); }

const char* wordOf(Verdict verdict) {
  return verdict == Verdict::Pass ? "pass" : verdict == Verdict::Note ? "note" : "FAIL";
}

const char* wallMethod() {
  return "a ray from every triangle's centre inward along its normal to the other side, where that is parallel within "
         "30 degrees; the thinnest 4 mm2 of the surface are taken for tips of edges";
}

const char* gapMethod() {
  return "a ray from every triangle's centre outward along its normal to the next solid, where that is parallel within "
         "30 degrees; the narrowest 4 mm2 of the surface are taken for bottoms of grooves";
}

std::string printText(const PrintReport& r) {
  const Vec3 size = r.mesh.upper - r.mesh.lower;
  const Vec3& box = r.options.printerMm;
  std::string text = line("  size        %.2f x %.2f x %.2f mm; the printer's box is %g x %g x %g mm\n", size[0],
                          size[1], size[2], box[0], box[1], box[2]) +
                     line("  lies in     [%.2f %.2f %.2f] to [%.2f %.2f %.2f] %s\n", r.lower[0], r.lower[1], r.lower[2],
                          r.upper[0], r.upper[1], r.upper[2], r.unit.c_str()) +
                     line("  volume      %.2f ml, surface %.2f cm2\n", r.mesh.volumeMm3 / 1000, r.mesh.areaMm2 / 100) +
                     line("  triangles   %lld, vertices %lld, shells %lld, Euler number %lld\n", wide(r.mesh.triangles),
                          wide(r.mesh.vertices), wide(r.mesh.shells), wide(r.mesh.eulerNumber)) +
                     thinLine("thinnest", "no wall", r.wall, r.unit) + thinLine("narrowest", "no gap", r.gap, r.unit);
  for (const PrintFinding& finding : r.findings) text += findingLine(r, finding);
  text += line("  verdict     %s\n",
               r.isSolid() ? "closed, manifold, normals outward" : "a slicer would have to repair it");
  return text + line("  printing    %s\n", r.passes() ? "passes every check" : "fails; see the lines above");
}

std::string repairText(const std::vector<RepairStep>& steps, const std::string& unit) {
  std::string text;
  for (const RepairStep& s : steps) {
    text += line("  %-11s %lld -> %lld triangles, deviation at most %.4f mm, mean %.5f mm%s%s\n", nameOf(s.kind),
                 wide(s.trianglesBefore), wide(s.trianglesAfter), s.deviation.maxMm, s.deviation.meanMm,
                 s.note.empty() ? "" : "; ", s.note.c_str());
    for (const DroppedShell& d : s.dropped)
      text += line("    dropped   %lld triangles, %.3f ml, [%.1f %.1f %.1f] to [%.1f %.1f %.1f] %s\n",
                   wide(d.triangles), d.volumeMm3 / 1000, d.lower[0], d.lower[1], d.lower[2], d.upper[0], d.upper[1],
                   d.upper[2], unit.c_str());
  }
  return text;
}

}  // namespace hipwright
