// Writing NIfTI: what is read back is what was written, voxel for voxel, in any frame.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/nifti_header.h"
#include "engine/io/volume_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <numbers>
#include <random>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

Mat3 product(const Mat3& a, const Mat3& b) {
  Mat3 out{};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c)
      for (int k = 0; k < 3; ++k) out[r][c] += a[r][k] * b[k][c];
  return out;
}

Mat3 rotation(int axis, double angle) {
  Mat3 m = kIdentity3;
  const int u = (axis + 1) % 3;
  const int v = (axis + 2) % 3;
  m[u][u] = m[v][v] = std::cos(angle);
  m[u][v] = -std::sin(angle);
  m[v][u] = std::sin(angle);
  return m;
}

Volume randomVolume(std::mt19937& random) {
  std::uniform_real_distribution<double> unit(0, 1);
  Volume v;
  for (int a = 0; a < 3; ++a) {
    v.geometry.size[a] = 2 + static_cast<std::int64_t>(unit(random) * 20);
    v.geometry.spacing[a] = 0.3 + 4 * unit(random);
    v.geometry.origin[a] = 800 * unit(random) - 400;
    v.geometry.direction = product(v.geometry.direction, rotation(a, 2 * std::numbers::pi * unit(random)));
  }
  if (unit(random) < 0.5)
    for (auto& row : v.geometry.direction) row[2] = -row[2];
  v.voxels.resize(static_cast<std::size_t>(hipwright::product(v.geometry.size)));
  for (float& x : v.voxels) x = static_cast<float>(4000 * unit(random) - 1000);
  return v;
}

double farCorner(const Geometry& a, const Geometry& b) {
  double most = 0;
  for (int corner = 0; corner < 8; ++corner) {
    Vec3 index{};
    for (int axis = 0; axis < 3; ++axis) index[axis] = (corner >> axis & 1) * static_cast<double>(a.size[axis] - 1);
    most = std::max(most, length(a.indexToPatient(index) - b.indexToPatient(index)));
  }
  return most;
}

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

NiftiHeader headerOf(const fs::path& path) {
  const std::string bytes = contentOf(path);
  const auto span = std::as_bytes(std::span(bytes));
  return parseNiftiHeader(*niftiKind(span), span);
}

}  // namespace

