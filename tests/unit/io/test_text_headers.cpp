// NRRD and MetaImage: right files give the volume they describe, wrong ones one clear sentence.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/case_file.h"
#include "tests/support/nifti_bytes.h"
#include "tests/support/text_volumes.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

/// 6 x 5 x 4 voxels in an oblique, mirrored frame; each voxel is its own index.
Volume smallVolume() {
  const double c = std::cos(0.3);
  const double s = std::sin(0.3);
  Volume volume{
      {{6, 5, 4}, {0.7, 0.7, 1.25}, {-100.5, 20.25, 1000.125}, {Vec3{c, -s, 0}, Vec3{s, c, 0}, Vec3{0, 0, -1}}}, {}};
  for (int i = 0; i < 120; ++i) volume.voxels.push_back(static_cast<float>(i) - 60.5F);
  return volume;
}

struct Broken {
  std::string name;
  std::string bytes;
  ErrorCode code;
  std::string says;
};

std::string nrrd(const std::string& field, const std::string& value) {
  return nrrdHeader(with(nrrdFields(smallVolume().geometry), field, value)) + rawVoxels(smallVolume());
}

std::string nrrdWith(const HeaderLines& changes) {
  HeaderLines fields = nrrdFields(smallVolume().geometry);
  for (const auto& [name, value] : changes) fields = with(fields, name, value);
  return nrrdHeader(fields) + rawVoxels(smallVolume());
}

std::string packedNrrd(const std::string& packed) {
  return nrrdHeader(with(nrrdFields(smallVolume().geometry), "encoding", "gzip")) + packed;
}

std::string meta(const std::string& field, const std::string& value) {
  return metaHeader(with(metaFields(smallVolume().geometry), field, value)) + rawVoxels(smallVolume());
}

std::string packedMeta(const std::string& packed) {
  return metaHeader(with(metaFields(smallVolume().geometry), "CompressedData", "True")) + packed;
}

