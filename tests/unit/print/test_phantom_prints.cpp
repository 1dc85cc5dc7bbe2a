// The true implants of random hips print as they are: every check passes without repair.
#include "engine/core/platform.h"
#include "engine/io/mesh_file.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/print/print_report.h"
#include "engine/print/print_text.h"
#include "engine/print/repair.h"
#include "engine/surface/isosurface.h"
#include "tests/support/slicers.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

constexpr std::uint64_t kFirstSeed = 4000, kCount = 50;

Mesh trueImplant(std::uint64_t seed) {
  const PhantomParameters parameters = drawParameters(seed);
  return extractSurface(sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), {}), 0, {});
}

}  // namespace

class TestPhantomPrints : public QObject {
  Q_OBJECT

 private slots:
  void fiftyTrueImplantsPassWithoutRepair() {
    std::vector<double> walls;
    double narrowest = kWallReachMm, overhang = 0;
    std::int64_t triangles = 0;
    double thinArea = 0;
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kCount; ++seed) {
      const PrintReport report = reportForPrinting(asStored(trueImplant(seed)), {}, {});
      QVERIFY2(report.passes(), (std::to_string(seed) + "\n" + printText(report)).c_str());
      QVERIFY(report.wall.smallestMm.has_value());
      walls.push_back(*report.wall.smallestMm);
      thinArea = std::max(thinArea, report.wall.thinAreaMm2);
      narrowest = std::min(narrowest, report.gap.smallestMm.value_or(kWallReachMm));
      overhang = std::max(overhang, report.overhang.share);
      triangles += report.mesh.triangles;
    }
    std::sort(walls.begin(), walls.end());
    qInfo(
        "%d implants, %lld triangles: no fault; smallest wall %.2f mm at worst, %.2f mm in the median; thin tips %.2f "
        "mm2 at most; narrowest gap %.2f mm; overhang at most %.0f %%",
        static_cast<int>(kCount), static_cast<long long>(triangles), walls.front(), walls[walls.size() / 2], thinArea,
        narrowest, 100 * overhang);
  }

  /// A bound as large as what printing allows.
  void smoothedImplantsPass() {
    for (const std::uint64_t seed : {900001, 4000, 4010, 4020}) {
      RepairOptions options;
      options.smoothMm = 0.1;
      const Repaired smooth = repair(trueImplant(seed), options, {});
      PrintReport report = reportForPrinting(asStored(smooth.mesh), {}, {});
      addDeviation(report, smooth.steps.back().deviation);
      QVERIFY2(report.passes(), (std::to_string(seed) + "\n" + printText(report)).c_str());
    }
  }

  void slicersTakeThemAsTheyAre_data() {
    QTest::addColumn<QString>("program");
    for (const char* program : {"admesh", "prusa-slicer"}) QTest::newRow(program) << program;
  }

  void slicersTakeThemAsTheyAre() {
    QFETCH(QString, program);
    if (!isInstalled(program)) QSKIP("not installed");
    QTemporaryDir dir;
    const QString stl = dir.filePath("implant.stl");
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kCount; ++seed) {
      writeStl(platform::fromUtf8(stl.toStdString()), trueImplant(seed), MeshSpace::Lps);
      const QStringList said = program == "admesh" ? admeshComplaints(stl) : prusaComplaints(stl);
      QVERIFY2(said.isEmpty(), qPrintable(QString::number(seed) + "\n" + said.join('\n')));
    }
  }
};

QTEST_APPLESS_MAIN(TestPhantomPrints)
#include "test_phantom_prints.moc"
