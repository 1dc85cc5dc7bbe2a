// Reading CTs that are right: voxel types, byte orders, scaling, geometry in its three forms, and the reference's own
// files.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/case_file.h"
#include "tests/support/nifti_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The floats of a little-endian float32 .npy file of version 1, in its order.
std::vector<float> npyFloats(const fs::path& path) {
  const std::string bytes = contentOf(path);
  const std::size_t start =
      10 + static_cast<unsigned char>(bytes.at(8)) + 256U * static_cast<unsigned char>(bytes.at(9));
  std::vector<float> values((bytes.size() - start) / sizeof(float));
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = loadAs<float>(reinterpret_cast<const std::byte*>(bytes.data()) + start + 4 * i, false);
  return values;
}

bool mentions(const CaseFile& file, const std::string& words) {
  for (const CaseNote& note : file.notes)
    if (note.text().find(words) != std::string::npos) return true;
  return false;
}

double farthest(const Vec3& a, const Vec3& b) { return length(a - b); }

}  // namespace

class TestCaseFile : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  CaseFile read(const std::string& bytes, const QString& name = "ct.nii") {
    const fs::path path = platform::fromUtf8(m_dir.filePath(name).toStdString());
    writeBytes(path, bytes);
    return readCase(path);
  }

  template <class Stored>
  void checkType(int code, const std::string& name, const std::vector<Stored>& values) {
    for (const int version : {1, 2})
      for (const bool bigEndian : {false, true}) {
        NiftiBytes file(version, bigEndian);
        file.clearVoxels().type(code, 8 * sizeof(Stored)).size({3, 2, 2, 2, 1, 1, 1, 1});
        for (std::size_t i = 0; i < 8; ++i) file.voxel(values[i % values.size()]);
        const CaseFile got = read(file.bytes());
        QCOMPARE(got.source.voxelType, name);
        QCOMPARE(got.source.format, std::string(version == 1 ? "NIfTI-1" : "NIfTI-2"));
        QVERIFY(got.notes.empty());
        for (std::size_t i = 0; i < 8; ++i) QCOMPARE(got.ct->voxels[i], static_cast<float>(values[i % values.size()]));
      }
  }

 private slots:
  void everyVoxelTypeInBothByteOrdersAndVersions() {
    checkType<std::int8_t>(256, "int8", {-128, 0, 127});
    checkType<std::uint8_t>(2, "uint8", {0, 200, 255});
    checkType<std::int16_t>(4, "int16", {-1024, 3071, 258});
    checkType<std::uint16_t>(512, "uint16", {0, 65535, 258});
    checkType<std::int32_t>(8, "int32", {-70000, 70000, 16909060});
    checkType<std::uint32_t>(768, "uint32", {0, 4000000000U, 16909060});
    checkType<std::int64_t>(1024, "int64", {-70000, 1LL << 40, 5});
    checkType<std::uint64_t>(1280, "uint64", {0, 1ULL << 63, 5});
    checkType<float>(16, "float32", {-1.5F, 3.25F, 1e30F});
    checkType<double>(64, "float64", {-1.5, 3.25, 0.1});
  }

  void namesAreContentIndependent_data() {
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<bool>("gzip");
    QTest::addColumn<QString>("caseName");
    QTest::newRow("plain") << "case.nii" << false << "case";
    QTest::newRow("gzipped") << "case.nii.gz" << true << "case";
    QTest::newRow("plain named gz") << "case.nii.gz" << false << "case";
    QTest::newRow("gzipped named nii") << "case.NII" << true << "case";
    QTest::newRow("dots, umlauts, Chinese")
        << QString::fromUtf8("\u00fc.\u9ad6.1.nii.gz") << true << QString::fromUtf8("\u00fc.\u9ad6.1");
    QTest::newRow("no extension") << "case" << false << "case";
  }

  void namesAreContentIndependent() {
    QFETCH(QString, fileName);
    QFETCH(bool, gzip);
    QFETCH(QString, caseName);
    const std::string bytes = gzip ? gzipped(NiftiBytes().bytes()) : NiftiBytes().bytes();
    const CaseFile got = read(bytes, fileName);
    QCOMPARE(QString::fromStdString(got.name), caseName);
    QCOMPARE(got.sha256, sha256OfText(bytes));
    QCOMPARE(got.ct->at(1, 2, 3), 9.0F);  // 1 + 4 * (2 + 5 * 3) - 60
    QCOMPARE(got.ct->voxels.front(), -60.0F);
    QCOMPARE(got.ct->voxels.back(), 59.0F);
  }

  void gzipMayHaveSeveralMembers() {
    const std::string whole = NiftiBytes().bytes();
    const CaseFile got =
        read(gzipped(whole.substr(0, 400)) + gzipped(whole.substr(400, 7)) + gzipped(whole.substr(407)));
    QCOMPARE(got.ct->voxels.back(), 59.0F);
  }

  void scalingIsAppliedOnlyWithASlope_data() {
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("intercept");
    QTest::addColumn<double>("first");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("both") << 2.0 << -1000.0 << -1120.0;
    QTest::newRow("no slope, so no intercept") << 0.0 << 5.0 << -60.0;
    QTest::newRow("slope is not a number") << nan << 5.0 << -60.0;
    QTest::newRow("slope is infinite") << std::numeric_limits<double>::infinity() << 5.0 << -60.0;
    QTest::newRow("intercept alone") << 1.0 << -1024.0 << -1084.0;
    QTest::newRow("negative slope") << -1.0 << 0.0 << 60.0;
  }

  void scalingIsAppliedOnlyWithASlope() {
    QFETCH(double, slope);
    QFETCH(double, intercept);
    QFETCH(double, first);
    for (const int version : {1, 2}) {
      const CaseFile got = read(NiftiBytes(version).scale(slope, intercept).bytes());
      QCOMPARE(got.ct->voxels.front(), static_cast<float>(first));
      QCOMPARE(got.ct->voxels.front(), static_cast<float>(-60 * got.source.slope + got.source.intercept));
    }
  }

  void fewVoxelsThatAreNoNumbersBecomeAir() {
    NiftiBytes file;
    file.clearVoxels().type(16, 32);
    const float bad[] = {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()};
    for (int i = 0; i < 120; ++i) file.voxel(i % 40 == 7 ? bad[i % 2 == 0 ? 0 : 1] : 1.0F);
    const CaseFile got = read(file.bytes());
    QCOMPARE(got.ct->voxels[7], -1024.0F);
    QCOMPARE(got.ct->voxels[8], 1.0F);
    QCOMPARE(got.notes.size(), std::size_t{1});
    QVERIFY(got.notes.front() == (CaseNote{NoteCode::VoxelsToAir, {{"count", "3"}}}));
    QVERIFY(got.notes.front().level() == NoteLevel::Doubtful);
  }

  void sformBecomesLps() {
    const CaseFile got = read(NiftiBytes().bytes());
    const Geometry expected{{4, 5, 6}, {2, 3, 4}, {10, -20, 30}, {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}}};
    QVERIFY(got.ct->geometry == expected);
    QCOMPARE(got.source.geometrySource, std::string("sform"));
    QCOMPARE(got.source.sformCode, 1);
    QVERIFY(got.notes.empty());
  }

  void qformTurnsAndMirrors() {
    // A quarter turn about the superior axis: RAS x' = -y, y' = x; then mirrored along the third axis.
    const double h = std::sqrt(0.5);
    for (const double qfac : {1.0, -1.0, 0.0}) {
      const CaseFile got = read(NiftiBytes().sform(0, {}).qform(2, {0, 0, h, 1, 2, 3}).pixdim({qfac, 2, 3, 4}).bytes());
      QCOMPARE(got.source.geometrySource, std::string("qform"));
      QCOMPARE(got.source.qformCode, 2);
      QVERIFY(farthest(got.ct->geometry.indexToPatient({0, 0, 0}), {-1, -2, 3}) < 1e-6);
      QVERIFY(farthest(got.ct->geometry.indexToPatient({1, 0, 0}), {-1, -4, 3}) < 1e-6);
      QVERIFY(farthest(got.ct->geometry.indexToPatient({0, 1, 0}), {2, -2, 3}) < 1e-6);
      QVERIFY(farthest(got.ct->geometry.indexToPatient({0, 0, 1}), {-1, -2, qfac < 0 ? -1.0 : 7.0}) < 1e-6);
    }
  }

  void voxelSizeAloneIsTakenWithAWarning() {
    const CaseFile got = read(NiftiBytes().sform(0, {}).pixdim({1, 2, -3, 4}).bytes());
    const Geometry expected{{4, 5, 6}, {2, 3, 4}, {0, 0, 0}, {Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}}};
    QVERIFY(got.ct->geometry == expected);
    QCOMPARE(got.source.geometrySource, std::string("pixdim"));
    QVERIFY(mentions(got, "Check the side"));
    QVERIFY(mentions(got, "negative voxel size"));
  }

  /// As ITK reads a MetaImage: the voxels stay in their order, and the axis runs the other way. NIfTI knows no such
  /// axis.
  void aNegativeVoxelSizeTurnsTheAxisOfAMetaImage() {
    const std::string start = "ObjectType = Image\nNDims = 3\nDimSize = 2 2 2\nTransformMatrix = 1 0 0 0 1 0 0 0 1\n";
    const std::string end = "\nOffset = 5 6 7\nElementType = MET_UCHAR\nElementDataFile = LOCAL\n";
    const CaseFile got = read(start + "ElementSpacing = -3 1 2" + end + "abcdefgh", "ct.mha");
    const Geometry expected{{2, 2, 2}, {3, 1, 2}, {5, 6, 7}, {Vec3{-1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}}};
    QVERIFY(got.ct->geometry == expected);
    QCOMPARE(got.ct->voxels[1], static_cast<float>('b'));
    QVERIFY(mentions(got, "Check the side"));
  }

  void unitsBecomeMillimetres() {
    const CaseFile metres = read(NiftiBytes()
                                     .xyzt(1)
                                     .pixdim({1, 0.002, 0.003, 0.004})
                                     .sform(1, {0.002, 0, 0, -0.01, 0, 0.003, 0, 0.02, 0, 0, 0.004, 0.03})
                                     .bytes());
    QVERIFY(farthest(metres.ct->geometry.spacing, {2, 3, 4}) < 1e-6 &&
            farthest(metres.ct->geometry.origin, {10, -20, 30}) < 1e-5);
    QVERIFY(mentions(metres, "metres"));
    const CaseFile micro = read(NiftiBytes()
                                    .xyzt(3)
                                    .sform(0, {})
                                    .qform(1, {0, 0, 0, -10000, 20000, 30000})
                                    .pixdim({1, 2000, 3000, 4000})
                                    .bytes());
    QVERIFY(farthest(micro.ct->geometry.spacing, {2, 3, 4}) < 1e-6 &&
            farthest(micro.ct->geometry.origin, {10, -20, 30}) < 1e-5);
    QVERIFY(mentions(micro, "micrometres"));
    QVERIFY(read(NiftiBytes().xyzt(0).bytes()).notes.empty());
    QVERIFY(mentions(read(NiftiBytes().xyzt(7).bytes()), "no known unit"));
    QVERIFY(mentions(read(NiftiBytes().xyzt(1).bytes()), "unusual"));
  }

  void slightShearIsStraightenedAndMeasured() {
    // 0.004 of 3 mm over 5 voxels: the far corner of the y axis moves by about half of 0.004 * 12 mm.
    const CaseFile got = read(NiftiBytes().sform(1, {2, 0.012, 0, -10, 0, 3, 0, 20, 0, 0, 4, 30}).bytes());
    QCOMPARE(got.source.geometrySource, std::string("sform"));
    QVERIFY(mentions(got, "not quite perpendicular"));
    checkGeometry(got.ct->geometry);
    QVERIFY(farthest(got.ct->geometry.indexToPatient({3, 4, 5}), {4 - 0.048, -32, 50}) < 0.04);
    QVERIFY(read(NiftiBytes().sform(1, {2, 1e-5, 0, -10, 0, 3, 0, 20, 0, 0, 4, 30}).bytes()).notes.empty());
  }

  void emptySformYieldsToTheQform() {
    const CaseFile got = read(NiftiBytes().sform(1, std::vector<double>(12, 0)).qform(1, {0, 0, 0, 5, 6, 7}).bytes());
    QCOMPARE(got.source.geometrySource, std::string("qform"));
    QVERIFY(farthest(got.ct->geometry.origin, {-5, -6, 7}) < 1e-6);
    QVERIFY(mentions(got, "voxel size of 0"));
  }

  /// A qform holds no shear, so what it says instead is only believed where the two nearly agree. The shear moves the
  /// far corner by four steps of it.
  void shearedSformYieldsToAQformNearby() {
    const auto sheared = [](double by) {
      return NiftiBytes().sform(1, {2, by, 0, -10, 0, 3, 0, 20, 0, 0, 4, 30}).qform(1, {0, 0, 0, -10, 20, 30}).bytes();
    };
    const CaseFile near = read(sheared(0.2));
    QCOMPARE(near.source.geometrySource, std::string("qform"));
    QCOMPARE(near.notes.size(), std::size_t{1});
    QCOMPARE(near.notes.front().code, NoteCode::QformUsed);
    QVERIFY(mentions(near, "0.8 mm"));
    const CaseFile apart = read(sheared(0.8));
    QCOMPARE(apart.notes.front().code, NoteCode::QformUsedApart);
    QVERIFY(mentions(apart, "up to 3.2 mm"));
    try {
      read(sheared(2));
      QFAIL("it was read");
    } catch (const Error& e) {
      QCOMPARE(e.code(), ErrorCode::BadHeader);
      QVERIFY2(std::string(e.what()).find("up to 8 mm") != std::string::npos, e.what());
    }
  }

  void disagreeingFormsAreReported() {
    QVERIFY(mentions(read(NiftiBytes().qform(1, {0, 0, 0, -10, 20, 35}).bytes()), "disagree by up to 5 mm"));
    QVERIFY(read(NiftiBytes().qform(1, {0, 0, 0, -10, 20, 30}).bytes()).notes.empty());
    QVERIFY(mentions(read(NiftiBytes().pixdim({1, 1, 1, 1}).bytes()), "differs from the one stated apart"));
  }

  void extensionsAndTrailingSizesAreSkipped() {
    const CaseFile got =
        read(NiftiBytes().put<std::uint8_t>(348, 1).insert(352, 48).offset(400).size({7, 4, 5, 6, 1, 1, 1, 1}).bytes());
    QCOMPARE(got.ct->voxels.front(), -60.0F);
    QCOMPARE(got.ct->voxels.back(), 59.0F);
  }

  void smallSurplusAndWrongBitsAreReported() {
    const CaseFile got = read(NiftiBytes().type(4, 32).resize(352 + 240 + 39).bytes());
    QVERIFY(mentions(got, "39 bytes behind the voxels"));
    QVERIFY(mentions(got, "32 bits per voxel"));
  }

  void referenceCasesAreReadAsTheReferenceDoes_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("A") << HIPWRIGHT_GOLDEN_DIR "/case_A";
    QTest::newRow("B") << HIPWRIGHT_GOLDEN_DIR "/case_B";
  }

  void referenceCasesAreReadAsTheReferenceDoes() {
    QFETCH(QString, folder);
    const fs::path dir = platform::fromUtf8(folder.toStdString());
    const CaseFile got = readCase(dir / "ct.nii.gz");
    const Geometry& g = got.ct->geometry;
    const std::vector<float> expected = npyFloats(dir / "ct_loaded.npy");  // (X, Y, Z), z fastest
    QCOMPARE(got.ct->voxels.size(), expected.size());
    std::size_t i = 0;
    for (std::int64_t x = 0; x < g.size[0]; ++x)
      for (std::int64_t y = 0; y < g.size[1]; ++y)
        for (std::int64_t z = 0; z < g.size[2]; ++z) QCOMPARE(got.ct->at(x, y, z), expected[i++]);
    const std::vector<float> affine = npyFloats(dir / "affine.npy");  // index to RAS, row-major 4 x 4
    const Mat3 m = g.indexToPatientMatrix();
    for (std::size_t r = 0; r < 3; ++r) {
      const double sign = r < 2 ? -1 : 1;
      for (std::size_t c = 0; c < 3; ++c) QVERIFY(std::abs(sign * m[r][c] - affine[4 * r + c]) < 1e-5);
      QVERIFY(std::abs(sign * g.origin[r] - affine[4 * r + 3]) < 1e-4);
    }
    QVERIFY(got.notes.empty());
  }
};

QTEST_APPLESS_MAIN(TestCaseFile)
#include "test_case_file.moc"
