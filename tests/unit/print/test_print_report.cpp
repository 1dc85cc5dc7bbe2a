// The print report on surfaces that are each wrong in one named way.
#include "engine/print/deviation.h"
#include "engine/print/fault_triangles.h"
#include "engine/print/print_json.h"
#include "engine/print/print_report.h"
#include "engine/print/print_text.h"
#include "engine/print/self_intersections.h"
#include "engine/print/triangle_tree.h"
#include "tests/unit/print/fixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

PrintReport reportOf(const Mesh& mesh, const PrintOptions& options = {}) {
  return reportForPrinting(mesh, options, {});
}

/// The checks that fail, by their keys.
std::set<std::string> failures(const Mesh& mesh, const PrintOptions& options = {}) {
  const PrintReport report = reportOf(mesh, options);
  std::set<std::string> out;
  for (const PrintFinding& f : report.findings)
    if (f.verdict == Verdict::Fail) out.insert(wordsOf(f.check).key);
  if (out.empty() != report.passes()) return {"passes() is wrong"};
  return out;
}

using Names = std::set<std::string>;

}  // namespace

class TestPrintReport : public QObject {
  Q_OBJECT

 private slots:
  void soundBoxPassesEverything() {
    const PrintReport r = reportOf(box({30, 20, 10}));
    QVERIFY2(r.passes(), printText(r).c_str());
    QCOMPARE(r.findings.size(), std::size_t{19});
    for (std::size_t i = 0; i < r.findings.size(); ++i) QCOMPARE(static_cast<std::size_t>(r.findings[i].check), i);
    QVERIFY(std::abs(*r.wall.smallestMm - 10) < 1e-9);
    QVERIFY(r.finding(PrintCheck::Unit).verdict == Verdict::Pass);
    QVERIFY(r.finding(PrintCheck::Parts).verdict == Verdict::Pass);
  }

  void nothingIsNoSurface() { QCOMPARE(failures({}), Names{"no_surface"}); }

  void cubeWithoutItsLidIsOpen() {
    const PrintReport r = reportOf(cubeWithoutItsLid());
    QCOMPARE(failures(cubeWithoutItsLid()), Names{"open_edges"});
    QCOMPARE(r.finding(PrintCheck::OpenEdges).count, 4);
    QCOMPARE(r.finding(PrintCheck::OpenEdges).triangles.size(), std::size_t{4});
  }

  void cubesThatShareAVertexMakeABowTie() {
    const Mesh bowTie = cubesThatShareAVertex();
    const PrintReport r = reportOf(bowTie);
    QCOMPARE(failures(bowTie), Names{"non_manifold_vertices"});
    QCOMPARE(r.finding(PrintCheck::NonManifoldVertices).count, 1);
    for (const std::uint32_t t : r.finding(PrintCheck::NonManifoldVertices).triangles) {
      const auto& c = bowTie.triangles[t];
      QVERIFY(std::find(c.begin(), c.end(), 7U) != c.end());
    }
  }

  void doubledTriangleIsNamedOnce() {
    const PrintReport r = reportOf(cubeWithADoubledTriangle());
    QCOMPARE(failures(cubeWithADoubledTriangle()), (Names{"duplicate_triangles", "non_manifold_edges"}));
    QVERIFY(r.finding(PrintCheck::DuplicateTriangles).triangles == std::vector<std::uint32_t>{12});
    QCOMPARE(r.finding(PrintCheck::NonManifoldEdges).count, 3);
  }

  void turnedFaceFlipsItsFourEdges() {
    QCOMPARE(failures(cubeWithATurnedFace()), Names{"flipped_edges"});
    const PrintReport r = reportOf(cubeWithATurnedFace());
    QCOMPARE(r.finding(PrintCheck::FlippedEdges).count, 4);
    QCOMPARE(r.finding(PrintCheck::FlippedEdges).triangles.size(), std::size_t{6});
  }

  void insideOutFailsForItsVolume() {
    const Names found = failures(insideOut(box({10, 10, 10})));
    QVERIFY(found.contains("inside_out") && !found.contains("flipped_edges"));
  }

  void onePartTurnedAmongOthersFails() {
    const Mesh cup = box({20, 20, 20}), stem = movedBy(box({10, 10, 60}), {40, 0, 0});
    QVERIFY(failures(together(cup, stem)).empty());
    const PrintReport r = reportOf(together(stem, insideOut(cup)));
    QVERIFY2(!r.passes() && !r.isSolid(), printText(r).c_str());
    QCOMPARE(r.finding(PrintCheck::InsideOut).count, 1);
    std::vector<std::uint32_t> marked;
    for (std::uint32_t t = 12; t < 24; ++t) marked.push_back(t);
    QVERIFY(r.finding(PrintCheck::InsideOut).triangles == marked);
    QVERIFY(printText(r).find("inverted") != std::string::npos);
    QCOMPARE(r.finding(PrintCheck::Parts).count, 2);
  }

