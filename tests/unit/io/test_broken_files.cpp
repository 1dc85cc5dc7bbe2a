// Files that are wrong: each is named by what is wrong with it and gives one clear sentence, never a crash, a guess or
// a large allocation.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/io/case_file.h"
#include "tests/support/nifti_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>
#include <random>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct Broken {
  std::string name;
  std::string bytes;
  ErrorCode code;
  std::string says;  ///< part of the sentence
};

std::string magicOf(int version, const char* magic) {
  return NiftiBytes(version).text(version == 1 ? 344 : 4, std::string_view(magic, 4)).bytes();
}

std::string atOffset(std::size_t offset, std::string_view signature) {
  std::string bytes(600, '\1');
  return bytes.replace(offset, signature.size(), signature);
}

/// What no packing makes shorter.
std::string noise(std::size_t count) {
  std::mt19937 random(10);
  std::string bytes(count, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::vector<Broken> otherFormats() {
  using enum ErrorCode;
  std::string nested = gzipped(gzipped(NiftiBytes().bytes()));
  return {
      {"empty", "", UnknownFormat, "it is empty"},
      {"one byte", "n", UnknownFormat, "text"},
      {"text", "A letter about a CT.\n", UnknownFormat, "text"},
      {"zeros", std::string(1000, '\0'), UnknownFormat, "only zeros"},
      {"noise", atOffset(0, "\x7f\x05\x99"), UnknownFormat, "does not begin like"},
      {"NRRD without an end", "NRRD0004\ntype: short\n", BadHeader, "header does not end"},
      {"MetaImage without an end", "ObjectType = Image\nNDims = 3\n", BadHeader, "names no file"},
      {"DICOM", atOffset(128, "DICM"), FileTruncated, "cut short"},
      {"PNG", atOffset(0, "\x89PNG"), UnknownFormat, "PNG"},
      {"zip", atOffset(0, "PK\x03\x04"), UnknownFormat, "zip archive"},
      {"tar", atOffset(257, "ustar"), UnknownFormat, "tar archive"},
      {"HDF5", atOffset(0, "\x89HDF"), UnknownFormat, "HDF5"},
      {"text in gzip", gzipped("A letter about a CT.\n"), UnknownFormat, "text"},
      {"gzip in gzip", nested, UnknownFormat, "gzip file inside"},
      {"Analyze 7.5", magicOf(1, "\0\0\0\0"), UnknownFormat, "Analyze"},
      {"Analyze 7.5, big-endian", NiftiBytes(1, true).text(344, std::string_view("\0\0\0\0", 4)).bytes(), UnknownFormat,
       "Analyze"},
      {"NIfTI-1 pair", magicOf(1, "ni1\0"), UnknownFormat, "NIfTI pair"},
      {"NIfTI-2 pair", magicOf(2, "ni2\0"), UnknownFormat, "NIfTI pair"},
      {"NIfTI-1 with a damaged magic", magicOf(1, "n+9\0"), UnknownFormat, "Analyze"},
      {"NIfTI-2 with line ends converted", NiftiBytes(2).text(8, "\n\n\x1a\n").bytes(), UnknownFormat, "damaged"},
      {"NIfTI-1 with a wrong header size", NiftiBytes().put<std::int32_t>(0, 349).bytes(), UnknownFormat, "damaged"},
  };
}

std::vector<Broken> wrongShapes() {
  using enum ErrorCode;
  const auto sized = [](std::vector<std::int64_t> n) { return NiftiBytes().size(n).bytes(); };
  return {
      {"no dimensions", sized({0, 4, 5, 6}), BadHeader, "0 dimensions"},
      {"nine dimensions", sized({9, 4, 5, 6}), BadHeader, "9 dimensions"},
      {"negative dimensions", sized({-3, 4, 5, 6}), BadHeader, "-3 dimensions"},
      {"axis of zero", sized({3, 4, 0, 6}), BadHeader, "axis 2 has 0"},
      {"negative axis", sized({3, 4, 5, -6}), BadHeader, "axis 3 has -6"},
      {"a line", sized({1, 120, 1, 1}), NotAVolume, "single picture"},
      {"a picture", sized({2, 12, 10, 1}), NotAVolume, "single picture"},
      {"one slice", sized({3, 12, 10, 1}), NotAVolume, "single picture"},
      {"four-dimensional", sized({4, 4, 5, 3, 2}), NotAVolume, "2 volumes"},
      {"vectors", sized({5, 4, 5, 2, 1, 3}), NotAVolume, "3 volumes or values per voxel"},
      {"one slice more in the file", sized({3, 4, 5, 5}), BadHeader, "one slice more"},
      {"one row more in the header", sized({3, 4, 6, 6}), FileTruncated, "592 of the 640"},
      {"32767 cubed", sized({3, 32767, 32767, 32767}), FileTruncated, "592 of the"},
      {"overflowing sizes", NiftiBytes(2).size({3, 1LL << 40, 1LL << 40, 1LL << 40}).bytes(), BadHeader,
       "more voxels than any file"},
      {"32767 cubed in a small gzip", gzipped(sized({3, 32767, 32767, 32767})), FileTruncated, "at most"},
      {"half a gigabyte in a small gzip", gzipped(sized({3, 640, 640, 640}) + noise(700'000)), BadHeader,
       "more tightly than any CT"},
  };
}

std::vector<Broken> wrongVoxels() {
  using enum ErrorCode;
  const auto typed = [](int code, int bits) { return NiftiBytes().type(code, bits).bytes(); };
  const auto bad = [](float value) {
    NiftiBytes file;
    file.clearVoxels().type(16, 32);
    for (int i = 0; i < 120; ++i) file.voxel(i % 40 < 21 ? value : 1.0F);
    return file.bytes();
  };
  return {
      {"complex64", typed(32, 64), UnsupportedVoxelType, "complex64"},
      {"complex128", typed(1792, 128), UnsupportedVoxelType, "complex128"},
      {"RGB", typed(128, 24), UnsupportedVoxelType, "RGB colours"},
      {"RGBA", typed(2304, 32), UnsupportedVoxelType, "RGBA colours"},
      {"float128", typed(1536, 128), UnsupportedVoxelType, "float128"},
      {"bits", typed(1, 1), UnsupportedVoxelType, "single bits"},
      {"unknown type", typed(0, 0), BadHeader, "type number 0"},
      {"invented type", typed(999, 16), BadHeader, "type number 999"},
      {"NaN voxels", bad(std::numeric_limits<float>::quiet_NaN()), NonFiniteVoxels, "has 63 voxels"},
      {"infinite voxels", bad(-std::numeric_limits<float>::infinity()), NonFiniteVoxels, "has 63 voxels"},
      {"scaled beyond float", NiftiBytes(2).scale(1e300, 0).bytes(), NonFiniteVoxels, "has 119 voxels"},
      {"slope without an intercept", NiftiBytes().scale(1, kNan).bytes(), BadHeader, "intercept"},
      {"voxels inside the header", NiftiBytes().offset(0).bytes(), BadHeader, "impossible place"},
      {"voxels at a negative place", NiftiBytes().offset(-352).bytes(), BadHeader, "impossible place"},
      {"voxels at half a byte", NiftiBytes().offset(352.5).bytes(), BadHeader, "impossible place"},
      {"voxels nowhere", NiftiBytes().offset(kNan).bytes(), BadHeader, "impossible place"},
      {"voxels behind the end", NiftiBytes().offset(1e7).bytes(), FileTruncated, "592 of the 10000240"},
      {"voxels behind gigabytes", NiftiBytes().offset(1e9).bytes(), BadHeader, "impossible place"},
      {"voxels behind the end of a gzip", gzipped(NiftiBytes().offset(100000).bytes()), FileTruncated, "of the 100240"},
  };
}

std::vector<Broken> wrongGeometry() {
  using enum ErrorCode;
  const auto form = [](std::vector<double> rows) { return NiftiBytes().sform(1, rows).bytes(); };
  const auto quaternion = [](std::vector<double> q) { return NiftiBytes().sform(0, {}).qform(1, q).bytes(); };
  return {
      {"sform of NaN", form(std::vector<double>(12, kNan)), BadHeader, "sform holds values"},
      {"sform with a NaN origin", form({2, 0, 0, kNan, 0, 3, 0, 0, 0, 0, 4, 0}), BadHeader, "not numbers"},
      {"sform of zeros", form(std::vector<double>(12, 0)), BadHeader, "voxel size of 0"},
      {"sform with equal axes", form({2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0}), BadHeader, "no volume"},
      {"sform with axes in one plane", form({2, 0, 2, 0, 0, 3, 3, 0, 0, 0, 0, 0}), BadHeader, "lie in one plane"},
      {"sform beyond every scanner", form({2, 0, 0, 1e30F, 0, 3, 0, 0, 0, 0, 4, 0}), BadHeader, "puts voxels 1e+30 mm"},
      {"sform of 10 km", form({2, 0, 0, 1e7, 0, 3, 0, 0, 0, 0, 4, 0}), BadHeader, "farther than any patient"},
      {"qform beyond every scanner", quaternion({0, 0, 0, 0, -2e5, 0}), BadHeader, "qform puts voxels 2e+05 mm"},
      {"sform of a tilted gantry", form({2, 0, 0, 0, 0, 3, 1, 0, 0, 0, 4, 0}), BadHeader, "tilted gantry"},
      {"quaternion too long", quaternion({0.9, 0.9, 0, 0, 0, 0}), BadHeader, "qform is not a rotation"},
      {"quaternion of NaN", quaternion({kNan, 0, 0, 0, 0, 0}), BadHeader, "qform is not a rotation"},
      {"qform with an infinite origin", quaternion({0, 0, 0, std::numeric_limits<double>::infinity(), 0, 0}), BadHeader,
       "not numbers"},
      {"qform without voxel sizes", NiftiBytes().sform(0, {}).qform(1, {0, 0, 0}).pixdim({1, 0, 3, 4}).bytes(),
       BadHeader, "voxel size"},
      {"no form and no voxel size", NiftiBytes().sform(0, {}).pixdim({1, 2, kNan, 4}).bytes(), BadHeader,
       "no usable voxel size"},
  };
}

std::vector<Broken> wrongStreams() {
  using enum ErrorCode;
  const std::string good = gzipped(NiftiBytes().bytes());
  const auto changed = [&](std::size_t fromEnd) {
    std::string bytes = good;
    bytes[bytes.size() - fromEnd] = static_cast<char>(bytes[bytes.size() - fromEnd] ^ 1);
    return bytes;
  };
  const std::string plain = NiftiBytes().bytes();
  return {
      {"header cut short", plain.substr(0, 200), FileTruncated, "200 of the 352"},
      {"NIfTI-2 header cut short", NiftiBytes(2).bytes().substr(0, 400), FileTruncated, "400 of the 544"},
      {"last byte missing", plain.substr(0, plain.size() - 1), FileTruncated, "591 of the 592"},
      {"gzip of a cut file", gzipped(plain.substr(0, 500)), FileTruncated, "500 of the 592"},
      {"gzip cut in the voxels", good.substr(0, good.size() - 30), FileTruncated, "of the 592"},
      {"gzip cut in the checksum", good.substr(0, good.size() - 6), FileDamaged, "stops before its checksum"},
      {"gzip with a wrong checksum", changed(8), FileDamaged, "checksum"},
      {"gzip with a wrong length", changed(4), FileDamaged, "length"},
      {"gzip with junk behind", good + "junk", FileDamaged, "do not belong"},
      {"gzip with zeros behind", good + std::string(100, '\0'), FileDamaged, "do not belong"},
      {"gzip with half a member behind", good + good.substr(0, 9), FileDamaged, "stops before its checksum"},
      {"gzip of a longer file", gzipped(plain + std::string(4000, 'x')), BadHeader, "one slice more"},
      {"gzip header only", good.substr(0, 10), UnknownFormat, "empty"},
      {"gzip with an unknown method", std::string("\x1f\x8b\x07") + good.substr(3), FileDamaged, "makes no sense"},
  };
}

}  // namespace

class TestBrokenFiles : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  fs::path stored(const std::string& bytes) {
    const fs::path path = platform::fromUtf8(m_dir.filePath("broken.nii").toStdString());
    writeBytes(path, bytes);
    return path;
  }

  /// Reads it; an Error is fine, anything else that is thrown is not. True if it was read.
  bool readsOrRefuses(const std::string& bytes) {
    try {
      const CaseFile got = readCase(stored(bytes));
      checkGeometry(got.ct->geometry);
      return true;
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::Input) throw;
      return false;
    }
  }

 private slots:
  void eachIsRefusedWithASentence_data() {
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("index");
    const std::vector<std::vector<Broken>> lists = {otherFormats(), wrongShapes(), wrongVoxels(), wrongGeometry(),
                                                    wrongStreams()};
    for (std::size_t list = 0; list < lists.size(); ++list)
      for (std::size_t i = 0; i < lists[list].size(); ++i)
        QTest::newRow(lists[list][i].name.c_str()) << static_cast<int>(list) << static_cast<int>(i);
  }

  void eachIsRefusedWithASentence() {
    QFETCH(int, list);
    QFETCH(int, index);
    const std::vector<std::function<std::vector<Broken>()>> lists = {otherFormats, wrongShapes, wrongVoxels,
                                                                     wrongGeometry, wrongStreams};
    const Broken broken = lists[static_cast<std::size_t>(list)]()[static_cast<std::size_t>(index)];
    try {
      readCase(stored(broken.bytes));
      QFAIL("it was read");
    } catch (const Error& e) {
      QVERIFY2(e.code() == broken.code, (std::string(errorName(e.code())) + ": " + e.what()).c_str());
      const std::string sentence = e.what();
      QVERIFY2(sentence.find(broken.says) != std::string::npos, sentence.c_str());
      QVERIFY2(sentence.find('{') == std::string::npos && e.remedy().find('{') == std::string::npos, sentence.c_str());
      QVERIFY(sentence.find("broken.nii") != std::string::npos);
    }
  }

  void largerThanTheMemoryIsRefusedBeforeItIsAllocated() {
    const std::uint64_t free = platform::availableMemory();
    if (free == 0) QSKIP("the free memory of this system is unknown");
    // A sparse file of one byte per voxel whose floats need twice the memory there is.
    const auto slices = static_cast<std::int64_t>(free / 2 / (30000ULL * 30000ULL) + 1);
    const fs::path path = stored(NiftiBytes().clearVoxels().type(2, 8).size({3, 30000, 30000, slices}).bytes());
    std::error_code error;
    fs::resize_file(path, 352 + 900'000'000ULL * static_cast<std::uint64_t>(slices), error);
    if (error) QSKIP("this file system has no sparse files");
    const std::uint64_t before = platform::peakMemory();
    try {
      readCase(path);
      QFAIL("it was read");
    } catch (const Error& e) {
      QCOMPARE(e.code(), ErrorCode::VolumeTooLarge);
      QCOMPARE(e.kind(), ErrorKind::Resources);
    }
    QVERIFY(platform::peakMemory() < before + (64 << 20));
  }

  void foldersAndAbsentFilesAreRefused() {
    QVERIFY_THROWS_EXCEPTION(Error, readCase(platform::fromUtf8(m_dir.path().toStdString())));
    QVERIFY_THROWS_EXCEPTION(Error, readCase(platform::fromUtf8(m_dir.filePath("absent.nii").toStdString())));
  }

  void aStopEndsReading() {
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, readCase(stored(gzipped(NiftiBytes().bytes())), {{}, {}, source.get_token()}));
  }

  void truncationsAreAllRefused() {
    std::mt19937 random(11);
    for (const std::string& good :
         {NiftiBytes().bytes(), gzipped(NiftiBytes().bytes()), gzipped(NiftiBytes(2).bytes())})
      for (int i = 0; i < 100; ++i) QVERIFY(!readsOrRefuses(good.substr(0, random() % good.size())));
  }

  void bitFlipsInAGzipAreFoundOrDoNoHarm() {
    // A few bits mean nothing: the time in the gzip header, the padding at the end of the stream.
    std::mt19937 random(12);
    const std::string good = gzipped(NiftiBytes().bytes());
    const CaseFile right = readCase(stored(good));
    int found = 0;
    for (int i = 0; i < 300; ++i) {
      std::string bytes = good;
      const std::size_t at = random() % bytes.size();
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
      if (!readsOrRefuses(bytes)) {
        ++found;
        continue;
      }
      const CaseFile got = readCase(stored(bytes));
      QVERIFY(got.ct->voxels == right.ct->voxels && got.ct->geometry == right.ct->geometry);
    }
    QVERIFY(found > 250);
  }

  void bitFlipsInPlainFilesDoNoHarm() {
    std::mt19937 random(13);
    const std::uint64_t before = platform::peakMemory();
    for (const int version : {1, 2}) {
      const std::string good = NiftiBytes(version).qform(1, {0, 0, 0, -10, 20, 30}).bytes();
      for (int i = 0; i < 700; ++i) {
        std::string bytes = good;
        for (int flips = 0; flips <= i % 3; ++flips) {
          const std::size_t at = random() % 352;
          bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        }
        readsOrRefuses(bytes);
      }
    }
    QVERIFY(platform::peakMemory() < before + (64 << 20));
  }
};

QTEST_APPLESS_MAIN(TestBrokenFiles)
#include "test_broken_files.moc"
