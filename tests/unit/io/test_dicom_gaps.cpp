// Gaps between DICOM slices that change from zone to zone, and slices turned a little against each other.
#include "tests/unit/io/dicom_scene.h"

#include <QTest>

#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr std::uint32_t kNumber = 0x00200013;
constexpr std::uint32_t kPosition = 0x00200032;
constexpr std::uint32_t kOrientation = 0x00200037;
using Pictures = std::vector<DicomPicture>;
using Gaps = std::vector<double>;

Gaps operator+(Gaps a, const Gaps& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Gaps gaps(std::size_t count, double mm) { return Gaps(count, mm); }

/// A ramp that shows 10 HU more with each mm of height, cut at these gaps. The thickness lies between all.
Pictures slices(const Gaps& between) {
  Pictures all = dicomPictures(dicomRamp(static_cast<int>(between.size()) + 1));
  double height = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    height += i == 0 ? 0 : between[i - 1];
    all[i].fields[kPosition] = dicomNumbers({0, 0, height});
    all[i].fields[0x00180050] = dicomNumbers({between.front()});
    for (std::uint16_t& stored : all[i].stored)
      stored = static_cast<std::uint16_t>(stored + std::lround(10 * height) - 10 * static_cast<long>(i));
  }
  return all;
}

void number(Pictures& all, const std::vector<int>& numbers) {
  for (std::size_t i = 0; i < all.size(); ++i) all[i].fields[kNumber] = std::to_string(numbers[i]);
}

/// From 1 on, one by one, and by `step` from the place `from`.
std::vector<int> numbers(std::size_t count, std::size_t from, int step) {
  std::vector<int> all{1};
  while (all.size() < count) all.push_back(all.back() + (all.size() >= from ? step : 1));
  return all;
}

/// Turned about its first pixel, in its plane.
void turn(DicomPicture& picture, double angle) {
  picture.fields[kOrientation] =
      dicomNumbers({std::cos(angle), std::sin(angle), 0, -std::sin(angle), std::cos(angle), 0});
}

}  // namespace

class TestDicomGaps : public QObject {
  Q_OBJECT

  static void refusedFor(const Pictures& all, const char* words) {
    const auto [code, text] = DicomFolder(all).refusal();
    QVERIFY2(code == ErrorCode::BadSlices && text.find(words) != std::string::npos, text.c_str());
  }

  static void readAt(const Pictures& all, double mm, const char* widths, const char* places) {
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(got.notes.size() == 1 && got.notes.front().code == NoteCode::GapZones);
    QVERIFY(got.notes.front().level() == NoteLevel::Doubtful);
    QCOMPARE(got.notes.front().values.at("gaps"), std::string(widths));
    QCOMPARE(got.notes.front().values.at("places"), std::string(places));
    const double step = got.ct->geometry.spacing[2];
    QVERIFY2(std::abs(step - mm) < 0.05, qPrintable(QString::number(step)));
    for (std::int64_t z = 0; z < got.ct->geometry.size[2]; ++z)
      QVERIFY(std::abs(got.ct->at(4, 3, z) - (12 + 15 + 10 * step * static_cast<double>(z))) < 0.6);
  }

 private slots:
  /// The same two gaps, whichever has the majority.
  void zonesAreResampledToTheFinest() {
    readAt(slices(gaps(40, 2.5) + gaps(20, 4)), 2.5, "2.5, 4", "41");
    readAt(slices(gaps(20, 2.5) + gaps(40, 4)), 2.5, "2.5, 4", "21");
    readAt(slices(gaps(20, 4) + gaps(40, 2.5)), 2.5, "2.5, 4", "21");
    readAt(slices(gaps(20, 5) + gaps(30, 1.25) + gaps(20, 3)), 1.25, "1.25, 3, 5", "21, 51");
    readAt(slices(gaps(30, 1) + Gaps{1.7} + gaps(30, 2.3)), 1, "1, 2.3", "32");
  }

  /// Twice as wide, and numbered one by one: nothing is missing, and an export could bring nothing.
  void wholeStepsNumberedInARowAreZones() {
    readAt(slices(gaps(40, 2) + gaps(20, 4)), 2, "2, 4", "41");
    readAt(slices(gaps(20, 2) + gaps(40, 4)), 2, "2, 4", "21");
    auto down = slices(gaps(40, 2) + gaps(20, 4));
    for (std::size_t i = 0; i < down.size(); ++i) down[i].fields[kNumber] = std::to_string(100 - i);
    readAt(down, 2, "2, 4", "60");
  }

