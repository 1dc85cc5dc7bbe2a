// The true implants of random hips print as they are: every check passes without repair.
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/print/print_report.h"
#include "engine/print/print_text.h"
#include "engine/surface/isosurface.h"

#include <QTest>

#include <algorithm>

using namespace hipwright;

class TestPhantomPrints : public QObject {
  Q_OBJECT

 private slots:
  void fiftyTrueImplantsPassWithoutRepair() {
    constexpr std::uint64_t kFirstSeed = 4000, kCount = 50;
    std::vector<double> walls;
    std::int64_t triangles = 0;
    double thinArea = 0;
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kCount; ++seed) {
      const PhantomParameters parameters = drawParameters(seed);
      const Volume sdf = sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), {});
      const PrintReport report = reportForPrinting(extractSurface(sdf, 0, {}), {}, {});
      QVERIFY2(report.passes(), (std::to_string(seed) + "\n" + printText(report)).c_str());
      QVERIFY(report.wall.smallestMm.has_value());
      walls.push_back(*report.wall.smallestMm);
      thinArea = std::max(thinArea, report.wall.thinAreaMm2);
      triangles += report.mesh.triangles;
    }
    std::sort(walls.begin(), walls.end());
    qInfo(
        "%d implants, %lld triangles: no fault; smallest wall %.2f mm at worst, %.2f mm in the median; thin tips %.2f "
        "mm2 at most",
        static_cast<int>(kCount), static_cast<long long>(triangles), walls.front(), walls[walls.size() / 2], thinArea);
  }
};

QTEST_APPLESS_MAIN(TestPhantomPrints)
#include "test_phantom_prints.moc"
