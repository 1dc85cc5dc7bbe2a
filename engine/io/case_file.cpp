#include "engine/io/case_file.h"

#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/dicom_elements.h"
#include "engine/io/dicom_series.h"
#include "engine/io/header_text.h"
#include "engine/io/meta_image_file.h"
#include "engine/io/nifti_file.h"
#include "engine/io/nrrd_file.h"
#include "engine/io/refusal.h"

#include <new>

namespace hipwright {
namespace {

CaseFile readOneFile(const std::filesystem::path& path, std::span<const std::byte> file, const std::stop_token& stop) {
  if (isNrrd(file)) return readNrrd(path, file, stop);
  if (isMetaImage(file)) return readMetaImage(path, file, stop);
  CaseFile out = readNifti(path, file, stop);
  Sha256 hash;
  hash.add(file);
  out.sha256 = hash.hexDigest();
  return out;
}

CaseFile readAny(const std::filesystem::path& path, const CaseReading& reading) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return readDicomFolder(path, reading);
  const platform::MappedFile file(path);
  if (isDicom(file.bytes())) return readDicomSeriesOf(path, reading);
  if (!reading.series.empty())
    throw Error(ErrorCode::BadRequest, {{"problems", "only in DICOM folders a series can be chosen"}});
  return readOneFile(path, file.bytes(), reading.stop);
}

}  // namespace

CaseFile readCase(const std::filesystem::path& path, const CaseReading& reading) {
  try {
    CaseFile out = readAny(path, reading);
    const auto named = path.has_filename() ? path : path.parent_path();  // a folder may end with its separator
    out.name = nameWithout(named, {".dcm", ".gz", ".nii", ".nrrd", ".nhdr", ".mha", ".mhd"});
    return out;
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, {{"phase", "reading the CT"}});
  }
}

}  // namespace hipwright
