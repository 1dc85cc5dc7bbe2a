// Between grids: what is exact, and how far off the interpolations are, measured on fields and CTs known everywhere.
#include "engine/core/error.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/prepare/model_grid.h"
#include "engine/prepare/resample.h"
#include "tests/support/grids.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace hipwright;
using namespace hipwright::test;

namespace {

Volume numbered(const Geometry& geometry) {
  Volume v{geometry, std::vector<float>(static_cast<std::size_t>(product(geometry.size)))};
  std::iota(v.voxels.begin(), v.voxels.end(), 1.0F);
  return v;
}

InputProfile wanted(const std::string& orientation) {
  InputProfile input;
  input.orientation = orientation;
  return input;
}

/// A hip without noise, so that what differs is the interpolation's.
PhantomParameters smoothHip() {
  PhantomParameters p = drawParameters(9000001);
  p.side = Side::Right;
  p.noise = 0;
  return p;
}

struct Deviation {
  double rms = 0;
  double largest = 0;
};

/// Over the voxels that `counts` takes, away from the border of `inside`.
template <class Counts>
Deviation deviation(const Volume& a, const Volume& b, const Geometry& inside, const Counts& counts) {
  double sum = 0;
  double most = 0;
  std::int64_t number = 0;
  std::size_t i = 0;
  for (std::int64_t z = 0; z < a.geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < a.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < a.geometry.size[0]; ++x, ++i) {
        const Vec3 at = inside.patientToIndex(a.geometry.indexToPatient({double(x), double(y), double(z)}));
        bool deep = counts(b.voxels[i]);
        for (int axis = 0; axis < 3; ++axis)
          deep = deep && at[axis] >= 1 && at[axis] <= static_cast<double>(inside.size[axis]) - 2;
        // Where one of the grids ends, what lies outside shows in what is read.
        const Index3 own{x, y, z};
        for (std::size_t axis = 0; axis < 3; ++axis)
          deep = deep && own[axis] >= 6 && own[axis] < a.geometry.size[axis] - 6;
        if (!deep) continue;
        const double off = std::abs(a.voxels[i] - b.voxels[i]);
        sum += off * off;
        most = std::max(most, off);
        ++number;
      }
  return {number > 0 ? std::sqrt(sum / static_cast<double>(number)) : 1e9, most};
}

}  // namespace

Q_DECLARE_METATYPE(hipwright::Geometry)

class TestResample : public QObject {
  Q_OBJECT

 private slots:
  void turnedGridsAreCopied_data() {
    QTest::addColumn<QString>("orientation");
    for (const char* letters : {"LPS", "RAS", "PIR", "SLA", "IRP", "ASL"}) QTest::newRow(letters) << QString(letters);
  }

  void turnedGridsAreCopied() {
    QFETCH(QString, orientation);
    GridRequest request;
    request.orientation = "RAI";
    request.extent = {12, 20, 15};
    const Volume ct = numbered(phantomGrid(Side::Left, request));
    const ModelGrid grid = modelGrid(ct.geometry, wanted(orientation.toStdString()), {});
    QCOMPARE(grid.fit, GridFit::Moved);
    const Volume there = resample(ct, grid.geometry, {}, {});
    QVERIFY(there.voxels != ct.voxels);
    QCOMPARE(resample(there, ct.geometry, {}, {}).voxels, ct.voxels);
    const AxisCodes codes = nearestAxes(grid.geometry);
    for (int a = 0; a < 3; ++a) {
      const char letter = (codes.increasing[a] ? "LPS" : "RAI")[codes.patientAxis[a]];
      QCOMPARE(letter, orientation.toStdString()[std::size_t(a)]);
    }
  }

  void aCaseOnTheModelsGridIsKept() {
    const Geometry lps{{96, 80, 144}, {1, 1, 1}, {-40.25, 3, 700}, kIdentity3};
    QCOMPARE(modelGrid(lps, wanted("LPS"), {}).fit, GridFit::Own);
    QCOMPARE(modelGrid(lps, wanted("LPS"), {}).geometry, lps);
    QCOMPARE(modelGrid(lps, wanted("as-is"), {}).geometry, lps);
    Geometry rounded = lps;
    rounded.spacing = {1.0000001, 0.9999999, 1};
    QCOMPARE(modelGrid(rounded, wanted("LPS"), {}).geometry, rounded);
    Geometry other = lps;
    other.spacing = {0.9, 1.3, 3};
    QCOMPARE(modelGrid(other, wanted("as-is"), {}).geometry, other);
    QCOMPARE(modelGrid(other, wanted("LPS"), {GridChoice::AsIs, {}, false}).geometry, other);
    QCOMPARE(modelGrid(other, wanted("LPS"), {}).fit, GridFit::Resampled);
    QCOMPARE(modelGrid(other, wanted("LPS"), {}).geometry.size, (Index3{86, 104, 432}));
  }

