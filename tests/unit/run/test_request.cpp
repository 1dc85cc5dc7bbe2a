// Requests: JSON round trip, ranges, seeds, folder names, model search.
#include "engine/core/error.h"
#include "engine/run/model_places.h"
#include "engine/run/request_json.h"
#include "engine/run/run_folder.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path) { std::ofstream(path) << "x"; }

RunRequest unusual() {
  RunRequest r;
  r.cond = "a/b c.nii.gz";
  r.save = "out";
  r.model.set = "set";
  r.model.profile = "p.json";
  r.seed = -3;
  r.cfg = 3.5;
  r.ts = 32;
  r.summary = true;
  r.preview = 8;
  r.tiled = false;
  r.sw = 2;
  r.amp = false;
  r.device = DeviceChoice::Cuda;
  r.threads = 3;
  r.rng = NoiseSource::Device;
  r.space = MeshSpace::Ras;
  r.grid = GridChoice::AsIs;
  r.side = SideChoice::Left;
  r.roi = {RegionChoice::Box, {{-0.1, 2, 3.25}, {4, 5, 1e3}}};
  r.force = true;
  return r;
}

}  // namespace

class TestRequest : public QObject {
  Q_OBJECT

 private slots:
  void jsonRoundTripKeepsEveryField() {
    const std::string json = requestToJson(unusual());
    const RunRequest back = requestFromJson(json, "test");
    QCOMPARE(requestToJson(back), json);
    QCOMPARE(*back.seed, -3);
    QVERIFY(back.device == DeviceChoice::Cuda && back.space == MeshSpace::Ras && !back.amp && back.sw == 2);
    QCOMPARE(requestFromJson("{\"request\": " + json + ", \"seed\": 5}", "run.json").ts, 32);
  }

