// Presets: what they set, what they keep, what they refuse, and the store's folder after every act.
#include "engine/core/error.h"
#include "engine/run/preset_files.h"
#include "engine/run/preset_store.h"
#include "engine/run/request_json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

Preset named(const std::string& name, double cfg = 5) {
  RunRequest request;
  request.cfg = cfg;
  request.ts = 64;
  return makePreset(name, "for the tests", request);
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

ErrorCode codeOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::Internal;  // no preset act throws this one
}

/// A store of a shipped "recommended" and an empty folder of the user's.
struct Shelf {
  QTemporaryDir dir;
  fs::path root = dir.path().toStdString();
  PresetStore store = PresetStore(root / "shipped", root / "user");

  Shelf() { write(root / "shipped" / "recommended.json", presetToJson(named("Recommended", 3))); }

  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& each : store.list().presets) found.push_back(each.preset.name);
    return found;
  }
  int userFiles() const { return QDir(QString::fromStdString((root / "user").string())).entryList(QDir::Files).size(); }
};

using Names = std::vector<std::string>;

}  // namespace

class TestPresets : public QObject {
  Q_OBJECT

 private slots:
  void fieldsBelongToNeitherCaseNorMachine() {
    const Names fields = presetFields();
    for (const char* expected : {"cfg", "ts", "summary", "preview", "tiled", "sw", "amp", "device", "threads"})
      QVERIFY2(std::find(fields.begin(), fields.end(), expected) != fields.end(), expected);
    for (const char* foreign : {"cond", "save", "model", "ldm", "seed", "force", "profile"})
      QVERIFY2(std::find(fields.begin(), fields.end(), foreign) == fields.end(), foreign);
  }

  void onlyTheFieldsItSetsAreApplied() {
    const Preset preset = presetFromJson(R"({"schema":1,"name":"a","request":{"cfg":7.5,"seed":9,"cond":"x"}})", "a");
    QCOMPARE(preset.fields, Names{"cfg"});
    RunRequest base;
    base.cond = "case.nii";
    base.seed = 4;
    base.ts = 77;
    base.amp = false;
    RunRequest expected = base;
    expected.cfg = 7.5;
    QCOMPARE(requestToJson(applied(preset, base)), requestToJson(expected));
  }

  void everyFieldSurvivesTheRoundTrip() {
    RunRequest odd;
    odd.cfg = 0.1 + 0.2;
    odd.ts = 999;
    odd.summary = true;
    odd.preview = 3;
    odd.tiled = false;
    odd.sw = 9;
    odd.amp = false;
    odd.device = DeviceChoice::Cuda;
    odd.threads = 2;
    odd.rng = NoiseSource::Device;
    odd.space = MeshSpace::Index;
    const Preset preset = makePreset("推荐 \"3\" \\ ü", "Zwei\nZeilen", odd);
    const Preset back = presetFromJson(presetToJson(preset), "x");
    QCOMPARE(back.name, preset.name);
    QCOMPARE(back.description, preset.description);
    QCOMPARE(back.fields, presetFields());
    QCOMPARE(requestToJson(applied(back, {})), requestToJson(odd));
    QCOMPARE(presetToJson(back), presetToJson(preset));
  }

  void unknownKeysAreKept() {
    Shelf shelf;
    const std::string text =
        R"({"schema":1,"name":"Mine","future":{"a":[1,2]},"request":{"cfg":2,"sampler":"heun","seed":18446744073709551615}})";
    write(shelf.root / "user" / "mine.json", text);
    shelf.store.save("mine", named("ignored", 4));
    shelf.store.rename("mine", "Ours");
    std::ifstream in(shelf.root / "user" / "mine.json");
    const QByteArray bytes = QByteArray::fromStdString({std::istreambuf_iterator<char>(in), {}});
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(json["name"].toString(), "Ours");
    QCOMPARE(json["future"].toObject()["a"].toArray().size(), 2);
    QCOMPARE(json["request"].toObject()["sampler"].toString(), "heun");
    QVERIFY(bytes.contains("\"seed\": 18446744073709551615"));
    QCOMPARE(json["request"].toObject()["cfg"].toDouble(), 4.0);
  }

