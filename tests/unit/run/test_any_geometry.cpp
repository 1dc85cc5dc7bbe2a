// The same patient in any geometry gives the same implant in the patient: the grid of the model is what the networks
// see, and what they draw comes back to where the anatomy is.
#include "engine/io/case_file.h"
#include "engine/prepare/prepare.h"
#include "engine/run/run_folder.h"
#include "engine/run/run_history.h"
#include "engine/surface/isosurface.h"
#include "tests/support/grids.h"
#include "tests/support/run_scene.h"
#include "tests/support/written_case.h"

#include <QTemporaryDir>
#include <QTest>

#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNIFTIImageReader.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkSTLReader.h>

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

/// Whole HU, as every scanner gives them.
Volume rounded(Volume ct) {
  for (float& hu : ct.voxels) hu = std::round(hu);
  return ct;
}

/// A scene whose model takes right hips in LPS at 1 mm, with the sphere on this grid.
struct Scene {
  Scene(const Geometry& geometry, CaseFormat format) {
    scene.changeProfile([](ModelProfile& profile) {
      profile.input.orientation = "LPS";
      profile.input.side = ModelSide::Right;
    });
    cond = writeCase(folder(), rounded(sphereCt(geometry, implant(), smallProfile())), format);
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
  Volume field;    ///< on the file's grid
  VolumePtr own;   ///< as kept on the model's grid; null where that is the file's
  RunRecord read;  ///< as it stands in the folder
  RunRecord record;
};

Made madeOn(const Geometry& geometry, SideChoice side, CaseFormat format = CaseFormat::Nifti) {
  Scene s(geometry, format);
  const RunOutcome outcome = s.scene.pipeline().run(s.request(side), {}, {});
  if (const auto* failed = std::get_if<RunFailed>(&outcome)) qFatal("%s", failed->error.what());
  const auto& result = std::get<RunResult>(outcome);
  const RunFolder folder(result.folder, result.caseName);
  const VolumePtr own = std::filesystem::exists(folder.surfaceField()) ? readCase(folder.surfaceField()).ct : nullptr;
  return {readStl(folder.surface()), *readCase(folder.metal()).ct, own, readRun(result.folder).record, result.record};
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

/// A CT and a surface as VTK reads them.
class VtkView {
 public:
  VtkView(const std::filesystem::path& ct, const std::filesystem::path& stl) {
    m_ct->SetFileName(ct.string().c_str());
    m_ct->Update();
    m_surface->SetFileName(stl.string().c_str());
    m_surface->Update();
  }

  /// How far the vertices, their coordinates multiplied by `signs`, lie from the sphere's surface in the CT.
  double meanMmOffTheAnatomy(const Vec3& signs) const {
    const HuMap map(smallProfile().input.hu, smallProfile().input.value);
    vtkNew<vtkMatrix4x4> toVoxels;
    vtkMatrix4x4::Invert(m_ct->GetSFormMatrix(), toVoxels);
    vtkPolyData* surface = m_surface->GetOutput();
    double sum = 0;
    for (vtkIdType v = 0; v < surface->GetNumberOfPoints(); ++v) {
      const double* p = surface->GetPoint(v);
      const double at[4] = {signs[0] * p[0], signs[1] * p[1], signs[2] * p[2], 1};
      const double* mm = toVoxels->MultiplyDoublePoint(at);
      sum += kUnitMm * std::abs(map(static_cast<float>(huAt({mm[0], mm[1], mm[2]}))));
    }
    return sum / static_cast<double>(surface->GetNumberOfPoints());
  }

 private:
  /// Trilinear; air outside.
  double huAt(const Vec3& mm) const {
    vtkImageData* image = m_ct->GetOutput();
    Vec3 index{};
    for (int a = 0; a < 3; ++a) {
      index[a] = mm[a] / image->GetSpacing()[a];
      if (!(index[a] >= 0 && index[a] < image->GetDimensions()[a] - 1)) return -1024;
    }
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
      int at[3];
      double weight = 1;
      for (int a = 0; a < 3; ++a) {
        const int high = corner >> a & 1;
        at[a] = static_cast<int>(index[a]) + high;
        weight *= high != 0 ? index[a] - std::floor(index[a]) : 1 - (index[a] - std::floor(index[a]));
      }
      sum += weight * image->GetScalarComponentAsDouble(at[0], at[1], at[2], 0);
    }
    return sum;
  }

  vtkNew<vtkNIFTIImageReader> m_ct;
  vtkNew<vtkSTLReader> m_surface;
};

}  // namespace