class TestVolumeFile : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  fs::path pathOf(const char* name) {
    return platform::fromUtf8(m_dir.filePath(QString::fromUtf8(name)).toStdString());
  }

 private slots:
  void roundTripOfRandomFrames() {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
      const Volume v = randomVolume(random);
      NiftiWriteOptions options;
      options.qformCode = i % 3;
      options.sformCode = i / 3 % 4;
      const fs::path path = pathOf(i % 2 == 0 ? "v.nii" : "v.nii.gz");
      writeNifti(path, v, options);
      const CaseFile back = readCase(path);
      QVERIFY(back.ct->voxels == v.voxels);
      const double extent = 400 + length(v.geometry.indexToPatientMatrix() * Vec3{22, 22, 22});
      QVERIFY2(farCorner(back.ct->geometry, v.geometry) < 1e-5 * extent,
               std::to_string(farCorner(back.ct->geometry, v.geometry)).c_str());
      for (int a = 0; a < 3; ++a) QVERIFY(std::abs(back.ct->geometry.spacing[a] / v.geometry.spacing[a] - 1) < 1e-5);
      QCOMPARE(back.source.qformCode, options.qformCode);
      QVERIFY(back.source.sformCode == options.sformCode || (options.sformCode == 0 && back.source.sformCode > 0));
      QVERIFY2(back.notes.empty(), back.notes.empty() ? "" : back.notes.front().text().c_str());
    }
  }

  void qformAloneSaysTheSameAsTheSform() {
    // Half turns are where a quaternion's real part vanishes and single precision is at its worst.
    for (int axis = 0; axis < 3; ++axis)
      for (const double degrees : {0.0, 30.0, 90.0, 179.0, 180.0, 181.0, 270.0}) {
        Volume v{{{40, 50, 60}, {0.7, 0.8, 2.5}, {-100, 50, 7}, rotation(axis, degrees * std::numbers::pi / 180)},
                 std::vector<float>(120000)};
        const fs::path path = pathOf("q.nii");
        writeNifti(path, v, {});
        const CaseFile both = readCase(path);
        std::string bytes = contentOf(path);
        bytes[254] = 0;  // the code of the sform
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        const CaseFile qform = readCase(path);
        QCOMPARE(both.source.geometrySource, std::string("sform"));
        QCOMPARE(qform.source.geometrySource, std::string("qform"));
        QVERIFY(both.notes.empty());
        QVERIFY(farCorner(both.ct->geometry, qform.ct->geometry) < 0.1);
      }
  }

  void codesThatWouldLoseTheFrameAreRaised() {
    Volume v{{{2, 2, 2}, {1, 1, 1}, {5, 0, 0}, kIdentity3}, std::vector<float>(8)};
    writeNifti(pathOf("lost.nii"), v, {"", 0, 0, 1});
    QCOMPARE(headerOf(pathOf("lost.nii")).sformCode, 1);
    v.geometry = {{2, 2, 2}, {1, 1, 1}, {0, 0, 0}, {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}}};
    writeNifti(pathOf("kept.nii"), v, {"", 0, 0, 1});
    QCOMPARE(headerOf(pathOf("kept.nii")).sformCode, 0);
  }

  void headerIsThatOfTheStandard() {
    const Volume v{{{3, 4, 5}, {1, 2, 3}, {10, -20, 30}, kIdentity3}, std::vector<float>(60, 2)};
    writeNifti(pathOf("h.nii"), v, {"Hipwright, research use only", 2, 3, 1});
    const NiftiHeader h = headerOf(pathOf("h.nii"));
    QCOMPARE(h.dim, (std::array<std::int64_t, 8>{3, 3, 4, 5, 1, 1, 1, 1}));
    QCOMPARE(h.datatype, 16);
    QCOMPARE(h.bitpix, 32);
    QCOMPARE(h.voxOffset, 352.0);
    QCOMPARE(h.sclSlope, 1.0);
    QCOMPARE(h.xyztUnits, 2);
    QCOMPARE(h.qformCode, 2);
    QCOMPARE(h.sformCode, 3);
    QCOMPARE(h.descrip, std::string("Hipwright, research use only"));
    QCOMPARE(h.srow[0], (std::array<double, 4>{-1, 0, 0, -10}));
    QCOMPARE(h.srow[1], (std::array<double, 4>{0, -2, 0, 20}));
    QCOMPARE(h.srow[2], (std::array<double, 4>{0, 0, 3, 30}));
    QCOMPARE(fs::file_size(pathOf("h.nii")), std::uintmax_t{352 + 240});
  }

  void longDescriptionsAreCutBetweenCharacters() {
    std::string text(78, 'x');
    text += "\u9ad6\u95a2\u7bc0";
    writeNifti(pathOf("d.nii"), {{{2, 2, 2}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, std::vector<float>(8)},
               {text, 1, 1, 1});
    QCOMPARE(headerOf(pathOf("d.nii")).descrip, std::string(78, 'x'));
  }

  void longAxesNeedTheSecondVersion() {
    Volume v{{{40000, 2, 2}, {0.1, 1, 1}, {1, 2, 3}, kIdentity3}, std::vector<float>(160000)};
    for (std::size_t i = 0; i < v.voxels.size(); ++i) v.voxels[i] = static_cast<float>(i);
    writeNifti(pathOf("long.nii.gz"), v, {});
    const CaseFile back = readCase(pathOf("long.nii.gz"));
    QCOMPARE(back.source.format, std::string("NIfTI-2"));
    QVERIFY(back.ct->voxels == v.voxels);
    QVERIFY(farCorner(back.ct->geometry, v.geometry) < 1e-9);
  }

  void sameVolumeGivesTheSameBytes() {
    const Volume v{{{9, 9, 9}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, std::vector<float>(729, -1000)};
    writeNifti(pathOf("one.nii.gz"), v, {});
    writeNifti(pathOf("two.nii.gz"), v, {});
    QVERIFY(contentOf(pathOf("one.nii.gz")) == contentOf(pathOf("two.nii.gz")));
    QVERIFY(contentOf(pathOf("one.nii.gz")).size() < 600);
  }

  void whatCannotBeWrittenLeavesNothing() {
    const Volume v{{{2, 2, 2}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, std::vector<float>(8)};
    QVERIFY_THROWS_EXCEPTION(Error, writeNifti(pathOf("absent") / "v.nii", v, {}));
    Volume wrong = v;
    wrong.voxels.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, writeNifti(pathOf("wrong.nii"), wrong, {}));
    QVERIFY(!fs::exists(pathOf("wrong.nii")));
  }
};

QTEST_APPLESS_MAIN(TestVolumeFile)
#include "test_volume_file.moc"
