// The bundled demo set on one hip in many geometries: how far its proposals are from that in the model's own geometry,
// and from the true implant. Prints the table; takes minutes.
#include "engine/io/case_file.h"
#include "engine/io/mesh_file.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/prepare/resample.h"
#include "tests/cli/cli_process.h"
#include "tests/support/grids.h"
#include "tests/support/written_case.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr double kUnitMm = 5;

PhantomParameters hip(Side side) {
  PhantomParameters p = drawParameters(9000001);
  p.side = side;
  return p;
}

Geometry gridOf(Side side, const Vec3& spacing, std::string_view letters, const Vec3& extent = {96, 80, 144}) {
  GridRequest request;
  request.spacing = spacing;
  request.orientation = letters;
  request.extent = extent;
  return phantomGrid(side, request);
}

QString found(const QString& folder, const QString& ending) {
  for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
    if (it.next().endsWith(ending)) return it.filePath();
  return {};
}

struct Distance {
  double mean = 0;
  double most = 0;  ///< 95th percentile
};

/// Of the vertices from the zero surface of a field, in mm, at most its clamp of 5 mm.
Distance distance(const Mesh& mesh, const Volume& field) {
  std::vector<double> all;
  for (const Vec3& vertex : mesh.vertices) {
    const Geometry here{{1, 1, 1}, {1, 1, 1}, vertex, kIdentity3};
    all.push_back(kUnitMm * std::abs(resample(field, here, {Interpolation::Linear, -1, false}, {}).voxels.front()));
  }
  if (all.empty()) return {1e9, 1e9};
  std::sort(all.begin(), all.end());
  return {std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size()), all[all.size() * 95 / 100]};
}

}  // namespace

Q_DECLARE_METATYPE(hipwright::Geometry)

class TestDemoGeometries : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  Volume m_plain;  ///< field of the run in the model's own geometry
  Volume m_truth;
  int m_runs = 0;

  QString proposed(Side side, const Geometry& grid, CaseFormat format) {
    const QString folder = m_dir.filePath("case" + QString::number(++m_runs));
    QDir().mkpath(folder);
    Volume ct = makePhantom(hip(side), grid, {}).ct;
    for (float& hu : ct.voxels) hu = std::max(std::round(hu), -1024.0F);  // as scanners write them
    const std::string cond = writeCase(folder.toStdString(), ct, format).string();
    const CliResult run = runWithoutModels(HIPWRIGHT_CLI,
                                           {"infer", "--cond", QString::fromStdString(cond), "--save", folder + "/runs",
                                            "--seed", "42", "--cfg", "2", "--ts", "20"},
                                           folder);
    if (run.exitCode != 0) qWarning("%s", qPrintable(run.err));
    return folder + "/runs";
  }

 private slots:
  void initTestCase() {
    const Geometry grid = standardGrid(hip(Side::Right));
    m_truth = sampleImplant(hip(Side::Right), ImplantPart::Metal, grid, {});
    const QString runs = proposed(Side::Right, grid, CaseFormat::Nifti);
    QVERIFY(!found(runs, "_metal.nii.gz").isEmpty());
    m_plain = *readCase(found(runs, "_metal.nii.gz").toStdString()).ct;
    const Distance own = distance(readStl(found(runs, "_metal.stl").toStdString()), m_truth);
    qInfo("%-34s from the true implant %.2f mm, 95 %% within %.2f mm", "LPS 1 mm, as the model was trained", own.mean,
          own.most);
  }

  void theProposalIsAboutTheSame_data() {
    QTest::addColumn<Geometry>("grid");
    QTest::addColumn<bool>("left");
    QTest::addColumn<int>("format");
    int rows = 0;  // each format has its turn in each kind of geometry; that it makes no difference is another test's
    const auto add = [&](const char* name, const Geometry& grid, bool isLeft) {
      const CaseFormat format = kCaseFormats[static_cast<std::size_t>(rows++) % kCaseFormats.size()];
      QTest::addRow("%s, %s", name, toText(format)) << grid << isLeft << static_cast<int>(format);
    };
    const auto right = [&](const char* name, const Geometry& grid) { add(name, grid, false); };
    const auto left = [&](const char* name, const Geometry& grid) { add(name, grid, true); };
    right("RAS 1 mm", gridOf(Side::Right, {1, 1, 1}, "RAS"));
    right("PIR 1 mm", gridOf(Side::Right, {1, 1, 1}, "PIR"));
    right("SLA 1 mm", gridOf(Side::Right, {1, 1, 1}, "SLA"));
    right("LAI 1 mm, mirrored", gridOf(Side::Right, {1, 1, 1}, "LAI"));
    right("LPS 0.7 x 0.7 x 1.25 mm", gridOf(Side::Right, {0.7, 0.7, 1.25}, "LPS"));
    right("RAS 0.7 x 0.7 x 1.25 mm, larger", gridOf(Side::Right, {0.7, 0.7, 1.25}, "RAS", {131, 117, 171}));
    right("RAS 3 mm", gridOf(Side::Right, {3, 3, 3}, "RAS"));
    right("LPS 1 mm, oblique by 10 degrees",
          rotated(gridOf(Side::Right, {1, 1, 1}, "LPS", {130, 120, 175}), {10, -5, 10}));
    right("LPS 0.9 x 0.9 x 2 mm, oblique",
          rotated(gridOf(Side::Right, {0.9, 0.9, 2}, "LPS", {131, 121, 175}), {-8, 4, 20}));
    left("left, LPS 1 mm", gridOf(Side::Left, {1, 1, 1}, "LPS"));
    left("left, RAS 0.7 x 0.7 x 1.25 mm", gridOf(Side::Left, {0.7, 0.7, 1.25}, "RAS"));
    left("left, PIR 2 mm, larger", gridOf(Side::Left, {2, 2, 2}, "PIR", {130, 118, 170}));
  }

  void theProposalIsAboutTheSame() {
    QFETCH(Geometry, grid);
    QFETCH(bool, left);
    QFETCH(int, format);
    const QString runs = proposed(left ? Side::Left : Side::Right, grid, static_cast<CaseFormat>(format));
    const QString stl = found(runs, "_metal.stl");
    QVERIFY(!stl.isEmpty());
    Mesh mesh = readStl(stl.toStdString());
    if (left)
      for (Vec3& vertex : mesh.vertices) vertex[0] = -vertex[0];  // a left hip is the mirror image of the right one
    const Distance same = distance(mesh, m_plain);
    const Distance truth = distance(mesh, m_truth);
    qInfo("%-45s from the plain proposal %.2f mm, 95 %% within %.2f mm; from the true implant %.2f and %.2f mm",
          QTest::currentDataTag(), same.mean, same.most, truth.mean, truth.most);
    QVERIFY(same.mean < 1.5);
  }
};

QTEST_GUILESS_MAIN(TestDemoGeometries)
#include "test_demo_geometries.moc"
