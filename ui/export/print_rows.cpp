#include "ui/export/print_rows.h"

#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace hipwright {
namespace {

/// Gives the free functions of this file a context for translations.
class PrintRows {
  Q_DECLARE_TR_FUNCTIONS(PrintRows)
};

QString mmText(double mm) { return QString("%1 mm").arg(numberText(mm, 2)); }

/// The worst verdict of several findings, all their triangles, and their sum.
PrintRow joined(const PrintReport& report, std::initializer_list<PrintCheck> checks) {
  PrintRow row;
  std::int64_t count = 0;
  for (const PrintCheck check : checks) {
    const PrintFinding& finding = report.finding(check);
    row.verdict = std::max(row.verdict, finding.verdict);
    row.triangles.insert(row.triangles.end(), finding.triangles.begin(), finding.triangles.end());
    count += finding.count;
  }
  std::sort(row.triangles.begin(), row.triangles.end());
  row.triangles.erase(std::unique(row.triangles.begin(), row.triangles.end()), row.triangles.end());
  row.found = QString::number(count);
  return row;
}

QString windingText(const PrintReport& report) {
  const std::int64_t flipped = report.finding(PrintCheck::FlippedEdges).count;
  if (flipped > 0) return PrintRows::tr("%n flipped edge(s)", nullptr, int(flipped));
  const QString volume = PrintRows::tr("%1 cm³").arg(numberText(report.mesh.volumeMm3 / 1000, 1));
  const std::int64_t turned = report.finding(PrintCheck::InsideOut).count;
  if (turned == 0) return PrintRows::tr("outward, %1").arg(volume);
  return turned < report.mesh.shells ? PrintRows::tr("%n shell(s) turned or nested", nullptr, int(turned))
                                     : PrintRows::tr("inward, %1").arg(volume);
}

QString thicknessText(const WallThickness& wall) {
  if (!wall.smallestMm && !wall.tooThin.empty())
    return PrintRows::tr("%1 mm² below it").arg(wall.thinAreaMm2, 0, 'f', 1);
  return wall.smallestMm ? mmText(*wall.smallestMm)
                         : PrintRows::tr("none below %1 mm").arg(numberText(kWallReachMm, 0));
}

bool isSpotsAlone(const WallThickness& wall) { return wall.thinSpots > 0 && wall.thinAreaMm2 < kThinSpotMm2; }

/// What is thinner than needed although the smallest wall is not.
QString wallText(const WallThickness& wall) {
  const QString text = thicknessText(wall);
  return isSpotsAlone(wall) ? PrintRows::tr("%1, %n thin tip(s)", nullptr, int(wall.thinSpots)).arg(text) : text;
}

QString gapText(const WallThickness& gap) {
  const QString text = thicknessText(gap);
  return isSpotsAlone(gap) ? PrintRows::tr("%1, %n groove(s)", nullptr, int(gap.thinSpots)).arg(text) : text;
}

QString withSpots(const QString& detail, const WallThickness& wall) {
  if (!isSpotsAlone(wall)) return detail;
  return PrintRows::tr("%1 Here they come to %2 mm².").arg(detail, numberText(wall.thinAreaMm2, 1));
}

QString sumText(const ShellSum& sum) {
  return PrintRows::tr("%1, %2 cm³").arg(sum.count).arg(numberText(sum.volumeMm3 / 1000, 3));
}

QString overhangText(double share) {
  if (share <= 0) return PrintRows::tr("none");
  const double percent = 100 * share;
  return PrintRows::tr("%1 % of the surface").arg(numberText(percent, percent < 1 ? 1 : 0));
}

/// Names, what is needed and how it is measured, in the order of the table.
std::vector<PrintRow> frame(const PrintOptions& options) {
  std::vector<PrintRow> rows(11);
  auto name = [&rows, at = std::size_t{0}](const QString& text, const QString& needed, const QString& detail) mutable {
    rows[at].name = text;
    rows[at].needed = needed;
    rows[at++].detail = detail;
  };
  name(PrintRows::tr("Open edges"), "0", PrintRows::tr("Edges with a single triangle: the surface has a hole there."));
  name(PrintRows::tr("Non-manifold edges and vertices"), "0",
       PrintRows::tr("Places where more than two sheets of the surface meet."));
  name(PrintRows::tr("Self-intersections"), "0", PrintRows::tr("Pairs of triangles that cut through each other."));
  name(PrintRows::tr("Degenerate or duplicate triangles"), "0",
       PrintRows::tr("Triangles without area, and triangles that are there twice."));
  name(PrintRows::tr("Winding and signed volume"), PrintRows::tr("positive"),
       PrintRows::tr("The triangles of every part look outward and those of its cavities inward, and no solid lies in "
                     "another: each volume is positive."));
  name(PrintRows::tr("Shells"), PrintRows::tr("at most %1").arg(options.mostParts),
       PrintRows::tr("Parts that do not touch each other; each is printed by itself."));
  name(PrintRows::tr("Smallest wall"), mmText(options.thinnestWallMm),
       PrintRows::tr("Straight inward from the middle of every triangle to a parallel side. Tips of edges, up to "
                     "4 mm² in all, are left out."));
  name(PrintRows::tr("Smallest gap"), mmText(options.narrowestGapMm),
       PrintRows::tr("Straight outward from the middle of every triangle to a parallel side. Bottoms of grooves, up to "
                     "4 mm² in all, are left out."));
  name(PrintRows::tr("Deviation from the isosurface"), mmText(options.mostDeviationMm),
       PrintRows::tr(
           "How far the saved surface, and then a repair, lie from the surface of the distance field, at most and "
           "both ways. Not measured where the field cannot be read."));
  name(PrintRows::tr("Overhang beyond 45°"), PrintRows::tr("supports"),
       PrintRows::tr("Surface that looks downward by more than 45° while the part stands as it lies in the file, "
                     "along the patient's axis to the head."));
  name(PrintRows::tr("Fits the printer, %1").arg(extentText(options.printerMm, 0)), {},
       PrintRows::tr("The part may be turned by quarter turns."));
  return rows;
}

void fill(PrintRow& row, PrintRow with) {
  row.found = std::move(with.found);
  row.verdict = with.verdict;
  row.triangles = std::move(with.triangles);
}

}  // namespace

