// Reading and writing weights: values against what Python wrote, names against the reference, files against Python
// itself.
#include "engine/core/error.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/crc32.h"
#include "engine/weights/describe.h"
#include "engine/weights/half_float.h"
#include "engine/weights/network_keys.h"
#include "engine/weights/profile_file.h"
#include "engine/weights/weight_files.h"

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <fstream>
#include <functional>
#include <limits>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

const fs::path kFixtures = HIPWRIGHT_FIXTURES_DIR;
const fs::path kGolden = HIPWRIGHT_GOLDEN_DIR;

std::span<const std::byte> bytesOf(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

NamedTensors someTensors() {
  NamedTensors tensors;
  tensors["layer.weight"] = {{2, 3}, {0, -1.5F, 2.25F, 1e-3F, 65519, -0.1F}};
  tensors["layer.bias"] = {{2}, {1, 2}};
  tensors["scalar"] = {{}, {7}};
  tensors["empty"] = {{0, 4}, {}};
  return tensors;
}

NamedTensors doubled(NamedTensors tensors) {
  for (auto& [name, tensor] : tensors)
    for (float& v : tensor.values) v *= 2;
  return tensors;
}

void compare(const StateDict& got, const NamedTensors& want, bool asHalf = false) {
  QCOMPARE(got.size(), want.size());
  for (const auto& [name, tensor] : want) {
    QVERIFY2(got.contains(name), name.c_str());
    QCOMPARE(got.at(name).shape, tensor.shape);
    const auto values = got.at(name).toFloats();
    QCOMPARE(values.size(), tensor.values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      QCOMPARE(values[i], asHalf ? floatFromHalf(halfFromFloat(tensor.values[i])) : tensor.values[i]);
  }
}

std::string tableOf(const Checkpoint& checkpoint, const ParameterShapes& expected) {
  try {
    checkParameters(checkpoint, expected);
  } catch (const Error& e) {
    return e.code() == ErrorCode::CheckpointMismatch ? e.values().at("table") : "another error";
  }
  return {};
}

std::int64_t parametersIn(const ParameterShapes& shapes) {
  std::int64_t sum = 0;
  for (const auto& [name, shape] : shapes) {
    std::int64_t count = 1;
    for (const auto n : shape) count *= n;
    sum += count;
  }
  return sum;
}

}  // namespace

class TestWeights : public QObject {
  Q_OBJECT

 private slots:
  void checksumsAreThoseOfZip() {
    QCOMPARE(crc32(0, bytesOf("123456789")), 0xCBF43926U);
    const std::string text(1000, 'x');
    const std::uint32_t whole = crc32(0, bytesOf(text));
    for (const std::size_t cut : {1U, 15U, 16U, 17U, 999U})
      QCOMPARE(crc32(crc32(0, bytesOf(text).first(cut)), bytesOf(text).subspan(cut)), whole);
  }

  void everyHalfSurvivesTheRoundTrip() {
    for (unsigned bits = 0; bits < 0x10000; ++bits) {
      const float value = floatFromHalf(static_cast<std::uint16_t>(bits));
      if (std::isnan(value))
        QVERIFY(std::isnan(floatFromHalf(halfFromFloat(value))));
      else
        QCOMPARE(halfFromFloat(value), static_cast<std::uint16_t>(bits));
    }
  }

  void halvesRoundToNearestEven() {
    QCOMPARE(halfFromFloat(2049.0F), halfFromFloat(2048.0F));  // a tie goes to the even neighbour
    QCOMPARE(halfFromFloat(2051.0F), halfFromFloat(2052.0F));
    QCOMPARE(halfFromFloat(65519.0F), std::uint16_t{0x7BFF});
    QCOMPARE(halfFromFloat(65520.0F), std::uint16_t{0x7C00});
    QCOMPARE(halfFromFloat(std::ldexp(1.0F, -25)), std::uint16_t{0});
    QCOMPARE(halfFromFloat(std::ldexp(1.5F, -25)), std::uint16_t{1});
  }

  void valuesArePythonsValues() {
    std::ifstream in(kFixtures / "expected.json");
    const auto expected = nlohmann::json::parse(in);
    QVERIFY(expected.size() >= 8);
    for (const auto& [file, tensors] : expected.items()) {
      const Checkpoint checkpoint = readCheckpoint(kFixtures / file);
      QCOMPARE(checkpoint.weights.size(), tensors.size());
      for (const auto& [name, tensor] : tensors.items()) {
        const auto found = checkpoint.weights.find(name);
        QVERIFY2(found != checkpoint.weights.end(), (file + ": " + name).c_str());
        QCOMPARE(found->second.shape, tensor["shape"].get<std::vector<std::int64_t>>());
        const auto values = tensor["values"].get<std::vector<double>>();
        const auto got = found->second.toFloats();
        QCOMPARE(got.size(), values.size());
        for (std::size_t i = 0; i < got.size(); ++i) QCOMPARE(got[i], static_cast<float>(values[i]));
      }
    }
  }

  void typesAreKept() {
    const Checkpoint c = readCheckpoint(kFixtures / "all_types.pt");
    const std::map<std::string, ScalarType> types = {{"double", ScalarType::Float64}, {"float", ScalarType::Float32},
                                                     {"half", ScalarType::Float16},   {"bfloat", ScalarType::BFloat16},
                                                     {"int64", ScalarType::Int64},    {"int32", ScalarType::Int32},
                                                     {"int16", ScalarType::Int16},    {"int8", ScalarType::Int8},
                                                     {"uint8", ScalarType::UInt8},    {"bool", ScalarType::Bool}};
    for (const auto& [name, type] : types) QCOMPARE(c.weights.at(name).type, type);
    QVERIFY(c.weights.at("channels_last").strides != std::vector<std::int64_t>({24, 8, 4, 2, 1}));
    QCOMPARE(c.weights.at("view").storage.data(), c.weights.at("transposed").storage.data());
    QCOMPARE(c.scaleFactor, 1.25);
    QCOMPARE(c.weights.at("double").toDouble(), 1.0 / 3);
  }

  void trainingExtrasAreReadPast() {
    const Checkpoint c = readCheckpoint(kFixtures / "training.pt");
    QVERIFY(!c.ema);
    QCOMPARE(c.scaleFactor, 0.75);
    QCOMPARE(c.globalMean, -0.5);
    QCOMPARE(c.epoch, 41);
    QCOMPARE(c.metrics.at("best"), 0.125);
    QCOMPARE(c.metrics.at("best32"), 0.5);
    QCOMPARE(c.metrics.at("count"), 12.0);
    QCOMPARE(c.metrics.at("long"), 1099511627776.0);
    QCOMPARE(c.others.at("big"), std::string("1208925819614629174706176"));
    QCOMPARE(c.others.at("negative"), std::string("-1180591620717411303424"));
    QCOMPARE(c.others.at("note"), std::string("\"naïve 髋\""));
    QCOMPARE(c.others.at("args"), std::string("an object of argparse.Namespace, not read"));
    QCOMPARE(c.others.at("nothing"), std::string("None"));
    QCOMPARE(c.others.at("flag"), std::string("True"));
    QCOMPARE(c.others.at("7"), std::string("\"int key\""));
    QCOMPARE(c.others.at("optimizer"), std::string("a dictionary of 2"));
  }

  void emaWeightsArePreferred() {
    QVERIFY(readCheckpoint(kFixtures / "ema.pt").ema);
    QVERIFY(!readCheckpoint(kFixtures / "bare.pt").ema);
  }

  void olderNamesAreTranslated() {
    const Checkpoint c = readCheckpoint(kFixtures / "older_names.pt");
    QVERIFY(c.olderNames);
    QCOMPARE(c.kind, NetworkKind::DiffusionUnet);
    QCOMPARE(c.weights.at("middle_block.attention.attn.to_q.weight").toFloats().front(), 2.0F);
    QCOMPARE(c.weights.at("middle_block.attention.attn.out_proj.weight").toFloats().front(), 3.0F);
    QCOMPARE(c.weights.at("up_blocks.0.upsampler.postconv.conv.weight").toFloats().front(), 4.0F);
    QVERIFY(c.weights.contains("down_blocks.0.downsampler.op.conv.weight"));
  }

  void goldenCheckpointsFitTheirProfiles() {
    for (const char* name : {"case_A", "case_B"}) {
      const ModelProfile profile = readProfile(kGolden / name / "profile.json");
      for (const char* file : {"vae_pre.pt", "vae_metal.pt"}) {
        const Checkpoint vae = readCheckpoint(kGolden / name / file);
        QCOMPARE(vae.kind, NetworkKind::Autoencoder);
        QVERIFY(vae.scaleFactor && vae.globalMean && vae.epoch && vae.metrics.contains("val_l1"));
        QCOMPARE(tableOf(vae, autoencoderParameters(profile.vae)), std::string());
      }
      const Checkpoint ldm = readCheckpoint(kGolden / name / "ldm.pt");
      QCOMPARE(ldm.kind, NetworkKind::DiffusionUnet);
      QCOMPARE(ldm.ema, std::string(name) == "case_A");
      QCOMPARE(tableOf(ldm, unetParameters(profile.vae, profile.unet)), std::string());
    }
  }

  void fullSizeNetworksHaveTheReferencesParameters() {
    const ModelProfile profile;
    ParameterShapes vae = autoencoderParameters(profile.vae);
    ParameterShapes unet = unetParameters(profile.vae, profile.unet);
    QCOMPARE(vae.size(), std::size_t{130});
    QCOMPARE(unet.size(), std::size_t{270});
    QCOMPARE(parametersIn(vae), 5'254'177);
    QCOMPARE(parametersIn(unet), 41'325'828);
    std::ifstream list(kFixtures / "full_size_keys.txt");
    std::size_t compared = 0;
    for (std::string name, type, shape;
         std::getline(list, name, '\t') && std::getline(list, type, '\t') && std::getline(list, shape);) {
      const auto found = vae.contains(name) ? vae.find(name) : unet.find(name);
      QVERIFY2(found != unet.end(), name.c_str());
      QCOMPARE(QString::fromStdString(shapeText(found->second)), QString::fromStdString(shape));
      ++compared;
    }
    QCOMPARE(compared, std::size_t{400});
  }

  void mismatchIsATableThatNamesTheNetwork() {
    Checkpoint vae = readCheckpoint(kGolden / "case_A" / "vae_pre.pt");
    const std::string table = tableOf(vae, autoencoderParameters(VaeProfile{}));
    QVERIFY(table.starts_with("of another shape (12"));
    QVERIFY(table.find("needs [128, 4, 3, 3, 3]") != std::string::npos &&
            table.find("has [32, 4, 3, 3, 3]") != std::string::npos);
    QVERIFY(table.find(" more\n") != std::string::npos);
    QVERIFY(
        table.ends_with("The checkpoint looks like an autoencoder with channels 8, 16, 32, residual blocks 2, 2, 2 and "
                        "4 latent channels."));
    const ModelProfile profile;
    const std::string wrongKind = tableOf(vae, unetParameters(profile.vae, profile.unet));
    QVERIFY(wrongKind.find("missing from the checkpoint (270)") != std::string::npos);
    QVERIFY(wrongKind.find("unexpected in the checkpoint (130)") != std::string::npos);
    vae.weights.erase("encoder.blocks.0.conv.bias");
    const auto golden = readProfile(kGolden / "case_A" / "profile.json");
    QVERIFY(tableOf(vae, autoencoderParameters(golden.vae)).find("encoder.blocks.0.conv.bias  needs [8]") !=
            std::string::npos);
  }

  void writtenFilesReadBack_data() {
    QTest::addColumn<bool>("half");
    QTest::newRow("float32") << false;
    QTest::newRow("float16") << true;
  }

  void writtenFilesReadBack() {
    QFETCH(const bool, half);
    const auto precision = half ? StoredPrecision::Float16 : StoredPrecision::Float32;
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "髋.bin";
    writeTorchCheckpoint(path, someTensors(), {0.1, -2.5, 3'000'000'000, {{"val_l1", 0.02}}, {}}, precision);
    const Checkpoint torch = readCheckpoint(path);
    QVERIFY(torch.format == CheckpointFormat::TorchZip && !torch.ema);
    QCOMPARE(torch.scaleFactor, 0.1);
    QCOMPARE(torch.globalMean, -2.5);
    QCOMPARE(torch.epoch, 3'000'000'000);
    QCOMPARE(torch.metrics.at("val_l1"), 0.02);
    compare(torch.weights, someTensors(), half);
    for (const auto& [name, tensor] : torch.weights)
      QCOMPARE(reinterpret_cast<std::uintptr_t>(tensor.storage.data()) % 64, 0U);

    CheckpointExtras extras;
    extras.ema = doubled(someTensors());
    writeTorchCheckpoint(path, someTensors(), extras, precision);
    QVERIFY(readCheckpoint(path).ema);
    compare(readCheckpoint(path).weights, doubled(someTensors()), half);

    NamedTensors both = someTensors();
    for (const auto& [name, tensor] : someTensors()) both["ema_state." + name] = doubled(someTensors()).at(name);
    writeSafetensors(path, both, {{"scale_factor", "0.1"}, {"epoch", "7"}, {"license", "none"}}, precision);
    const Checkpoint safe = readCheckpoint(path);
    QVERIFY(safe.format == CheckpointFormat::Safetensors && safe.ema);
    QCOMPARE(safe.scaleFactor, 0.1);
    QCOMPARE(safe.epoch, 7);
    QCOMPARE(safe.others.at("license"), std::string("none"));
    compare(safe.weights, doubled(someTensors()), half);
  }

  void aFailedWriteSaysWhy() {
    const QTemporaryDir folder;
    const auto absent = std::filesystem::path(folder.path().toStdString()) / "absent" / "weights";
    const auto reasonOf = [&](const std::function<void()>& write) {
      try {
        write();
      } catch (const Error& error) {
        return error.code() == ErrorCode::FileUnwritable ? error.values().at("reason") : std::string("another code");
      }
      return std::string("none");
    };
    const std::string reason = "there is no such folder";
    QCOMPARE(reasonOf([&] { writeTorchCheckpoint(absent, someTensors(), {}, StoredPrecision::Float32); }), reason);
    QCOMPARE(reasonOf([&] { writeSafetensors(absent, someTensors(), {}, StoredPrecision::Float32); }), reason);
  }

  void pythonReadsWhatWeWrite() {
    const QString python = QStandardPaths::findExecutable("python3", {"/usr/bin"});
    QTemporaryDir folder;
    QStringList files;
    for (const auto precision : {StoredPrecision::Float32, StoredPrecision::Float16}) {
      const QString path = folder.filePath(QString::number(files.size()) + ".pt");
      files << path << path + ".plain";
      // The restricted loader of torch 1.13 knows no real numbers outside of tensors, so the second file has none.
      writeTorchCheckpoint(path.toStdString(), someTensors(), {0.5, -1.25, 9, {}, doubled(someTensors())}, precision);
      writeTorchCheckpoint((path + ".plain").toStdString(), someTensors(), {{}, {}, 9, {}, doubled(someTensors())},
                           precision);
    }
    const QString script = QStringLiteral(
        "import sys, zipfile\n"
        "try: import torch\n"
        "except ImportError: sys.exit(77)\n"
        "for file in sys.argv[1:]:\n"
        "    assert zipfile.ZipFile(file).testzip() is None\n"
        "    c = torch.load(file, weights_only=file.endswith('plain'))\n"
        "    w, e = c['state_dict'], c['ema_state']\n"
        "    assert c['epoch'] == 9 and c.get('scale_factor', 0.5) == 0.5\n"
        "    assert w['layer.weight'].shape == (2, 3) and w['scalar'].shape == () and w['empty'].shape == (0, 4)\n"
        "    assert w['layer.bias'].tolist() == [1, 2] and e['layer.bias'].tolist() == [2, 4]\n"
        "    assert torch.equal(w['layer.weight'].float(), torch.tensor([[0, -1.5, 2.25], [1e-3, 65519, -0.1]])"
        ".to(w['layer.weight'].dtype).float())\n");
    const int result = python.isEmpty() ? 77 : QProcess::execute(python, QStringList{"-c", script} + files);
    if (result == 77) QSKIP("there is no python3 with torch");
    QCOMPARE(result, 0);
  }

  void descriptionSaysWhatIsInside() {
    const CheckpointDescription d = describe(readCheckpoint(kGolden / "case_A" / "vae_pre.pt"));
    QCOMPARE(d.kind, std::string("autoencoder"));
    QCOMPARE(d.tensors.size(), std::size_t{130});
    QCOMPARE(d.types.at("float32"), 130);
    const std::string text = toText(d);
    for (const char* part :
         {"kind:         autoencoder\n", "channels 8, 16, 32", "scale factor: ", "epoch: ", "val_psnr: "})
      QVERIFY2(text.find(part) != std::string::npos, part);
    QVERIFY(tensorListing(d).find("[8, 1, 3, 3, 3]\n") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestWeights)
#include "test_weights.moc"
