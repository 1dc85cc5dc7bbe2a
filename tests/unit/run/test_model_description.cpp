// What a model set says before its weights are read: its files, its profile and its size.
#include "engine/core/error.h"
#include "engine/run/model_description.h"
#include "tests/support/run_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

struct Scene {
  QTemporaryDir dir;
  RunScene scene{dir.path().toStdString()};

  fs::path set() const { return scene.request().model.set; }
  ModelDescription describe() const { return describeModel(scene.request().model, {}); }
};

void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

std::optional<ErrorCode> refusalOf(const Scene& s) {
  try {
    s.describe();
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

}  // namespace

class TestModelDescription : public QObject {
  Q_OBJECT

 private slots:
  void namesTheFilesAndReadsTheProfile() {
    Scene s;
    s.scene.changeProfile([](ModelProfile& profile) {
      profile.name = "described";
      profile.demo = true;
    });
    const ModelDescription model = s.describe();
    QVERIFY(model.paths.vaePre == s.set() / "vae_pre.safetensors");
    QVERIFY(model.paths.vaeMetal == s.set() / "vae_metal.safetensors");
    QVERIFY(model.paths.ldm == s.set() / "ldm.safetensors");
    QVERIFY(model.paths.profile == s.set() / "profile.json");
    QCOMPARE(model.profile.name, std::string("described"));
    QVERIFY(model.profile.demo);
    QVERIFY(model.profile.window.size == smallProfile().window.size);
  }

  void addsUpTheThreeCheckpoints() {
    Scene s;
    write(s.set() / "vae_pre.safetensors", std::string(100, 'x'));
    write(s.set() / "vae_metal.safetensors", std::string(20, 'x'));
    write(s.set() / "ldm.safetensors", std::string(3, 'x'));
    // Nobody has looked into the files, so it does not matter what they hold.
    QCOMPARE(s.describe().bytes, std::uint64_t(123));
  }

  void withoutAProfileTheReferencesValuesHold() {
    Scene s;
    fs::remove(s.set() / "profile.json");
    const ModelDescription model = s.describe();
    QVERIFY(model.paths.profile.empty());
    QVERIFY(model.profile.window.size == ModelProfile().window.size);
    QVERIFY(!model.profile.demo);
  }

  void findsTheInstalledSetWhenNothingIsNamed() {
    Scene s;
    ModelSearch search;
    search.workingFolder = s.scene.saves();
    search.installedSets = {s.scene.saves() / "absent", s.set()};
    QVERIFY(describeModel({}, search).paths.ldm == s.set() / "ldm.safetensors");
  }

  void refusesAnIncompleteSetAndABrokenProfile() {
    Scene s;
    write(s.set() / "profile.json", "{ \"schema\": 1, ");
    QVERIFY(refusalOf(s) == ErrorCode::BadProfile);
    fs::remove(s.set() / "profile.json");
    QVERIFY(!refusalOf(s).has_value());
    fs::remove(s.set() / "vae_metal.safetensors");
    QVERIFY(refusalOf(s) == ErrorCode::ModelNotFound);
  }
};

QTEST_APPLESS_MAIN(TestModelDescription)
#include "test_model_description.moc"
