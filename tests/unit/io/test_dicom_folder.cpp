// Folders made to hurt, or given up half-way: what files cost before they are a series, and when looking ends.
#include "engine/core/stop.h"
#include "engine/io/dicom_folder.h"
#include "engine/io/dicom_series.h"
#include "engine/io/dicom_stack.h"
#include "tests/unit/io/dicom_scene.h"

#include <QTest>

#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr std::uint32_t kNumber = 0x00200013;
constexpr std::uint32_t kOrientation = 0x00200037;
constexpr std::uint32_t kImageType = 0x00080008;
using Pictures = std::vector<DicomPicture>;

Pictures pictures() { return dicomPictures(dicomVolume(dicomGeometry())); }

/// As many volumes of four slices, each turned by three degrees against the one before, and localizers.
Pictures manyWays(int ways, int localizers) {
  const Pictures good = pictures();
  Pictures all;
  for (int way = 0; way < ways; ++way)
    for (std::size_t i = 0; i < 4; ++i) {
      const double angle = 0.05 * way;
      all.push_back(good[i]);
      all.back().fields[kOrientation] =
          dicomNumbers({std::cos(angle), std::sin(angle), 0, -std::sin(angle), std::cos(angle), 0});
    }
  for (int i = 0; i < localizers; ++i) {
    all.push_back(good.front());
    all.back().fields[kImageType] = "ORIGINAL\\PRIMARY\\LOCALIZER";
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].fields[kNumber] = std::to_string(i + 1);
  return all;
}

Pictures twoSeries() {
  Pictures all = pictures();
  const Pictures second = dicomPictures(dicomVolume(dicomGeometry()), "1.2.3.5");
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

}  // namespace

class TestDicomFolder : public QObject {
  Q_OBJECT

 private slots:
  /// Each volume of a series once had a copy of its own of thousands of files that were left out.
  void volumesOfOneSeriesShareWhatWasLeftOut() {
    const DicomFolder folder(manyWays(20, 200));
    const FolderContent content = scanDicomFolder(folder.path(), {});
    QCOMPARE(content.series.size(), std::size_t(20));
    QCOMPARE(content.series.front().leftOut->size(), std::size_t(200));
    for (const FoundSeries& series : content.series) QVERIFY(series.leftOut == content.series.front().leftOut);
  }

  void moreVolumesOfOneSeriesAreNotToldApart() {
    const DicomFolder folder(manyWays(21, 10));
    const FolderContent content = scanDicomFolder(folder.path(), {});
    QCOMPARE(content.series.size(), std::size_t(1));
    QVERIFY(content.series.front().scattered);
    const auto [code, text] = folder.refusal();
    QVERIFY2(code == ErrorCode::BadSlices && text.find("more than 20 volumes") != std::string::npos, text.c_str());
    Pictures both = manyWays(21, 10);
    for (DicomPicture& p : both) p.fields[0x0020000E] = "1.2.3.9";
    const Pictures good = pictures();
    both.insert(both.end(), good.begin(), good.end());
    QVERIFY(DicomFolder(both).read().ct->voxels == dicomVolume(dicomGeometry()).voxels);  // hides none beside it
  }

  /// Whoever stops gets neither a list nor a refusal, however far the reading is.
  void aStopEndsTheGroupingToo() {
    const DicomFolder folder(twoSeries());
    std::stop_source source;
    int left = 24;
    const auto atTheLastFile = [&](int, int) {
      if (--left == 0) source.request_stop();
    };
    QVERIFY_THROWS_EXCEPTION(Cancelled, folder.read({{}, atTheLastFile, source.get_token()}));
    source = {};
    left = 24;
    QVERIFY_THROWS_EXCEPTION(Cancelled, scanDicomFolder(folder.path(), {{}, atTheLastFile, source.get_token()}));
    source = {};
    left = 24;
    QVERIFY_THROWS_EXCEPTION(Cancelled, listSeries(folder.path(), {{}, atTheLastFile, source.get_token()}));
  }

  void aStopEndsThePlanningToo() {
    Pictures all = pictures();
    const DicomFolder folder(all);
    const FolderContent content = scanDicomFolder(folder.path(), {});
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, planStack("ct", content.series.front().slices, source.get_token()));
  }

  void numbersWithCommasAreCalledThat() {
    const auto refusal = [](std::uint32_t tag, const char* value) {
      Pictures all = pictures();
      for (DicomPicture& p : all) p.fields[tag] = value;
      return DicomFolder(all).refusal().second;
    };
    const auto says = [&](std::uint32_t tag, const char* value, const char* words) {
      const std::string text = refusal(tag, value);
      QVERIFY2(text.find(words) != std::string::npos, text.c_str());
    };
    says(0x00200032, "0,5\\1,5\\3,0", "its numbers have decimal commas instead of points");
    says(0x00280030, "0,7\\0,7", "its numbers have decimal commas instead of points");
    says(kOrientation, "1,0\\0,0\\0,0\\0,0\\1,0\\0,0", "its numbers have decimal commas instead of points");
    says(0x00200032, "a\\b\\c", "its numbers of where it lies in the patient are illegible");
    says(0x00200032, "", "it does not say where it lies in the patient");
  }
};

QTEST_APPLESS_MAIN(TestDicomFolder)
#include "test_dicom_folder.moc"
