// The same patient in any geometry gives the same implant in the patient: the grid of the model is what the networks
// see, and what they draw comes back to where the anatomy is.
#include "engine/io/case_file.h"
#include "engine/io/volume_file.h"
#include "engine/run/run_folder.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/grids.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

const Vec3 kMiddle{-80, 30, 500};
const Box kRegion{kMiddle - Vec3{24, 24, 24}, kMiddle + Vec3{24, 24, 24}};  // 48 voxels of 1 mm, as padding leaves it
constexpr double kUnitMm = 10;

Sphere implant() { return {kMiddle + Vec3{5, -4, 3}, 9, kUnitMm}; }

Geometry about(const Index3& size, const Vec3& spacing, const Mat3& direction) {
  Geometry g{size, spacing, {0, 0, 0}, direction};
  Vec3 half{};
  for (std::size_t a = 0; a < 3; ++a) half[a] = static_cast<double>(size[a] - 1) / 2;
  g.origin = kMiddle - g.indexToPatient(half);
  return g;
}

Mat3 axes(const Vec3& i, const Vec3& j, const Vec3& k) {
  return {Vec3{i[0], j[0], k[0]}, Vec3{i[1], j[1], k[1]}, Vec3{i[2], j[2], k[2]}};
}

enum class Written { Nifti, Dicom };

/// Whole HU, as every scanner gives them.
Volume rounded(Volume ct) {
  for (float& hu : ct.voxels) hu = std::round(hu);
  return ct;
}

/// A scene whose model takes right hips in LPS at 1 mm, with the sphere on this grid.
struct Scene {
  Scene(const Geometry& geometry, Written written) {
    scene.changeProfile([](ModelProfile& profile) {
      profile.input.orientation = "LPS";
      profile.input.side = ModelSide::Right;
    });
    const Volume ct = rounded(sphereCt(geometry, implant(), smallProfile()));
    if (written == Written::Nifti)
      writeNifti(folder() / "hip.nii.gz", ct, {});
    else
      writeDicomFolder(folder() / "hip", dicomPictures(ct));
    cond = folder() / (written == Written::Nifti ? "hip.nii.gz" : "hip");
  }
  std::filesystem::path folder() const { return dir.path().toStdString(); }

  RunRequest request(SideChoice side) const {
    RunRequest r = scene.request();
    r.cond = cond;
    r.ts = 2;
    r.preview = 2;
    r.roi = {RegionChoice::Box, kRegion};
    r.side = side;
    return r;
  }

  QTemporaryDir dir;
  std::filesystem::path cond;
  RunScene scene{dir.path().toStdString()};
};

struct Made {
  Mesh surface;
  Volume field;  ///< on the file's grid
  RunRecord record;
};

Made madeOn(const Geometry& geometry, SideChoice side, Written written = Written::Nifti) {
  Scene s(geometry, written);
  const RunOutcome outcome = s.scene.pipeline().run(s.request(side), {}, {});
  if (const auto* failed = std::get_if<RunFailed>(&outcome)) qFatal("%s", failed->error.what());
  const auto& result = std::get<RunResult>(outcome);
  const RunFolder folder(result.folder, result.caseName);
  return {readStl(folder.surface()), *readCase(folder.metal()).ct, result.record};
}

double toSegment(const Vec3& p, const Vec3& a, const Vec3& b) {
  const Vec3 ab = b - a;
  const double t = std::clamp(dot(p - a, ab) / std::max(dot(ab, ab), 1e-30), 0.0, 1.0);
  return length(p - (a + t * ab));
}

double toTriangle(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c) {
  const Vec3 normal = cross(b - a, c - a);
  const bool above = dot(cross(b - a, p - a), normal) >= 0 && dot(cross(c - b, p - b), normal) >= 0 &&
                     dot(cross(a - c, p - c), normal) >= 0;
  if (above && length(normal) > 0) return std::abs(dot(p - a, normal)) / length(normal);
  return std::min({toSegment(p, a, b), toSegment(p, b, c), toSegment(p, c, a)});
}

/// The farthest that a vertex of one surface is from the other surface.
double apart(const Mesh& a, const Mesh& b) {
  double worst = 0;
  for (const Vec3& vertex : a.vertices) {
    double nearest = 1e9;
    for (const auto& t : b.triangles) {
      const Vec3& first = b.vertices[static_cast<std::size_t>(t[0])];
      if (length(vertex - first) > nearest + 3) continue;  // no edge is longer
      nearest = std::min(nearest, toTriangle(vertex, first, b.vertices[static_cast<std::size_t>(t[1])],
                                             b.vertices[static_cast<std::size_t>(t[2])]));
    }
    worst = std::max(worst, nearest);
  }
  return worst;
}

}  // namespace

Q_DECLARE_METATYPE(hipwright::Geometry)