  void mirroredTwiceIsTheCase() {
    const Volume ct = numbered({{5, 4, 6}, {0.7, 1, 2}, {3, 4, 5}, kIdentity3});
    const ModelGrid once = modelGrid(ct.geometry, wanted("as-is"), {GridChoice::Auto, {}, true});
    QCOMPARE(once.fit, GridFit::Moved);
    QVERIFY(determinant(once.geometry.direction) < 0);
    const Volume there = resample(ct, once.geometry, {}, {});
    QCOMPARE(there.at(0, 1, 2), ct.at(4, 1, 2));
    QCOMPARE(modelGrid(once.geometry, wanted("as-is"), {GridChoice::Auto, {}, true}).geometry, ct.geometry);
  }

  /// Grids along each other's axes are read axis by axis; a grid a hair oblique is read voxel by voxel.
  void axisByAxisIsVoxelByVoxel_data() {
    QTest::addColumn<QString>("orientation");
    QTest::addColumn<bool>("cubic");
    for (const char* letters : {"LPS", "RAI", "PIR", "SLA", "IRP", "ASL"})
      for (const bool cubic : {false, true})
        QTest::addRow("%s, %s", letters, cubic ? "cubic" : "linear") << QString(letters) << cubic;
  }

  void axisByAxisIsVoxelByVoxel() {
    QFETCH(QString, orientation);
    QFETCH(bool, cubic);
    Volume source = numbered({{21, 17, 26}, {0.8, 1, 0.6}, {-9, -8, 40}, kIdentity3});
    for (float& v : source.voxels) v = static_cast<float>(static_cast<int>(v) * 7919 % 1009);
    GridRequest request;
    request.orientation = orientation.toStdString();
    request.spacing = {1.7, 2.1, 1.3};
    request.extent = {20, 20, 20};
    Geometry grid = phantomGrid(Side::Left, request);
    Vec3 half{};
    for (std::size_t a = 0; a < 3; ++a) half[a] = static_cast<double>(grid.size[a] - 1) / 2;
    grid.origin = grid.origin + Vec3{-0.7, 0.1, 47.9} - grid.indexToPatient(half);
    const ResampleOptions options{cubic ? Interpolation::Cubic : Interpolation::Linear, -5, true};
    const Volume aligned = resample(source, grid, options, {});
    const Volume oblique = resample(source, rotated(grid, {0, 0, 0.01}), options, {});
    double most = 0;
    std::int64_t inside = 0;
    for (std::size_t i = 0; i < aligned.voxels.size(); ++i) {
      const bool in = aligned.voxels[i] != -5 && oblique.voxels[i] != -5;  // at the border a hair decides
      inside += in ? 1 : 0;
      if (in) most = std::max(most, double(std::abs(aligned.voxels[i] - oblique.voxels[i])));
    }
    QVERIFY(inside > product(grid.size) / 4);
    QVERIFY2(most < 6, qPrintable(QString::number(most)));  // neighbours differ by up to a thousand
  }

  void aRegionOfTheSameVoxelsIsCutExactly() {
    const Volume ct = numbered({{20, 20, 20}, {1, 1, 1}, {-10, -10, -10}, kIdentity3});
    const Box box{{-4.3, -2.1, 3.9}, {5.7, 3.9, 14}};  // upper part outside the CT
    const ModelGrid grid = modelGrid(ct.geometry, wanted("LPS"), {GridChoice::Auto, box, false});
    QCOMPARE(grid.fit, GridFit::Moved);
    QCOMPARE(grid.geometry.size, (Index3{10, 6, 10}));
    ResampleOptions options;
    options.outside = -7;
    const Volume cut = resample(ct, grid.geometry, options, {});
    for (std::int64_t z = 0; z < 10; ++z) {
      const Vec3 at = ct.geometry.patientToIndex(grid.geometry.indexToPatient({2, 3, double(z)}));
      QCOMPARE(at[0], std::round(at[0]));
      QCOMPARE(cut.at(2, 3, z), at[2] < 20 ? ct.at(std::llround(at[0]), std::llround(at[1]), std::llround(at[2])) : -7);
    }
    const Box flat{{0, 0, 0}, {5, 0, 5}};
    QVERIFY_THROWS_EXCEPTION(Error, modelGrid(ct.geometry, wanted("LPS"), {GridChoice::Auto, flat, false}));
  }

