// Replays the fuzzers' corpora with any compiler: what a fuzzer once found stays fixed.
#include "tests/fuzz/fuzz_targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace hipwright::test;

class TestFuzzCorpora : public QObject {
  Q_OBJECT

 private slots:
  void everyInputIsReadOrRefused_data() {
    QTest::addColumn<std::size_t>("target");
    for (std::size_t i = 0; i < fuzzTargets().size(); ++i) QTest::newRow(fuzzTargets()[i].name.data()) << i;
  }

  void everyInputIsReadOrRefused() {
    QFETCH(std::size_t, target);
    const FuzzTarget& fuzzed = fuzzTargets()[target];
    const QDir folder(QStringLiteral(HIPWRIGHT_FUZZ_CORPUS "/") + QString::fromLatin1(fuzzed.name.data()));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.size() >= 3);
    for (const QString& name : names) {
      QFile file(folder.filePath(name));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray bytes = file.readAll();
      fuzzed.read(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
      for (qsizetype cut = 0; cut < bytes.size(); cut += 1 + bytes.size() / 64)
        fuzzed.read(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(cut))));
    }
  }
};

QTEST_APPLESS_MAIN(TestFuzzCorpora)
#include "test_fuzz_corpora.moc"
