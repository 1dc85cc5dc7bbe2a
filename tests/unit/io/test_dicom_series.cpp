// DICOM folders that are right, in every geometry, syntax and kind of pixel; choosing among several series.
#include "engine/core/stop.h"
#include "engine/io/dicom_folder.h"
#include "engine/io/dicom_series.h"
#include "engine/io/volume_file.h"
#include "tests/unit/io/dicom_scene.h"

#include <QTest>

#include <fstream>

using namespace hipwright;
using namespace hipwright::test;

namespace {

std::vector<DicomPicture> pictures() { return dicomPictures(dicomVolume(dicomGeometry())); }

void set(DicomPicture& picture, std::uint32_t tag, std::string value) { picture.fields[tag] = std::move(value); }

std::vector<DicomPicture> withField(std::uint32_t tag, const std::string& value) {
  auto all = pictures();
  for (DicomPicture& p : all) p.fields[tag] = value;
  return all;
}

std::vector<DicomPicture> joined(std::vector<DicomPicture> a, const std::vector<DicomPicture>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Volume brighter() {
  Volume other = dicomVolume(dicomGeometry());
  for (float& hu : other.voxels) hu += 100;
  return other;
}

/// The second one's description tries to colour the terminal.
std::vector<DicomPicture> twoSeries() {
  auto second = dicomPictures(brighter(), "1.2.3.5");
  for (DicomPicture& p : second) {
    set(p, 0x00200011, "4");
    set(p, 0x0008103E, "Bone\x1b[31m");
  }
  return joined(pictures(), second);
}

}  // namespace

Q_DECLARE_METATYPE(hipwright::Geometry)

class TestDicomSeries : public QObject {
  Q_OBJECT

 private slots:
  void geometryIsExact_data() {
    QTest::addColumn<Geometry>("geometry");
    const Geometry axial = dicomGeometry();
    QTest::newRow("axial, anisotropic") << axial;
    QTest::newRow("oblique") << rotated(axial, {20, -10, 35});
    QTest::newRow("coronal") << rotated(axial, {90, 0, 0});
    QTest::newRow("sagittal") << rotated(axial, {90, 0, 90});
    QTest::newRow("feet first") << rotated(axial, {0, 180, 0});
    QTest::newRow("3 mm") << Geometry{{19, 17, 13}, {3, 3, 3}, {1, 2, 3}, kIdentity3};
  }

  void geometryIsExact() {
    QFETCH(Geometry, geometry);
    const Volume volume = dicomVolume(geometry);
    const CaseFile got = DicomFolder(dicomPictures(volume)).read();
    QCOMPARE(got.ct->geometry.size, geometry.size);
    QVERIFY(cornersApart(got.ct->geometry, geometry) < 1e-4);
    QVERIFY(got.ct->voxels == volume.voxels);
    QVERIFY2(got.notes.empty(), got.notes.empty() ? "" : got.notes.front().text().c_str());
    QCOMPARE(got.name, std::string("ct"));
    QCOMPARE(got.source.format, std::string("DICOM"));
  }

  void niftiGivesTheSameVolume() {
    const Volume volume = dicomVolume(rotated(dicomGeometry(), {5, 12, -20}));
    QTemporaryDir dir;
    const auto nifti = std::filesystem::path(dir.path().toStdString()) / "ct.nii.gz";
    writeNifti(nifti, volume, {});
    const CaseFile a = readCase(nifti);
    const CaseFile b = DicomFolder(dicomPictures(volume)).read();
    QVERIFY(a.ct->voxels == b.ct->voxels);
    QVERIFY(cornersApart(a.ct->geometry, b.ct->geometry) < 1e-4);
  }

  void everySyntaxIsRead() {
    const Volume volume = dicomVolume(dicomGeometry());
    for (const DicomSyntax syntax :
         {DicomSyntax::ExplicitLittle, DicomSyntax::ImplicitLittle, DicomSyntax::ExplicitBig, DicomSyntax::NoPreamble})
      QVERIFY(DicomFolder(pictures(), syntax).read().ct->voxels == volume.voxels);
  }

  void oneFileStandsForItsSeries() {
    const DicomFolder folder(pictures());
    const CaseFile got = readCase(folder.path() / dicomFileName(1));
    QVERIFY(got.ct->voxels == dicomVolume(dicomGeometry()).voxels);
    QCOMPARE(got.name, std::string("IM7919"));
    QVERIFY(got.sha256 == folder.read().sha256);
  }