QString extentText(const Vec3& sizeMm, int decimals) {
  return QString("%1 × %2 × %3 mm")
      .arg(numberText(sizeMm[0], decimals), numberText(sizeMm[1], decimals), numberText(sizeMm[2], decimals));
}

std::vector<PrintRow> pendingRows(const PrintOptions& options) { return frame(options); }

std::vector<PrintRow> printRows(const PrintReport& report) {
  using enum PrintCheck;
  if (report.finding(NoSurface).verdict == Verdict::Fail)
    return {{PrintRows::tr("Surface"), PrintRows::tr("none"), PrintRows::tr("one"), {}, Verdict::Fail, {}}};
  std::vector<PrintRow> rows = frame(report.options);
  const auto put = [&](std::size_t at, PrintRow row, const QString& found = {}) {
    if (!found.isNull()) row.found = found;
    fill(rows[at], std::move(row));
  };
  put(0, joined(report, {OpenEdges}));
  put(1, joined(report, {NonManifoldEdges, NonManifoldVertices}));
  put(2, joined(report, {SelfIntersections}));
  put(3, joined(report, {DegenerateTriangles, DuplicateTriangles}));
  put(4, joined(report, {FlippedEdges, InsideOut}), windingText(report));
  put(5, joined(report, {Parts}));
  put(6, joined(report, {ThinWalls}), wallText(report.wall));
  rows[6].detail = withSpots(rows[6].detail, report.wall);
  put(7, joined(report, {NarrowGaps}), gapText(report.gap));
  rows[7].detail = withSpots(rows[7].detail, report.gap);
  put(8, joined(report, {PrintCheck::Deviation}),
      report.deviation ? PrintRows::tr("%1 mm max").arg(numberText(report.deviation->maxMm, 2))
                       : PrintRows::tr("not measured"));
  put(9, joined(report, {PrintCheck::Overhang}), overhangText(report.overhang.share));
  put(10, joined(report, {PrinterSize}), extentText(report.mesh.upper - report.mesh.lower, 1));
  if (report.finding(Unit).verdict != Verdict::Pass)
    rows.push_back({PrintRows::tr("Unit"),
                    PrintRows::tr("very small"),
                    "mm",
                    PrintRows::tr("So small a part that a slicer may ask whether inches were meant."),
                    Verdict::Note,
                    {}});
  const auto note = [&](PrintCheck check, const QString& name, const QString& found, const QString& detail) {
    if (report.finding(check).verdict == Verdict::Pass) return;
    PrintRow row = joined(report, {check});
    rows.push_back({name, found, {}, detail, row.verdict, std::move(row.triangles)});
  };
  note(Dust, PrintRows::tr("Specks"), sumText(report.dust),
       PrintRows::tr("Parts below 0.1 cm³: scraps of the field, each printed by itself. A repair can leave them out."));
  note(PrintCheck::FieldEdge, PrintRows::tr("Cut off by the field's edge"),
       PrintRows::tr("%1 mm²").arg(numberText(report.cutMm2, 1)),
       PrintRows::tr("The distance field ends before the implant does: a flat cap closes it there."));
  note(Cavities, PrintRows::tr("Closed cavities"), sumText(report.cavities),
       PrintRows::tr("Hollows without a way out: powder or resin stays in them."));
  return rows;
}

PrintCounts countsOf(const std::vector<PrintRow>& rows) {
  PrintCounts counts;
  for (const PrintRow& row : rows)
    ++(row.verdict == Verdict::Fail ? counts.failed : row.verdict == Verdict::Note ? counts.notes : counts.passed);
  return counts;
}

}  // namespace hipwright
