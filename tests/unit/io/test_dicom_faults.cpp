// DICOM folders with something wrong: repaired with a note where the cause is known, refused with the slices' numbers
// where not; and damaged files, which never do more than be refused.
#include "engine/io/dicom_elements.h"
#include "tests/unit/io/dicom_scene.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <numbers>
#include <random>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr std::uint32_t kPosition = 0x00200032;
constexpr std::uint32_t kThickness = 0x00180050;
constexpr std::uint32_t kIntercept = 0x00281052;
using Pictures = std::vector<DicomPicture>;

Pictures pictures() { return dicomPictures(dicomVolume(dicomGeometry())); }

Pictures without(Pictures all, std::size_t first, std::size_t count) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  all.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
  return all;
}

void setPosition(DicomPicture& picture, const Vec3& place) {
  picture.fields[kPosition] = dicomNumbers({place[0], place[1], place[2]});
}

bool mentions(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

}  // namespace

class TestDicomFaults : public QObject {
  Q_OBJECT

  static void refusedFor(const Pictures& all, ErrorCode code, const char* words) {
    const auto [got, text] = DicomFolder(all).refusal();
    QVERIFY2(got == code && mentions(text, words), text.c_str());
  }

 private slots:
  void oneMissingSliceIsInterpolated() {
    const CaseFile got = DicomFolder(without(dicomPictures(dicomRamp()), 30, 1)).read();
    QVERIFY(hasNote(got, NoteCode::SlicesInterpolated));
    QVERIFY(mentions(got.notes.front().text(), "between 30 and 32"));
    QVERIFY(got.ct->geometry == dicomRamp().geometry);
    QVERIFY(got.ct->voxels == dicomRamp().voxels);
  }

  void moreAreRefused() {
    refusedFor(without(dicomPictures(dicomRamp()), 30, 2), ErrorCode::BadSlices,
               "2 slices are missing between 30 and 33");
    refusedFor(without(without(dicomPictures(dicomRamp()), 40, 1), 20, 1), ErrorCode::BadSlices,
               "missing between 20 and 22, 40 and 42");
    refusedFor(without(without(pictures(), 9, 2), 2, 1), ErrorCode::BadSlices,
               "3 slices are missing between 2 and 4, 9 and 12");
  }