Q_DECLARE_METATYPE(hipwright::Geometry)

class TestAnyGeometry : public QObject {
  Q_OBJECT

  Made m_plain;

 private slots:
  void initTestCase() {
    m_plain = madeOn(about({48, 48, 48}, {1, 1, 1}, kIdentity3), SideChoice::Right);
    QCOMPARE(m_plain.record.plan.grid.fit, GridFit::Own);
    QCOMPARE(m_plain.read.plan.grid.fit, GridFit::Own);
    QVERIFY(m_plain.own == nullptr);
    QVERIFY(m_plain.surface.vertices.size() > 500);
  }

  void theImplantIsTheSame_data() {
    QTest::addColumn<Geometry>("geometry");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("format");
    QTest::addColumn<double>("voxels");  // of 1 mm, that the surfaces may be apart
    const Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, nx{-1, 0, 0}, ny{0, -1, 0}, nz{0, 0, -1};
    const auto add = [](const char* name, const Geometry& geometry, SideChoice side, double voxels) {
      for (const CaseFormat format : kCaseFormats)
        QTest::addRow("%s, %s", name, toText(format))
            << geometry << static_cast<int>(side) << static_cast<int>(format) << voxels;
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
    QFETCH(int, format);
    QFETCH(double, voxels);
    const Made made = madeOn(geometry, static_cast<SideChoice>(side), static_cast<CaseFormat>(format));
    const bool mirrored = static_cast<SideChoice>(side) == SideChoice::Left;
    QCOMPARE(made.record.plan.mirrored, mirrored);
    QCOMPARE(made.record.modelGrid, (Index3{48, 48, 48}));
    QCOMPARE(made.record.caseName, std::string(mirrored ? "hip_left" : "hip_right"));
    QCOMPARE(made.field.geometry.size, geometry.size);
    const double off = std::max(apart(made.surface, m_plain.surface), apart(m_plain.surface, made.surface));
    qInfo("surfaces at most %.4f mm apart", off);
    QVERIFY2(off < voxels, qPrintable(QString::number(off)));
    QCOMPARE(made.read.plan.grid.fit, made.record.plan.grid.fit);
    QVERIFY(made.own);
    QVERIFY(apart(extractSurface(*made.own, 0, {}), made.surface) < 1e-3);
  }

  /// Another program's eyes: VTK reads the CT and the surface, and both show the sphere at one place.
  void vtkSeesTheSurfaceOnTheAnatomy_data() {
    QTest::addColumn<Geometry>("geometry");
    QTest::addColumn<int>("side");
    const int right = static_cast<int>(SideChoice::Right), left = static_cast<int>(SideChoice::Left);
    const Mat3 ras = axes({-1, 0, 0}, {0, -1, 0}, {0, 0, 1});
    QTest::newRow("LPS") << about({48, 48, 48}, {1, 1, 1}, kIdentity3) << right;
    QTest::newRow("feet first, mirrored")
        << about({50, 52, 48}, {1, 1, 1}, axes({-1, 0, 0}, {0, 1, 0}, {0, 0, -1})) << right;
    QTest::newRow("left, RAS, 0.7 x 0.7 x 1.25") << about({80, 80, 45}, {0.7, 0.7, 1.25}, ras) << left;
    QTest::newRow("oblique, anisotropic") << about({90, 90, 50}, {0.7, 0.7, 1.25}, rotation({-15, 5, 40})) << right;
  }

  void vtkSeesTheSurfaceOnTheAnatomy() {
    QFETCH(Geometry, geometry);
    QFETCH(int, side);
    Scene s(geometry, CaseFormat::Nifti);
    const RunOutcome outcome = s.scene.pipeline().run(s.request(static_cast<SideChoice>(side)), {}, {});
    QVERIFY(std::holds_alternative<RunResult>(outcome));
    const auto& result = std::get<RunResult>(outcome);
    const VtkView view(s.cond, RunFolder(result.folder, result.caseName).surface());
    const auto off = [&](const Vec3& signs) { return view.meanMmOffTheAnatomy(signs); };
    qInfo("surface %.2f mm off the sphere that the CT shows; with left and right swapped %.2f mm", off({-1, -1, 1}),
          off({1, -1, 1}));
    QVERIFY(off({-1, -1, 1}) < 0.7);  // NIfTI is RAS, the surface LPS
    QVERIFY(off({1, -1, 1}) > 3);
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
