// Packed slices: every packing without loss gives the voxels back, and a damaged one is refused.
#include "engine/core/platform.h"
#include "tests/unit/io/dicom_scene.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmImageReader.h>
#include <gdcmImageWriter.h>
#include <gdcmJPEGCodec.h>
#include <gdcmJPEGLSCodec.h>
#include <gdcmTrace.h>
#include <fstream>

using namespace hipwright;
using namespace hipwright::test;

namespace {

/// `lossy` may be null: then nothing is lost.
void repack(const std::filesystem::path& file, gdcm::TransferSyntax::TSType packing,
            gdcm::ImageCodec* lossy = nullptr) {
  gdcm::ImageReader reader;
  reader.SetFileName(file.c_str());
  QVERIFY(reader.Read());
  gdcm::ImageChangeTransferSyntax change;
  change.SetTransferSyntax(packing);
  change.SetInput(reader.GetImage());
  if (lossy != nullptr) change.SetUserCodec(lossy);
  QVERIFY(change.Change());
  gdcm::ImageWriter writer;
  writer.SetFile(reader.GetFile());
  writer.SetImage(change.GetOutput());
  writer.SetFileName(file.c_str());
  QVERIFY(writer.Write());
}

/// As a 12-bit scanner stores it; the largest value of the soft volume is 1233.
std::vector<DicomPicture> twelveBits(std::vector<DicomPicture> pictures) {
  for (DicomPicture& picture : pictures) {
    picture.fields[0x00280101] = "12";
    picture.fields[0x00280102] = "11";
  }
  return pictures;
}

/// Eight bits of each value, as a picture of a CT has them.
void makeScreenshot(const std::filesystem::path& file) {
  gdcm::ImageReader reader;
  reader.SetFileName(file.c_str());
  QVERIFY(reader.Read());
  gdcm::Image& image = reader.GetImage();
  std::vector<char> grey(image.GetBufferLength());
  QVERIFY(image.GetBuffer(grey.data()));
  const std::size_t count = grey.size() / 2;
  for (std::size_t i = 0; i < count; ++i) grey[i] = grey[2 * i];
  grey.resize(count);
  image.SetPixelFormat(gdcm::PixelFormat::UINT8);
  gdcm::DataElement pixels(gdcm::Tag(0x7fe0, 0x0010));
  pixels.SetByteValue(grey.data(), gdcm::VL(static_cast<std::uint32_t>(count)));
  image.SetDataElement(pixels);
  gdcm::ImageWriter writer;
  writer.SetFile(reader.GetFile());
  writer.SetImage(image);
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

  void lossyPicturesAreReadWithAWarning_data() {
    QTest::addColumn<int>("packing");
    QTest::newRow("JPEG extended, 12 bits") << static_cast<int>(gdcm::TransferSyntax::JPEGExtendedProcess2_4);
    QTest::newRow("JPEG-LS near-lossless") << static_cast<int>(gdcm::TransferSyntax::JPEGLSNearLossless);
  }

  /// Whether their header admits the loss or not.
  void lossyPicturesAreReadWithAWarning() {
    QFETCH(int, packing);
    const DicomFolder folder(twelveBits(dicomPictures(softVolume())));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      gdcm::JPEGCodec jpeg;
      jpeg.SetLossless(false);
      jpeg.SetQuality(95);
      gdcm::JPEGLSCodec near;
      near.SetLossless(false);
      near.SetLossyError(2);
      const auto syntax = static_cast<gdcm::TransferSyntax::TSType>(packing);
      const bool isNear = syntax == gdcm::TransferSyntax::JPEGLSNearLossless;
      repack(entry.path(), syntax, isNear ? static_cast<gdcm::ImageCodec*>(&near) : &jpeg);
    }
    const CaseFile file = folder.read();
    QVERIFY(hasNote(file, NoteCode::LossyPictures));
    const Volume whole = softVolume();
    double worst = 0;
    for (std::size_t i = 0; i < whole.voxels.size(); ++i)
      worst = std::max(worst, std::abs(static_cast<double>(file.ct->voxels[i]) - whole.voxels[i]));
    qInfo("largest deviation %.0f HU", worst);
    QVERIFY(worst > 0 && worst < 60);
  }

  /// The baseline JPEG of a screenshot holds no HU, whatever its header calls itself.
  void aJpegOfEightBitsIsRefused() {
    const DicomFolder folder(dicomPictures(softVolume()));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      gdcm::JPEGCodec jpeg;
      jpeg.SetLossless(false);
      makeScreenshot(entry.path());
      repack(entry.path(), gdcm::TransferSyntax::JPEGBaselineProcess1, &jpeg);
    }
    const auto [code, text] = folder.refusal();
    QCOMPARE(code, ErrorCode::NoSeries);
    QVERIFY2(text.find("256 grey values") != std::string::npos, text.c_str());
  }

  /// GDCM's readers end by starting a JPEG program of the system's, which leaves files behind.
  void aDamagedPictureStartsNoOtherProgram() {
    const DicomFolder folder(dicomPictures(softVolume()));
    std::filesystem::path file;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      repack(file = entry.path(), gdcm::TransferSyntax::JPEGLosslessProcess14_1);
    const std::string good = bytesOf(file);
    const std::size_t scan = good.rfind("\xff\xda");
    QVERIFY(scan != std::string::npos);
    const QTemporaryDir scratch;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", scratch.path().toUtf8());
    for (std::size_t i = 0; i < 40; ++i) {
      std::string bytes = good;
      for (std::size_t k = 0; k < 8; ++k) bytes[scan + 10 + i * 2 + k] = static_cast<char>(i * 37 + k * 11);
      write(file, bytes);
      folder.refusal();
    }
    if (before.isNull()) {
      qunsetenv("TMPDIR");
    } else {
      qputenv("TMPDIR", before);
    }
    QVERIFY(QDir(scratch.path()).isEmpty());
  }

  void aPictureOfAnotherKindIsRefused() {
    const DicomFolder folder(dicomPictures(softVolume()));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      repack(entry.path(), gdcm::TransferSyntax::JPEGLSLossless);
      std::string bytes = bytesOf(entry.path());
      const std::size_t syntax = bytes.find("1.2.840.10008.1.2.4.80");
      QVERIFY(syntax != std::string::npos);
      write(entry.path(), bytes.replace(syntax, 22, "1.2.840.10008.1.2.4.70"));
    }
    const auto [code, text] = folder.refusal();
    QCOMPARE(code, ErrorCode::FileDamaged);
    QVERIFY2(text.find("of another kind than its header says") != std::string::npos, text.c_str());
  }

  /// Such a picture ends as a whole one does, and would keep the decoder waiting for the rest.
  void aSegmentBeyondTheEndIsRefused() {
    const DicomFolder folder(dicomPictures(softVolume()));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      repack(entry.path(), gdcm::TransferSyntax::JPEGLosslessProcess14_1);
      std::string bytes = bytesOf(entry.path());
      const std::size_t scan = bytes.rfind("\xff\xda");
      QVERIFY(scan != std::string::npos);
      write(entry.path(), bytes.replace(scan + 20, 4, "\xff\xc4\xf0\xf0"));
    }
    const auto [code, text] = folder.refusal();
    QCOMPARE(code, ErrorCode::FileDamaged);
    QVERIFY2(text.find("its packed picture is cut short") != std::string::npos, text.c_str());
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