  /// Outside, cavity, solid in the cavity: the sides alternate. A solid in a solid is there twice.
  void shellsFaceAsTheirDepthAsks() {
    const auto inner = [](double size, double at) { return movedBy(box({size, size, size}), {at, at, at}); };
    const Mesh outer = box({40, 40, 40}), hole = insideOut(inner(30, 5)), kernel = inner(10, 15);
    QVERIFY(failures(together(outer, hole)).empty());
    QVERIFY(failures(together(together(outer, hole), kernel)).empty());
    QCOMPARE(reportOf(together(together(outer, hole), kernel)).finding(PrintCheck::Parts).count, 2);
    QVERIFY(failures(together(outer, kernel)).contains("inside_out"));
    QVERIFY(failures(together(together(outer, hole), insideOut(kernel))).contains("inside_out"));
    const PrintReport r = reportOf(together(insideOut(outer), hole));
    QCOMPARE(r.finding(PrintCheck::InsideOut).count, 1);
    const PrintReport both = reportOf(insideOut(together(outer, hole)));
    QCOMPARE(both.finding(PrintCheck::InsideOut).count, 2);
  }

  /// The place of a shell is found beside a hole in the one around it, and on a rough surface.
  void ballInABallIsFoundThroughAHole() {
    Mesh open = ball({0, 0, 0}, 12);
    open.triangles.erase(open.triangles.begin() + 100, open.triangles.begin() + 120);
    QVERIFY(failures(together(open, ball({0, 0, 0}, 5))).contains("inside_out"));
    QVERIFY(!failures(together(open, insideOut(ball({0, 0, 0}, 5)))).contains("inside_out"));
  }

  void flatTriangleIsDegenerate() {
    const PrintReport r = reportOf(cubeWithAFlatTriangle());
    // The vertex in the middle lies on a side of the triangle beyond, which it is no corner of.
    QCOMPARE(failures(cubeWithAFlatTriangle()), (Names{"degenerate_triangles", "self_intersections"}));
    QVERIFY(r.finding(PrintCheck::DegenerateTriangles).triangles == std::vector<std::uint32_t>{13});
  }

  void ballsThatIntersectAreFound() {
    const Mesh m = ballsThatIntersect();
    QCOMPARE(failures(m), Names{"self_intersections"});
    const PrintFinding f = reportOf(m).finding(PrintCheck::SelfIntersections);
    for (const std::uint32_t t : f.triangles)
      QVERIFY(std::abs(m.vertices[m.triangles[t][0]][0] - 4.5) < 2.5);  // near the circle where they meet
    QVERIFY(selfIntersections(together(ball({0, 0, 0}, 8), ball({17, 0, 0}, 8)), {}).empty());
  }