  void wholeStepsWhoseNumbersJumpAreMissing() {
    auto all = slices(gaps(40, 2) + gaps(20, 4));
    number(all, numbers(61, 41, 2));
    refusedFor(all, "20 slices are missing between 41 and 43, 43 and 45");
    auto wide = slices(gaps(20, 2) + gaps(40, 4));
    number(wide, numbers(61, 21, 2));
    refusedFor(wide, "40 slices are missing between 21 and 23, 23 and 25");
    for (DicomPicture& p : all) p.fields.erase(kNumber);  // nothing says that they are all there
    refusedFor(all, "20 slices are missing between");
    auto mixed = slices(gaps(40, 2) + gaps(20, 4));
    std::swap(mixed[3].fields[kNumber], mixed[7].fields[kNumber]);
    refusedFor(mixed, "20 slices are missing between 41 and 42");
  }

  void aHoleIsNamedAndNotTheZones() {
    refusedFor(slices(gaps(30, 2.5) + Gaps{40} + gaps(30, 4)),
               "slices are 2.5, 4 mm apart, but not between 31 and 32 (40 mm).");
    refusedFor(slices(gaps(30, 2) + gaps(10, 4) + Gaps{10} + gaps(10, 4)),
               "slices are 2, 4 mm apart, but not between 41 and 42 (10 mm).");
    refusedFor(slices(gaps(30, 3) + Gaps{203} + gaps(30, 3)), "but not between 31 and 32 (203 mm)");
    refusedFor(slices(gaps(30, 2.5) + gaps(30, 4) + Gaps{9}), "but not between 61 and 62 (9 mm).");
  }

  void zonesTooCoarseAreRefused() {
    refusedFor(slices(gaps(30, 2.5) + gaps(6, 8.3)), "slices are 2.5 mm apart, but not between 31 and 32 (8.3 mm)");
    refusedFor(slices(gaps(30, 2) + gaps(6, 8)), "slices are 2 mm apart, but not between 31 and 32 (8 mm)");
  }

  /// A zone as fine as a tenth of the others must not make a volume of ten times the slices.
  void aFineZoneDoesNotBlowUpTheVolume() {
    const CaseFile got = DicomFolder(slices(gaps(6, 0.3) + gaps(60, 4.9))).read();
    QVERIFY(hasNote(got, NoteCode::GapZones));
    QCOMPARE(got.ct->geometry.size[2], 4 * 66 + 1);
  }

  /// A tremble of the orientation splits no series, wherever the slices that have it lie.
  void slicesTurnedALittleAreOneSeries() {
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 0; i < all.size(); i += 2) turn(all[i], 0.006);
    const CaseFile got = DicomFolder(all).read();
    QVERIFY(got.ct->voxels == dicomRamp().voxels);
    QCOMPARE(got.notes.size(), std::size_t(1));
    const CaseNote& note = got.notes.front();
    QVERIFY2(note.code == NoteCode::SlicesTurned && note.level() == NoteLevel::Adapted, note.text().c_str());
    const double mm = 0.003 * std::hypot(19, 15);  // half of the way at the far corner
    QVERIFY(std::abs(std::stod(note.values.at("mm")) - mm) < 1e-3);
    QVERIFY(std::abs(got.ct->geometry.direction[1][0] - 0.003) < 1e-5);
  }

  /// A little from each to the next, and far in all: groups of slices that agree are no volumes.
  void slicesThatTurnSlowlyAreNoVolumes() {
    auto all = dicomPictures(dicomRamp());
    for (std::size_t i = 0; i < all.size(); ++i) turn(all[i], 0.002 * static_cast<double>(i));
    refusedFor(all, "55 have another orientation than slice 1: 6, 7, 8");
    for (std::size_t i = 0; i < all.size(); ++i) turn(all[i], i % 2 == 0 ? 0.01 : 0);
    refusedFor(all, "30 have another orientation than slice 1: 2, 4, 6");
  }

  void slicesTurnedTooFarAreNamed() {
    auto all = dicomPictures(dicomRamp());
    for (DicomPicture& p : all) p.fields[0x00280030] = "16\\16";
    turn(all[30], 0.006);
    refusedFor(all, "turned against the others, by up to 2.29 mm at their far corner: 31.");
  }
};

QTEST_APPLESS_MAIN(TestDicomGaps)
#include "test_dicom_gaps.moc"
