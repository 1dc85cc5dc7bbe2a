// Core values: geometry, errors, coronal pictures, atomic files, profile checks.
#include "engine/core/atomic_file.h"
#include "engine/core/clean_text.h"
#include "engine/core/error.h"
#include "engine/core/geometry.h"
#include "engine/core/model_profile.h"
#include "engine/core/picture.h"
#include "engine/core/platform.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cmath>
#include <fstream>
#include <numbers>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

Mat3 rotationAboutX(double degrees) {
  const double a = degrees * std::numbers::pi / 180;
  return {Vec3{1, 0, 0}, Vec3{0, std::cos(a), -std::sin(a)}, Vec3{0, std::sin(a), std::cos(a)}};
}

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class TestCore : public QObject {
  Q_OBJECT

 private slots:
  void indexAndPatientAreInverse() {
    const Geometry g{{10, 20, 30}, {0.7, 1.25, 3}, {-12, 5, 100}, rotationAboutX(20)};
    const Vec3 index{1.5, 7.25, 29};
    const Vec3 back = g.patientToIndex(g.indexToPatient(index));
    for (int a = 0; a < 3; ++a) QVERIFY(std::abs(back[a] - index[a]) < 1e-12);
    QVERIFY(length(g.indexToPatient({1, 0, 0}) - g.origin) - 0.7 < 1e-12);
  }

  void badGeometriesAreRefused() {
    const Geometry good{{2, 2, 2}, {1, 1, 1}, {0, 0, 0}, kIdentity3};
    checkGeometry(good);
    Geometry zeroSize = good, negativeSpacing = good, nanOrigin = good, sheared = good, huge = good;
    zeroSize.size[1] = 0;
    negativeSpacing.spacing[2] = -1;
    nanOrigin.origin[0] = std::nan("");
    sheared.direction[0][1] = 0.1;
    huge.size = {1'000'000'000, 1'000'000'000, 1'000'000'000};
    for (const Geometry& bad : {zeroSize, negativeSpacing, nanOrigin, sheared, huge})
      QVERIFY_THROWS_EXCEPTION(Error, checkGeometry(bad));
  }

  void obliqueAxesAreChosenJointly() {
    Geometry g{{4, 4, 4}, {1, 1, 1}, {0, 0, 0}, rotationAboutX(50)};  // y and z both nearest to the same patient axis
    const AxisCodes codes = nearestAxes(g);
    QVERIFY(codes.patientAxis[0] == 0 && codes.patientAxis[1] == 2 && codes.patientAxis[2] == 1);
  }

  void coronalPictureHasHeadUpAndRightOnTheLeft() {
    // One bright voxel at the patient's right, posterior, superior corner, in every permutation and flip of the axes.
    std::array<int, 3> order{0, 1, 2};
    do {
      for (int flips = 0; flips < 8; ++flips) {
        Volume v;
        v.geometry.direction = {};
        for (int a = 0; a < 3; ++a) {
          v.geometry.direction[order[a]][a] = (flips >> a & 1) != 0 ? -1 : 1;
          v.geometry.size[a] = 3 + a;
        }
        v.voxels.assign(static_cast<std::size_t>(product(v.geometry.size)), 0);
        Index3 corner{};
        for (int a = 0; a < 3; ++a) {
          const bool grows = (flips >> a & 1) == 0;
          const bool towardsEnd = order[a] != 0;  // posterior and superior ends, right = the low end of L
          corner[a] = grows == towardsEnd ? v.geometry.size[a] - 1 : 0;
        }
        v.at(corner[0], corner[1], corner[2]) = 7;
        const CoronalCut cut = coronalCut(v.geometry);
        const CoronalPicture picture = coronalPicture(v, nullptr, corner[cut.depthAxis]);
        QCOMPARE(picture.hu.front(), 7.0F);
        QCOMPARE(order[cut.depthAxis], 1);
      }
    } while (std::next_permutation(order.begin(), order.end()));
  }

  void pictureShowsTheMiddleUnlessItMissesTheImplant() {
    Volume v{{{4, 5, 6}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, std::vector<float>(120, -1)};
    QCOMPARE(planeShowingImplant(v), 2);
    v.at(1, 4, 1) = v.at(1, 4, 2) = v.at(1, 4, 3) = 1;
    QCOMPARE(planeShowingImplant(v), 4);
    v.at(0, 2, 1) = v.at(1, 2, 1) = v.at(2, 2, 1) = v.at(3, 2, 1) = 1;
    QCOMPARE(planeShowingImplant(v), 4);  // a larger area, but a third of the height
    v.at(1, 2, 2) = 1;
    QCOMPARE(planeShowingImplant(v), 2);  // two thirds of the height are enough to stay in the middle
    v.at(1, 2, 1) = v.at(1, 2, 2) = -1;
    v.at(0, 2, 1) = v.at(2, 2, 1) = v.at(3, 2, 1) = -1;
    v.at(1, 1, 1) = v.at(1, 1, 2) = v.at(1, 1, 3) = v.at(2, 1, 3) = 1;
    QCOMPARE(planeShowingImplant(v), 1);  // as high as plane 4, and larger
  }

  void everyErrorHasTwoSentences() {
    for (const ErrorCode code : allErrorCodes()) {
      QVERIFY(!errorName(code).empty());
      QVERIFY(remedyTemplate(code).back() == '.');
      QVERIFY(!whatTemplate(code).empty());
    }
    const Error e(ErrorCode::FileTruncated, {{"path", "a.nii"}, {"have", "10"}, {"need", "20"}});
    QCOMPARE(std::string(e.what()),
             std::string("The file a.nii is cut short: it has 10 of the 20 bytes its header announces."));
    QCOMPARE(fillTemplate("{a} and {b", {{"a", "1"}}), std::string("1 and {b"));
  }

  /// A file's name must not forge a line of ours, nor move a terminal's cursor.
  void valuesOfStrangersStayOnTheirLine() {
    const Error e(ErrorCode::FileNotFound, {{"path", "x\nhipwright-cli: done.\x1b[2J\xff\xc2\x9b\xe2\x80\xa8y"}});
    const std::string what = e.what();
    QVERIFY2(what.find("x hipwright-cli: done. [2J?  y") != std::string::npos, what.c_str());
    QCOMPARE(fillTemplate("{table}", {{"table", "1\ta\n2\tb\x1b"}}), std::string("1\ta\n2\tb "));
    QCOMPARE(cleanLine("r\u00e9sultat \u9aa8"), std::string("r\u00e9sultat \u9aa8"));
    QCOMPARE(cleanLine("cut \xe9\xaa"), std::string("cut ??"));
    QCOMPARE(cleanLine("\xc0\x8a\xe0\x80\x8a\xed\xa0\x80"), std::string(8, '?'));  // a line feed in disguise
  }

  void atomicFilesAppearWholeOrNotAtAll() {
    QTemporaryDir dir;
    const fs::path target = platform::fromUtf8(dir.filePath("r\u00e9sultat \u9aa8.txt").toStdString());
    writeAtomically(target, "one");
    QCOMPARE(contentOf(target), std::string("one"));
    QVERIFY_THROWS_EXCEPTION(Error, writeAtomically(target, [](const fs::path& part) {
                               std::ofstream(part) << "half";
                               throw Error(ErrorCode::Internal, {{"reason", "test"}});
                             }));
    QCOMPARE(contentOf(target), std::string("one"));
    QCOMPARE(std::distance(fs::directory_iterator(target.parent_path()), {}), 1);
    QVERIFY_THROWS_EXCEPTION(Error, writeAtomically(target / "below" / "a file", "x"));
  }

  void longNamesAreWrittenAndRefusalsSayWhy() {
    QTemporaryDir dir;
    const fs::path folder = platform::fromUtf8(dir.path().toStdString());
    for (const char* ending : {".nii.gz", ".csv", ""}) {
      const std::string name = std::string(255 - std::string(ending).size(), 'n') + ending;
      fs::path part;
      writeAtomically(folder / name, [&](const fs::path& given) {
        part = given;
        std::ofstream(given) << "one";
      });
      QCOMPARE(contentOf(folder / name), std::string("one"));
      QVERIFY(part.filename().native().ends_with(ending) && part.filename().native().size() < 48);
      writeAtomically(folder / name, "two");
      QCOMPARE(contentOf(folder / name), std::string("two"));
    }
    const auto reasonOf = [](const fs::path& target) {
      try {
        writeAtomically(target, "x");
      } catch (const Error& error) {
        return error.values().at("reason");
      }
      return std::string("none");
    };
    QCOMPARE(reasonOf(folder / std::string(256, 'n')), std::string("File name too long"));
    QCOMPARE(reasonOf(folder / "absent" / "a file"), std::string("there is no such folder"));
    QCOMPARE(reasonOf(folder / std::string(255, 'n') / "a file"), std::string("Not a directory"));
    QCOMPARE(writeFailure(ENOSPC), std::string("No space left on device"));
  }

  /// No tensor of a bare checkpoint says these, so nothing but this test would notice a change.
  void defaultProfileIsTheReferences() {
    const ModelProfile p;
    QVERIFY(p.vae.normEps == 1e-6 && p.unet.normEps == 1e-6);
    QVERIFY(p.vae.normNumGroups == 32 && p.unet.normNumGroups == 32 && p.unet.numHeadChannels == 8);
    QVERIFY(p.scheduler.numTrainTimesteps == 1000 && p.scheduler.betaStart == 1e-4 && p.scheduler.betaEnd == 0.02);
    QVERIFY(p.scheduler.prediction == PredictionType::Epsilon && p.scheduler.spacing == TimestepSpacing::Leading);
    QVERIFY(!p.scheduler.clipSample);
    QVERIFY(p.window.size == (Index3{128, 128, 128}) && p.window.overlap == 0.25);
    QVERIFY(p.input.padHu == -1024 && p.input.padMultiple == 16 && p.sdf.band == 0.1);
    QCOMPARE(p.input.hu, (std::vector<double>{150, 650, 1150, 3000}));
    QCOMPARE(p.input.value, (std::vector<double>{-1, 0, 0.5, 1}));
  }

  void defaultProfileIsTheReferenceAndIsValid() {
    QVERIFY(ModelProfile{}.check().empty());
    ModelProfile bad;
    bad.vae.normNumGroups = 5;
    bad.input.padMultiple = 6;
    bad.input.hu = {1, 1};
    QVERIFY(bad.check().size() >= 3);
  }

  void theProgramKnowsItsPlaces() {
    const fs::path program = platform::executablePath();
    QVERIFY(program.is_absolute());
    QVERIFY(fs::equivalent(program, QCoreApplication::applicationFilePath().toStdString()));
    qputenv("HIPWRIGHT_TEST_PLACE", "/some/place");
    QCOMPARE(platform::environmentPath("HIPWRIGHT_TEST_PLACE"), fs::path("/some/place"));
    qunsetenv("HIPWRIGHT_TEST_PLACE");
    QVERIFY(platform::environmentPath("HIPWRIGHT_TEST_PLACE").empty());
  }

#ifndef _WIN32
  void userDataFollowsTheXdgRules() {
    qputenv("HOME", "/users/anna");
    qputenv("XDG_DATA_HOME", "/elsewhere");
    QCOMPARE(platform::userDataFolder(), fs::path("/elsewhere"));
    qputenv("XDG_DATA_HOME", "not/absolute");
    QCOMPARE(platform::userDataFolder(), fs::path("/users/anna/.local/share"));
    qunsetenv("XDG_DATA_HOME");
    QCOMPARE(platform::userDataFolder(), fs::path("/users/anna/.local/share"));
    qunsetenv("HOME");
    QVERIFY(platform::userDataFolder().empty());
  }
#endif

  void mappedFilesRefuseFolders() {
    QTemporaryDir dir;
    QVERIFY_THROWS_EXCEPTION(Error, platform::MappedFile(dir.path().toStdString()));
    QVERIFY_THROWS_EXCEPTION(Error, platform::MappedFile(dir.filePath("absent").toStdString()));
    QVERIFY(platform::availableMemory() > 0 && platform::peakMemory() > 0 && platform::processorCount() > 0);
  }

  void levelsWithoutBlocksKeepTheirChannels() {
    ModelProfile profile;
    profile.vae = {{16, 16, 32}, {0, 1, 1}, 4, 8, 1e-6};
    QCOMPARE(profile.check(), std::vector<std::string>{});
    profile.vae.channels = {8, 16, 32};
    QCOMPARE(profile.check().size(), std::size_t{1});
    profile.vae = {{16, 16, 32}, {1, 1, 0}, 4, 8, 1e-6};
    QCOMPARE(profile.check().size(), std::size_t{1});
    profile.vae.numResBlocks = {1, 1, -1};
    QCOMPARE(profile.check().size(), std::size_t{1});
  }
};

QTEST_GUILESS_MAIN(TestCore)
#include "test_core.moc"