  void kindsOfIntersectionBetweenTwoTriangles() {
    const auto pairs = [](const Mesh& m) { return selfIntersections(m, {}).size(); };
    const std::vector<Vec3> p{{0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {1, 1, -1},
                              {1, 1, 1}, {9, 9, 1}, {3, 3, 0}, {1, 0.5, 0}};
    QCOMPARE(pairs({p, {{0, 1, 2}, {3, 4, 5}}}), std::size_t{1});  // pierced
    QCOMPARE(pairs({p, {{0, 1, 2}, {0, 4, 5}}}), std::size_t{0});  // meet in a vertex
    QCOMPARE(pairs({p, {{0, 1, 2}, {0, 3, 4}}}), std::size_t{1});  // and pierced by the far side
    QCOMPARE(pairs({p, {{0, 1, 2}, {1, 0, 4}}}), std::size_t{0});  // meet in an edge
    QCOMPARE(pairs({p, {{0, 1, 2}, {2, 1, 6}}}), std::size_t{0});  // flat, side by side
    QCOMPARE(pairs({p, {{0, 1, 2}, {1, 0, 7}}}), std::size_t{1});  // folded upon each other
  }

  void plateOfKnownThickness_data() {
    QTest::addColumn<double>("mm");
    for (const double mm : {0.3, 1.7, 12.0}) QTest::newRow(qPrintable(QString::number(mm))) << mm;
  }

  void plateOfKnownThickness() {
    QFETCH(double, mm);
    const PrintReport r = reportOf(box({mm, 40, 50}));
    QVERIFY(std::abs(*r.wall.smallestMm - mm) < 1e-9);
    QCOMPARE(r.passes(), mm > 0.4);
    QCOMPARE(r.finding(PrintCheck::ThinWalls).count, mm > 0.4 ? 0 : 4);
  }

  void thickPlateOfAFieldHasItsThickness() {
    const Volume field = sampled(poses()[2].geometry, {15, 41, 41}, plate(1.9, 15));
    const PrintReport r = reportOf(extractSurface(field, 0, {}));
    QVERIFY2(std::abs(*r.wall.smallestMm - 3.8) < 0.2, printText(r).c_str());
    QVERIFY(r.passes());
  }

  /// Fins too small to be walls: they are counted, and the smallest wall is that of the block.
  void thinTipsAreNamedAsSuch() {
    Mesh block = box({30, 20, 10});
    for (const double x : {0.0, 5.0}) block = together(block, movedBy(box({0.3, 1, 0.5}), {x, 0, 20}));
    const PrintReport r = reportForPrinting(block, {.mostParts = 3}, {});
    QVERIFY(r.passes() && r.finding(PrintCheck::ThinWalls).verdict == Verdict::Note);
    QCOMPARE(r.wall.thinSpots, std::int64_t{2 * 2});  // both sides of each
    QVERIFY(std::abs(r.wall.thinAreaMm2 - 2.0) < 1e-9);
    QVERIFY2(printText(r).find("none; 4 thin tips, 2.0 mm2\n") != std::string::npos, printText(r).c_str());
    QCOMPARE(reportOf(box({0.3, 40, 50})).wall.thinSpots, std::int64_t{2});
    QCOMPARE(reportOf(box({3, 40, 50})).wall.thinSpots, std::int64_t{0});
  }

  void solidThickerThanTheReachHasNoThinnestWall() {
    QVERIFY(!reportOf(box({60, 60, 60})).wall.smallestMm.has_value());
  }

  void gapOfKnownWidth_data() { plateOfKnownThickness_data(); }

  /// Between two blocks that face each other; the air beside them is no gap.
  void gapOfKnownWidth() {
    QFETCH(double, mm);
    const Mesh blocks = together(box({30, 20, 10}), movedBy(box({30, 20, 10}), {30 + mm, 0, 0}));
    const PrintReport r = reportOf(blocks);
    QVERIFY(std::abs(*r.gap.smallestMm - mm) < 1e-9);
    QVERIFY(std::abs(*r.wall.smallestMm - 10) < 1e-9);
    QCOMPARE(failures(blocks), mm > 0.4 ? Names{} : Names{"narrow_gaps"});
    QCOMPARE(r.finding(PrintCheck::NarrowGaps).count, mm > 0.4 ? 0 : 4);
    QVERIFY(mm > 0.4 || std::abs(r.gap.thinAreaMm2 - 2 * 20 * 10) < 1e-9);
  }

  void cavityIsAGapOfItsSize() {
    const Mesh hollow = together(box({30, 30, 30}), movedBy(insideOut(box({10, 10, 4})), {10, 10, 10}));
    QVERIFY(std::abs(*reportOf(hollow).gap.smallestMm - 4) < 1e-9);
    QVERIFY(!reportOf(box({30, 30, 30})).gap.smallestMm.has_value());
  }

  void fieldGapHasItsWidth() {
    const Mesh balls = together(ball({0, 0, 0}, 10), movedBy(ball({0, 0, 0}, 10), {21.5, 0, 0}));
    const auto gap = reportOf(balls).gap.smallestMm;
    QVERIFY2(gap && *gap > 1.4 && *gap < 2.0, printText(reportOf(balls)).c_str());  // 4 mm2 around the nearest points
  }

  void boxOnThePlateHangsNowhere() {
    QVERIFY(reportOf(box({30, 20, 10})).overhang.triangles.empty());
    QVERIFY(reportOf(box({30, 20, 10})).finding(PrintCheck::Overhang).verdict == Verdict::Pass);
  }

  /// A table: only the underside of its top hangs, and the note does not fail the report.
  void undersideOfATableHangs() {
    const Mesh table = together(box({10, 10, 20}), movedBy(box({40, 30, 5}), {0, 0, 20.5}));
    const PrintReport r = reportOf(table);
    QVERIFY(r.passes() && r.finding(PrintCheck::Overhang).verdict == Verdict::Note);
    QCOMPARE(r.overhang.triangles.size(), std::size_t{2});
    QVERIFY(std::abs(r.overhang.areaMm2 - 40 * 30) < 1e-9);
    QVERIFY(std::abs(r.overhang.share - 1200 / r.mesh.areaMm2) < 1e-12);
  }

  /// The cap of a sphere within 45 degrees of its lowest point is (1 - cos 45) / 2 of it; the plate carries a little.
  void lowerCapOfABallHangs() {
    const double share = reportOf(ball({0, 0, 0}, 20)).overhang.share;
    const double cap = (1 - std::sqrt(0.5)) / 2, carried = kPlateMm / (2 * 20);
    QVERIFY2(share > cap - carried - 0.01 && share < cap + 0.005, qPrintable(QString::number(share)));
  }

  void slopeOfFortyFiveDegreesIsFree() {
    Mesh wedge = box({20, 20, 20});
    for (const std::size_t v : {std::size_t{4}, std::size_t{6}}) wedge.vertices[v][0] = -20;  // leans out by its height
    QVERIFY(reportOf(wedge).overhang.triangles.empty());
    for (const std::size_t v : {std::size_t{4}, std::size_t{6}}) wedge.vertices[v][0] = -21;
    QCOMPARE(reportOf(wedge).overhang.triangles.size(), std::size_t{2});
  }

  void deviationBeyondTheLimitFails() {
    PrintReport r = reportOf(box({30, 20, 10}));
    QVERIFY(!r.deviation && r.finding(PrintCheck::Deviation).verdict == Verdict::Note && r.passes());
    QVERIFY(printText(r).find("not measured") != std::string::npos);
    addDeviation(r, {0.1, 0.01});
    QVERIFY(r.passes() && r.deviation->maxMm == 0.1);
    addDeviation(r, {0.10000000000000003, 0.01});  // what a bound of 0.1 leaves after rounding
    QVERIFY(r.passes());
    addDeviation(r, {0.11, 0.01});
    QVERIFY(!r.passes() && r.finding(PrintCheck::Deviation).verdict == Verdict::Fail);
    QVERIFY(printText(r).find("FAIL  deviation from the isosurface") != std::string::npos);
  }

  void printerBoxMayBeFilledInAnyDirection() {
    QVERIFY(failures(box({200, 30, 245})).empty());
    QCOMPARE(failures(box({30, 30, 251})), Names{"printer_size"});
    QCOMPARE(failures(box({30, 30, 30}), {.printerMm = {20, 40, 40}}), Names{"printer_size"});
  }

  void tinyPartMayBeAskedAboutItsUnit() {
    const PrintReport r = reportOf(box({2, 2, 2}));
    QVERIFY(r.finding(PrintCheck::Unit).verdict == Verdict::Note && r.passes());
  }

  void partsAreCountedWithoutCavities() {
    const Mesh hollow = together(box({30, 30, 30}), movedBy(insideOut(box({10, 10, 10})), {10, 10, 10}));
    QCOMPARE(reportOf(hollow).finding(PrintCheck::Parts).count, 1);
    const PrintReport two = reportOf(together(hollow, movedBy(box({5, 5, 5}), {50, 0, 0})));
    QCOMPARE(two.finding(PrintCheck::Parts).count, 2);
    QVERIFY(two.finding(PrintCheck::Parts).verdict == Verdict::Note && two.passes());
  }

  void specksAreNotedAndTooManyPartsFail() {
    const Mesh stem = box({30, 20, 10}), speck = movedBy(box({2, 2, 2}), {60, 0, 0});
    const PrintReport one = reportOf(together(stem, speck));
    QVERIFY(one.passes() && one.finding(PrintCheck::Dust).verdict == Verdict::Note);
    QCOMPARE(one.dust.count, 1);
    QVERIFY(std::abs(one.dust.volumeMm3 - 8) < 1e-9);
    QCOMPARE(one.finding(PrintCheck::Dust).triangles.front(), 12U);
    Mesh many = together(stem, movedBy(stem, {0, 40, 0}));
    for (int i = 0; i < 300; ++i) many = together(many, movedBy(box({1, 1, 1}), {50, 2.0 * i - 300, 0}));
    QCOMPARE(failures(many, {.printerMm = {900, 900, 900}}), Names{"parts"});
    const PrintReport dusty = reportOf(many);
    QCOMPARE(dusty.dust.count, 300);
    QCOMPARE(dusty.finding(PrintCheck::Parts).count, 302);
    QCOMPARE(dusty.finding(PrintCheck::Parts).triangles.size(), std::size_t{3600});
    QVERIFY(failures(many, {.printerMm = {900, 900, 900}, .mostParts = 302}).empty());
    QVERIFY(printText(dusty).find("300 below 100 mm3, 300.0 mm3 in all") != std::string::npos);
    QCOMPARE(reportOf(box({2, 2, 2})).dust.count, 0);  // all there is, is no speck
  }

  void closedCavityIsNoted() {
    const Mesh hollow = together(box({30, 30, 30}), movedBy(insideOut(box({10, 10, 10})), {10, 10, 10}));
    const PrintReport r = reportOf(hollow);
    QVERIFY(r.passes() && r.finding(PrintCheck::Cavities).verdict == Verdict::Note);
    QCOMPARE(r.cavities.count, 1);
    QVERIFY(std::abs(r.cavities.volumeMm3 - 1000) < 1e-9);
    QCOMPARE(r.finding(PrintCheck::Cavities).triangles.size(), std::size_t{12});
    QVERIFY(printText(r).find("1, 1000.0 mm3 in all") != std::string::npos);
    QCOMPARE(reportOf(box({30, 30, 30})).cavities.count, 0);
  }

  void surfaceCutByItsFieldsEdgeIsNoted() {
    const Geometry whole{{31, 31, 31}, {1, 1, 1}, {5, 6, 7}, kIdentity3};
    Geometry half = whole;
    half.size[2] = 12;
    const Volume cut = sampled(half, half.size, sphere({0, 0, 5}, 8));
    PrintReport r = reportOf(extractSurface(cut, 0, {}));
    QVERIFY(r.finding(PrintCheck::FieldEdge).verdict == Verdict::Pass);  // it does not know itself
    const FieldEdge edge = findFieldEdge(extractSurface(cut, 0, {}), cut.geometry);
    addFieldEdge(r, edge);
    QVERIFY(r.finding(PrintCheck::FieldEdge).verdict == Verdict::Note && edge.areaMm2 > 100);
    QVERIFY(printText(r).find("mm2 of flat caps") != std::string::npos);
    const Volume all = sampled(whole, whole.size, sphere({0, 0, 0}, 8));
    QVERIFY(findFieldEdge(extractSurface(all, 0, {}), all.geometry).triangles.empty());
  }

  void countsAgreeWithCheckMesh() {
    const Mesh broken = together(together(cubeWithoutItsLid(), cubesThatShareAVertex()), cubeWithADoubledTriangle());
    const MeshReport m = checkMesh(broken);
    const PrintReport r = reportOf(broken);
    QCOMPARE(r.finding(PrintCheck::OpenEdges).count, m.openEdges);
    QCOMPARE(r.finding(PrintCheck::NonManifoldVertices).count, m.nonManifoldVertices);
    QCOMPARE(r.finding(PrintCheck::NonManifoldEdges).count, m.nonManifoldEdges);
  }

  void textAndJsonSayTheSame() {
    const PrintReport r = reportOf(cubeWithoutItsLid());
    const std::string text = printText(r);
    QVERIFY(text.find("FAIL  open edges") != std::string::npos);
    QVERIFY(text.find("watertight") != std::string::npos && text.find("fails; see") != std::string::npos);
    const auto json = QJsonDocument::fromJson(printJson({"a", "b", "LPS", ""}, r, {}).c_str()).object();
    QCOMPARE(json["passes"].toBool(true), false);
    const QJsonObject open = json["checks"].toArray()[1].toObject();
    QCOMPARE(open["check"].toString(), QString("open_edges"));
    QCOMPARE(open["verdict"].toString(), QString("fail"));
    QCOMPARE(open["faces"].toArray().size(), 4);
    QVERIFY(!json.contains("mark") && json["wall"].toObject()["method"].isString());
  }

  void deviationOfConcentricBallsIsTheirGap() {
    const Mesh inner = ball({0, 0, 0}, 12, 0.7), outer = ball({0, 0, 0}, 12.5, 0.7);
    const Deviation d = deviationFrom(inner, TriangleTree(inner), outer, {});
    QVERIFY(std::abs(d.meanMm - 0.5) < 0.02 && d.maxMm > 0.49 && d.maxMm < 0.55);
    QCOMPARE(deviationFrom(inner, TriangleTree(inner), inner, {}).maxMm, 0.0);
    QVERIFY(std::isinf(deviationFrom(inner, TriangleTree(inner), {}, {}).maxMm));
  }

  /// A part that is gone counts: distances are taken both ways.
  void deviationSeesWhatIsMissing() {
    const Mesh both = together(box({10, 10, 10}), movedBy(box({10, 10, 10}), {40, 0, 0}));
    QVERIFY(deviationFrom(both, TriangleTree(both), box({10, 10, 10}), {}).maxMm > 39);
  }
};

QTEST_APPLESS_MAIN(TestPrintReport)
#include "test_print_report.moc"
