// What must not be read: hostile, damaged, foreign and oversized files. Each is refused by name, and quickly.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/little_endian.h"
#include "engine/weights/weight_files.h"
#include "engine/weights/zip_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>
#include <sstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

const fs::path kFixtures = HIPWRIGHT_FIXTURES_DIR;

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void store(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// "Name: what" of the error, or "read" if there is none.
std::string outcomeOf(const fs::path& path) {
  try {
    readCheckpoint(path);
    return "read";
  } catch (const Error& e) {
    return std::string(errorName(e.code())) + ": " + e.what();
  }
}

using Numbers = std::map<std::string, std::vector<float>>;

Numbers numbersOf(const Checkpoint& checkpoint) {
  Numbers out;
  for (const auto& [name, tensor] : checkpoint.weights) out[name] = tensor.toFloats();
  return out;
}

std::string zipWith(const std::string& pickle, const std::string& data = {}) {
  std::ostringstream out;
  ZipWriter zip(out);
  zip.add("x/data.pkl", pickle);
  if (!data.empty()) zip.add("x/data/0", data);
  zip.finish();
  return out.str();
}

std::string shortText(const std::string& text) {
  std::string out;
  out += 'X';
  appendLittle(out, static_cast<std::uint32_t>(text.size()));
  return out.append(text);
}

std::string number(std::int32_t value) {
  std::string out = "J";
  appendLittle(out, value);
  return out;
}

/// A checkpoint with one tensor "w" of four floats, with these offset, shape and strides.
std::string oneTensor(const std::string& offset, const std::string& shape, const std::string& strides,
                      const std::string& count = number(4), const std::string& data = std::string(16, '\0')) {
  return zipWith("\x80\x02}" + shortText("w") + "ctorch._utils\n_rebuild_tensor_v2\n((" + shortText("storage") +
                     "ctorch\nFloatStorage\n" + shortText("0") + shortText("cpu") + count + "tQ" + offset + "(" +
                     shape + "t(" + strides + "t\x89NtRs.",
                 data);
}

std::string safetensors(const std::string& header, const std::string& data) {
  std::string out;
  appendLittle(out, static_cast<std::uint64_t>(header.size()));
  return out + header + data;
}

}  // namespace