std::vector<Broken> brokenNrrd() {
  using enum ErrorCode;
  const std::string raw = rawVoxels(smallVolume());
  const std::string good = nrrd("content", "a hip");
  const std::string packed = gzipped(raw);
  return {
      {"nrrd last byte missing", good.substr(0, good.size() - 1), FileTruncated, "479 of the 480"},
      {"nrrd cut in the header", good.substr(0, 60), BadHeader, "does not end"},
      {"nrrd one slice more", good + raw, BadHeader, "one slice more"},
      {"nrrd two axes", nrrd("dimension", "2"), NotAVolume, "2 axes"},
      {"nrrd four axes", nrrd("dimension", "4"), NotAVolume, "4 axes"},
      {"nrrd dimension is a word", nrrd("dimension", "three"), BadHeader, "dimension"},
      {"nrrd no sizes", nrrd("sizes", ""), BadHeader, "sizes"},
      {"nrrd negative size", nrrd("sizes", "6 -5 4"), BadHeader, "axis 2 has -5"},
      {"nrrd zero size", nrrd("sizes", "6 0 4"), BadHeader, "axis 2 has 0"},
      {"nrrd one size too few", nrrd("sizes", "30 4"), BadHeader, "sizes"},
      {"nrrd size beyond 64 bits", nrrd("sizes", "99999999999999999999 5 4"), BadHeader, "sizes"},
      {"nrrd overflowing sizes", nrrd("sizes", "4294967296 4294967296 4294967296"), BadHeader, "more voxels"},
      {"nrrd huge sizes", nrrd("sizes", "32767 32767 32767"), FileTruncated, "of the"},
      {"nrrd one slice", nrrd("sizes", "30 4 1"), NotAVolume, "single picture"},
      {"nrrd block type", nrrd("type", "block"), UnsupportedVoxelType, "block"},
      {"nrrd no type", nrrd("type", ""), UnsupportedVoxelType, "\"\""},
      {"nrrd no byte order", nrrd("endian", ""), BadHeader, "order the bytes"},
      {"nrrd as text", nrrd("encoding", "ascii"), BadHeader, "ascii"},
      {"nrrd bzip2", nrrd("encoding", "bzip2"), BadHeader, "bzip2"},
      {"nrrd no encoding", nrrd("encoding", ""), BadHeader, "encoded"},
      {"nrrd unknown space", nrrd("space", "superior-left-up"), BadHeader, "superior-left-up"},
      {"nrrd space with an escape", nrrd("space", "\x1b[31mred"), BadHeader, " [31mred"},
      {"nrrd time axis", nrrd("space", "left-posterior-superior-time"), BadHeader, "not one of a patient"},
      {"nrrd NaN direction", nrrd("space directions", "(nan,0,0) (0,1,0) (0,0,1)"), BadHeader, "space directions"},
      {"nrrd zero direction", nrrd("space directions", "(0,0,0) (0,1,0) (0,0,1)"), BadHeader, "voxel size of 0"},
      {"nrrd two directions", nrrd("space directions", "(1,0,0) (0,1,0)"), BadHeader, "space directions"},
      {"nrrd sheared", nrrd("space directions", "(1,0,0) (0.2,1,0) (0,0,1)"), BadHeader, "sheared"},
      {"nrrd origin is a word", nrrd("space origin", "(here,0,0)"), BadHeader, "space origin"},
      {"nrrd neither directions nor spacings", nrrd("space directions", ""), BadHeader, "spacings"},
      {"nrrd negative skip", nrrd("byte skip", "-2"), BadHeader, "impossible place"},
      {"nrrd huge skip", nrrd("byte skip", "9223372036854775807"), BadHeader, "impossible place"},
      {"nrrd skip behind the end", nrrd("byte skip", "4"), FileTruncated, "of the 484"},
      {"nrrd packed behind gigabytes",
       nrrdHeader(with(with(nrrdFields(smallVolume().geometry), "encoding", "gzip"), "byte skip", "2000000000")) +
           packed,
       BadHeader, "impossible place"},
      {"nrrd axes in one plane", nrrd("space directions", "(1,0,0) (1,0,0) (0,0,1)"), BadHeader, "no volume"},
      {"nrrd far away", nrrd("space origin", "(0,0,3e5)"), BadHeader, "puts voxels 3e+05 mm"},
      {"nrrd axis mins", nrrd("axis mins", "10 20 30"), BadHeader, "axis mins"},
      {"nrrd units that disagree",
       nrrdWith({{"space units", "\"cm\" \"cm\" \"cm\""}, {"units", "\"mm\" \"mm\" \"mm\""}}), BadHeader,
       "measured in cm, and its axes in mm"},
      {"nrrd spacings without their unit",
       nrrdWith({{"space directions", ""}, {"spacings", "1 1 1"}, {"space units", "\"cm\" \"cm\" \"cm\""}}), BadHeader,
       "its axes in a unit that it does not name"},
      {"nrrd line skip", nrrd("line skip", "1"), BadHeader, "impossible place"},
      {"nrrd field twice", nrrd("Type", "short"), BadHeader, "twice"},
      {"nrrd line that is no field", "NRRD0004\nnonsense\n\n" + raw, BadHeader, "nonsense"},
      {"nrrd absolute data file", nrrd("data file", "/etc/hostname"), DataFileElsewhere, "/etc/hostname"},
      {"nrrd data file above", nrrd("data file", "../ct.raw"), DataFileElsewhere, "../ct.raw"},
      {"nrrd data file below", nrrd("datafile", "sub/ct.raw"), DataFileElsewhere, "sub/ct.raw"},
      {"nrrd data file of Windows", nrrd("data file", "C:\\ct.raw"), DataFileElsewhere, "C:"},
      {"nrrd data file through dots", nrrd("data file", "./../ct.raw"), DataFileElsewhere, "ct.raw"},
      {"nrrd data file is the folder", nrrd("data file", "."), DataFileElsewhere, "."},
      {"nrrd list of files", nrrd("data file", "LIST"), BadHeader, "several files"},
      {"nrrd numbered files", nrrd("data file", "ct%03d.raw 1 4 1"), BadHeader, "several files"},
      {"nrrd absent data file", nrrd("data file", "absent.raw"), FileNotFound, "absent.raw"},
      {"nrrd gzip cut", packedNrrd(packed.substr(0, packed.size() / 2)), FileTruncated, "of the 480"},
      {"nrrd gzip wrong checksum", packedNrrd(packed.substr(0, packed.size() - 8) + "12345678"), FileDamaged,
       "checksum"},
      {"nrrd gzip is raw", packedNrrd(raw), FileDamaged, "makes no sense"},
      {"nrrd gzip of too much", packedNrrd(gzipped(std::string(50'000'000, '\0'))), BadHeader, "one slice more"},
      {"nrrd gzip bomb",
       nrrdHeader(with(with(nrrdFields(smallVolume().geometry), "encoding", "gzip"), "sizes", "3000 3000 3000")) +
           packed,
       FileTruncated, "at most"},
  };
}