  void numbersAndNamesDecideNothing() {
    auto all = pictures();
    for (std::size_t i = 0; i < all.size(); ++i) set(all[i], 0x00200013, std::to_string(all.size() - i));
    std::reverse(all.begin(), all.end());
    QVERIFY(DicomFolder(all).read().ct->voxels == dicomVolume(dicomGeometry()).voxels);
  }

  void eachSliceHasItsOwnScale() {
    auto all = pictures();
    set(all[3], 0x00281053, "2");
    set(all[3], 0x00281052, "-1000");
    const CaseFile got = DicomFolder(all).read();
    const float stored = dicomVolume(dicomGeometry()).at(4, 5, 3) + 1024;
    QCOMPARE(got.ct->at(4, 5, 3), 2 * stored - 1000);
    QCOMPARE(got.ct->at(4, 5, 4), dicomVolume(dicomGeometry()).at(4, 5, 4));
  }

  void signedValuesAndUnusedBits() {
    auto all = withField(0x00280103, "1");
    for (DicomPicture& p : all) {
      set(p, 0x00280101, "12");
      set(p, 0x00280102, "11");
      set(p, 0x00281052, "0");
      p.stored[0] = 0xF000 | 0x0FFF;  // -1 in twelve bits, rubbish above
      p.stored[1] = 0xA7FF;           // 2047
      p.stored[2] = 0x0800;           // -2048
    }
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.ct->at(0, 0, 5), -1.0F);
    QCOMPARE(got.ct->at(1, 0, 5), 2047.0F);
    QCOMPARE(got.ct->at(2, 0, 5), -2048.0F);
  }

