// A demo model marks all it makes, by its profile and not by where it lies; any other model marks nothing.
#include "engine/io/case_file.h"
#include "engine/run/output_mark.h"
#include "engine/run/run_folder.h"
#include "tests/support/run_scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

/// A finished run of the fake model with a summary and a preview, with and without the demo's mark.
class MarkedRun {
 public:
  enum class Kind { Plain, Demo };

  explicit MarkedRun(Kind kind) : m_scene(m_dir.path().toStdString()) {
    m_scene.changeProfile([&](ModelProfile& profile) { profile.demo = kind == Kind::Demo; });
    RunRequest request = m_scene.request();
    request.preview = 2;
    const auto watch = [&](const RunEvent& event) {
      const auto* warning = std::get_if<RunWarning>(&event);
      if (warning != nullptr && warning->code == WarningCode::DemoModel) m_told.push_back(warning->text);
    };
    m_result = std::get<RunResult>(m_scene.pipeline().run(request, watch, {}));
  }

  RunFolder folder() const { return {m_result.folder, "hip"}; }
  const RunRecord& record() const { return m_result.record; }
  const std::vector<std::string>& told() const { return m_told; }
  std::string stlHeader() const { return contentOf(folder().surface()).substr(0, 80); }
  QJsonObject json() const {
    return QJsonDocument::fromJson(QByteArray::fromStdString(contentOf(folder().record()))).object();
  }
  std::string aPreview() const {
    for (int step = 0; step < m_result.record.request.ts; ++step)
      if (std::filesystem::exists(folder().preview(step))) return contentOf(folder().preview(step));
    return {};
  }

 private:
  QTemporaryDir m_dir;
  RunScene m_scene;
  RunResult m_result;
  std::vector<std::string> m_told;
};

}  // namespace

class TestDemoMark : public QObject {
  Q_OBJECT

  const MarkedRun m_plain{MarkedRun::Kind::Plain};
  const MarkedRun m_demo{MarkedRun::Kind::Demo};

 private slots:
  void theObserverIsToldOnce() {
    QVERIFY(m_plain.told().empty());
    QCOMPARE(m_demo.told().size(), 1U);
    QVERIFY(m_demo.told().front().starts_with("DEMO"));
  }

  void theRecordSaysIt() {
    QVERIFY(m_demo.record().demoModel && !m_plain.record().demoModel);
    QCOMPARE(m_demo.json()["model"].toObject()["demo"], QJsonValue(true));
    QCOMPARE(m_plain.json()["model"].toObject()["demo"], QJsonValue(false));
    QVERIFY(m_demo.json()["warnings"].toArray().at(0).toString().startsWith("DEMO"));
    QVERIFY(m_plain.json()["warnings"].toArray().isEmpty());
  }

  void volumesSayItInTheirHeaders() {
    for (const auto& file : {m_demo.folder().fused(), m_demo.folder().metal(), m_demo.folder().stage(0)})
      QCOMPARE(markIn(readCase(file).source.description), std::string("DEMO"));
    for (const auto& file : {m_plain.folder().fused(), m_plain.folder().metal(), m_plain.folder().stage(0)}) {
      QCOMPARE(readCase(file).source.description, std::string("Hipwright, research use only"));
      QVERIFY(markIn(readCase(file).source.description).empty());
    }
  }

  void theSurfaceSaysItInItsHeaderAndIsOtherwiseTheSame() {
    QVERIFY(m_demo.stlHeader().find("DEMO") != std::string::npos);
    QVERIFY(m_plain.stlHeader().find("DEMO") == std::string::npos);
    QVERIFY(contentOf(m_demo.folder().surface()).substr(80) == contentOf(m_plain.folder().surface()).substr(80));
  }

  void picturesAreMarked() {
    // Only the mark can differ: both runs have the same case, seed and model.
    QVERIFY(contentOf(m_demo.folder().strip()) != contentOf(m_plain.folder().strip()));
    QVERIFY(!m_demo.aPreview().empty() && m_demo.aPreview() != m_plain.aPreview());
  }
};

QTEST_APPLESS_MAIN(TestDemoMark)
#include "test_demo_mark.moc"
