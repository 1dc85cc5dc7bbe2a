// Packed slices: every packing without loss gives the voxels back, and a damaged one is refused.
#include "engine/core/platform.h"
#include "tests/unit/io/dicom_scene.h"

#include <QTest>

#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmImageReader.h>
#include <gdcmImageWriter.h>
#include <gdcmTrace.h>
#include <fstream>

using namespace hipwright;
using namespace hipwright::test;

namespace {

void repack(const std::filesystem::path& file, gdcm::TransferSyntax::TSType packing) {
  gdcm::ImageReader reader;
  reader.SetFileName(file.c_str());
  QVERIFY(reader.Read());
  gdcm::ImageChangeTransferSyntax change;
  change.SetTransferSyntax(packing);
  change.SetInput(reader.GetImage());
  QVERIFY(change.Change());
  gdcm::ImageWriter writer;
  writer.SetFile(reader.GetFile());
  writer.SetImage(change.GetOutput());
  writer.SetFileName(file.c_str());
  QVERIFY(writer.Write());
}

/// Large enough that packing makes sense, and soft enough for it.
Volume softVolume() {
  Volume v{{{40, 32, 4}, {0.7, 0.8, 1.25}, {-30, 20, 500}, kIdentity3}, {}};
  for (int i = 0; i < 40 * 32 * 4; ++i) v.voxels.push_back(static_cast<float>(i % 40 * (i / 40 % 32) - 1000));
  return v;
}

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string little(std::uint32_t value) {
  std::string out;
  for (unsigned i = 0; i < 4; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
  return out;
}

/// A private element behind the pixels that claims `length` bytes and has 64.
std::string trailing(std::uint32_t length) {
  return std::string("\xfc\xff\xfc\xffOB\0\0", 8) + little(length) + std::string(64, '\0');
}

/// A sequence of right length, in which an element claims nearly 4 GB.
std::string boastfulSequence() {
  const std::string inner = std::string("\x40\0\x55\x05OB\0\0", 8) + little(0xEFFFFFF0) + std::string(8, '\0');
  const std::string item = std::string("\xfe\xff\0\xe0", 4) + little(static_cast<std::uint32_t>(inner.size())) + inner;
  return std::string("\x40\0\x29\x92SQ\0\0", 8) + little(static_cast<std::uint32_t>(item.size())) + item;
}

std::string textGarbage() {
  std::string out;
  for (int i = 0; i < 40; ++i) out += "garbage!";
  return out;
}

}  // namespace

class TestDicomCodec : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { gdcm::Trace::WarningOff(); }

  void packedSlicesAreRead_data() {
    QTest::addColumn<int>("packing");
    QTest::newRow("JPEG lossless") << static_cast<int>(gdcm::TransferSyntax::JPEGLosslessProcess14_1);
    QTest::newRow("JPEG-LS") << static_cast<int>(gdcm::TransferSyntax::JPEGLSLossless);
    QTest::newRow("JPEG 2000") << static_cast<int>(gdcm::TransferSyntax::JPEG2000Lossless);
    QTest::newRow("RLE") << static_cast<int>(gdcm::TransferSyntax::RLELossless);
  }

  void packedSlicesAreRead() {
    QFETCH(int, packing);
    const DicomFolder folder(dicomPictures(softVolume()));
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) files.push_back(entry.path());
    for (const auto& file : files) repack(file, static_cast<gdcm::TransferSyntax::TSType>(packing));
    QVERIFY(folder.read().ct->voxels == softVolume().voxels);
    cutPiecewise(folder, files.front());
  }

  void whatIsNotThePictureIsNeverUnpacked_data() {
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("behind");
    const std::string none;
    QTest::newRow("seven zeros behind") << none << std::string(7, '\0');
    QTest::newRow("three bytes behind") << none << std::string("\1\2\3");
    QTest::newRow("element cut short behind") << none << trailing(200);
    QTest::newRow("length of 2 GB behind") << none << trailing(0x7FFFFFF0);
    QTest::newRow("length of 4 GB inside a sequence") << boastfulSequence() << none;
    QTest::newRow("text behind") << none << textGarbage();
  }

  /// A stranger's lengths outside the picture cost nothing, and the picture is read.
  void whatIsNotThePictureIsNeverUnpacked() {
    QFETCH(std::string, before);
    QFETCH(std::string, behind);
    const DicomFolder folder(dicomPictures(softVolume()));
    const std::uint64_t peak = platform::peakMemory();
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      repack(entry.path(), gdcm::TransferSyntax::RLELossless);
      std::string bytes = bytesOf(entry.path());
      const std::size_t pixels = bytes.find(std::string("\xe0\x7f\x10\0OB\0\0\xff\xff\xff\xff", 12));
      QVERIFY(pixels != std::string::npos);
      write(entry.path(), bytes.insert(pixels, before) + behind);
    }
    QVERIFY(folder.read().ct->voxels == softVolume().voxels);
    QVERIFY(platform::peakMemory() - peak < 200'000'000);
  }

 private:
  /// Cut anywhere, it is refused; with other bytes in its pixels, it is refused or gives numbers.
  static void cutPiecewise(const DicomFolder& folder, const std::filesystem::path& file) {
    const std::string good = bytesOf(file);
    for (std::size_t size = 150; size < good.size() - 2; size += 37) {
      write(file, good.substr(0, size));
      QVERIFY(folder.refusal().first != ErrorCode::Internal);
    }
    for (std::size_t i = 1; i < 60; ++i) {
      std::string bytes = good;
      bytes[bytes.size() - 8 - i * 7] = static_cast<char>(i * 37);
      write(file, bytes);
      folder.refusal();
    }
  }
};

QTEST_APPLESS_MAIN(TestDicomCodec)
#include "test_dicom_codec.moc"
