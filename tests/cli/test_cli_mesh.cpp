// hipwright-cli mesh: every format and frame over an oblique, anisotropic grid, read back by VTK and by slicers.
#include "engine/core/platform.h"
#include "engine/io/mesh_file.h"
#include "engine/io/volume_file.h"
#include "engine/surface/mesh_check.h"
#include "tests/cli/cli_process.h"
#include "tests/support/slicers.h"
#include "tests/unit/surface/shapes.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <vtkCellArray.h>
#include <vtkIdList.h>
#include <vtkNew.h>
#include <vtkPLYReader.h>
#include <vtkPolyData.h>
#include <vtkSTLReader.h>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;
using namespace hipwright::testing;

namespace {

Geometry obliqueGrid() { return {{48, 44, 30}, {0.7, 0.8, 1.5}, {37, -52, 811}, obliqueDirection()}; }

double shape(const Vec3& p) { return torus(9, 4)(p); }

template <typename Reader>
Mesh readByVtk(const QString& path) {
  vtkNew<Reader> reader;
  reader->SetFileName(path.toUtf8().constData());
  reader->Update();
  vtkPolyData* surface = reader->GetOutput();
  Mesh mesh;
  mesh.vertices.resize(static_cast<std::size_t>(surface->GetNumberOfPoints()));
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v)
    surface->GetPoint(static_cast<vtkIdType>(v), mesh.vertices[v].data());
  vtkNew<vtkIdList> cell;
  for (vtkIdType i = 0; i < surface->GetNumberOfCells(); ++i) {
    surface->GetPolys()->GetCellAtId(i, cell);
    const auto corner = [&](int c) { return static_cast<std::uint32_t>(cell->GetId(c)); };
    mesh.triangles.push_back({corner(0), corner(1), corner(2)});
  }
  return mesh;
}

Mesh readBack(const QString& path) {
  if (path.endsWith(".stl")) return readByVtk<vtkSTLReader>(path);
  if (path.endsWith(".ply")) return readByVtk<vtkPLYReader>(path);
  return readMesh(platform::fromUtf8(path.toStdString()));
}

Vec3 toIndex(const Vec3& p, const QString& space) {
  if (space == "index") return p;
  return obliqueGrid().patientToIndex(space == "ras" ? Vec3{-p[0], -p[1], p[2]} : p);
}

QJsonObject jsonOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Vec3 placeOf(const QJsonValue& value) {
  const QJsonArray at = value.toArray();
  return {at[0].toDouble(), at[1].toDouble(), at[2].toDouble()};
}

}  // namespace

