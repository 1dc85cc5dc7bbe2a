// The .npy reader's refusals, and what counts as a deviation.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/verify/golden_case.h"
#include "engine/verify/npy.h"
#include "engine/verify/stage_log.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstring>
#include <fstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

template <typename T>
std::string bytesOf(const std::vector<T>& values) {
  std::string out(values.size() * sizeof(T), '\0');
  std::memcpy(out.data(), values.data(), out.size());
  return out;
}

std::string npy(const std::string& header, const std::string& data, char version = 1) {
  std::string out("\x93NUMPY", 6);
  out += {version, '\0', static_cast<char>(header.size()), '\0'};
  if (version == 2) out += std::string(2, '\0');
  return out + header + data;
}

std::string header(const std::string& type, const std::string& shape, const std::string& fortran = "False") {
  return "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }   \n";
}

}  // namespace

class TestVerify : public QObject {
  Q_OBJECT

 private slots:
  void arraysOfEveryTypeAreRead() {
    const std::vector<double> expected{1, -2, 3};
    QCOMPARE(read(npy(header("<f4", "(3,)"), bytesOf<float>({1, -2, 3}))).values, expected);
    QCOMPARE(read(npy(header("<f8", "(3,)"), bytesOf<double>({1, -2, 3}), 2)).values, expected);
    QCOMPARE(read(npy(header("<i4", "(1, 3)"), bytesOf<std::int32_t>({1, -2, 3}))).values, expected);
    const NpyArray array = read(npy(header("<i8", "(3, 1)"), bytesOf<std::int64_t>({1, -2, 3})));
    QCOMPARE(array.values, expected);
    QCOMPARE(array.shape, (std::vector<std::int64_t>{3, 1}));
    QCOMPARE(read(npy(header("<f4", "()"), bytesOf<float>({5}))).values, std::vector<double>{5});
    QVERIFY(read(npy(header("<f4", "(0, 4)"), "")).values.empty());
  }

  void axesBecomeXFastestInAVolume() {
    const fs::path path = write(npy(header("<f4", "(1, 2, 3)"), bytesOf<float>({0, 1, 2, 3, 4, 5})));
    const Volume volume = readNpyVolume(path);
    QCOMPARE(volume.at(0, 1, 2), 5.0F);
    QCOMPARE(volume.at(0, 0, 1), 1.0F);
    QCOMPARE(readNpyTensor(path).at(0, 0, 1, 0), 3.0F);
  }

  void brokenArraysAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    const std::string three = bytesOf<float>({1, 2, 3});
    row("empty", "", ErrorCode::FileTruncated);
    row("another format", "PK\x03\x04 and so on", ErrorCode::UnknownFormat);
    row("cut in the header", npy(header("<f4", "(3,)"), three).substr(0, 30), ErrorCode::FileTruncated);
    row("cut in the data", npy(header("<f4", "(3,)"), three.substr(0, 11)), ErrorCode::FileTruncated);
    row("too long", npy(header("<f4", "(3,)"), three + "x"), ErrorCode::FileDamaged);
    row("Fortran order", npy(header("<f4", "(3,)", "True"), three), ErrorCode::FileDamaged);
    row("big-endian", npy(header(">f4", "(3,)"), three), ErrorCode::FileDamaged);
    row("objects", npy(header("|O", "(3,)"), three), ErrorCode::FileDamaged);
    row("negative shape", npy(header("<f4", "(-3,)"), three), ErrorCode::FileDamaged);
    row("huge shape", npy(header("<f4", "(2000000000, 2000000000, 2000000000)"), three), ErrorCode::FileDamaged);
    row("overflowing shape", npy(header("<f4", "(99999999999999999999,)"), three), ErrorCode::FileDamaged);
    row("no shape", npy("{'descr': '<f4', 'fortran_order': False}", three), ErrorCode::FileDamaged);
    row("version 9", npy(header("<f4", "(3,)"), three, 9), ErrorCode::FileDamaged);
  }

  void brokenArraysAreRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    try {
      (void)read(bytes.toStdString());
      QFAIL("a broken array was read");
    } catch (const Error& e) {
      QCOMPARE(static_cast<int>(e.code()), code);
    }
  }

  void deviationsNeverHideWhatCannotBeCompared() {
    const std::vector<float> a{1, 2, 3}, nan{1, std::nanf(""), 3}, shorter{1, 2};
    QCOMPARE(maxAbsDifference(a, std::vector<float>{1, 2.5F, 3}), 0.5);
    QVERIFY(std::isinf(maxAbsDifference(a, nan)) && std::isinf(maxAbsDifference(a, shorter)));
    QVERIFY(std::isinf(maxAbsDifference(Tensor4({1, 2, 3, 1}), Tensor4({1, 3, 2, 1}))));
    QVERIFY((StageDeviation{"", 1, 1, 0}.passed()));
    QVERIFY((!StageDeviation{"", 1.01, 1, 0}.passed()));
    QVERIFY((!StageDeviation{"", std::nan(""), 1, 0}.passed()));
  }

  void theLogReportsEachStageAndStops() {
    std::stop_source source;
    const std::stop_token stop = source.get_token();
    std::vector<std::string> seen;
    const StageObserver observer = [&](const StageDeviation& d) { seen.push_back(d.stage); };
    StageLog log(observer, stop);
    log.add("one", 0, 0);
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, log.add("two", 0, 0));
    QCOMPARE(seen, std::vector<std::string>{"one"});
  }

  void aFolderThatIsNoCaseIsRefused() {
    for (const char* config : {"", "not json", "{}", R"({"name": "x", "checkpoints": [], "runs": []})"}) {
      std::ofstream(folder() / "config.json") << config;
      QVERIFY_THROWS_EXCEPTION(Error, readGoldenCase(folder()));
    }
    QVERIFY_THROWS_EXCEPTION(Error, readGoldenCase(folder() / "absent"));
    QCOMPARE(stepFile("eps", 7), std::string("eps_007.npy"));
    QCOMPARE(stepFile("eps", 1234), std::string("eps_1234.npy"));
  }

 private:
  fs::path folder() const { return m_dir.path().toStdString(); }
  fs::path write(const std::string& bytes) const {
    const fs::path path = folder() / "array.npy";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  NpyArray read(const std::string& bytes) const { return readNpy(write(bytes)); }

  QTemporaryDir m_dir;
};

QTEST_APPLESS_MAIN(TestVerify)
#include "test_verify.moc"
