// Replays the fuzzers' corpora with any compiler: what a fuzzer once found stays fixed. Then a short run of its own,
// the same on every machine: inputs of the corpus with some bytes changed.
#include "tests/fuzz/fuzz_targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <array>
#include <random>

using namespace hipwright::test;

namespace {

constexpr int kMutants = 1200;  // of each reader

QList<QByteArray> corpusOf(const FuzzTarget& fuzzed) {
  const QDir folder(QStringLiteral(HIPWRIGHT_FUZZ_CORPUS "/") + QString::fromLatin1(fuzzed.name.data()));
  QList<QByteArray> all;
  for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::ReadOnly)) all.push_back(file.readAll());
  }
  return all;
}

void read(const FuzzTarget& fuzzed, const QByteArray& bytes, qsizetype size) {
  fuzzed.read(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(size))));
}

/// Some bytes changed, left out or doubled. Only the generator's own numbers are used: distributions differ by library.
QByteArray mutant(QByteArray bytes, std::mt19937& random) {
  static constexpr std::array<unsigned char, 6> kTelling = {0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff};
  for (unsigned changes = 1 + random() % 4; changes > 0 && !bytes.isEmpty(); --changes) {
    const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
    const qsizetype piece = 1 + static_cast<qsizetype>(random() % 8);
    switch (random() % 6) {
      case 0: bytes[at] = static_cast<char>(random()); break;
      case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8)); break;
      case 2: bytes.remove(at, piece); break;
      case 3: bytes.insert(at, bytes.mid(at, piece)); break;
      default: bytes[at] = static_cast<char>(kTelling[random() % kTelling.size()]);
    }
  }
  return bytes;
}

}  // namespace

class TestFuzzCorpora : public QObject {
  Q_OBJECT

 private slots:
  void everyInputIsReadOrRefused_data() { everyTarget(); }

  void everyInputIsReadOrRefused() {
    QFETCH(std::size_t, target);
    const QList<QByteArray> corpus = corpusOf(fuzzTargets()[target]);
    QVERIFY(corpus.size() >= 3);
    for (const QByteArray& bytes : corpus) {
      read(fuzzTargets()[target], bytes, bytes.size());
      for (qsizetype cut = 0; cut < bytes.size(); cut += 1 + bytes.size() / 64) read(fuzzTargets()[target], bytes, cut);
    }
  }

  void everyMutantIsReadOrRefused_data() { everyTarget(); }

  void everyMutantIsReadOrRefused() {
    QFETCH(std::size_t, target);
    const QList<QByteArray> corpus = corpusOf(fuzzTargets()[target]);
    QVERIFY(!corpus.isEmpty());
    std::mt19937 random(20260131);
    for (int i = 0; i < kMutants; ++i) {
      const QByteArray bytes = mutant(corpus[i % corpus.size()], random);
      read(fuzzTargets()[target], bytes, bytes.size());
    }
  }

 private:
  static void everyTarget() {
    QTest::addColumn<std::size_t>("target");
    for (std::size_t i = 0; i < fuzzTargets().size(); ++i) QTest::newRow(fuzzTargets()[i].name.data()) << i;
  }
};

QTEST_APPLESS_MAIN(TestFuzzCorpora)
#include "test_fuzz_corpora.moc"