  void unevenGapsAreResampled() {
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 0; i < all.size(); i += 3) {  // every third slice lies 0.3 mm too high, and shows it
      setPosition(all[i], {0, 0, static_cast<double>(i) + (i == 0 ? 0 : 0.3)});
      for (std::uint16_t& stored : all[i].stored) stored = static_cast<std::uint16_t>(stored + (i == 0 ? 0 : 3));
    }
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(hasNote(got, NoteCode::UnevenGaps));
    const Volume truth = dicomRamp();
    QCOMPARE(got.ct->geometry.size, truth.geometry.size);
    for (std::size_t i = 0; i < truth.voxels.size(); ++i) QVERIFY(std::abs(got.ct->voxels[i] - truth.voxels[i]) < 1e-2);
  }

  /// Gaps of 0.7 and 1.3 mm are 1 mm on average: no slice may be thrown away for the sake of the wider ones.
  void alternatingGapsKeepTheNumberOfSlices() {
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double up = i % 2 == 0 ? 0 : 0.3;
      setPosition(all[i], {0, 0, static_cast<double>(i) + up});
      all[i].fields[kThickness] = "1";
      for (std::uint16_t& stored : all[i].stored) stored = static_cast<std::uint16_t>(stored + std::lround(10 * up));
    }
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(hasNote(got, NoteCode::UnevenGaps));
    QVERIFY(!hasNote(got, NoteCode::ThicknessIsNotGap));  // it is one of the gaps between the least and the most
    QCOMPARE(got.ct->geometry.size[2], std::int64_t(60));
    const double mm = got.ct->geometry.spacing[2];
    QVERIFY(std::abs(mm - 59.3 / 59) < 1e-6);
    for (int z = 0; z < 60; ++z) QVERIFY(std::abs(got.ct->at(4, 3, z) - (12 + 15 + 10 * mm * z)) < 1e-2);
    for (auto& picture : all) picture.fields[kThickness] = "3";
    QVERIFY(hasNote(DicomFolder(all).read(), NoteCode::ThicknessIsNotGap));
  }

  /// A third of the slices was written with the intercept subtracted twice.
  void aRescaleThatChangesMidwayIsTold() {
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 20; i < 40; ++i) all[i].fields[kIntercept] = "-2024";
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.notes.size(), std::size_t(1));
    const CaseNote& note = got.notes.front();
    QVERIFY2(note.code == NoteCode::RescaleJumps && note.level() == NoteLevel::Doubtful, note.text().c_str());
    QCOMPARE(note.values.at("count"), std::string("20"));
    QVERIFY2(mentions(note.text(), "20 of 60 slices (21, 22, 23,"), note.text().c_str());
    QVERIFY2(mentions(note.text(), "(1 x - 2024 instead of 1 x - 1024)"), note.text().c_str());
    QVERIFY(std::abs(std::stod(note.values.at("hu")) - 1000) < 20);
    QCOMPARE(got.ct->at(2, 2, 30), 3 * 2 + 5 * 2 + 10 * 30 - 1000.0F);  // each slice has its own
  }

  /// Other numbers for the same values are nobody's mistake.
  void aRescaleOfEachSliceMayDiffer() {
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 20; i < 40; ++i) {
      all[i].fields[kIntercept] = "-524";
      for (std::uint16_t& stored : all[i].stored) stored = static_cast<std::uint16_t>(stored - 500);
    }
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(got.ct->voxels == dicomRamp().voxels);
    QVERIFY(got.notes.size() == 1 && got.notes.front().code == NoteCode::RescaleDiffers);
    QVERIFY(got.notes.front().level() == NoteLevel::Adapted);
  }

  void wildGapsAreRefused() {
    auto all = pictures();
    for (std::size_t i = 6; i < all.size(); ++i)
      setPosition(all[i], {-30, 20, 500 + 1.25 * static_cast<double>(i) + 0.8});
    refusedFor(all, ErrorCode::BadSlices, "but not between 6 and 7 (2.05 mm)");
  }

  void gantryTiltIsStraightened() {
    const double tilt = 12 * std::numbers::pi / 180;
    const Vec3 normal{0, -std::sin(tilt), std::cos(tilt)};
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 0; i < all.size(); ++i) {  // slices turned about x, stacked along the patient's z
      const Vec3 column{0, std::cos(tilt), std::sin(tilt)};
      all[i].fields[0x00200037] = dicomNumbers({1, 0, 0, 0, column[1], column[2]});
      setPosition(all[i], {0, 0, static_cast<double>(i)});
      for (std::size_t k = 0; k < all[i].stored.size(); ++k) {
        const std::size_t row = k / 20;
        const Vec3 place =
            Vec3{static_cast<double>(k % 20), 0, static_cast<double>(i)} + static_cast<double>(row) * column;
        all[i].stored[k] = static_cast<std::uint16_t>(std::lround(3 * place[0] + 5 * place[1] + 10 * place[2]) + 1024);
      }
    }
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(hasNote(got, NoteCode::GantryTilt));
    QVERIFY(got.tilt && got.tilt->pixels == (std::array<std::int64_t, 2>{20, 16}));
    const Geometry& g = got.ct->geometry;
    QVERIFY(std::abs(g.direction[1][2] - normal[1]) < 1e-6);
    QVERIFY(g.size[1] > 16 && g.size[0] == 20 && g.size[2] == 60);
    std::size_t tissue = 0;
    for (std::int64_t z = 0; z < g.size[2]; ++z)
      for (std::int64_t y = 0; y < g.size[1]; ++y) {
        const double row = got.tilt->along(1, {10, static_cast<double>(y), static_cast<double>(z)});
        QCOMPARE(got.ct->at(10, y, z) < -500, row < -0.5 || row > 15.5);  // what was not measured, and nothing else
        if (got.ct->at(10, y, z) < -500) continue;
        const Vec3 place = g.indexToPatient({10, static_cast<double>(y), static_cast<double>(z)});
        const double truth = 3 * place[0] + 5 * place[1] + 10 * place[2];
        QVERIFY2(std::abs(got.ct->at(10, y, z) - truth) < 4.5, qPrintable(QString("%1 %2").arg(y).arg(z)));
        ++tissue;
      }
    QVERIFY(tissue > 60 * 14);
  }

  void copiesAreDroppedAndRivalsRefused() {
    auto all = pictures();
    all.push_back(all[4]);
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(hasNote(got, NoteCode::SlicesTwice) && got.ct->voxels == dicomVolume(dicomGeometry()).voxels);
    all.back().stored[3] = 99;
    refusedFor(all, ErrorCode::BadSlices, "slices 5 and 5 lie at one place and show different pictures");
  }

  void aSliceBesideTheOthersIsRefused() {
    const auto beside = [](std::size_t which) {
      auto all = pictures();
      setPosition(all[which], {-25, 20, 500 + static_cast<double>(which) * 1.25});
      return all;
    };
    refusedFor(beside(5), ErrorCode::BadSlices, "do not lie in line with the others: 6.");
    refusedFor(beside(0), ErrorCode::BadSlices, "do not lie in line with the others: 1.");
    refusedFor(beside(11), ErrorCode::BadSlices, "do not lie in line with the others: 12.");
    auto bent = pictures();  // a table that stopped: the line of the first seven names the last five
    for (std::size_t i = 0; i < bent.size(); ++i)
      setPosition(bent[i], {-30 + 0.5 * static_cast<double>(std::min<std::size_t>(i, 6)), 20,
                            500 + static_cast<double>(i) * 1.25});
    refusedFor(bent, ErrorCode::BadSlices, "do not lie in line with the others: 8, 9, 10, 11, 12.");
  }

  /// Every slice turned a little more: their numbers are named, and views that turn hide no volume beside them.
  void slicesThatTurnAreRefused() {
    auto all = pictures();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double angle = 0.02 * static_cast<double>(i);
      all[i].fields[0x00200037] =
          dicomNumbers({std::cos(angle), std::sin(angle), 0, -std::sin(angle), std::cos(angle), 0});
    }
    refusedFor(all, ErrorCode::BadSlices, "11 have another orientation than slice 1: 2, 3, 4, 5");
    for (DicomPicture& p : all) p.fields[0x0020000E] = "1.2.3.9";
    const auto good = pictures();
    all.insert(all.end(), good.begin(), good.end());
    QVERIFY(hasNote(DicomFolder(all).read(), NoteCode::SeriesChosen));
  }

  void slicesLeftOutAtAnEndAreNamed() {
    auto all = pictures();
    for (const std::size_t i : {10U, 11U}) {
      all[i].fields[0x00280010] = "6";
      all[i].stored.resize(9 * 6);
    }
    const CaseFile got = DicomFolder(all).read();
    QCOMPARE(got.ct->geometry.size[2], 10);
    QCOMPARE(got.notes.size(), std::size_t{1});
    QCOMPARE(got.notes.front().code, NoteCode::SlicesLeftOut);
    const std::string text = got.notes.front().text();
    QVERIFY2(mentions(text, "(2: 11, 12)") && mentions(text, "they have another size than the others"), text.c_str());
  }

  /// A header that asks for fewer bytes than there are describes another picture.
  void tooManyBytesOfPixelsAreRefused() {
    const auto with = [](std::uint32_t tag, const char* value) {
      auto all = pictures();
      for (DicomPicture& p : all) p.fields[tag] = value;
      return all;
    };
    refusedFor(with(0x00280011, "8"), ErrorCode::FileDamaged,
               "126 bytes of pixels, and its rows, columns and bits make");
    refusedFor(with(0x00280010, "6"), ErrorCode::FileDamaged, "126 bytes of pixels");
    auto bits = with(0x00280100, "8");
    for (DicomPicture& p : bits) {
      p.fields[0x00280101] = "8";
      p.fields[0x00280102] = "7";
    }
    refusedFor(bits, ErrorCode::FileDamaged, "126 bytes of pixels, and its rows, columns and bits make 63");
    for (DicomPicture& p : bits) p.stored.resize(32);  // 63 bytes and one that makes them even
    QCOMPARE(DicomFolder(bits).read().ct->geometry.size[2], 12);
  }

  void twoOrientationsAreTwoSeries() {
    auto all = pictures();
    const auto turned = dicomPictures(dicomVolume(rotated(dicomGeometry(), {90, 0, 0})));
    all.insert(all.end(), turned.begin(), turned.end());
    QCOMPARE(DicomFolder(all).refusal().first, ErrorCode::SeveralSeries);
  }

  void whatIsNoCtIsRefused() {
    const auto with = [](std::uint32_t tag, const char* value) {
      auto all = pictures();
      for (DicomPicture& p : all) p.fields[tag] = value;
      return all;
    };
    refusedFor(with(0x00080060, "MR"), ErrorCode::NoSeries, "it is MR, not CT");
    refusedFor(with(0x00080008, "ORIGINAL\\PRIMARY\\LOCALIZER"), ErrorCode::NoSeries, "localizer");
    refusedFor(with(0x00280004, "RGB"), ErrorCode::NoSeries, "colour");
    refusedFor(with(0x00280008, "12"), ErrorCode::UnsupportedDicom, "several frames, as an enhanced CT does");
    refusedFor(with(kPosition, "1\\2"), ErrorCode::NoSeries, "where it lies");
    refusedFor(with(kPosition, "nan\\0\\0"), ErrorCode::NoSeries, "where it lies");
    refusedFor(with(0x00280030, "0\\1"), ErrorCode::NoSeries, "how large its pixels are");
    refusedFor(with(0x00200037, "1\\0\\0\\1\\0\\0"), ErrorCode::NoSeries, "not perpendicular");
    refusedFor(with(0x00280010, "60000"), ErrorCode::NoSeries, "pixels");
    refusedFor(with(0x00281053, "0"), ErrorCode::FileDamaged, "scale of HU");
    refusedFor(with(0x00280100, "12"), ErrorCode::UnsupportedDicom, "bits");
    refusedFor({pictures().front()}, ErrorCode::NoSeries, "single slice");
    refusedFor({}, ErrorCode::NoSeries, "none of its files is DICOM");
  }

  void aCutSliceIsNamed() {
    const std::string good = dicomBytes(pictures()[5], DicomSyntax::ExplicitLittle);
    for (std::size_t size = 140; size < good.size(); size += 9) {
      const DicomFolder folder(without(pictures(), 5, 1));
      std::ofstream(folder.path() / "cut.dcm", std::ios::binary) << good.substr(0, size);
      const auto [code, text] = folder.refusal();
      QVERIFY2(mentions(text, "cut.dcm"), text.c_str());
      QVERIFY(code == ErrorCode::FileTruncated || code == ErrorCode::FileDamaged);
    }
  }

  void changedBytesNeverCrash() {
    std::mt19937 random(5);
    for (const DicomSyntax syntax : {DicomSyntax::ExplicitLittle, DicomSyntax::ImplicitLittle, DicomSyntax::ExplicitBig,
                                     DicomSyntax::NoPreamble}) {
      const std::string good = dicomBytes(pictures().front(), syntax);
      for (int round = 0; round < 3000; ++round) {
        std::string bytes = good.substr(0, round % 3 == 0 ? random() % good.size() : good.size());
        for (int k = 0; k < 4 && !bytes.empty(); ++k)
          bytes[random() % std::min<std::size_t>(bytes.size(), 700)] = static_cast<char>(random());
        const auto span = std::as_bytes(std::span(bytes));
        const PartialDicom got = parseDicomAsFarAsPossible("changed.dcm", span);
        for (const auto& [tag, value] : got.elements.values) {
          QVERIFY(value.data() >= span.data() && value.data() + value.size() <= span.data() + span.size());
          got.elements.reals(tag, 3);
          got.elements.integerText(tag);
        }
      }
    }
  }

  void madeToHurt() {
    const std::string start = std::string(128, '\0') + "DICM";
    const auto parse = [&](const std::string& body) {
      const std::string bytes = start + body;
      return parseDicomAsFarAsPossible("bad.dcm", std::as_bytes(std::span(bytes))).fault;
    };
    const std::string sequence("\x08\0\x15\x11SQ\0\0\xff\xff\xff\xff", 12);
    const std::string item("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8);
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += sequence + item;
    QVERIFY(parse(deep) && parse(deep)->code() == ErrorCode::FileDamaged);
    const auto huge = parse(std::string("\xe0\x7f\x10\0OW\0\0\xf0\xff\xff\xff", 12));
    QVERIFY(huge && huge->code() == ErrorCode::FileTruncated);
    const auto endless = parse(std::string("\xe0\x7f\x10\0OW\0\0\xff\xff\xff\xff", 12));
    QVERIFY(endless && endless->code() == ErrorCode::FileTruncated);
    std::string many;
    for (int i = 0; i < 60000; ++i)
      many +=
          std::string("\x09\0", 2) + static_cast<char>(i & 255) + static_cast<char>(i >> 8) + std::string("LO\0\0", 4);
    QVERIFY(parse(many) && parse(many)->code() == ErrorCode::FileDamaged);
    const auto deflated = parse(std::string("\x02\0\x10\0UI\x16\0", 8) + "1.2.840.10008.1.2.1.99");
    QVERIFY(deflated && mentions(deflated->what(), "deflated"));
  }
};

QTEST_APPLESS_MAIN(TestDicomFaults)
#include "test_dicom_faults.moc"
