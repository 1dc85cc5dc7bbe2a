#include "engine/io/case_file.h"

#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/header_text.h"
#include "engine/io/meta_image_file.h"
#include "engine/io/nifti_file.h"
#include "engine/io/nrrd_file.h"
#include "engine/io/refusal.h"

#include <new>

namespace hipwright {
namespace {

CaseFile readByContent(const std::filesystem::path& path, std::span<const std::byte> file) {
  if (isNrrd(file)) return readNrrd(path, file);
  if (isMetaImage(file)) return readMetaImage(path, file);
  CaseFile out = readNifti(path, file);
  Sha256 hash;
  hash.add(file);
  out.sha256 = hash.hexDigest();
  return out;
}

}  // namespace

CaseFile readCase(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  try {
    CaseFile out = readByContent(path, file.bytes());
    out.name = nameWithout(path, {".gz", ".nii", ".nrrd", ".nhdr", ".mha", ".mhd"});
    return out;
  } catch (const std::bad_alloc&) {
    throw Error(ErrorCode::OutOfMemory, {{"phase", "reading the CT"}});
  }
}

}  // namespace hipwright
