// Real and odd files from other programs, where they are at hand: a whole pelvis with metal on one side, NIfTI and
// DICOM files that other readers stumble over, and a DICOM series that something happened to. Skipped without them.
#include "engine/core/box.h"
#include "engine/core/platform.h"
#include "engine/hips/hip_finder.h"
#include "engine/io/case_file.h"
#include "engine/io/mesh_file.h"
#include "engine/prepare/resample.h"
#include "engine/surface/mesh_check.h"
#include "tests/cli/cli_process.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;

namespace {

QString data(const QString& name) { return QStringLiteral(HIPWRIGHT_TEST_DATA "/") + name; }

VolumePtr volumeOf(const QString& path) { return readCase(platform::fromUtf8(path.toStdString())).ct; }

/// The nearest voxel of a mask, in mm.
double distanceTo(const Volume& mask, const Vec3& place) {
  double nearest = 1e9;
  std::size_t i = 0;
  for (std::int64_t z = 0; z < mask.geometry.size[2]; ++z)
    for (std::int64_t y = 0; y < mask.geometry.size[1]; ++y)
      for (std::int64_t x = 0; x < mask.geometry.size[0]; ++x, ++i)
        if (mask.voxels[i] > 0.5F)
          nearest = std::min(nearest, length(mask.geometry.indexToPatient({double(x), double(y), double(z)}) - place));
  return nearest;
}

struct Part {
  Index3 first{};
  Index3 size{};
};

Volume partOf(const Volume& ct, const Part& part) {
  Volume out{ct.geometry, {}};
  out.geometry.size = part.size;
  out.geometry.origin =
      ct.geometry.indexToPatient({double(part.first[0]), double(part.first[1]), double(part.first[2])});
  for (std::int64_t z = 0; z < part.size[2]; ++z)
    for (std::int64_t y = 0; y < part.size[1]; ++y)
      for (std::int64_t x = 0; x < part.size[0]; ++x)
        out.voxels.push_back(ct.at(part.first[0] + x, part.first[1] + y, part.first[2] + z));
  return out;
}

QString found(const QString& folder, const QString& ending) {
  for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
    if (it.next().endsWith(ending)) return it.filePath();
  return {};
}

QJsonObject jsonOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

}  // namespace