class TestCliMesh : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  QString m_field = m_dir.filePath("field.nii.gz");

  CliResult mesh(const QString& output, const QStringList& more = {}) {
    return runCli(QStringList{"mesh", m_field, "-o", m_dir.filePath(output)} + more);
  }

 private slots:
  void initTestCase() {
    const Geometry g = obliqueGrid();
    writeNifti(platform::fromUtf8(m_field.toStdString()), sampled(g, g.size, shape), {});
  }

  void everyFormatAndFrameLiesOnTheZeroSet_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("space");
    for (const char* file : {"a.stl", "a.ply", "a.obj", "a.3mf"})
      for (const char* space : {"lps", "ras", "index"})
        if (QString(file) != "a.3mf" || QString(space) != "index")
          QTest::newRow(qPrintable(QString("%1 %2").arg(file, space))) << file << space;
  }

  void everyFormatAndFrameLiesOnTheZeroSet() {
    QFETCH(QString, file);
    QFETCH(QString, space);
    const CliResult result = mesh(file, {"--space", space});
    QVERIFY2(result.exitCode == 0 && result.out.contains("passes every check"), qPrintable(result.out + result.err));
    const Mesh back = readBack(m_dir.filePath(file));
    QVERIFY(back.triangles.size() > 5000);
    double worst = 0;
    for (const Vec3& p : back.vertices)
      worst = std::max(worst, std::abs(shape(fromCentre(obliqueGrid(), toIndex(p, space)))));
    qInfo("%s %s: at most %.3f mm from the zero set", qPrintable(file), qPrintable(space), worst);
    QVERIFY(worst < 0.35);  // half of the smallest voxel
    QVERIFY(checkMesh(back).printable());
  }

  /// The field on the case's voxels is a coarse copy; indices are the case's all the same.
  void aRunIsMeshedOnTheGridOfItsModel() {
    QVERIFY(QDir(m_dir.path()).mkdir("run"));
    const auto inRun = [&](const QString& name) {
      return platform::fromUtf8(m_dir.filePath("run/" + name).toStdString());
    };
    const Geometry ofCase{{24, 22, 15}, {1.4, 1.6, 3}, {37, -52, 811}, obliqueDirection()};
    writeNifti(inRun("hip_metal.nii.gz"), sampled(ofCase, ofCase.size, sphere({0, 0, 0}, 4)), {});
    const Geometry ofModel = obliqueGrid();
    writeNifti(inRun("hip_metal_grid.nii.gz"), sampled(ofModel, ofModel.size, shape), {});
    for (const QString space : {"lps", "index"}) {
      const QString file = m_dir.filePath("run/" + space + ".ply");
      const CliResult result = runCli({"mesh", m_dir.filePath("run"), "-o", file, "--space", space});
      QVERIFY2(result.exitCode == 0, qPrintable(result.out + result.err));
      double worst = 0;
      for (const Vec3& p : readBack(file).vertices) {
        const Vec3 lps = space == "index" ? ofCase.indexToPatient(p) : p;
        worst = std::max(worst, std::abs(shape(fromCentre(ofModel, ofModel.patientToIndex(lps)))));
      }
      QVERIFY2(worst < 0.35, qPrintable(space + QString(" %1").arg(worst)));
    }
  }

  void reportIsInTheFrameOfTheFile_data() {
    QTest::addColumn<QString>("unit");
    QTest::newRow("lps") << "mm";
    QTest::newRow("ras") << "mm";
    QTest::newRow("index") << "voxels";
  }

  void reportIsInTheFrameOfTheFile() {
    QFETCH(QString, unit);
    const QString report = m_dir.filePath("placed.json");
    const CliResult result = mesh("placed.ply", {"--space", QTest::currentDataTag(), "--report", report});
    const Mesh back = readBack(m_dir.filePath("placed.ply"));
    Vec3 lower = back.vertices.front(), upper = lower;
    for (const Vec3& p : back.vertices)
      for (int a = 0; a < 3; ++a) {
        lower[a] = std::min(lower[a], p[a]);
        upper[a] = std::max(upper[a], p[a]);
      }
    const QJsonObject json = jsonOf(report);
    const Vec3 wall = placeOf(json["wall"].toObject()["at_" + unit]);
    QVERIFY(length(placeOf(json["mesh"].toObject()["lower_" + unit]) - lower) < 1e-3);
    QVERIFY(length(placeOf(json["mesh"].toObject()["upper_" + unit]) - upper) < 1e-3);
    QVERIFY(std::abs(shape(fromCentre(obliqueGrid(), toIndex(wall, QTest::currentDataTag())))) < 0.35);
    const QString lies = QString("lies in     [%1 ").arg(lower[0], 0, 'f', 2);
    QVERIFY2(result.out.contains(lies.toUtf8()), qPrintable(lies + "\n" + result.out));
  }

  void textStlIsReadByVtk() {
    QCOMPARE(mesh("text.stl", {"--ascii"}).exitCode, 0);
    QFile file(m_dir.filePath("text.stl"));
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readLine().startsWith("solid Hipwright SPACE=LPS UNIT=MM"));
    QVERIFY(checkMesh(readBack(m_dir.filePath("text.stl"))).printable());
    QCOMPARE(mesh("text.ply", {"--ascii"}).exitCode, 2);
  }

  void threeMfRefusesVoxelIndices() {
    const CliResult result = mesh("index.3mf", {"--space", "index"});
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.err.contains("millimetres") && !QFile::exists(m_dir.filePath("index.3mf")));
  }

  void reportNamesEveryCheckAndRepair() {
    const CliResult result = mesh("repaired.stl", {"--repair", "parts=1", "smooth=0.05", "decimate=0.05", "--printer",
                                                   "5,50,50", "--report", m_dir.filePath("report.json")});
    QVERIFY2(result.exitCode == 5 && result.out.contains("object outside"), qPrintable(result.out + result.err));
    const QJsonObject json = jsonOf(m_dir.filePath("report.json"));
    QCOMPARE(json["passes"].toBool(true), false);
    QCOMPARE(json["checks"].toArray().size(), 19);
    const QJsonArray steps = json["repair"].toArray();
    QCOMPARE(steps.size(), 4);
    for (const auto& step : steps) QVERIFY(step.toObject()["deviation_max_mm"].toDouble(1) <= 0.1001);
    const QJsonObject last = steps[3].toObject();
    QVERIFY(last["triangles_after"].toInt() < last["triangles_before"].toInt() / 2);
    QCOMPARE(static_cast<std::size_t>(last["triangles_after"].toInt()),
             readStl(platform::fromUtf8(m_dir.filePath("repaired.stl").toStdString())).triangles.size());
  }

  void badWordsAreRefusedBeforeAnythingIsWritten() {
    for (const QStringList& more :
         {QStringList{"--repair", "magic"}, QStringList{"--repair", "smooth=much"}, QStringList{"--repair", "parts=0"},
          QStringList{"--repair", "decimate=-1"}, QStringList{"--repair", "none", "clean"},
          QStringList{"--printer", "0,1,1"}, QStringList{"--space", "up"}}) {
      const CliResult result = mesh("never.stl", more);
      QVERIFY2(result.exitCode == 2, qPrintable(more.join(' ') + result.err));
      QVERIFY(!QFile::exists(m_dir.filePath("never.stl")));
    }
    QCOMPARE(mesh("never.step").exitCode, 2);
  }

  void ctIsNoDistanceField() {
    const Geometry g = obliqueGrid();
    Volume ct = sampled(g, g.size, shape);
    for (float& value : ct.voxels) value = value > 0 ? 900.0F : value > -3 ? 40.0F : -1000.0F;
    const QString file = m_dir.filePath("ct.nii.gz"), stl = m_dir.filePath("bone.stl");
    writeNifti(platform::fromUtf8(file.toStdString()), ct, {});
    const CliResult refused = runCli({"mesh", file, "-o", stl});
    QVERIFY2(refused.exitCode == 2 && refused.err.contains("no distance field"), qPrintable(refused.err));
    QVERIFY(refused.err.contains("from -1000 to 900") && !QFile::exists(stl));
    QVERIFY(runCli({"mesh", file, "-o", stl, "--level", "400"}).exitCode != 2);
    QVERIFY(QFile::exists(stl));
  }

  /// In mm, and far from the implant: a distance may be large where it does not jump.
  void distancesInMillimetresAreTaken() {
    const Geometry g{{40, 12, 12}, {9, 9, 9}, {0, 0, 0}, kIdentity3};
    const QString file = m_dir.filePath("mm.nii.gz");
    writeNifti(platform::fromUtf8(file.toStdString()), sampled(g, g.size, sphere({120, 0, 0}, 30)), {});
    const CliResult result = runCli({"mesh", file, "-o", m_dir.filePath("mm.stl")});
    QVERIFY2(result.exitCode == 0, qPrintable(result.out + result.err));
  }

  void slicersTakeEveryFormatAsItIs_data() {
    QTest::addColumn<QString>("program");
    for (const char* program : {"admesh", "prusa-slicer"}) QTest::newRow(program) << program;
  }

  void slicersTakeEveryFormatAsItIs() {
    QFETCH(QString, program);
    if (!isInstalled(program)) QSKIP("not installed");
    const bool isAdmesh = program == "admesh";
    for (const char* file : {"s.stl", "s.3mf", "s.obj"}) {
      if (isAdmesh && QString(file) != "s.stl") continue;
      QCOMPARE(mesh(file).exitCode, 0);
      const QString path = m_dir.filePath(file);
      const QStringList said = isAdmesh ? admeshComplaints(path) : prusaComplaints(path);
      QVERIFY2(said.isEmpty(), qPrintable(said.join('\n')));
    }
    Mesh open = readStl(platform::fromUtf8(m_dir.filePath("s.stl").toStdString()));
    open.triangles.pop_back();
    const QString broken = m_dir.filePath("open.stl");
    writeStl(platform::fromUtf8(broken.toStdString()), open, MeshSpace::Lps);
    QVERIFY(!(isAdmesh ? admeshComplaints(broken) : prusaComplaints(broken)).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestCliMesh)
#include "test_cli_mesh.moc"