class TestWeightsRefusals : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  fs::path file() const { return fs::path(m_folder.path().toStdString()) / "file.bin"; }

  std::string outcomeOfBytes(const std::string& bytes) const {
    store(file(), bytes);
    return outcomeOf(file());
  }

  /// Mutates a good file; each mutant must be refused or give the same numbers.
  void mutate(const std::string& good, int rounds) const {
    store(file(), good);
    const Numbers right = numbersOf(readCheckpoint(file()));
    const std::uint64_t memoryBefore = platform::peakMemory();
    std::mt19937 random(1);
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
      std::string bytes = good;
      const std::size_t at = random() % bytes.size();
      if (i % 3 == 0)
        bytes.resize(at);
      else
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      store(file(), bytes);
      try {
        const Checkpoint read = readCheckpoint(file());
        const Numbers got = numbersOf(read);
        QVERIFY2(got == right, ("mutation " + std::to_string(i)).c_str());
      } catch (const Error& e) {
        QVERIFY(e.kind() == ErrorKind::Input);
        ++refused;
      }
    }
    QVERIFY2(refused > rounds / 2, std::to_string(refused).c_str());
    QVERIFY(platform::peakMemory() < memoryBefore + (std::uint64_t{64} << 20));
  }

 private slots:
  void filesAreRefusedByName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* start, const char* part) {
      QTest::newRow(name) << name << start << part;
    };
    row("hostile_top.pt", "UnsafePickle", "posix.system");
    row("hostile_tensor.pt", "UnsafePickle", "posix.system for state_dict.layer.weight");
    row("own_class.pt", "UnsafePickle", "__main__.OwnDict");
    row("complex.pt", "UnsafePickle", "ComplexFloatStorage");
    row("sparse.pt", "UnsafePickle", "_rebuild_sparse_tensor");
    row("legacy.pt", "LegacyCheckpoint", "before 1.6");
    row("torchscript.pt", "BadCheckpoint", "TorchScript");
    row("bare_pickle.pt", "UnknownFormat", "bare Python pickle");
    row("expected.json", "UnknownFormat", "neither");
    row("absent.pt", "FileNotFound", "absent.pt");
  }

  void filesAreRefusedByName() {
    QFETCH(const QString, name);
    QFETCH(const QString, start);
    QFETCH(const QString, part);
    const QString outcome = QString::fromStdString(outcomeOf(kFixtures / name.toStdString()));
    QVERIFY2(outcome.startsWith(start) && outcome.contains(part), qPrintable(outcome));
  }

  void hostileExtrasDoNothing() {
    const Checkpoint c = readCheckpoint(kFixtures / "hostile_extra.pt");
    QCOMPARE(c.others.at("extra"), std::string("an object of posix.system, not read"));
    QVERIFY(!fs::exists("HIPWRIGHT_PICKLE_RAN"));
  }

  void picklesThatAskForMore_data() {
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char* name, const std::string& pickle, const char* outcome) {
      QTest::newRow(name) << QByteArray(pickle.data(), static_cast<int>(pickle.size())) << outcome;
    };
    row("extension registry", "\x80\x02\x82\x01.", "UnsafePickle");
    row("class of protocol 0", "(S'ls'\nios\nsystem\n.", "UnsafePickle");
    row("text persistent id", "Pfile\n.", "UnsafePickle");
    row("unknown persistent id", "\x80\x02}\x85Q.", "UnsafePickle");
    row("protocol 5", "\x80\x05}.", "UnsafePickle");
    row("call of a number", std::string("\x80\x02K\x01)R."), "UnsafePickle");
    row("empty program", "", "BadCheckpoint");
    row("stack underflow", "\x80\x02.", "BadCheckpoint");
    row("memo of nothing", "\x80\x02h\x05.", "BadCheckpoint");
    row("items without mark", "\x80\x02}u.", "BadCheckpoint");
    row("list in itself", "\x80\x02]q" + std::string(1, '\0') + "h" + std::string(1, '\0') + "a.", "BadCheckpoint");
    row("text longer than the file", "\x80\x02X\xff\xff\xff\x7fhi.", "BadCheckpoint");
    row("no dictionary", "\x80\x02N.", "BadCheckpoint");
    row("no weights", "\x80\x02}.", "BadCheckpoint");
    row("ten thousand marks", "\x80\x02" + std::string(10000, '(') + ".", "BadCheckpoint");
    row("two million lists", "\x80\x02" + std::string(2'000'000, ']') + ".", "BadCheckpoint");
    row("two million copies", "\x80\x02]" + std::string(2'000'000, '2') + ".", "BadCheckpoint");
  }

  void picklesThatAskForMore() {
    QFETCH(const QByteArray, pickle);
    QFETCH(const QString, outcome);
    const QString got = QString::fromStdString(outcomeOfBytes(zipWith(pickle.toStdString())));
    QVERIFY2(got.startsWith(outcome), qPrintable(got));
  }

  void tensorsMustLieInTheirStorage() {
    const auto good = oneTensor(number(0), number(2) + number(2), number(2) + number(1));
    QCOMPARE(outcomeOfBytes(good), std::string("read"));
    const auto refused = [&](const std::string& bytes, const char* why) {
      const std::string outcome = outcomeOfBytes(bytes);
      QVERIFY2(outcome.starts_with("BadCheckpoint") || outcome.starts_with("FileDamaged"), outcome.c_str());
      QVERIFY2(outcome.find(why) != std::string::npos, outcome.c_str());
    };
    const std::string most = number(INT32_MAX);
    refused(oneTensor(number(1), number(2) + number(2), number(2) + number(1)), "beyond its data");
    refused(oneTensor(number(-1), number(2), number(1)), "negative");
    refused(oneTensor(number(0), number(2), number(-1)), "negative");
    refused(oneTensor(number(0), most + most + most, most + most + most), "impossibly large");
    refused(oneTensor(number(0), most, number(0)), "repeats");
    refused(oneTensor(number(0), number(2) + number(2), number(1)), "stride");
    refused(oneTensor(number(0), number(2), number(1), number(5)), "another length");
    refused(oneTensor(number(0), number(2), number(1), number(4), std::string(15, 'x')), "another length");
    refused(zipWith("\x80\x02N."), "not a dictionary");
  }

  void archivesAreChecked() {
    const std::string good = contentOf(kFixtures / "bare.pt");
    const auto refused = [&](const std::string& bytes, const char* why) {
      const std::string outcome = outcomeOfBytes(bytes);
      QVERIFY2(outcome.find(why) != std::string::npos, outcome.c_str());
    };
    const auto changed = [&](std::size_t at, const std::string& by) {
      return std::string(good).replace(at, by.size(), by);
    };
    const std::size_t row = good.find("PK\x01\x02");
    const std::size_t nextRow = good.find("PK\x01\x02", row + 1);
    refused(changed(8, "\x08").replace(row + 10, 1, "\x08"), "compressed");
    refused(changed(row + 10, "\x08"), "differs from the table");
    refused(changed(row + 16, "abcd"), "checksum");
    refused(changed(nextRow + 42, good.substr(row + 42, 4)), "differs from the table");
    refused(changed(row + 42, std::string(4, '\x7f')), "not where the table");
    refused(changed(row + 20, std::string(4, '\x7f')), "beyond the end");
    refused(good.substr(0, good.size() - 1), "cut short");

    std::ostringstream out;
    ZipWriter zip(out);
    zip.add("x/data.pkl", "\x80\x02}.");
    zip.add("x/data.pkl", "\x80\x02}.");
    zip.finish();
    refused(out.str(), "stands in it twice");

    std::ostringstream big;
    ZipWriter foreign(big);
    foreign.add("x/data.pkl", "\x80\x02}.");
    foreign.add("x/byteorder", "big");
    foreign.finish();
    refused(big.str(), "byte order");
    std::ostringstream empty;
    ZipWriter(empty).finish();
    refused(empty.str(), "neither");
  }

  void entriesMustNotOverlap() {
    // The first entry is stretched over the header of the second, in both places where its size stands.
    std::string bytes = zipWith("\x80\x02}.", std::string(16, 'x'));
    const std::size_t row = bytes.find("PK\x01\x02");
    const std::string longer = std::string("\x50\0\0\0", 4);
    for (const std::size_t at : {std::size_t{18}, std::size_t{22}, row + 20, row + 24}) bytes.replace(at, 4, longer);
    QVERIFY2(outcomeOfBytes(bytes).find("overlap") != std::string::npos, outcomeOfBytes(bytes).c_str());
  }

  void safetensorsAreChecked() {
    const std::string data(16, '\0');
    const auto row = [](const std::string& fields) { return "{\"w\":{" + fields + "}}"; };
    const std::string good = R"("dtype":"F32","shape":[2,2],"data_offsets":[0,16])";
    QCOMPARE(outcomeOfBytes(safetensors(row(good), data)), std::string("read"));
    const auto refused = [&](const std::string& bytes, const char* start) {
      const std::string outcome = outcomeOfBytes(bytes);
      QVERIFY2(outcome.starts_with(start), outcome.c_str());
    };
    refused(safetensors(row(good), data.substr(1)), "FileTruncated");
    refused(safetensors(row(good), data + "x"), "BadCheckpoint");
    refused(safetensors(row(R"("dtype":"F32","shape":[2,3],"data_offsets":[0,16])"), data), "BadCheckpoint");
    refused(safetensors(row(R"("dtype":"C64","shape":[2],"data_offsets":[0,16])"), data), "BadCheckpoint");
    refused(safetensors(row(R"("dtype":"F32","shape":[-4],"data_offsets":[0,16])"), data), "BadCheckpoint");
    refused(safetensors(row(R"("dtype":"F32","shape":[4],"data_offsets":[16,0])"), data), "BadCheckpoint");
    refused(safetensors(row(R"("dtype":"F32","shape":[9223372036854775807,9],"data_offsets":[0,16])"), data),
            "BadCheckpoint");
    refused(safetensors("{\"w\":{" + good + "},\"w\":{" + good + "}}", data), "BadCheckpoint");
    refused(safetensors("{\"v\":{" + good + "},\"w\":{" + good + "}}", data), "BadCheckpoint");
    refused(safetensors("{\"a\":" + std::string(100000, '['), ""), "BadCheckpoint");
    refused(safetensors("{}", ""), "BadCheckpoint");
    refused(std::string("\xff\xff\xff\xff\0\0\0\0{", 9), "BadCheckpoint");
  }

  void scaleOfZeroIsRefused() {
    writeTorchCheckpoint(file(), {{"w", {{1}, {1}}}}, {0.0, {}, {}, {}, {}}, StoredPrecision::Float32);
    QVERIFY(outcomeOf(file()).find("scale_factor is 0") != std::string::npos);
  }

  void damagedTorchFilesNeverGiveWrongNumbers() {
    mutate(contentOf(kFixtures / "bare.pt"), 900);
    mutate(contentOf(kFixtures / "training.pt"), 600);
  }

  void damagedSafetensorsNeverGiveWrongNumbers() {
    NamedTensors tensors;
    tensors["layer.weight"] = {{8, 8}, std::vector<float>(64, 0.25F)};
    tensors["layer.bias"] = {{8}, std::vector<float>(8, -1)};
    writeSafetensors(file(), tensors, {{"scale_factor", "0.5"}}, StoredPrecision::Float32);
    mutate(contentOf(file()), 900);
  }
};

QTEST_APPLESS_MAIN(TestWeightsRefusals)
#include "test_weights_refusals.moc"
