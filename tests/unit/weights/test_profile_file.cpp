// Profiles: defaults, the reference cases' profiles, the round trip, and every error by the name of its field.
#include "engine/core/error.h"
#include "engine/weights/profile_file.h"

#include <QTest>

#include <filesystem>

using namespace hipwright;

class TestProfileFile : public QObject {
  Q_OBJECT

 private slots:
  void emptyProfileIsTheReference() {
    const ModelProfile profile = parseProfile("{\"unknown\": [1, {\"x\": 2}]}", "p");
    QCOMPARE(profileToJson(profile), profileToJson(ModelProfile{}));
  }

  void goldenProfilesAreRead() {
    const std::filesystem::path golden = HIPWRIGHT_GOLDEN_DIR;
    const ModelProfile a = readProfile(golden / "case_A" / "profile.json");
    QCOMPARE(a.vae.channels, (std::vector<int>{8, 16, 32}));
    QCOMPARE(a.unet.channels, (std::vector<int>{8, 16, 24}));
    QCOMPARE(a.window.size, (Index3{32, 32, 32}));
    QCOMPARE(a.vae.normNumGroups, 8);
    QCOMPARE(readProfile(golden / "case_B" / "profile.json").vae.numResBlocks, (std::vector<int>{1, 1, 1}));
  }

  void everyFieldSurvivesTheRoundTrip() {
    ModelProfile p;
    p.name = "髋";
    p.demo = true;
    p.unet.attentionLevels = {true, false, true};
    p.scheduler = {500, 0.001, 0.03, PredictionType::V, TimestepSpacing::Linspace, true};
    p.window = {{64, 96, 128}, 0.5};
    p.input.side = ModelSide::Left;
    p.input.orientation = "LPS";
    p.input.spacingMm = {1, 1.5, 2};
    p.input.fieldOfView = {{96, 80, 144}, {62, 34, 109}};
    p.sdf = {5.0, 0.2};
    const ModelProfile back = parseProfile(profileToJson(p), "p");
    QCOMPARE(profileToJson(back), profileToJson(p));
    QCOMPARE(back.sdf.unitMm, 5.0);
    QVERIFY(back.demo && !ModelProfile{}.demo);
    QVERIFY(back.input.fieldOfView && back.input.fieldOfView->jointMm == (Vec3{62, 34, 109}));
    QVERIFY(!parseProfile("{}", "p").input.fieldOfView);
    QCOMPARE(back.scheduler.prediction, PredictionType::V);
    QCOMPARE(back.unet.attentionLevels, p.unet.attentionLevels);
  }

  void errorsNameTheField_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* json, const char* reason) {
      QTest::newRow(name) << json << reason;
    };
    row("fraction", R"({"vae": {"channels": [32, 1.5]}})", "vae.channels[1] must be a whole number");
    row("text for number", R"({"unet": {"norm_eps": "small"}})", "unet.norm_eps must be a number");
    row("number for bool", R"({"unet": {"attention_levels": [0, 1, 1]}})",
        "unet.attention_levels[0] must be true or false");
    row("text for bool", R"({"demo": "yes"})", "demo must be true or false");
    row("orientation of two axes", R"({"input": {"orientation": "LRS"}})", "input.orientation must be as-is");
    row("joint without a size", R"({"input": {"joint_mm": [62, 34, 109]}})", "input.field_of_view_mm must be");
    row("joint outside", R"({"input": {"field_of_view_mm": [96, 80, 144], "joint_mm": [62, 84, 109]}})",
        "input.joint_mm must lie inside");
    row("not a list", R"({"input": {"hu": 3}})", "input.hu must be a list");
    row("two sizes", R"({"window": {"size": [1, 2]}})", "window.size must be a list of three numbers");
    row("unknown choice", R"({"scheduler": {"prediction_type": "x0"}})",
        "scheduler.prediction_type must be one of epsilon, sample, v_prediction");
    row("other schedule", R"({"scheduler": {"schedule": "cosine"}})",
        "scheduler.schedule must be one of scaled_linear_beta");
    row("section is a list", R"({"vae": []})", "vae must be an object");
    row("top is a list", "[]", "the profile must be an object");
    row("huge number", R"({"vae": {"latent_channels": 1e300}})", "vae.latent_channels is too large");
    row("bad groups", R"({"vae": {"norm_num_groups": 7}})",
        "vae.norm_num_groups must divide every entry of vae.channels");
    row("other schema", R"({"schema": 2})", "schema must be 1");
    row("comma", "{\n  \"schema\": 1,,\n}", "not valid JSON at line 2, column 15");
    row("empty", "", "not valid JSON at line 1");
  }

  void errorsNameTheField() {
    QFETCH(const QString, json);
    QFETCH(const QString, reason);
    try {
      parseProfile(json.toStdString(), "p");
      QFAIL("it was accepted");
    } catch (const Error& e) {
      QCOMPARE(e.code(), ErrorCode::BadProfile);
      const QString got = QString::fromStdString(e.values().at("reason"));
      QVERIFY2(got.contains(reason), qPrintable(got));
    }
  }

  void deepAndLongFilesAreRefused() {
    QVERIFY_THROWS_EXCEPTION(Error, parseProfile(std::string(100000, '['), "p"));
    QVERIFY_THROWS_EXCEPTION(Error, parseProfile(std::string(2'000'000, ' ') + "{}", "p"));
  }
};

QTEST_APPLESS_MAIN(TestProfileFile)
#include "test_profile_file.moc"