class TestAnyGeometry : public QObject {
  Q_OBJECT

  Made m_plain;

 private slots:
  void initTestCase() {
    m_plain = madeOn(about({48, 48, 48}, {1, 1, 1}, kIdentity3), SideChoice::Right);
    QCOMPARE(m_plain.record.plan.grid.fit, GridFit::Own);
    QVERIFY(m_plain.surface.vertices.size() > 500);
  }

  void theImplantIsTheSame_data() {
    QTest::addColumn<Geometry>("geometry");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("written");
    QTest::addColumn<double>("voxels");  // of 1 mm, that the surfaces may be apart
    const Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, nx{-1, 0, 0}, ny{0, -1, 0}, nz{0, 0, -1};
    const auto add = [](const char* name, const Geometry& geometry, SideChoice side, double voxels) {
      for (const Written written : {Written::Nifti, Written::Dicom})
        QTest::addRow("%s, %s", name, written == Written::Nifti ? "NIfTI" : "DICOM")
            << geometry << static_cast<int>(side) << static_cast<int>(written) << voxels;
    };
    const SideChoice right = SideChoice::Right, left = SideChoice::Left;
    add("RAS", about({48, 48, 48}, {1, 1, 1}, axes(nx, ny, z)), right, 1e-3);
    add("sagittal slices", about({48, 48, 48}, {1, 1, 1}, axes(y, nz, x)), right, 1e-3);
    add("coronal slices, larger", about({60, 54, 56}, {1, 1, 1}, axes(x, nz, y)), right, 1e-3);
    add("feet first, mirrored", about({50, 52, 48}, {1, 1, 1}, axes(nx, y, nz)), right, 1e-3);
    add("left, LPS", about({48, 48, 48}, {1, 1, 1}, kIdentity3), left, 0.5);
    add("left, RAS, 0.7 x 0.7 x 1.25", about({80, 80, 45}, {0.7, 0.7, 1.25}, axes(nx, ny, z)), left, 0.5);
    add("0.7 x 0.7 x 1.25", about({80, 80, 45}, {0.7, 0.7, 1.25}, kIdentity3), right, 0.5);
    add("odd sizes", about({63, 61, 57}, {0.9, 0.95, 1.1}, kIdentity3), right, 0.5);
    add("3 mm", about({19, 19, 19}, {3, 3, 3}, axes(nx, ny, z)), right, 0.5);
    add("oblique by 20 degrees", about({66, 66, 66}, {1, 1, 1}, rotation({20, -10, 15})), right, 0.5);
    add("oblique, anisotropic", about({90, 90, 50}, {0.7, 0.7, 1.25}, rotation({-15, 5, 40})), right, 0.5);
    add("0.5 mm, left, sagittal", about({100, 100, 100}, {0.5, 0.5, 0.5}, axes(y, nz, x)), left, 0.5);
  }

  void theImplantIsTheSame() {
    QFETCH(Geometry, geometry);
    QFETCH(int, side);
    QFETCH(int, written);
    QFETCH(double, voxels);
    const Made made = madeOn(geometry, static_cast<SideChoice>(side), static_cast<Written>(written));
    const bool mirrored = static_cast<SideChoice>(side) == SideChoice::Left;
    QCOMPARE(made.record.plan.mirrored, mirrored);
    QCOMPARE(made.record.modelGrid, (Index3{48, 48, 48}));
    QCOMPARE(made.field.geometry.size, geometry.size);
    const double off = std::max(apart(made.surface, m_plain.surface), apart(m_plain.surface, made.surface));
    qInfo("surfaces at most %.4f mm apart", off);
    QVERIFY2(off < voxels, qPrintable(QString::number(off)));
  }

  void theFieldLiesOnTheFilesOwnGrid() {
    const Geometry geometry = about({80, 80, 45}, {0.7, 0.7, 1.25}, rotation({10, 0, 5}));
    const Made made = madeOn(geometry, SideChoice::Right);
    const Sphere truth = implant();
    double worst = 0;
    for (std::int64_t z = 0; z < geometry.size[2]; ++z)
      for (std::int64_t y = 0; y < geometry.size[1]; ++y)
        for (std::int64_t x = 0; x < geometry.size[0]; ++x) {
          const Vec3 place = geometry.indexToPatient({double(x), double(y), double(z)});
          if (length(place - truth.centre) < 4 || length(place - truth.centre) > 18) continue;
          worst = std::max(worst, kUnitMm * std::abs(made.field.at(x, y, z) - truth.field(place)));
        }
    QVERIFY2(worst < 3, qPrintable(QString::number(worst)));  // the fake's latent averages over four voxels
  }
};

QTEST_APPLESS_MAIN(TestAnyGeometry)
#include "test_any_geometry.moc"
