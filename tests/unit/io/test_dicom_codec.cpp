// Packed slices: every packing without loss gives the voxels back, and a damaged one is refused.
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

 private:
  /// Cut anywhere, it is refused; with other bytes in its pixels, it is refused or gives numbers.
  static void cutPiecewise(const DicomFolder& folder, const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string good((std::istreambuf_iterator<char>(in)), {});
    for (std::size_t size = 150; size < good.size() - 2; size += 37) {
      std::ofstream(file, std::ios::binary) << good.substr(0, size);
      QVERIFY(folder.refusal().first != ErrorCode::Internal);
    }
    for (std::size_t i = 1; i < 60; ++i) {
      std::string bytes = good;
      bytes[bytes.size() - 8 - i * 7] = static_cast<char>(i * 37);
      std::ofstream(file, std::ios::binary) << bytes;
      folder.refusal();
    }
  }
};

QTEST_APPLESS_MAIN(TestDicomCodec)
#include "test_dicom_codec.moc"