  /// Prints the table that decided the interpolations. SDF: in mm, near the surface. CT: in HU, in and around bone.
  void everySecondVoxelIsAveragedNotDropped() {
    // An odd number of voxels: the centres of the coarse grid fall on every second one of the fine grid.
    Volume stripes{{{9, 9, 9}, {0.5, 0.5, 0.5}, {}, kIdentity3}, std::vector<float>(729)};
    for (std::size_t i = 0; i < stripes.voxels.size(); ++i) stripes.voxels[i] = i % 9 % 2 == 0 ? 0.0F : 100.0F;
    const Geometry coarse{{5, 5, 5}, {1, 1, 1}, {}, kIdentity3};
    const Volume mean = resample(stripes, coarse, {Interpolation::Linear, 0, true}, {});
    QVERIFY(std::abs(mean.at(2, 2, 2) - 50) < 26);
    QVERIFY(mean.at(2, 2, 2) > 10);
    QCOMPARE(resample(stripes, coarse, {Interpolation::Linear, 0, false}, {}).at(2, 2, 2), 0.0F);
  }

  void interpolationsMeasured_data() {
    QTest::addColumn<Geometry>("geometry");
    const auto add = [](const char* name, const Vec3& spacing, const char* letters, double about) {
      GridRequest request;
      request.spacing = spacing;
      request.orientation = letters;
      request.extent = {60, 50, 66};
      QTest::newRow(name) << rotated(phantomGrid(Side::Right, request), {about, 0, about});
    };
    add("0.5 mm", {0.5, 0.5, 0.5}, "LPS", 0);
    add("0.7 x 0.7 x 1.25 mm", {0.7, 0.7, 1.25}, "RAS", 0);
    add("1 mm, 10 degrees oblique", {1, 1, 1}, "LPS", 10);
    add("3 mm", {3, 3, 3}, "RAS", 0);
  }

  void interpolationsMeasured() {
    QFETCH(Geometry, geometry);
    const PhantomParameters hip = smoothHip();
    GridRequest request;
    request.extent = {60, 50, 66};
    const Geometry model = phantomGrid(Side::Right, request);
    const Phantom there = makePhantom(hip, geometry, {});
    const Phantom truth = makePhantom(hip, model, {});
    const auto nearSurface = [](float sdf) { return std::abs(sdf) < 0.5F; };
    const auto bone = [](float hu) { return hu > 150; };
    const double mm = 5;  // per unit of the phantom's field
    Deviation best;
    Deviation linear;
    for (const auto kind : {Interpolation::Linear, Interpolation::Cubic})
      for (const bool average : {false, true}) {
        const Deviation ct = deviation(resample(there.ct, model, {kind, -1024, average}, {}), truth.ct, geometry, bone);
        const Volume field = resample(there.implantSdf, model, {kind, -1, average}, {});
        const Deviation sdf = deviation(field, truth.implantSdf, geometry, nearSurface);
        const Volume back =
            resample(resample(truth.implantSdf, geometry, {kind, -1, average}, {}), model, {kind, -1, average}, {});
        const Deviation round = deviation(back, truth.implantSdf, geometry, nearSurface);
        qInfo("%-7s%-9s CT %5.1f HU rms   field %.3f mm rms, %.2f at most   there and back %.3f mm rms, %.2f at most",
              kind == Interpolation::Linear ? "linear" : "cubic", average ? " averaged" : "", ct.rms, mm * sdf.rms,
              mm * sdf.largest, mm * round.rms, mm * round.largest);
        if (!average) (kind == Interpolation::Linear ? linear : best) = round;
      }
    const double voxel = *std::max_element(geometry.spacing.begin(), geometry.spacing.end());
    QVERIFY2(mm * best.rms < 0.065 * std::max(voxel, 1.0), qPrintable(QString::number(mm * best.rms)));
    QVERIFY(best.rms < linear.rms);
  }
};

QTEST_APPLESS_MAIN(TestResample)
#include "test_resample.moc"
