// Results lie where the anatomy lies: a sphere CT in many grids gives a surface on that sphere, in patient millimetres.
#include "engine/io/case_file.h"
#include "engine/run/run_folder.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace hipwright;
using namespace hipwright::test;

namespace {

Mat3 product3(const Mat3& a, const Mat3& b) {
  Mat3 out{};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c)
      for (int k = 0; k < 3; ++k) out[r][c] += a[r][k] * b[k][c];
  return out;
}

/// Rotation by degrees about x, then about z.
Mat3 oblique(double aboutX, double aboutZ) {
  const double x = aboutX * std::numbers::pi / 180;
  const double z = aboutZ * std::numbers::pi / 180;
  const Mat3 rx = {Vec3{1, 0, 0}, Vec3{0, std::cos(x), -std::sin(x)}, Vec3{0, std::sin(x), std::cos(x)}};
  const Mat3 rz = {Vec3{std::cos(z), -std::sin(z), 0}, Vec3{std::sin(z), std::cos(z), 0}, Vec3{0, 0, 1}};
  return product3(rz, rx);
}

Mat3 axes(const Vec3& i, const Vec3& j, const Vec3& k) {
  return {Vec3{i[0], j[0], k[0]}, Vec3{i[1], j[1], k[1]}, Vec3{i[2], j[2], k[2]}};
}

/// The field between voxel centres; the border value outside.
double interpolated(const Volume& v, const Vec3& index) {
  double sum = 0;
  for (int corner = 0; corner < 8; ++corner) {
    Index3 at{};
    double weight = 1;
    for (int a = 0; a < 3; ++a) {
      const double base = std::floor(index[a]);
      const bool high = (corner >> a & 1) != 0;
      weight *= high ? index[a] - base : 1 - (index[a] - base);
      at[a] = std::clamp<std::int64_t>(static_cast<std::int64_t>(base) + (high ? 1 : 0), 0, v.geometry.size[a] - 1);
    }
    sum += weight * v.at(at[0], at[1], at[2]);
  }
  return sum;
}

}  // namespace

Q_DECLARE_METATYPE(hipwright::Geometry)

class TestPatientSpace : public QObject {
  Q_OBJECT

 private slots:
  void surfaceLiesOnTheSphere_data() {
    QTest::addColumn<Geometry>("geometry");
    const Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, nx{-1, 0, 0}, ny{0, -1, 0}, nz{0, 0, -1};
    const auto add = [](const char* name, const Index3& size, const Vec3& spacing, const Mat3& direction) {
      QTest::newRow(name) << Geometry{size, spacing, {-31.5, 12, 245}, direction};
    };
    add("LPS", {28, 28, 28}, {1, 1, 1}, kIdentity3);
    add("RAS", {28, 28, 28}, {1, 1, 1}, axes(nx, ny, z));
    add("mirrored, odd sizes", {27, 29, 31}, {1, 1, 1}, axes(nx, y, z));
    add("sagittal slices", {28, 28, 30}, {1, 1, 1}, axes(y, nz, x));
    add("coronal slices", {30, 28, 28}, {1, 1, 1}, axes(x, nz, y));
    add("feet first", {28, 28, 28}, {1, 1, 1}, axes(x, y, nz));
    add("anisotropic", {40, 40, 24}, {0.7, 0.7, 1.25}, kIdentity3);
    add("thick slices", {32, 33, 14}, {0.9, 0.9, 3}, axes(nx, ny, z));
    add("oblique", {30, 30, 30}, {1, 1, 1}, oblique(20, -15));
    add("oblique, anisotropic", {41, 37, 26}, {0.7, 0.75, 1.25}, oblique(-35, 40));
    add("oblique, mirrored", {31, 29, 30}, {1, 1, 1}, product3(oblique(25, 10), axes(nx, y, z)));
    add("oblique, permuted", {29, 31, 30}, {1, 1, 1}, product3(oblique(12, 33), axes(z, x, y)));
  }