  void brokenFilesSayWhy_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& text, const char* words) {
      QTest::newRow(name) << text << words;
    };
    row("empty", "", "not valid JSON");
    row("half a file", "{\"schema\":1,\"name\":\"a\",\"reque", "not valid JSON");
    row("a list", "[]", "not a JSON object");
    row("not UTF-8", "{\"schema\":1,\"name\":\"\xff\xfe\",\"request\":{}}", "not valid JSON");
    row("no schema", R"({"name":"a","request":{}})", "no schema");
    row("later schema", R"({"schema":2,"name":"a","request":{}})", "schema 2");
    row("no name", R"({"schema":1,"request":{}})", "no name");
    row("name is a number", R"({"schema":1,"name":3,"request":{}})", "name is not a text");
    row("name of two lines", R"({"schema":1,"name":"a\nb","request":{}})", "control character");
    row("nothing set", R"({"schema":1,"name":"a"})", "request is missing");
    row("cfg out of range", R"({"schema":1,"name":"a","request":{"cfg":1000}})", "cfg must be between");
    row("ts of a wrong kind", R"({"schema":1,"name":"a","request":{"ts":"many"}})", "ts is not a whole number");
    row("unknown device", R"({"schema":1,"name":"a","request":{"device":"tpu"}})", "device must be");
    row("endless number", R"({"schema":1,"name":"a","request":{"cfg":1e999}})", "not valid JSON");
    row("deep",
        "{\"schema\":1,\"name\":\"a\",\"request\":{},\"x\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}",
        "nested too deeply");
    row("large", "{\"schema\":1,\"name\":\"" + QByteArray(70000, 'a') + "\"}", "larger than 64 KiB");
    row("long name", "{\"schema\":1,\"request\":{},\"name\":\"" + QByteArray(81, 'a') + "\"}", "longer than 80");
    row("long description",
        "{\"schema\":1,\"request\":{},\"name\":\"a\",\"description\":\"" + QByteArray(2001, 'a') + "\"}", "too long");
  }

  void brokenFilesSayWhy() {
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    Shelf shelf;
    write(shelf.root / "user" / "bad.json", text.toStdString());
    shelf.store.saveAs(named("Good"));
    const PresetList list = shelf.store.list();
    QCOMPARE(shelf.names(), (Names{"Recommended", "Good"}));  // the others are not harmed
    QCOMPARE(list.problems.size(), 1U);
    QVERIFY2(QString::fromStdString(list.problems[0].reason).contains(words), list.problems[0].reason.c_str());
    QCOMPARE(list.problems[0].file.filename(), fs::path("bad.json"));
  }

  void foldersAndForeignFilesAreNoPresets() {
    Shelf shelf;
    fs::create_directories(shelf.root / "user" / "folder.json");
    write(shelf.root / "user" / "notes.txt", "x");
    write(shelf.root / "user" / ".hipwright-part.1.a.json", "{");
    QVERIFY(shelf.store.list().problems.empty());
    QCOMPARE(shelf.names(), Names{"Recommended"});
    write(shelf.root / "user" / "recommended.json", presetToJson(named("Twin")));
    QCOMPARE(shelf.names(), Names{"Recommended"});
    QCOMPARE(shelf.store.list().problems.size(), 1U);
  }

  void missingFoldersAreEmpty() {
    const PresetStore store("no/such", "folder/either");
    QVERIFY(store.list().presets.empty() && store.list().problems.empty());
    QCOMPARE(store.defaultId(), std::string());
  }

  void savedPresetsComeBack() {
    Shelf shelf;
    const StoredPreset stored = shelf.store.saveAs(named("Knee? <no>: 髋 / hip."));
    QCOMPARE(stored.origin, PresetOrigin::User);
    const auto found = shelf.store.find(stored.id);
    QVERIFY(found);
    QCOMPARE(found->preset.name, std::string("Knee? <no>: 髋 / hip."));
    QCOMPARE(found->preset.values.cfg, 5.0);
    shelf.store.save(stored.id, named("another name", 6));
    QCOMPARE(shelf.store.find(stored.id)->preset.values.cfg, 6.0);
    QCOMPARE(shelf.store.find(stored.id)->preset.name, stored.preset.name);
    QCOMPARE(shelf.userFiles(), 1);
  }

  void fileNamesFitEveryFileSystem() {
    const QRegularExpression safe("^[a-z0-9][a-z0-9-]{0,52}$");
    for (const char* name :
         {"CON", "aux", "..", "/etc/passwd", "a:b", "推荐", "COM1", "trailing.", "-", "Ü", "x\xF0\x9F\xA6\xB4"})
      QVERIFY2(safe.match(QString::fromStdString(presetFileStem(name))).hasMatch(), name);
    QVERIFY(!presetFileStem("CON").starts_with("con."));
    QVERIFY(presetFileStem("Ab") != presetFileStem("aB"));  // one file on Windows otherwise
    QVERIFY(presetFileStem(std::string(80, 'n')).size() < 60);
  }

  void namesAreUnique() {
    Shelf shelf;
    shelf.store.saveAs(named("Mine"));
    QCOMPARE(codeOf([&] { shelf.store.saveAs(named("Mine")); }), ErrorCode::BadPresetName);
    QCOMPARE(codeOf([&] { shelf.store.saveAs(named("mINE")); }), ErrorCode::BadPresetName);
    QCOMPARE(codeOf([&] { shelf.store.saveAs(named("recommended")); }), ErrorCode::BadPresetName);
    for (const char* bad : {"", " ", " a", "a ", "a\nb"})
      QCOMPARE(codeOf([&] { shelf.store.saveAs(named(bad)); }), ErrorCode::BadPresetName);
    QCOMPARE(shelf.userFiles(), 1);
  }

  void renamesKeepTheIdAndRefuseCollisions() {
    Shelf shelf;
    const std::string id = shelf.store.saveAs(named("One")).id;
    shelf.store.saveAs(named("Two"));
    QCOMPARE(codeOf([&] { shelf.store.rename(id, "two"); }), ErrorCode::BadPresetName);
    QCOMPARE(shelf.store.find(id)->preset.name, std::string("One"));
    QCOMPARE(shelf.store.rename(id, "ONE").id, id);  // its own name in other letters
    shelf.store.rename(id, "Three");
    const std::string second = shelf.store.saveAs(named("One")).id;  // the first file's name is still in use
    QVERIFY(second != id);
    QCOMPARE(shelf.names(), (Names{"Recommended", "One", "Three", "Two"}));
  }

  void shippedPresetsStay() {
    Shelf shelf;
    QCOMPARE(codeOf([&] { shelf.store.save("recommended", named("x")); }), ErrorCode::PresetShipped);
    QCOMPARE(codeOf([&] { shelf.store.rename("recommended", "x"); }), ErrorCode::PresetShipped);
    QCOMPARE(codeOf([&] { shelf.store.remove("recommended"); }), ErrorCode::PresetShipped);
    QCOMPARE(codeOf([&] { shelf.store.remove("none"); }), ErrorCode::BadPreset);
    QCOMPARE(codeOf([&] { shelf.store.remove("../shipped/recommended"); }), ErrorCode::BadPreset);
  }

  void deletionsCanBeUndone() {
    Shelf shelf;
    write(shelf.root / "user" / "mine.json", R"({"schema":1,"name":"Mine","x":1,"request":{"cfg":2}})");
    shelf.store.setDefault("mine");
    const RemovedPreset removed = shelf.store.remove("mine");
    QCOMPARE(shelf.names(), Names{"Recommended"});
    QCOMPARE(shelf.store.defaultId(), std::string("recommended"));
    QCOMPARE(shelf.userFiles(), 0);
    QCOMPARE(shelf.store.restore(removed).id, std::string("mine"));
    QCOMPARE(shelf.store.defaultId(), std::string("mine"));
    QVERIFY(shelf.store.find("mine")->preset.source.find("\"x\"") != std::string::npos);
  }

  void undoAfterTheNameWasTakenAgainKeepsBoth() {
    Shelf shelf;
    const RemovedPreset removed = shelf.store.remove(shelf.store.saveAs(named("Mine", 1)).id);
    shelf.store.saveAs(named("Mine", 2));
    QCOMPARE(shelf.store.restore(removed).preset.name, std::string("Mine (2)"));
    QCOMPARE(shelf.names(), (Names{"Recommended", "Mine", "Mine (2)"}));
    QCOMPARE(shelf.store.findByName("mine")->preset.values.cfg, 2.0);
  }

  void importsAndExports() {
    Shelf shelf;
    const fs::path file = shelf.root / "out" / "导出.json";
    fs::create_directories(file.parent_path());
    shelf.store.exportTo("recommended", file);
    QCOMPARE(shelf.store.importFrom(file).preset.name, std::string("Recommended (2)"));
    QCOMPARE(shelf.store.importFrom(file).preset.name, std::string("Recommended (3)"));
    QCOMPARE(codeOf([&] { shelf.store.importFrom(shelf.root / "none.json"); }), ErrorCode::FileNotFound);
    write(shelf.root / "bad.json", "[]");
    QCOMPARE(codeOf([&] { shelf.store.importFrom(shelf.root / "bad.json"); }), ErrorCode::BadPreset);
    QCOMPARE(codeOf([&] { shelf.store.importFrom(shelf.root); }), ErrorCode::FileUnreadable);
    const std::string longest = std::string(78, 'a') + "\u9aa8\u79d1";
    shelf.store.saveAs(named(longest));
    shelf.store.exportTo(shelf.store.findByName(longest)->id, file);
    const std::string copy = shelf.store.importFrom(file).preset.name;
    QVERIFY(copy.ends_with(" (2)") && problemOfPresetName(copy).empty());
  }

  void theDefaultIsRemembered() {
    Shelf shelf;
    QCOMPARE(shelf.store.defaultId(), std::string("recommended"));
    const std::string id = shelf.store.saveAs(named("Mine")).id;
    shelf.store.setDefault(id);
    QCOMPARE(PresetStore(shelf.root / "shipped", shelf.root / "user").defaultId(), id);
    QCOMPARE(shelf.names(), (Names{"Recommended", "Mine"}));  // its file is no preset
    write(shelf.root / "user" / "default.json", "{");
    QCOMPARE(shelf.store.defaultId(), std::string("recommended"));
    QCOMPARE(codeOf([&] { shelf.store.setDefault("none"); }), ErrorCode::BadPreset);
  }

  void anOverwriteSaysWhatChanges() {
    Preset before = presetFromJson(R"({"schema":1,"name":"a","request":{"cfg":3,"tiled":true,"device":"cpu"}})", "a");
    Preset after = before;
    QVERIFY(changes(before, after).empty());
    after.values.cfg = 7.5;
    after.values.device = DeviceChoice::Auto;
    after.fields.push_back("ts");
    after.description = "new";
    const std::vector<FieldChange> expected = {
        {"cfg", "3.0", "7.5"}, {"ts", "", "50"}, {"device", "cpu", "auto"}, {"description", "", "new"}};
    QVERIFY(changes(before, after) == expected);
    RunRequest form = applied(before, {});
    QVERIFY(changes(before, form).empty());
    form.tiled = false;
    form.ts = 9;  // this preset does not care
    QVERIFY(changes(before, form) == (std::vector<FieldChange>{{"tiled", "true", "false"}}));
  }

  void theShippedOnesAreWhatTheySay() {
    const PresetStore store(HIPWRIGHT_PRESETS_DIR, "none");
    const PresetList list = store.list();
    QVERIFY(list.problems.empty());
    Names ids;
    for (const auto& each : list.presets) ids.push_back(each.id);
    QCOMPARE(ids, (Names{"quick-look", "recommended", "high-fidelity", "low-memory"}));
    const RunRequest recommended = applied(store.find("recommended")->preset, {});
    QVERIFY(recommended.cfg == 3 && recommended.ts == 50);
    QCOMPARE(applied(store.find("quick-look")->preset, {}).ts, 20);
    QCOMPARE(applied(store.find("high-fidelity")->preset, {}).ts, 200);
    QCOMPARE(applied(store.find("low-memory")->preset, {}).sw, 1);
    for (const auto& each : list.presets) QVERIFY(!each.preset.description.empty());
  }

  void aRefusedWriteLeavesTheOldFile() {
    Shelf shelf;
    write(shelf.root / "user", "a file where the folder should be");
    QCOMPARE(codeOf([&] { shelf.store.saveAs(named("Mine")); }), ErrorCode::FileUnwritable);
    QCOMPARE(shelf.names(), Names{"Recommended"});
  }
};

QTEST_APPLESS_MAIN(TestPresets)
#include "test_presets.moc"
