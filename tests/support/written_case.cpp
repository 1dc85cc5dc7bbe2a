#include "tests/support/written_case.h"

#include "engine/io/volume_file.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/text_volumes.h"

#include <fstream>

namespace hipwright::test {
namespace fs = std::filesystem;
namespace {

fs::path stored(const fs::path& path, const std::string& header, const Volume& ct) {
  std::ofstream file(path, std::ios::binary);
  const std::string voxels = rawVoxels(ct);
  file.write(header.data(), static_cast<std::streamsize>(header.size()));
  file.write(voxels.data(), static_cast<std::streamsize>(voxels.size()));
  return path;
}

}  // namespace

const char* toText(CaseFormat format) {
  switch (format) {
    case CaseFormat::Nifti: return "NIfTI";
    case CaseFormat::Nrrd: return "NRRD";
    case CaseFormat::MetaImage: return "MetaImage";
    case CaseFormat::Dicom: break;
  }
  return "DICOM";
}

fs::path writeCase(const fs::path& folder, const Volume& ct, CaseFormat format) {
  switch (format) {
    case CaseFormat::Nifti: writeNifti(folder / "hip.nii.gz", ct, {}); return folder / "hip.nii.gz";
    case CaseFormat::Nrrd: return stored(folder / "hip.nrrd", nrrdHeader(nrrdFields(ct.geometry)), ct);
    case CaseFormat::MetaImage: return stored(folder / "hip.mha", metaHeader(metaFields(ct.geometry)), ct);
    case CaseFormat::Dicom: break;
  }
  writeDicomFolder(folder / "hip", dicomPictures(ct));
  return folder / "hip";
}

}  // namespace hipwright::test
