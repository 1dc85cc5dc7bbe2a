// SHA-256 against the vectors of NIST, in one piece and in many.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/sha256.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <fstream>
#include <vector>

using namespace hipwright;

class TestSha256 : public QObject {
  Q_OBJECT

 private slots:
  void nistVectors_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("digest");
    QTest::newRow("empty") << QString() << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("abc") << "abc"
                         << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QTest::newRow("56 bytes: the length needs a second block")
        << "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
        << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
    QTest::newRow("112 bytes") << "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmn"
                                  "opqrlmnopqrsmnopqrstnopqrstu"
                               << "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1";
    QTest::newRow("a million a") << QString(1'000'000, 'a')
                                 << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
  }

  void nistVectors() {
    QFETCH(QString, text);
    QFETCH(QString, digest);
    QCOMPARE(sha256OfText(text.toStdString()), digest.toStdString());
  }

  void piecesOfAnySizeGiveTheSameDigest() {
    std::vector<std::byte> bytes(1000);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * 7);
    Sha256 whole;
    whole.add(bytes);
    for (std::size_t piece = 1; piece <= 200; ++piece) {
      Sha256 parts;
      for (std::size_t at = 0; at < bytes.size(); at += piece)
        parts.add(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)));
      QCOMPARE(parts.hexDigest(), whole.hexDigest());
      QCOMPARE(parts.hexDigest(), whole.hexDigest());  // asking does not change it
    }
  }

  void filesAreHashedAsTheyAre() {
    QTemporaryDir dir;
    const auto path = platform::fromUtf8(dir.filePath("abc.bin").toStdString());
    std::ofstream(path, std::ios::binary) << "abc";
    QCOMPARE(sha256OfFile(path), sha256OfText("abc"));
    QVERIFY_THROWS_EXCEPTION(Error, sha256OfFile(platform::fromUtf8(dir.filePath("absent").toStdString())));
  }

  void speedIsPrinted() {
    const std::vector<std::byte> bytes(64 << 20);
    const auto start = std::chrono::steady_clock::now();
    Sha256 hash;
    hash.add(bytes);
    QCOMPARE(hash.hexDigest(), std::string("3b6a07d0d404fab4e23b6d34bc6696a6a312dd92821332385e5af7c01c421351"));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    qInfo("%.0f MB/s", static_cast<double>(bytes.size()) / 1e6 / seconds.count());
  }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "test_sha256.moc"
