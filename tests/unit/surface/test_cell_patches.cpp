// The patches of all 256 configurations, and the rule that keeps the mesh 2-manifold.
#include "engine/core/numeric.h"
#include "engine/surface/cell_patches.h"
#include "engine/surface/cell_vertex.h"

#include <QTest>

#include <algorithm>
#include <bit>

using namespace hipwright;

namespace {

int crossedEdges(CellConfiguration c) {
  int count = 0;
  for (int edge = 0; edge < 12; ++edge) count += isCrossed(c, edge) ? 1 : 0;
  return count;
}

/// Inside corners that cell edges connect form one group: what a patch per group would enclose.
int insideGroups(CellConfiguration c) {
  std::array<int, 8> group{0, 1, 2, 3, 4, 5, 6, 7};
  for (int edge = 0; edge < 12; ++edge) {
    const CellEdge e = cellEdge(edge);
    if (isInside(c, e.low) && isInside(c, e.high))
      std::replace(group.begin(), group.end(), int{group[e.high]}, int{group[e.low]});
  }
  int count = 0;
  for (int corner = 0; corner < 8; ++corner)
    count += isInside(c, corner) && std::count(group.begin(), group.begin() + corner, group[corner]) == 0;
  return count;
}

/// The ends of the stretches on which a patch can cross its edges.
std::vector<Vec3> reachOf(const CellPatches& patches, int patch) {
  std::vector<Vec3> out;
  for (int edge = 0; edge < 12; ++edge) {
    if (patches.patchOfEdge[edge] != patch) continue;
    const int corner = cellEdge(edge).low;
    for (const double along : {kCrossingMargin, 1 - kCrossingMargin}) {
      Vec3 p{static_cast<double>(corner & 1), static_cast<double>(corner >> 1 & 1),
             static_cast<double>(corner >> 2 & 1)};
      p[edge / 4] = along;
      out.push_back(p);
    }
  }
  return out;
}

/// Whether a plane with a small whole normal has the points on different sides.
bool aPlaneSeparates(const std::vector<Vec3>& a, const std::vector<Vec3>& b) {
  constexpr int kMost = 2;
  for (int x = -kMost; x <= kMost; ++x)
    for (int y = -kMost; y <= kMost; ++y)
      for (int z = -kMost; z <= kMost; ++z) {
        const Vec3 normal{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        const auto lower = [&](const Vec3& p, const Vec3& q) { return dot(normal, p) < dot(normal, q); };
        const Vec3 highestA = *std::max_element(a.begin(), a.end(), lower);
        const Vec3 lowestB = *std::min_element(b.begin(), b.end(), lower);
        if (dot(normal, lowestB) - dot(normal, highestA) > kCrossingMargin / 2) return true;
      }
  return false;
}

}  // namespace

class TestCellPatches : public QObject {
  Q_OBJECT

 private slots:
  void edgesJoinNeighbouringCorners() {
    for (int edge = 0; edge < 12; ++edge) {
      const CellEdge e = cellEdge(edge);
      QCOMPARE(e.low ^ e.high, 1 << edge / 4);
      QVERIFY(e.low < e.high);
      for (int other = 0; other < edge; ++other)
        QVERIFY(cellEdge(other).low != e.low || cellEdge(other).high != e.high);
    }
  }

  void everyCrossedEdgeHasAPatchOfAtLeastThree() {
    const CellPatchTable& table = cellPatchTable();
    for (int c = 0; c < 256; ++c)
      for (const CellPatches& patches : {table.separated[c], table.joined[c]}) {
        std::array<int, 4> sizes{};
        QVERIFY(patches.count <= 4);
        for (int edge = 0; edge < 12; ++edge) {
          const bool crossed = isCrossed(static_cast<CellConfiguration>(c), edge);
          QCOMPARE(patches.patchOfEdge[edge] != kNoPatch, crossed);
          if (crossed) ++sizes.at(patches.patchOfEdge[edge]);
        }
        for (int p = 0; p < 4; ++p) QCOMPARE(sizes[p] >= 3, p < patches.count);
      }
  }

  void separatingGivesEachIsolatedCornerItsOwnPatch() {
    const CellPatchTable& table = cellPatchTable();
    for (int c = 0; c < 256; ++c) {
      const auto configuration = static_cast<CellConfiguration>(c);
      if (std::popcount(configuration) <= 4 && crossedEdges(configuration) == 3 * std::popcount(configuration))
        QCOMPARE(int{table.separated[c].count}, insideGroups(configuration));
    }
  }

  void diagonalCornersAreSeparatedUnlessJoined() {
    QCOMPARE(int{derivePatches(0b00001001, kNoFace).count}, 2);  // corners 0 and 3: diagonal on the lower z face
    QCOMPARE(int{derivePatches(0b00001001, 4).count}, 1);
    QCOMPARE(int{derivePatches(0b10000001, kNoFace).count}, 2);  // opposite corners: no ambiguous face
  }

  /// What the mesh needs: where both cells at a face have their problem face there, joining cures both, and makes no
  /// new problem on another face, which the neighbour there could not know of.
  void joiningTheProblemFaceCuresIt() {
    const CellPatchTable& table = cellPatchTable();
    int problems = 0;
    for (int c = 0; c < 256; ++c) {
      const auto configuration = static_cast<CellConfiguration>(c);
      int met = 0;
      for (int face = 0; face < 6; ++face) {
        met += meetsTwice(configuration, table.separated[c], face) ? 1 : 0;
        QVERIFY(!meetsTwice(configuration, table.joined[c], face));
      }
      QCOMPARE(met, table.problemFace[c] == kNoFace ? 0 : 1);
      problems += met;
    }
    qInfo("%d of 256 configurations have a problem face", problems);
    QVERIFY(problems > 0);
  }

  /// What keeps the surface from meeting itself in a cell with several patches, wherever its edges are crossed.
  void hullsOfDifferentPatchesAreApart() {
    const CellPatchTable& table = cellPatchTable();
    int pairs = 0;
    for (int c = 0; c < 256; ++c)
      for (const CellPatches& patches : {table.separated[c], table.joined[c]})
        for (int a = 0; a < patches.count; ++a)
          for (int b = 0; b < a; ++b, ++pairs)
            QVERIFY2(aPlaneSeparates(reachOf(patches, a), reachOf(patches, b)), qPrintable(QString::number(c)));
    QVERIFY(pairs > 0);
  }
};

QTEST_APPLESS_MAIN(TestCellPatches)
#include "test_cell_patches.moc"
