// Fusion: the formula at its corners, and the reference's own arrays.
#include "engine/core/error.h"
#include "engine/surface/fuse.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

using namespace hipwright;

namespace {

/// The values of a little-endian float32 .npy file; the shape does not matter to a voxel-wise formula.
std::vector<float> npyFloats(const std::string& name) {
  std::ifstream in(std::filesystem::path(HIPWRIGHT_GOLDEN_DIR) / name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.size() < 10 || bytes.find("'<f4'") == std::string::npos) return {};
  const std::size_t start = 10 + static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
  std::vector<float> values((bytes.size() - start) / sizeof(float));
  std::memcpy(values.data(), bytes.data() + start, values.size() * sizeof(float));
  return values;
}

Volume row(std::vector<float> values) {
  const auto n = static_cast<std::int64_t>(values.size());
  return {{{n, 1, 1}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, std::move(values)};
}

float fused(float hu, float sdf) { return fuse(row({hu}), row({sdf})).voxels.front(); }

}  // namespace

class TestFuse : public QObject {
  Q_OBJECT

 private slots:
  void formulaAtItsCorners() {
    QCOMPARE(fused(-500, 1.0F), 3071.0F);
    QCOMPARE(fused(-500, 0.0F), 2700.0F);
    QCOMPARE(fused(-500, 0.05F), 2700.0F + 185.5F);
    QCOMPARE(fused(100, -0.05F), 1400.0F);
    QCOMPARE(fused(-500, -0.2F), -500.0F);
    QCOMPARE(fused(-500, std::nanf("")), -500.0F);
  }

  void agreesWithTheReference_data() {
    QTest::addColumn<QString>("ct");
    QTest::addColumn<QString>("run");
    QTest::newRow("unit") << "units/fuse/ct.npy"
                          << "units/fuse";
    for (const char* run : {"case_A/run_cfg0", "case_A/run_cfg1", "case_A/run_cfg3.5", "case_A/run_stages",
                            "case_B/run_cfg0", "case_B/run_cfg1", "case_B/run_cfg3.5"})
      QTest::newRow(run) << QString(run).left(6) + "/ct_loaded.npy" << run;
  }

  void agreesWithTheReference() {
    QFETCH(QString, ct);
    QFETCH(QString, run);
    const Volume hu = row(npyFloats(ct.toStdString()));
    const Volume sdf = row(npyFloats(run.toStdString() + "/sdf.npy"));
    const std::vector<float> expected = npyFloats(run.toStdString() + "/fused.npy");
    QVERIFY(!expected.empty() && hu.voxels.size() == expected.size() && sdf.voxels.size() == expected.size());
    const Volume out = fuse(hu, sdf);
    double worst = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
      worst = std::max(worst, std::abs(double{out.voxels[i]} - expected[i]));
    qInfo("largest deviation %.2g HU of %zu voxels", worst, expected.size());
    QVERIFY(worst < 0.01);
  }

  void keepsTheGeometryOfTheCt() {
    Volume ct = row({1, 2});
    ct.geometry.origin = {7, 8, 9};
    QVERIFY(fuse(ct, row({-1, -1})).geometry == ct.geometry);
  }

  void refusesDifferentSizes() { QVERIFY_THROWS_EXCEPTION(Error, fuse(row({1, 2}), row({1}))); }
};

QTEST_APPLESS_MAIN(TestFuse)
#include "test_fuse.moc"