  void paddingIsAir() {
    auto all = withField(0x00280120, "63536");  // -2000
    for (DicomPicture& p : all) {
      set(p, 0x00280103, "1");
      set(p, 0x00281052, "-24");
      p.stored[5] = 63536;
    }
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.ct->at(5, 0, 2), -1024.0F);
    QCOMPARE(got.notes.size(), std::size_t{1});
    QVERIFY(got.notes.front().text().starts_with("12 pixels that the slices call padding were taken as air"));
  }

  void paddingThatLooksLikeTissueIsKept() {
    auto all = withField(0x00280120, "1064");  // 40 HU
    for (DicomPicture& p : all) p.stored[5] = 1064;
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.ct->at(5, 0, 2), 40.0F);
    QCOMPARE(got.notes.size(), std::size_t{1});
    QCOMPARE(got.notes.front().code, NoteCode::PaddingKept);
    QCOMPARE(got.notes.front().values.at("least"), std::string("40"));
    QVERIFY(std::stoi(got.notes.front().values.at("count")) >= 12);
  }

  void shownWhiteForBlackIsTheSameHu() {
    QVERIFY(DicomFolder(withField(0x00280004, "MONOCHROME1")).read().ct->voxels == dicomVolume(dicomGeometry()).voxels);
  }

  void slicesWithoutAScaleAreCounted() {
    auto all = pictures();
    for (DicomPicture& p : all) {
      p.fields.erase(0x00281052);
      p.fields.erase(0x00281053);
    }
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.notes.size(), std::size_t{1});
    QVERIFY(got.notes.front().text().starts_with("12 of 12 slices do not say"));
    QCOMPARE(got.ct->at(1, 0, 0), dicomVolume(dicomGeometry()).at(1, 0, 0) + 1024);
  }

  void numbersThatLeaveManyOutAreNoted() {
    auto all = pictures();
    for (std::size_t i = 0; i < all.size(); ++i) set(all[i], 0x00200013, std::to_string(2 * i + 1));
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(got.ct->voxels == dicomVolume(dicomGeometry()).voxels);
    QCOMPARE(got.notes.size(), std::size_t{1});
    QVERIFY(got.notes.front().text().find("from 1 to 23, but only 12 of these 23") != std::string::npos);
    set(all.back(), 0x00200013, "1");  // numbers that are there twice say nothing
    QVERIFY(DicomFolder(all).read().notes.empty());
  }

  void thicknessIsNoted() {
    const CaseFile got = DicomFolder(withField(0x00180050, "2.5")).read();
    QVERIFY(hasNote(got, NoteCode::ThicknessIsNotGap));
    QCOMPARE(got.ct->geometry.spacing[2], 1.25);
  }

  void severalSeriesAreListed() {
    const DicomFolder folder(twoSeries());
    const auto [code, text] = folder.refusal();
    QCOMPARE(code, ErrorCode::SeveralSeries);
    const bool listed = text.find("1: A hip, 12 slices of 9 x 7, voxels of 0.7 x 0.8 x 1.25 mm") != std::string::npos;
    QVERIFY2(listed, text.c_str());
    QVERIFY(text.find("1.2.3") == std::string::npos && text.find('\x1b') == std::string::npos);
  }

  void oneIsChosenByNumberOrUid() {
    const DicomFolder folder(twoSeries());
    QVERIFY(folder.read({"2", {}, {}}).ct->voxels == brighter().voxels);
    QCOMPARE(folder.read({"1.2.3.5", {}, {}}).series, std::string("2"));
    QVERIFY(folder.read({"1", {}, {}}).ct->voxels == dicomVolume(dicomGeometry()).voxels);
    QCOMPARE(folder.refusal({"3", {}, {}}).first, ErrorCode::UnknownSeries);
  }

  void theListHasPictures() {
    const auto list = listSeries(DicomFolder(twoSeries()).path());
    QCOMPARE(list.size(), 2U);
    QCOMPARE(list[1].size, (Index3{9, 7, 12}));
    QCOMPARE(list[1].middle.columns, 9);
    QCOMPARE(list[1].middle.rows, 7);
    QCOMPARE(list[1].middle.hu[10], brighter().at(1, 1, 6));
  }

  void aScoutIsLeftOut() {
    const Geometry g{{30, 40, 2}, {1, 1, 5}, {0, 0, 0}, rotation({90, 0, 0})};
    auto scout = dicomPictures(dicomVolume(g));
    const CaseFile got = DicomFolder(joined(pictures(), scout)).read();
    QVERIFY(got.ct->voxels == dicomVolume(dicomGeometry()).voxels);
    QVERIFY(hasNote(got, NoteCode::FilesLeftOut));
  }

  void aSliceOfAnotherSeriesIsNoted() {
    auto all = pictures();
    set(all.back(), 0x0020000E, "1.2.3.9");
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.ct->geometry.size[2], 11);
    QVERIFY(hasNote(got, NoteCode::SeriesChosen));
  }

  void otherFilesAndFoldersBesideIt() {
    const DicomFolder folder(pictures());
    const auto deepest = folder.path() / "1" / "2" / "3" / "4" / "5" / "6" / "7" / "8";
    std::filesystem::create_directories(folder.path() / "a" / "b");
    std::filesystem::create_directories(deepest);
    for (std::size_t i = 0; i < 6; ++i) {
      const auto from = folder.path() / dicomFileName(i);
      std::filesystem::rename(from, (i < 2   ? folder.path() / "a"
                                     : i < 4 ? folder.path() / "a" / "b"
                                             : deepest) /
                                        from.filename());
    }
    std::ofstream(folder.path() / "readme.txt") << "not a slice";
    QVERIFY(folder.read().ct->voxels == dicomVolume(dicomGeometry()).voxels);
    QVERIFY(folder.read().notes.empty());
    QVERIFY(holdsDicom(folder.path()));
    writeDicomFolder(deepest / "9", dicomPictures(dicomVolume(dicomGeometry()), "9.9"));
    QVERIFY(hasNote(folder.read(), NoteCode::FoldersTooDeep));
  }

  void linksOutOfTheFolderAreNotFollowed() {
    const DicomFolder outside(pictures());
    const DicomFolder folder({});
    std::error_code failed;
    std::filesystem::create_symlink(outside.path() / "IM0", folder.path() / "IM0", failed);
    std::filesystem::create_directory_symlink(outside.path(), folder.path() / "more", failed);
    if (failed) QSKIP("no links on this file system");
    const auto [code, text] = folder.refusal();
    QCOMPARE(code, ErrorCode::NoSeries);
    QVERIFY2(text.find("links that lead out of it or nowhere (2)") != std::string::npos, text.c_str());
    QVERIFY(holdsDicom(folder.path()));
    writeDicomFolder(folder.path() / "own", pictures());
    QVERIFY(hasNote(folder.read(), NoteCode::LinksOutside));
  }

  void progressRunsAndAStopEndsIt() {
    const DicomFolder folder(pictures());
    std::vector<int> seen;
    std::stop_source source;
    folder.read({{}, [&](int done, int) { seen.push_back(done); }, {}});
    QVERIFY(std::is_sorted(seen.begin(), seen.end()) && seen.size() == 24 && seen.back() < 1000);
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, folder.read({{}, {}, source.get_token()}));
  }
};

QTEST_APPLESS_MAIN(TestDicomSeries)
#include "test_dicom_series.moc"