std::vector<Broken> brokenMeta() {
  using enum ErrorCode;
  const std::string raw = rawVoxels(smallVolume());
  const std::string good = meta("Comment", "a hip");
  const std::string packed = zlibbed(raw);
  return {
      {"meta last byte missing", good.substr(0, good.size() - 1), FileTruncated, "479 of the 480"},
      {"meta cut in the header", good.substr(0, 100), BadHeader, "is no field"},
      {"meta one slice more", good + raw, BadHeader, "one slice more"},
      {"meta two axes", meta("NDims", "2"), NotAVolume, "2 axes"},
      {"meta negative size", meta("DimSize", "6 -5 4"), BadHeader, "axis 2 has -5"},
      {"meta huge sizes", meta("DimSize", "32767 32767 32767"), FileTruncated, "of the"},
      {"meta overflowing sizes", meta("DimSize", "4294967296 4294967296 4294967296"), BadHeader, "more voxels"},
      {"meta sizes in words", meta("DimSize", "6 five 4"), BadHeader, "dimsize"},
      {"meta unknown type", meta("ElementType", "MET_STRING"), UnsupportedVoxelType, "MET_STRING"},
      {"meta vectors", meta("ElementNumberOfChannels", "3"), UnsupportedVoxelType, "several"},
      {"meta as text", meta("BinaryData", "False"), BadHeader, "as text"},
      {"meta no spacing", meta("ElementSpacing", ""), BadHeader, "no voxel size"},
      {"meta spacing of 0", meta("ElementSpacing", "1 0 1"), BadHeader, "voxel size of 0"},
      {"meta infinite spacing", meta("ElementSpacing", "1 1 1e999"), BadHeader, "elementspacing"},
      {"meta sheared", meta("TransformMatrix", "1 0 0 0.3 1 0 0 0 1"), BadHeader, "sheared"},
      {"meta axes in one plane", meta("TransformMatrix", "1 0 0 1 0 0 0 0 1"), BadHeader, "no volume"},
      {"meta far away", meta("Offset", "-1e7 0 0"), BadHeader, "farther than any patient"},
      {"meta field twice", "ElementSpacing = 9 9 9\n" + good, BadHeader, "\"elementspacing\" stands there twice"},
      {"meta two places", meta("Position", "1 2 3"), BadHeader, "disagree"},
      {"meta slope of 0", meta("ElementToIntensityFunctionSlope", "0"), BadHeader, "slope 0"},
      {"meta slope is a word", meta("ElementToIntensityFunctionSlope", "one"), BadHeader, "slope"},
      {"meta short matrix", meta("TransformMatrix", "1 0 0 0 1 0 0 0"), BadHeader, "transformmatrix"},
      {"meta absolute data file", meta("ElementDataFile", "/etc/hostname"), DataFileElsewhere, "/etc/hostname"},
      {"meta data file above", meta("ElementDataFile", "../ct.raw"), DataFileElsewhere, "../ct.raw"},
      {"meta data file below", meta("ElementDataFile", "sub\\ct.raw"), DataFileElsewhere, "ct.raw"},
      {"meta list of files", meta("ElementDataFile", "LIST"), BadHeader, "several files"},
      {"meta pattern", meta("ElementDataFile", "ct%d.raw 1 4 1"), BadHeader, "several files"},
      {"meta absent data file", meta("ElementDataFile", "absent.raw"), FileNotFound, "absent.raw"},
      {"meta negative header size", meta("HeaderSize", "-2"), BadHeader, "impossible place"},
      {"meta header size behind the end", meta("HeaderSize", "4"), FileTruncated, "of the 484"},
      {"meta packed cut", packedMeta(packed.substr(0, packed.size() / 2)), FileTruncated, "of the 480"},
      {"meta packed junk", packedMeta("junk that is not packed"), FileDamaged, "makes no sense"},
      {"meta packed wrong checksum", packedMeta(packed.substr(0, packed.size() - 4) + "1234"), FileDamaged, "checksum"},
      {"meta packed junk behind", packedMeta(packed + "junk"), FileDamaged, "do not belong"},
      {"meta packed size too large",
       metaHeader(
           with(with(metaFields(smallVolume().geometry), "CompressedData", "True"), "CompressedDataSize", "99999")) +
           packed,
       FileTruncated, "of the 99999"},
  };
}

}  // namespace

