// STL: the layout others rely on, the round trip, and strictness in reading.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/byte_order.h"
#include "engine/io/mesh_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <limits>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

Mesh tetrahedron() {
  return {{{-10.5, 0, 0}, {1.25, 0, 0}, {0, 2, 0}, {0, 0, 300}}, {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}}};
}

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

float floatAt(const std::string& bytes, std::size_t at) {
  return loadAs<float>(reinterpret_cast<const std::byte*>(bytes.data()) + at, false);
}

}  // namespace

class TestMeshFile : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  fs::path m_path = platform::fromUtf8(m_dir.filePath(QString::fromUtf8("\u9aa8.stl")).toStdString());

  ErrorCode codeOf(const std::string& bytes) {
    std::ofstream(m_path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    try {
      readStl(m_path);
    } catch (const Error& e) {
      return e.code();
    }
    return ErrorCode::Internal;
  }

 private slots:
  void headerNamesSpaceAndUnit() {
    for (const auto& [space, word] : {std::pair{MeshSpace::Lps, "SPACE=LPS"}, std::pair{MeshSpace::Ras, "SPACE=RAS"}}) {
      writeStl(m_path, tetrahedron(), space);
      const std::string header = contentOf(m_path).substr(0, 80);
      QVERIFY(header.find(word) != std::string::npos);
      QVERIFY(header.find("UNIT=MM") != std::string::npos);
      QVERIFY(header.rfind("solid", 0) != 0);
    }
    writeStl(m_path, tetrahedron(), MeshSpace::Index);
    QVERIFY(contentOf(m_path).substr(0, 80).find("UNIT=MM") == std::string::npos);
  }

  void headerTakesANoteAndKeepsItsLength() {
    writeStl(m_path, tetrahedron(), MeshSpace::Lps, "DEMO");
    QVERIFY(contentOf(m_path).substr(0, 80).find("SPACE=LPS UNIT=MM DEMO ") != std::string::npos);
    writeStl(m_path, tetrahedron(), MeshSpace::Lps, std::string(200, 'x'));
    QCOMPARE(contentOf(m_path).size(), std::size_t{84 + 50 * 4});
  }

  void layoutIsThatOfBinaryStl() {
    writeStl(m_path, tetrahedron(), MeshSpace::Lps);
    const std::string bytes = contentOf(m_path);
    QCOMPARE(bytes.size(), std::size_t{84 + 50 * 4});
    QCOMPARE(bytes[80], char{4});
    QCOMPARE(floatAt(bytes, 84 + 8), -1.0F);    // the first triangle lies in z = 0 and looks down
    QCOMPARE(floatAt(bytes, 84 + 12), -10.5F);  // its first corner
    QCOMPARE(floatAt(bytes, 84 + 50 + 36 + 8), 300.0F);
  }

  void roundTripKeepsShapeAndConnections() {
    const Mesh mesh = tetrahedron();
    writeStl(m_path, mesh, MeshSpace::Lps);
    const Mesh back = readStl(m_path);
    QCOMPARE(back.vertices.size(), mesh.vertices.size());
    QCOMPARE(back.triangles.size(), mesh.triangles.size());
    for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
      for (std::size_t c = 0; c < 3; ++c)
        QVERIFY(back.vertices[back.triangles[t][c]] == mesh.vertices[mesh.triangles[t][c]]);
  }

  void degenerateAndEmptyMeshesAreWritten() {
    writeStl(m_path, {}, MeshSpace::Lps);
    QVERIFY(readStl(m_path).triangles.empty());
    writeStl(m_path, {{{1, 1, 1}}, {{0, 0, 0}}}, MeshSpace::Lps);
    QCOMPARE(floatAt(contentOf(m_path), 84), 0.0F);
    QCOMPARE(readStl(m_path).vertices.size(), std::size_t{1});
  }

  void signOfZeroDoesNotSplitVertices() {
    writeStl(m_path, {{{0.0, 1, 1}, {-0.0, 1, 1}, {2, 2, 2}, {3, 3, 4}}, {{0, 2, 3}, {1, 3, 2}}}, MeshSpace::Lps);
    QCOMPARE(readStl(m_path).vertices.size(), std::size_t{3});
  }

  void wrongSizesAndValuesAreRefused() {
    writeStl(m_path, tetrahedron(), MeshSpace::Lps);
    const std::string good = contentOf(m_path);
    for (std::size_t n : {std::size_t{0}, std::size_t{83}, good.size() - 1})
      QCOMPARE(codeOf(good.substr(0, n)), ErrorCode::FileTruncated);
    QCOMPARE(codeOf(good + '\0'), ErrorCode::FileDamaged);
    std::string huge = good;
    huge.replace(80, 4, "\xff\xff\xff\xff");
    QCOMPARE(codeOf(huge), ErrorCode::FileTruncated);
    QCOMPARE(codeOf("solid text\nfacet normal 0 0 1\n"), ErrorCode::FileDamaged);
    std::string notANumber = good;
    storeAs(std::numeric_limits<float>::quiet_NaN(), reinterpret_cast<std::byte*>(notANumber.data()) + 84 + 12, false);
    QCOMPARE(codeOf(notANumber), ErrorCode::FileDamaged);
    QCOMPARE(codeOf(good), ErrorCode::Internal);  // no error
  }

  void surfacesThatAreNotProperAreNotWritten() {
    Mesh missing = tetrahedron();
    missing.triangles[1][2] = 4;
    Mesh notANumber = tetrahedron();
    notANumber.vertices[2][1] = std::numeric_limits<double>::quiet_NaN();
    fs::remove(m_path);
    QVERIFY_THROWS_EXCEPTION(Error, writeStl(m_path, missing, MeshSpace::Lps));
    QVERIFY_THROWS_EXCEPTION(Error, writeStl(m_path, notANumber, MeshSpace::Lps));
    QVERIFY(!fs::exists(m_path));
  }

  void aFolderThatIsNotThereIsExplained() {
    QVERIFY_THROWS_EXCEPTION(Error, writeStl(m_path / "below" / "m.stl", tetrahedron(), MeshSpace::Lps));
    QVERIFY_THROWS_EXCEPTION(Error, readStl(platform::fromUtf8(m_dir.filePath("absent.stl").toStdString())));
  }
};

QTEST_APPLESS_MAIN(TestMeshFile)
#include "test_mesh_file.moc"