  void brokenJsonNamesTheField_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("words");
    QTest::newRow("not json") << "{"
                              << "not valid JSON";
    QTest::newRow("a list") << "[1]"
                            << "not a JSON object";
    QTest::newRow("text for a number") << R"({"cfg": "3"})"
                                       << "cfg is not a number";
    QTest::newRow("fraction for a count") << R"({"ts": 2.5})"
                                          << "ts is not a whole number";
    QTest::newRow("count beyond int") << R"({"ts": 99999999999})"
                                      << "ts is not a whole number";
    QTest::newRow("number for a switch") << R"({"amp": 1})"
                                         << "amp is not true or false";
    QTest::newRow("unknown choice") << R"({"device": "tpu"})"
                                    << "device must be";
    QTest::newRow("fractional seed") << R"({"seed": 1.5})"
                                     << "seed is not a whole number";
  }

  void brokenJsonNamesTheField() {
    QFETCH(QString, json);
    QFETCH(QString, words);
    try {
      requestFromJson(json.toStdString(), "x.json");
      QFAIL("accepted");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains(words), error.what());
    }
  }

  void regionsAreReadAsWritten() {
    QCOMPARE(toText(unusual().roi), std::string("-0.1,2,3.25,4,5,1000"));
    QVERIFY(parseRegion(toText(unusual().roi)) == unusual().roi);
    QVERIFY(parseRegion("auto") == RegionWish{} && parseRegion("whole").choice == RegionChoice::Whole);
    for (const char* bad :
         {"", "1,2,3,4,5", "1,2,3,4,5,6,7", "1,2,3,0,5,6", "1,2,3,4,5,nan", "1;2;3;4;5;6", "all", "1,2,3,4,5,6,"})
      QVERIFY_THROWS_EXCEPTION(Error, parseRegion(bad));
    QVERIFY_THROWS_EXCEPTION(Error, parseGrid("1mm"));
    QVERIFY_THROWS_EXCEPTION(Error, parseSide("both"));
  }

  void seedsAreThoseOfPython() {
    QCOMPARE(parseSeed("0"), 0);
    QCOMPARE(parseSeed("+5"), 5);
    QVERIFY_THROWS_EXCEPTION(Error, parseSeed("+-5"));
    QCOMPARE(parseSeed("-9223372036854775808"), INT64_MIN);
    QCOMPARE(parseSeed("18446744073709551615"), -1);  // torch takes -1 and 2^64 - 1 for the same seed
    for (const char* bad : {"", "1.5", "0x10", "18446744073709551616", "-9223372036854775809", "seven", "7 "})
      QVERIFY_THROWS_EXCEPTION(Error, parseSeed(bad));
  }

  void problemsAreListedTogether() {
    RunRequest r;
    r.cfg = std::nan("");
    r.ts = 0;
    r.sw = 65;
    const auto problems = r.check();
    QCOMPARE(problems.size(), 5U);  // the three, and no CT, and no folder
    QVERIFY(unusual().check().empty());
  }

  void canonicalRequestIgnoresWhatDoesNotDecide() {
    const RunRequest a = unusual();
    RunRequest b = a;
    b.save = "elsewhere";
    b.cond = "other.nii";
    b.threads = 1;
    b.force = false;
    b.sw = 7;
    QCOMPARE(canonicalRequest(a, 1, "c", "m"), canonicalRequest(b, 1, "c", "m"));
    b.cfg = 3;
    QVERIFY(canonicalRequest(a, 1, "c", "m") != canonicalRequest(b, 1, "c", "m"));
    for (const auto change : {+[](RunRequest& r) { r.grid = GridChoice::Auto; },
                              +[](RunRequest& r) { r.side = SideChoice::Right; }, +[](RunRequest& r) { r.roi = {}; }}) {
      RunRequest changed = a;
      change(changed);
      QVERIFY(canonicalRequest(a, 1, "c", "m") != canonicalRequest(changed, 1, "c", "m"));
    }
    QVERIFY(canonicalRequest(a, 1, "c", "m") != canonicalRequest(a, 2, "c", "m"));
    QVERIFY(canonicalRequest(a, 1, "c", "m") != canonicalRequest(a, 1, "d", "m"));
  }

  void folderNamesSayTheRequest() {
    QCOMPARE(runFolderName("hip", unusual(), -3, "0123456789"),
             std::string("hip_seed_-3_cfg_3.5_ts_32_no-tiled_summary_01234567"));
    QCOMPARE(shortNumber(-0.0), std::string("0"));
    QCOMPARE(shortNumber(0.25), std::string("0.25"));
    QCOMPARE(safeFileName("a/b:c\n"), std::string("a-b-c-"));
    QCOMPARE(safeFileName(".."), std::string("case"));
    QCOMPARE(safeFileName(std::string(99, 'x') + "\u9aa8\u79d1"), std::string(99, 'x'));  // no half character
    QCOMPARE(safeFileName(shortenedName(std::string(250, 'x'), 6) + "_right"), std::string(94, 'x') + "_right");
  }

  void modelsAreFoundInOrder() {
    QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    for (const char* sub : {"set", "work", "installed", "single"}) fs::create_directories(root / sub);
    for (const char* name : {"vae_pre.pt", "vae_metal.pt", "ldm.pt", "profile.json"}) touch(root / "installed" / name);
    for (const char* name : {"vae_pre_best.pt", "vae_metal_best.pt", "ldm_latest.pt"}) touch(root / "set" / name);
    for (const char* name : {"ldm.pt", "profile.json"}) touch(root / "single" / name);
    const ModelSearch search{root / "work", {root / "installed"}};

    QCOMPARE(findModel({}, search).ldm, root / "installed" / "ldm.pt");
    QCOMPARE(findModel({root / "set", {}, {}, {}, {}}, search).ldm, root / "set" / "ldm_latest.pt");
    QVERIFY(findModel({root / "set", {}, {}, {}, {}}, search).profile.empty());
    const ModelPaths mixed = findModel({root / "set", {}, {}, root / "single" / "ldm.pt", {}}, search);
    QCOMPARE(mixed.ldm, root / "single" / "ldm.pt");
    QCOMPARE(mixed.vaePre, root / "set" / "vae_pre_best.pt");
    for (const char* name : {"vae_pre_best.pt", "vae_metal_best.pt", "ldm_last.pt"}) touch(root / "work" / name);
    QCOMPARE(findModel({}, search).ldm, root / "work" / "ldm_last.pt");
    const ModelPaths single = findModel({{}, {}, {}, root / "single" / "ldm.pt", {}}, search);
    QCOMPARE(single.profile, root / "single" / "profile.json");
    QVERIFY_THROWS_EXCEPTION(Error, findModel({root / "single", {}, {}, {}, {}}, search));
  }

  void theUsersSetComesBeforeTheInstalledAndMustBeWhole() {
    QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    for (const char* sub : {"empty", "installed", "own", "broken"}) fs::create_directories(root / sub);
    for (const char* sub : {"installed", "own"})
      for (const char* name : {"vae_pre.pt", "vae_metal.pt", "ldm.pt"}) touch(root / sub / name);
    touch(root / "broken" / "ldm.pt");
    const ModelSearch own{root / "empty", {root / "broken", root / "installed"}, root / "own"};
    QCOMPARE(findModel({}, own).ldm, root / "own" / "ldm.pt");
    const ModelSearch none{root / "empty", {root / "broken", root / "installed"}};
    QCOMPARE(findModel({}, none).ldm, root / "installed" / "ldm.pt");
    // A typing error must not be answered with another model.
    const ModelSearch broken{root / "empty", {root / "installed"}, root / "broken"};
    QVERIFY_THROWS_EXCEPTION(Error, findModel({}, broken));
    const ModelSearch partial{root / "broken", {root / "installed"}};
    QVERIFY_THROWS_EXCEPTION(Error, findModel({}, partial));
    QVERIFY_THROWS_EXCEPTION(Error, findModel({{}, {}, {}, {}, "p.json"}, none));
  }

  void theUsersSetIsNamedByTheEnvironmentOrLiesInTheDataFolder() {
    QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    qputenv("XDG_DATA_HOME", dir.path().toUtf8());
    qputenv("LOCALAPPDATA", dir.path().toUtf8());
    qunsetenv("HIPWRIGHT_MODEL");
    QVERIFY(usualModelSearch().configuredSet.empty());
    fs::create_directories(root / "hipwright" / "model");
    QCOMPARE(usualModelSearch().configuredSet, root / "hipwright" / "model");
    qputenv("HIPWRIGHT_MODEL", "elsewhere");
    QCOMPARE(usualModelSearch().configuredSet, fs::path("elsewhere"));
    QCOMPARE(usualModelSearch().workingFolder, fs::current_path());
    const fs::path program = QCoreApplication::applicationFilePath().toStdString();
    QCOMPARE(usualModelSearch().installedSets.at(0),
             program.parent_path().parent_path() / "share" / "hipwright" / "models" / "demo");
  }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "test_request.moc"
