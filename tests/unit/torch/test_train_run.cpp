// A whole training of a tiny model set: losses fall, a stopped training goes on with the same numbers, Python reads it.
#include "engine/core/stop.h"
#include "engine/torch/torch_model.h"
#include "engine/torch/train/train.h"
#include "engine/weights/profile_file.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

TrainOptions tinyOptions(const fs::path& folder) {
  TrainOptions options;
  options.folder = folder;
  options.profile = demoProfile();
  options.profile.vae = {{8, 8, 8}, {0, 1, 1}, 4, 4, 1e-6};
  options.profile.unet = {{8, 16, 16}, {1, 1, 1}, {false, false, true}, 8, 8, 1e-6};
  options.pool = 2;
  options.vaeCropSteps = 20;
  options.vaeVolumeSteps = 4;
  options.cases = 5;
  options.ldmSteps = 100;
  options.validateEvery = 100;
  options.validationCases = 1;
  options.compute.amp = false;
  return options;
}

std::string bytesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class TestTrainRun : public QObject {
  Q_OBJECT

 private slots:
  void everyStageLowersItsLoss_data() {
    QTest::addColumn<int>("stage");
    for (const TrainStage stage : {TrainStage::VaePre, TrainStage::VaeMetal, TrainStage::Latents, TrainStage::Ldm})
      QTest::addRow("%s", stageName(stage).c_str()) << static_cast<int>(stage);
  }

  void everyStageLowersItsLoss() {
    QFETCH(int, stage);
    const auto current = static_cast<TrainStage>(stage);
    std::vector<TrainProgress> reports;
    train(current, tinyOptions(m_folder.path().toStdString()), [&](const TrainProgress& p) { reports.push_back(p); },
          {});
    QVERIFY(!reports.empty());
    QCOMPARE(reports.back().step, reports.back().steps);
    if (current == TrainStage::Latents) return;
    QVERIFY(reports.back().loss < 0.8 * reports.front().loss);
    if (current == TrainStage::Ldm) QVERIFY(reports.back().dice.has_value());
  }

  void theTrainedSetLoads() {
    const fs::path folder = m_folder.path().toStdString();
    const Checkpoint ldm = readCheckpoint(folder / "ldm.pt");
    QVERIFY(ldm.ema);
    const auto model = loadTorchModel(readProfile(folder / "profile.json"), readCheckpoint(folder / "vae_pre.pt"),
                                      readCheckpoint(folder / "vae_metal.safetensors"), ldm, {}, {});
    QVERIFY(model != nullptr);
  }

  void aStoppedTrainingGoesOnWithTheSameNumbers() {
    const fs::path whole = m_folder.path().toStdString();
    const fs::path parted = whole / "parted";
    fs::create_directories(parted / "train");
    for (const char* name : {"vae_pre.safetensors", "vae_metal.safetensors"}) fs::copy(whole / name, parted / name);
    fs::copy(whole / "train/latents", parted / "train/latents");
    std::stop_source source;
    const auto stopSoon = [&](const TrainProgress& p) {
      if (p.step == 50) source.request_stop();
    };
    bool cancelled = false;
    try {
      train(TrainStage::Ldm, tinyOptions(parted), stopSoon, source.get_token());
    } catch (const Cancelled&) {
      cancelled = true;
    }
    QVERIFY(cancelled);
    QVERIFY(!fs::exists(parted / "ldm.pt"));
    train(TrainStage::Ldm, tinyOptions(parted), {}, {});
    QCOMPARE(bytesOf(parted / "ldm.safetensors") == bytesOf(whole / "ldm.safetensors"), true);
  }

  void pythonReadsTheCheckpoints() {
    const QString program = QStandardPaths::findExecutable("python3", {"/usr/bin"});
    if (program.isEmpty()) QSKIP("there is no python3");
    QProcess python;
    python.start(program, {"-c",
                           "import sys\n"
                           "try:\n import torch\n"
                           "except ImportError: sys.exit(77)\n"
                           "c = torch.load(sys.argv[1], map_location='cpu')\n"
                           "assert c['epoch'] == 100, c['epoch']\n"
                           "assert set(c['ema_state']) == set(c['state_dict'])\n"
                           "print(sum(v.numel() for v in c['state_dict'].values()))\n",
                           m_folder.path() + "/ldm.pt"});
    QVERIFY(python.waitForFinished(60000));
    if (python.exitCode() == 77) QSKIP("python3-torch is not installed");
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const Checkpoint ours = readCheckpoint((m_folder.path() + "/ldm.pt").toStdString());
    QCOMPARE(python.readAllStandardOutput().trimmed().toLongLong(), ours.parameterCount());
  }

 private:
  QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTrainRun)
#include "test_train_run.moc"
