// Slices without a rescale beside slices with one: they get the scale with which their values go on, or are refused.
#include "tests/unit/io/dicom_scene.h"

#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr std::uint32_t kIntercept = 0x00281052;
constexpr std::uint32_t kSlope = 0x00281053;
using Pictures = std::vector<DicomPicture>;

/// The ramp, and slices of it that do not say how their values become HU.
Pictures silent(std::size_t first, std::size_t end) {
  Pictures all = dicomPictures(dicomRamp());
  for (std::size_t i = first; i < end; ++i) {
    all[i].fields.erase(kIntercept);
    all[i].fields.erase(kSlope);
  }
  return all;
}

bool mentions(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

}  // namespace

class TestDicomRescale : public QObject {
  Q_OBJECT

 private slots:
  void theOthersScaleIsTakenWhereItCloses_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    QTest::newRow("in the middle") << 40 << 55;
    QTest::newRow("at the start") << 0 << 5;
    QTest::newRow("at the end") << 50 << 60;
    QTest::newRow("all but one") << 1 << 60;
  }

  void theOthersScaleIsTakenWhereItCloses() {
    QFETCH(int, first);
    QFETCH(int, end);
    const CaseFile got = DicomFolder(silent(static_cast<std::size_t>(first), static_cast<std::size_t>(end))).read();
    QVERIFY(got.ct->voxels == dicomRamp().voxels);
    QCOMPARE(got.notes.size(), std::size_t(1));
    const CaseNote& note = got.notes.front();
    QVERIFY2(note.code == NoteCode::RescaleLent && note.level() == NoteLevel::Doubtful, note.text().c_str());
    QCOMPARE(note.values.at("count"), std::to_string(end - first));
    QVERIFY2(note.values.at("names").starts_with(std::to_string(first + 1) + ", "), note.text().c_str());
    QVERIFY2(mentions(note.text(), "(1 x - 1024)"), note.text().c_str());
  }

  void everySecondSliceGetsIt() {
    Pictures all = dicomPictures(dicomRamp());
    for (std::size_t i = 0; i < all.size(); i += 2) {
      all[i].fields.erase(kIntercept);
      all[i].fields.erase(kSlope);
    }
    QVERIFY(DicomFolder(all).read().ct->voxels == dicomRamp().voxels);
  }

  /// An export that already wrote HU into some slices, and a series whose scale changes nothing.
  void storedValuesThatGoOnAreTaken() {
    Pictures all = silent(20, 30);
    for (std::size_t i = 20; i < 30; ++i)
      for (std::uint16_t& stored : all[i].stored) stored = static_cast<std::uint16_t>(stored - 1024);
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(got.ct->voxels == dicomRamp().voxels);
    QVERIFY(got.notes.size() == 1 && got.notes.front().code == NoteCode::RescaleNotNeeded);
    QCOMPARE(got.notes.front().values.at("count"), std::string("10"));
    QVERIFY(got.notes.front().values.at("names").starts_with("21, 22, "));
  }

  void whatNoScaleJoinsIsRefused() {
    Pictures all = silent(20, 23);
    for (std::size_t i = 20; i < 23; ++i)
      for (std::uint16_t& stored : all[i].stored) stored = static_cast<std::uint16_t>(stored + 3000);
    const auto [code, text] = DicomFolder(all).refusal();
    QCOMPARE(code, ErrorCode::BadSlices);
    QVERIFY2(mentions(text, "3 of 60 slices do not say how their values become HU"), text.c_str());
    QVERIFY2(mentions(text, "no scale joins them to their neighbours: 21, 22, 23."), text.c_str());
  }

  void eachRunIsJudgedAlone() {
    Pictures all = silent(10, 20);
    for (std::size_t i = 40; i < 45; ++i) {
      all[i].fields.erase(kIntercept);
      all[i].fields.erase(kSlope);
      for (std::uint16_t& stored : all[i].stored) stored = static_cast<std::uint16_t>(stored - 1024);
    }
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(got.ct->voxels == dicomRamp().voxels);
    QVERIFY(hasNote(got, NoteCode::RescaleLent) && hasNote(got, NoteCode::RescaleNotNeeded));
  }
};

QTEST_APPLESS_MAIN(TestDicomRescale)
#include "test_dicom_rescale.moc"