class TestRealData : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  /// The series in a folder of its own, without the files that `leftOut` names.
  QString seriesWithout(const QString& name, const QStringList& leftOut) {
    const QString folder = m_dir.filePath(name);
    QDir().mkpath(folder);
    for (const QString& file : QDir(data("dicom_series")).entryList(QDir::Files))
      if (!leftOut.contains(file)) QFile::copy(data("dicom_series/" + file), folder + "/" + file);
    for (const QString& file : QDir(folder).entryList(QDir::Files))
      QFile::setPermissions(folder + "/" + file, QFile::ReadOwner | QFile::WriteOwner);
    return folder;
  }

  CliResult inspected(const QStringList& arguments) {
    QElapsedTimer clock;
    clock.start();
    CliResult got = runWithoutModels(HIPWRIGHT_CLI, QStringList{"inspect"} + arguments, m_dir.path());
    qInfo("%.2f s, exit code %d: %s%s", static_cast<double>(clock.elapsed()) / 1000, got.exitCode,
          qPrintable(got.out.section('\n', 0, 1)), qPrintable(got.err));
    return got;
  }

  void says(const CliResult& got, int code, const char* words) {
    QVERIFY2(got.exitCode == code && (got.out + got.err).contains(words), qPrintable(got.out + got.err));
  }

 private slots:
  void initTestCase() {
    if (!QFileInfo::exists(data("hip_ct/example_ct.nii.gz"))) QSKIP("the real and odd data are not at hand");
  }

  void bothHipsOfAPelvisAreFoundOnTheirSides() {
    const FoundHips hips = findHips(*volumeOf(data("hip_ct/example_ct.nii.gz")), {});
    for (const HipSide side : {HipSide::Right, HipSide::Left}) {
      QVERIFY(hips.on(side) != nullptr);
      const FoundHip& hip = *hips.on(side);
      const auto mask = [](const char* bone, HipSide of) {
        return volumeOf(data(QString("hip_ct/seg_%1_%2.nii.gz").arg(bone, toText(of))));
      };
      const double femur = distanceTo(*mask("femur", side), hip.centre);
      const double pelvis = distanceTo(*mask("hip", side), hip.centre);
      const double others = std::min(distanceTo(*mask("femur", otherSide(side)), hip.centre),
                                     distanceTo(*mask("hip", otherSide(side)), hip.centre));
      qInfo(
          "%s joint at %.0f %.0f %.0f: %.1f mm from its femur, %.1f from its hip bone, %.0f from the other side's; "
          "likeness %.2f, metal %.1f cm3",
          toText(side), hip.centre[0], hip.centre[1], hip.centre[2], femur, pelvis, others, hip.likeness, hip.metalCm3);
      // A joint's centre lies in the head of the femur; one that metal hides is placed opposite the other.
      QVERIFY(femur < (hip.opposite ? 15 : 3));
      QVERIFY(pelvis < 33);  // within a socket
      QVERIFY(others > 60);  // of its own side
    }
    QVERIFY(hips.left->metalCm3 > 1);
    QVERIFY(hips.right->metalCm3 < 0.05);
  }

  /// The ribs and the sacrum are as alike to a mean hip as the real ones are.
  void aCtThatEndsAboveTheHipsHasNone() {
    const VolumePtr whole = volumeOf(data("hip_ct/example_ct.nii.gz"));
    for (const std::int64_t first : {12, 18, 30, 60}) {
      const Index3& n = whole->geometry.size;
      const FoundHips hips = findHips(partOf(*whole, {{0, 0, first}, {n[0], n[1], n[2] - first}}), {});
      QVERIFY2(!hips.left && !hips.right, qPrintable(QString::number(first)));
    }
  }

  void eachHipIsFoundInItsHalfOfTheBody() {
    const VolumePtr whole = volumeOf(data("hip_ct/example_ct.nii.gz"));
    const FoundHips both = findHips(*whole, {});
    for (const std::int64_t first : {0, 61}) {  // the index grows towards the right
      const Index3& n = whole->geometry.size;
      const FoundHips hips = findHips(partOf(*whole, {{first, 0, 0}, {61, n[1], n[2]}}), {});
      const HipSide side = first == 0 ? HipSide::Left : HipSide::Right;
      QVERIFY(hips.on(side) != nullptr && hips.on(otherSide(side)) == nullptr);
      QVERIFY(length(hips.on(side)->centre - both.on(side)->centre) < 5);
      QVERIFY(isCertain(*hips.on(side)) && isSideCertain(*hips.on(side)));
    }
  }

  void theNativeHipIsGenerated() {
    const CliResult run = runWithoutModels(HIPWRIGHT_CLI,
                                           {"infer", "--cond", data("hip_ct/example_ct.nii.gz"), "--save", "runs",
                                            "--seed", "42", "--cfg", "2", "--ts", "20", "--summary"},
                                           m_dir.path());
    QVERIFY2(run.exitCode == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains("Both hips were found; the right one is taken."), qPrintable(run.err));
    QVERIFY2(run.err.contains("on the left, outside the region"), qPrintable(run.err));
    QVERIFY2(run.err.contains(QRegularExpression("adapted +hu_range +Values from -1207 to 3382 HU\\.")),
             qPrintable(run.err));  // its scale is not doubted
    const QString runs = m_dir.filePath("runs");
    const QJsonObject record = jsonOf(found(runs, "run.json"));
    QCOMPARE(record["hip"].toObject()["side"].toString(), QString("right"));
    QCOMPARE(record["grid"].toObject()["fit"].toString(), QString("resampled"));
    QVERIFY(!found(runs, "_summary.png").isEmpty());

    const Mesh mesh = readStl(platform::fromUtf8(found(runs, "_metal.stl").toStdString()));
    const MeshReport report = checkMesh(mesh);
    QVERIFY(report.printable());
    const VolumePtr femur = volumeOf(data("hip_ct/seg_femur_right.nii.gz"));
    const VolumePtr others = volumeOf(data("hip_ct/seg_femur_left.nii.gz"));
    const Vec3 middle = 0.5 * (report.lower + report.upper);
    const Vec3 size = report.upper - report.lower;
    qInfo("implant of %.0f x %.0f x %.0f mm, %.1f ml, %.1f mm from the right femur, %.0f mm from the left one", size[0],
          size[1], size[2], report.volumeMm3 / 1000, distanceTo(*femur, middle), distanceTo(*others, middle));
    QVERIFY(distanceTo(*femur, middle) < 25);
    QVERIFY(distanceTo(*others, middle) > 80);
    QVERIFY(report.volumeMm3 > 20'000 && report.volumeMm3 < 250'000);
    const VolumePtr fused = volumeOf(found(runs, "_fused.nii.gz"));
    QVERIFY(fused->geometry.size == volumeOf(data("hip_ct/example_ct.nii.gz"))->geometry.size);
  }

  void oddFilesAreReadOrRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, int code, const char* words) {
      QTest::newRow(name) << name << code << words;
    };
    row("odd_nifti/analyze.hdr", 2, "Analyze 7.5");
    row("odd_nifti/anatomical.nii", 2, "33 x 41 x 25");  // big-endian, read as it is and refused: no HU
    row("odd_nifti/example4d.nii.gz", 2, "2 volumes");
    row("odd_nifti/functional.nii", 2, "20 volumes");
    row("odd_nifti/nifti1.hdr", 2, "NIfTI pair");
    row("odd_nifti/resampled_anat_moved.nii", 2, "17 x 21 x 3");  // not of a CT either
    row("odd_nifti/standard.nii.gz", 2, "4 x 5 x 7");             // 0 to 255
    row("odd_dicom/CT_small.dcm", 2, "single slice");
    row("odd_dicom/MR_truncated.dcm", 2, "cut short");
    row("odd_dicom/badVR.dcm", 2, "badVR.dcm");
    row("odd_dicom/no_meta.dcm", 2, "no_meta.dcm");
    row("odd_dicom/rtstruct.dcm", 2, "rtstruct.dcm");
    row("odd_dicom", 2, "odd_dicom");
  }

  void oddFilesAreReadOrRefused() {
    QFETCH(QString, name);
    QFETCH(int, code);
    QFETCH(QString, words);
    says(inspected({data(name)}), code, qPrintable(words));
  }

  void theSeriesIsReadWhateverItsFilesAreCalled() {
    // Its intercept is missing, and it shows a head: read, but nothing for a model of hips.
    const CliResult folder = inspected({data("dicom_series")});
    says(folder, 2, "64 x 64 x 93");
    says(folder, 2, "shifted by about 1024");
    says(inspected({data("dicom_series/CTHead40.dcm")}), 2, "64 x 64 x 93");
  }

  void aMissingSliceIsInterpolatedAndTwoAreRefused() {
    const CliResult one = inspected({seriesWithout("one", {"CTHead40.dcm"})});
    says(one, 2, "64 x 64 x 93");
    says(one, 2, "between 39 and 41 were interpolated");
    says(inspected({seriesWithout("two", {"CTHead40.dcm", "CTHead41.dcm"})}), 2,
         "2 slices are missing between 39 and 42");
  }

  void aCutSliceIsNamed() {
    const QString folder = seriesWithout("cut", {});
    QFile file(folder + "/CTHead40.dcm");
    QVERIFY(file.resize(file.size() - 1000));
    says(inspected({folder}), 2, "CTHead40.dcm is cut short");
  }

  void twoSeriesAreListedAndOneIsChosen() {
    const QString folder = seriesWithout("both", {});
    for (int i = 1; i <= 93; ++i) {
      QFile file(QString("%1/CTHead%2.dcm").arg(folder).arg(i));
      QVERIFY(file.open(QIODevice::ReadOnly));
      QByteArray bytes = file.readAll();
      const qsizetype uid = bytes.indexOf(QByteArray("\x20\x00\x0e\x00", 4));
      QVERIFY(uid > 0);
      bytes[uid + 10] = bytes[uid + 10] == '9' ? '8' : '9';
      QFile other(QString("%1/other%2.dcm").arg(folder).arg(i));
      QVERIFY(other.open(QIODevice::WriteOnly) && other.write(bytes) == bytes.size());
    }
    says(inspected({folder}), 2, "--series");
    says(inspected({folder, "--series", "2"}), 2, "64 x 64 x 93");
  }
};

QTEST_GUILESS_MAIN(TestRealData)
#include "test_real_data.moc"