class TestTextHeaders : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  fs::path stored(const std::string& name, const std::string& bytes) {
    const fs::path path = platform::fromUtf8(m_dir.filePath(QString::fromStdString(name)).toStdString());
    writeBytes(path, bytes);
    return path;
  }

  void compare(const CaseFile& got, const std::string& format) {
    const Volume expected = smallVolume();
    QCOMPARE(got.source.format, format);
    QVERIFY(got.ct->voxels == expected.voxels);
    QVERIFY(got.ct->geometry.size == expected.geometry.size);
    const Vec3 corner = {5, 4, 3};
    QVERIFY(length(got.ct->geometry.indexToPatient(corner) - expected.geometry.indexToPatient(corner)) < 1e-9);
    QVERIFY(length(got.ct->geometry.origin - expected.geometry.origin) < 1e-9);
    QVERIFY2(got.notes.empty(), got.notes.empty() ? "" : got.notes.front().text().c_str());
    QCOMPARE(got.name, std::string("hip"));
    QCOMPARE(got.sha256.size(), std::size_t{64});
  }

 private slots:
  void nrrdInEverySpace() {
    const Geometry g = smallVolume().geometry;
    const std::vector<std::pair<std::string, Vec3>> spaces = {
        {"left-posterior-superior", {1, 1, 1}}, {"RAS", {-1, -1, 1}}, {"left-anterior-superior", {1, -1, 1}}};
    for (const auto& [space, signs] : spaces)
      compare(readCase(stored("hip.nrrd", nrrdHeader(nrrdFields(g, space, signs)) + rawVoxels(smallVolume()))), "NRRD");
  }

  void packedVoxelsAreTheSame() {
    compare(readCase(stored("hip.nrrd", packedNrrd(gzipped(rawVoxels(smallVolume()))))), "NRRD");
    compare(readCase(stored("hip.mha", packedMeta(zlibbed(rawVoxels(smallVolume()))))), "MetaImage");
  }

  void detachedVoxelsAreFoundBesideTheHeader() {
    stored("hip.raw", rawVoxels(smallVolume()));
    compare(
        readCase(stored("hip.nhdr", nrrdHeader(with(nrrdFields(smallVolume().geometry), "data file", "./hip.raw")))),
        "NRRD");
    compare(
        readCase(stored("hip.mhd", metaHeader(with(metaFields(smallVolume().geometry), "ElementDataFile", "hip.raw")))),
        "MetaImage");
    stored("hip.long", std::string(7, 'x') + rawVoxels(smallVolume()));
    compare(
        readCase(stored("hip.nhdr", nrrdHeader(with(with(nrrdFields(smallVolume().geometry), "data file", "hip.long"),
                                                    "byte skip", "-1")))),
        "NRRD");
    compare(readCase(stored("hip.mhd",
                            metaHeader(with(with(metaFields(smallVolume().geometry), "ElementDataFile", "hip.long"),
                                            "HeaderSize", "7")))),
            "MetaImage");
  }

  void hashCoversTheDetachedVoxels() {
    const fs::path header =
        stored("hip.mhd", metaHeader(with(metaFields(smallVolume().geometry), "ElementDataFile", "hip.raw")));
    std::string raw = rawVoxels(smallVolume());
    stored("hip.raw", raw);
    const std::string before = readCase(header).sha256;
    raw[0] = static_cast<char>(raw[0] ^ 1);
    stored("hip.raw", raw);
    QVERIFY(readCase(header).sha256 != before);
  }

  void linkOutOfTheFolderIsNotFollowed() {
    QTemporaryDir elsewhere;
    const fs::path target = platform::fromUtf8(elsewhere.filePath("ct.raw").toStdString());
    writeBytes(target, rawVoxels(smallVolume()));
    std::error_code failed;
    fs::create_symlink(target, platform::fromUtf8(m_dir.filePath("link.raw").toStdString()), failed);
    if (failed) QSKIP("this file system has no links");
    try {
      readCase(stored("hip.nhdr", nrrdHeader(with(nrrdFields(smallVolume().geometry), "data file", "link.raw"))));
      QFAIL("it was read");
    } catch (const Error& e) {
      QCOMPARE(e.code(), ErrorCode::DataFileElsewhere);
    }
  }

  void whatTheHeaderLeavesOpenIsNoted() {
    const auto only = [&](const std::string& name, const std::string& bytes, NoteCode code) {
      const CaseFile got = readCase(stored(name, bytes));
      QVERIFY2(got.notes.size() == 1 && got.notes.front().code == code,
               got.notes.empty() ? "none" : got.notes.front().text().c_str());
    };
    only("hip.nrrd", nrrd("space", ""), NoteCode::NoOrientation);
    only("hip.nrrd", nrrd("space", "scanner-xyz"), NoteCode::NoOrientation);
    only("hip.nrrd", nrrd("space origin", ""), NoteCode::NoPosition);
    only("hip.mha", meta("TransformMatrix", ""), NoteCode::NoOrientation);
    only("hip.mha", meta("Offset", ""), NoteCode::NoPosition);
    only("hip.nrrd", nrrd("space directions", "(0.7,0,0) (0.006,0.7,0) (0,0,1.25)"), NoteCode::AxesStraightened);
    only("hip.nrrd", nrrd("space units", "\"cm\" \"cm\" \"cm\""), NoteCode::LengthUnit);
    QCOMPARE(readCase(stored("hip.nrrd", nrrd("space units", "\"cm\" \"cm\" \"cm\""))).ct->geometry.spacing[0], 7.0);
    only("hip.mha", meta("DistanceUnits", "cm"), NoteCode::LengthUnit);
    only("hip.mha", meta("DistanceUnits", "furlong"), NoteCode::UnknownLengthUnit);
    QVERIFY(readCase(stored("hip.mha", meta("DistanceUnits", "?"))).notes.empty());
    QVERIFY(readCase(stored("hip.mha", "ElementType = MET_FLOAT\n" + meta("Comment", "twice"))).notes.empty());
  }

  /// The letters name where the axes come from: RAI for left, back and head.
  void namedAxesThatContradictTheMatrixAreTold() {
    const auto stating = [&](const std::string& named, const std::string& matrix) {
      const auto fields = with(metaFields(smallVolume().geometry), "AnatomicalOrientation", named);
      return readCase(
          stored("hip.mha", metaHeader(with(fields, "TransformMatrix", matrix)) + rawVoxels(smallVolume())));
    };
    const auto notes = [&](const std::string& named, const std::string& matrix) {
      return stating(named, matrix).notes;
    };
    const std::string identity = "1 0 0 0 1 0 0 0 1", ras = "-1 0 0 0 -1 0 0 0 1";
    const std::string halfTurned = "0.7071068 0.7071068 0 -0.7071068 0.7071068 0 0 0 1";
    QVERIFY(notes("RAI", identity).empty() && notes("rai", identity).empty() && notes("LPI", ras).empty());
    QVERIFY(notes("???", identity).empty() && notes("RAI", halfTurned).empty());
    for (const auto& [named, matrix] :
         {std::pair("LPS", identity), std::pair("RAI", ras), std::pair("AIR", identity)}) {
      const CaseNotes got = notes(named, matrix);
      QVERIFY2(got.size() == 1 && got.front().code == NoteCode::AxesDisagree, named);
      QCOMPARE(got.front().values.at("stated"), std::string(named));
      QCOMPARE(got.front().values.at("used"), std::string(matrix == ras ? "LPI" : "RAI"));
    }
    QCOMPARE(stating("LPS", identity).ct->geometry.direction, kIdentity3);
  }

  void unitsOfTheAxesAreConverted() {
    const CaseFile nrrd = readCase(stored("hip.nrrd", nrrdWith({{"space directions", ""},
                                                                {"space", ""},
                                                                {"space origin", ""},
                                                                {"axis mins", "nan 0 NaN"},
                                                                {"spacings", "0.07 0.07 0.125"},
                                                                {"units", "\"cm\" \"cm\" \"cm\""}})));
    QVERIFY(length(nrrd.ct->geometry.spacing - Vec3{0.7, 0.7, 1.25}) < 1e-9);
    const auto converted = [](const CaseNote& n) {
      return n.code == NoteCode::LengthUnit && n.values.at("unit") == "cm";
    };
    QVERIFY(std::any_of(nrrd.notes.begin(), nrrd.notes.end(), converted));
    const CaseFile meta = readCase(stored(
        "hip.mha", metaHeader(with(with(with(metaFields(smallVolume().geometry), "ElementSpacing", "0.07 0.07 0.125"),
                                        "Offset", "-10.05 2.025 100.0125"),
                                   "DistanceUnits", "cm")) +
                       rawVoxels(smallVolume())));
    QVERIFY(length(meta.ct->geometry.spacing - Vec3{0.7, 0.7, 1.25}) < 1e-9);
    QVERIFY(length(meta.ct->geometry.origin - smallVolume().geometry.origin) < 1e-9);
  }

  void intensitiesOfMetaImagesAreScaled() {
    const CaseFile got = readCase(stored("hip.mha", metaHeader(with(with(metaFields(smallVolume().geometry),
                                                                         "ElementToIntensityFunctionOffset", "-1024"),
                                                                    "ElementToIntensityFunctionSlope", "2")) +
                                                        rawVoxels(smallVolume())));
    QCOMPARE(got.ct->voxels[7], 2 * smallVolume().voxels[7] - 1024);
    QCOMPARE(got.source.slope, 2.0);
    QCOMPARE(got.source.intercept, -1024.0);
    QVERIFY(readCase(stored("hip.mha", meta("ElementToIntensityFunctionSlope", "1"))).ct->voxels ==
            smallVolume().voxels);
  }

  void eachBrokenFileIsRefusedWithASentence() {
    std::vector<Broken> all = brokenNrrd();
    for (Broken& more : brokenMeta()) all.push_back(std::move(more));
    QVERIFY(all.size() >= 60);
    for (const Broken& broken : all) {
      try {
        readCase(stored("broken.ct", broken.bytes));
        QFAIL((broken.name + " was read").c_str());
      } catch (const Error& e) {
        QVERIFY2(e.code() == broken.code, (broken.name + ": " + e.what()).c_str());
        QVERIFY2(std::string(e.what()).find(broken.says) != std::string::npos, (broken.name + ": " + e.what()).c_str());
        QVERIFY(std::string(e.what()).find('\x1b') == std::string::npos);
      }
    }
  }

  void everyTruncationIsRefused() {
    for (const std::string& good :
         {nrrd("content", "x"), meta("Comment", "x"), packedNrrd(gzipped(rawVoxels(smallVolume()))),
          packedMeta(zlibbed(rawVoxels(smallVolume())))})
      for (std::size_t size = 0; size < good.size(); size += 1 + size / 64)
        QVERIFY_THROWS_EXCEPTION(Error, readCase(stored("cut.ct", good.substr(0, size))));
  }

  void changedBytesDoNoHarm() {
    std::mt19937 random(5);
    const std::uint64_t before = platform::peakMemory();
    for (const std::string& good : {nrrd("content", "x"), meta("Comment", "x")})
      for (int i = 0; i < 800; ++i) {
        std::string bytes = good;
        for (int change = 0; change <= i % 3; ++change) bytes[random() % 420] = static_cast<char>(random());
        try {
          checkGeometry(readCase(stored("changed.ct", bytes)).ct->geometry);
        } catch (const Error& e) {
          QVERIFY(e.kind() == ErrorKind::Input);
        }
      }
    QVERIFY(platform::peakMemory() < before + (64 << 20));
  }

  void everyNoteIsASentence() {
    for (const NoteCode code : allNoteCodes()) {
      const std::string text(noteTemplate(code));
      QVERIFY(text.size() > 20 && text.back() == '.');
      QVERIFY(!noteName(code).empty());
    }
  }
};

QTEST_APPLESS_MAIN(TestTextHeaders)
#include "test_text_headers.moc"