  void surfaceLiesOnTheSphere() {
    QFETCH(Geometry, geometry);
    QTemporaryDir dir;
    RunScene scene(dir.path().toStdString(), geometry);
    RunRequest request = scene.request();
    request.ts = 2;
    request.summary = false;
    const RunOutcome outcome = scene.pipeline().run(request, {}, {});
    QVERIFY(std::holds_alternative<RunResult>(outcome));
    const RunFolder folder(std::get<RunResult>(outcome).folder, "hip");
    const Mesh mesh = readStl(folder.surface());
    const CaseFile sdf = readCase(folder.metal());
    QVERIFY(!mesh.triangles.empty());

    const double voxel = *std::max_element(geometry.spacing.begin(), geometry.spacing.end());
    double fromField = 0, fromSphere = 0;
    for (const Vec3& vertex : mesh.vertices) {
      const double units = interpolated(*sdf.ct, sdf.ct->geometry.patientToIndex(vertex));
      fromField = std::max(fromField, std::abs(units) * scene.sphere().unitMm);
      fromSphere = std::max(fromSphere, std::abs(length(vertex - scene.sphere().centre) - scene.sphere().radius));
    }
    qInfo("farthest from the field's zero set %.2f mm, from the sphere %.2f mm; largest voxel %.2f mm", fromField,
          fromSphere, voxel);
    QVERIFY(fromField < 0.5 * voxel);
    QVERIFY(fromSphere < 2.5 * voxel);  // the fake's latent averages over four voxels
    const MeshReport& report = std::get<RunResult>(outcome).record.mesh;
    QVERIFY(report.printable());
    const Vec3 centre = 0.5 * (report.lower + report.upper);
    QVERIFY(length(centre - scene.sphere().centre) < voxel);
  }

  void otherFramesAreTheSameSurface_data() {
    QTest::addColumn<int>("space");
    QTest::newRow("ras") << static_cast<int>(MeshSpace::Ras);
    QTest::newRow("index") << static_cast<int>(MeshSpace::Index);
  }

  void otherFramesAreTheSameSurface() {
    QFETCH(int, space);
    QTemporaryDir dir;
    const Mat3 mirrored = axes({-1, 0, 0}, {0, 1, 0}, {0, 0, 1});
    RunScene scene(dir.path().toStdString(),
                   {{30, 28, 26}, {0.9, 1, 1.2}, {10, -20, 30}, product3(oblique(15, 5), mirrored)});
    RunRequest request = scene.request();
    request.ts = 1;
    request.summary = false;
    const RunOutcome lps = scene.pipeline().run(request, {}, {});
    request.space = static_cast<MeshSpace>(space);
    const RunOutcome other = scene.pipeline().run(request, {}, {});
    const Mesh a = readStl(RunFolder(std::get<RunResult>(lps).folder, "hip").surface());
    const Mesh b = readStl(RunFolder(std::get<RunResult>(other).folder, "hip").surface());
    QCOMPARE(a.vertices.size(), b.vertices.size());
    const Geometry& g = scene.geometry();
    double worst = 0;
    for (std::size_t i = 0; i < a.vertices.size(); ++i) {
      const Vec3 expected = request.space == MeshSpace::Ras
                                ? Vec3{-a.vertices[i][0], -a.vertices[i][1], a.vertices[i][2]}
                                : g.patientToIndex(a.vertices[i]);
      double nearest = 1e9;
      for (const Vec3& v : b.vertices) nearest = std::min(nearest, length(v - expected));
      worst = std::max(worst, nearest);
    }
    QVERIFY2(worst < 1e-3, qPrintable(QString::number(worst)));
    QVERIFY(checkMesh(b).volumeMm3 > 0);  // still wound outward
  }
};

QTEST_APPLESS_MAIN(TestPatientSpace)
#include "test_patient_space.moc"
