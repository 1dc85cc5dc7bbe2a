// Every surface format: round trip, what the file says, and strictness in reading.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/mesh_file.h"
#include "engine/io/xml_reader.h"
#include "engine/io/zip_package.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>
#include <limits>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

Mesh tetrahedron() {
  return {{{-10.5, 0, 0}, {1.25, 0.1, 0}, {0, 2, 1e-7}, {0, 0, 1234.5678}},
          {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}}};
}

struct Kind {
  MeshFormat format;
  const char* ending;
};

const std::vector<Kind> kKinds{{MeshFormat::StlBinary, ".stl"},
                               {MeshFormat::StlText, ".stl"},
                               {MeshFormat::ThreeMf, ".3mf"},
                               {MeshFormat::Ply, ".ply"},
                               {MeshFormat::Obj, ".obj"}};

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<PackagePart> partsOf(const std::string& bytes) {
  return unpackZip(std::as_bytes(std::span(bytes.data(), bytes.size())), "p");
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  return at == std::string::npos ? "the fixture does not hold " + what : text.replace(at, what.size(), by);
}

}  // namespace

class TestMeshFormats : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  fs::path place(const std::string& name) { return platform::fromUtf8(m_dir.filePath("\u9aa8").toStdString() + name); }

  std::string written(const Kind& kind, const MeshLabel& label = {}) {
    writeMesh(place(kind.ending), tetrahedron(), kind.format, label);
    return contentOf(place(kind.ending));
  }

  /// "ok", or the name of the error.
  std::string answer(const std::string& bytes, const std::string& ending) {
    std::ofstream(place(ending), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    try {
      readMesh(place(ending));
    } catch (const Error& e) {
      return std::string(errorName(e.code()));
    }
    return "ok";
  }

  std::string modelWith(const std::string& what, const std::string& by) {
    std::vector<PackagePart> parts = partsOf(written(kKinds[2]));
    parts[2].content = replaced(parts[2].content, what, by);
    return packZip(parts);
  }

 private slots:
  void roundTripKeepsEveryCornerInSinglePrecision() {
    for (const Kind& kind : kKinds) {
      written(kind);
      const Mesh back = readMesh(place(kind.ending)), mesh = asStored(tetrahedron());
      QCOMPARE(back.vertices.size(), mesh.vertices.size());
      QCOMPARE(back.triangles.size(), mesh.triangles.size());
      for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
        for (std::size_t c = 0; c < 3; ++c)
          QVERIFY(asStored(back).vertices[back.triangles[t][c]] == mesh.vertices[mesh.triangles[t][c]]);
    }
  }

  void sameMeshGivesTheSameBytes() {
    for (const Kind& kind : kKinds) QVERIFY(written(kind) == written(kind));
  }

  void everyFormatStatesFrameUnitAndMark() {
    for (const Kind& kind : kKinds) {
      const std::string bytes = written(kind, {MeshSpace::Ras, "DEMO", {{"Level", "a < b & \"c\""}}});
      const std::string text = kind.format == MeshFormat::ThreeMf ? partsOf(bytes)[2].content : bytes.substr(0, 200);
      QVERIFY2(text.find("SPACE=RAS UNIT=MM DEMO") != std::string::npos, text.c_str());
      if (kind.format != MeshFormat::ThreeMf) continue;
      QVERIFY(text.find("unit=\"millimeter\"") != std::string::npos);
      QVERIFY(text.find("<metadata name=\"hipwright:Level\">a &lt; b &amp; &quot;c&quot;<") != std::string::npos);
      QVERIFY(text.find("DEMO hip implant") != std::string::npos);
    }
  }

  void indicesHaveNoUnitAndNo3mf() {
    for (const Kind& kind : kKinds) {
      if (kind.format == MeshFormat::ThreeMf) continue;
      const std::string text = written(kind, {MeshSpace::Index, "", {}}).substr(0, 200);
      QVERIFY(text.find("SPACE=INDEX") != std::string::npos && text.find("UNIT") == std::string::npos);
    }
    QVERIFY_THROWS_EXCEPTION(Error, written(kKinds[2], {MeshSpace::Index, "", {}}));
  }

  void endingDecidesTheFormat() {
    QVERIFY(meshFormatOf("a.STL") == MeshFormat::StlBinary && meshFormatOf("a.3mf") == MeshFormat::ThreeMf);
    QVERIFY(meshFormatOf("a.ply") == MeshFormat::Ply && meshFormatOf("a.Obj") == MeshFormat::Obj);
    for (const char* name : {"a", "a.stl.gz", "stl"}) QVERIFY_THROWS_EXCEPTION(Error, meshFormatOf(name));
  }

  void surfacesThatAreNotProperLeaveNoFile() {
    Mesh missing = tetrahedron(), notANumber = tetrahedron();
    missing.triangles[1][2] = 4;
    notANumber.vertices[2][1] = std::numeric_limits<double>::quiet_NaN();
    for (const Kind& kind : kKinds)
      for (const Mesh& mesh : {missing, notANumber}) {
        fs::remove(place(kind.ending));
        QVERIFY_THROWS_EXCEPTION(Error, writeMesh(place(kind.ending), mesh, kind.format, {}));
        QVERIFY(!fs::exists(place(kind.ending)));
      }
  }

  void truncatedFilesAreRefused() {
    for (const Kind& kind : kKinds) {
      const std::string good = written(kind);
      QCOMPARE(answer(good, kind.ending), std::string("ok"));
      if (kind.format == MeshFormat::Obj) continue;  // has no end of its own
      for (const std::size_t n : {good.size() / 2, std::size_t{90}})
        QVERIFY(answer(good.substr(0, n), kind.ending) != "ok");
      if (kind.format != MeshFormat::StlText)  // the end of its last name may be missing
        QVERIFY(answer(good.substr(0, good.size() - 1), kind.ending) != "ok");
    }
  }

  void brokenTextsAreRefused() {
    const std::string stl = written(kKinds[1]), ply = written(kKinds[3]), obj = written(kKinds[4]);
    for (const auto& [what, by] : {std::pair{"endloop", "endlop"}, std::pair{"facet", "face"},
                                   std::pair{"1.25", "1.2.5"}, std::pair{"1.25", "nan"}, std::pair{"endsolid", "end"}})
      QCOMPARE(answer(replaced(stl, what, by), ".stl"), std::string("FileDamaged"));
    QCOMPARE(answer(stl + stl, ".stl"), std::string("FileDamaged"));
    for (const auto& [what, by] : {std::pair{"property float y", "property int y"}, std::pair{"vertex 4", "vertex 3"},
                                   std::pair{"end_header", "end"}, std::pair{"little", "big"}})
      QVERIFY(answer(replaced(ply, what, by), ".ply") != "ok");
    QCOMPARE(answer(ply + "x", ".ply"), std::string("FileDamaged"));
    QCOMPARE(answer(replaced(ply, "vertex 4", "vertex 4000000000"), ".ply"), std::string("FileTruncated"));
    for (const auto& [what, by] : {std::pair{"f 1", "f 0"}, std::pair{"f 1", "f 5"}, std::pair{"f 1 3 2", "f 1 3"},
                                   std::pair{"f 1 3 2", "f 1 3 2 4"}, std::pair{"o implant", "call other.obj"}})
      QCOMPARE(answer(replaced(obj, what, by), ".obj"), std::string("FileDamaged"));
    QCOMPARE(answer(replaced(obj, "f 1 3 2", "vn 0 0 1\nf 1//1 3/2 2/2/2"), ".obj"), std::string("ok"));
  }

  void brokenModelsAreRefused() {
    QCOMPARE(answer(modelWith("x", "x"), ".3mf"), std::string("ok"));
    for (const auto& [what, by] :
         {std::pair{"v1=\"0\"", "v1=\"4\""}, std::pair{"v1=\"0\"", "v1=\"-1\""}, std::pair{"millimeter", "mile"},
          std::pair{"objectid=\"1\"", "objectid=\"2\""}, std::pair{"<mesh>", "<!DOCTYPE x><mesh>"},
          std::pair{"</vertices>", "</vertex>"}, std::pair{"</model>", ""}, std::pair{"x=\"1.25\"", "x=\"&bomb;\""},
          std::pair{"x=\"1.25\"", "x=\"1.25\" x=\"1\""}, std::pair{"x=\"1.25\"", "x=1.25"},
          std::pair{"<item objectid=\"1\"/>", ""}, std::pair{"<mesh>", "<components/><mesh>"}})
      QCOMPARE(answer(modelWith(what, by), ".3mf"), std::string("FileDamaged"));
  }

  void unitsAndPlacementsOfOtherProgramsAreFollowed() {
    const std::string name = ".3mf";
    QCOMPARE(answer(modelWith("unit=\"millimeter\"", "unit=\"inch\""), name), std::string("ok"));
    QVERIFY(std::abs(readMesh(place(name)).vertices[0][0] + 10.5 * 25.4) < 1e-9);
    QCOMPARE(answer(modelWith("objectid=\"1\"", "objectid=\"1\" transform=\"0 1 0 -1 0 0 0 0 1 5 6 7\""), name),
             std::string("ok"));
    const Vec3 turned = readMesh(place(name)).vertices[0];  // x becomes y, then moved
    QVERIFY(std::abs(turned[0] - 5) < 1e-9 && std::abs(turned[1] + 4.5) < 1e-9 && std::abs(turned[2] - 7) < 1e-9);
    QVERIFY(answer(modelWith("objectid=\"1\"", "objectid=\"1\" transform=\"1 0 0\""), name) != "ok");
  }

  void packagesThatContradictThemselvesAreRefused() {
    const std::string good = written(kKinds[2]);
    const auto with = [&](std::size_t at, char c) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ c);
      return answer(bytes, ".3mf");
    };
    const std::size_t end = good.size() - 22, table = good.find("PK\x01\x02");
    for (const std::size_t at : {std::size_t{8}, std::size_t{30}, std::size_t{70}, table, table + 10, table + 16,
                                 table + 24, table + 42, table + 46, end + 8, end + 10, end + 12, end + 16, end + 20})
      QVERIFY2(with(at, 1) != "ok", qPrintable(QString::number(at)));
    QCOMPARE(answer("PK", ".3mf"), std::string("FileDamaged"));
    QCOMPARE(answer(packZip({{"a", "b"}}), ".3mf"), std::string("FileDamaged"));
    QCOMPARE(answer(packZip({{"_rels/.rels", "<R/>"}, {"_rels/.rels", "<R/>"}}), ".3mf"), std::string("FileDamaged"));
  }

  void packageKeepsItsParts() {
    const std::vector<PackagePart> parts{{"a", ""}, {"b/c", std::string(100000, 'x')}, {"\u9aa8", "y"}};
    const std::vector<PackagePart> back = partsOf(packZip(parts));
    QCOMPARE(back.size(), parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
      QVERIFY(back[i].name == parts[i].name && back[i].content == parts[i].content);
  }

  /// A part that would unpack to far more than deflate can hold in its bytes.
  void bombsAreRefusedBeforeTheyUnpack() {
    std::string bytes = packZip({{"a", std::string(1000, 'x')}});
    const std::size_t table = bytes.find("PK\x01\x02");
    bytes.replace(table + 24, 4, "\xff\xff\xff\x7f");
    QCOMPARE(answer(bytes, ".3mf"), std::string("FileDamaged"));
  }
};

QTEST_APPLESS_MAIN(TestMeshFormats)
#include "test_mesh_formats.moc"
