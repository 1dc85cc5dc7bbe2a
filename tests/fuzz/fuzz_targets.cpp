#include "tests/fuzz/fuzz_targets.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/dicom_slice.h"
#include "engine/io/mesh_file.h"
#include "engine/io/meta_image_file.h"
#include "engine/io/nifti_file.h"
#include "engine/io/nrrd_file.h"
#include "engine/run/comparison_table.h"
#include "engine/run/preset.h"
#include "engine/run/request_json.h"
#include "engine/run/run_history.h"
#include "engine/weights/checkpoint.h"
#include "engine/weights/pickle_machine.h"
#include "engine/weights/profile_file.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <string>

namespace hipwright::test {
namespace {

using Bytes = std::span<const std::byte>;

std::string textOf(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// A file of these bytes while the object lives, for readers that map theirs.
class FileOfBytes {
 public:
  explicit FileOfBytes(Bytes bytes) {
    std::ofstream(m_path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }
  ~FileOfBytes() {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
  }
  FileOfBytes(const FileOfBytes&) = delete;
  FileOfBytes& operator=(const FileOfBytes&) = delete;

  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path =
      std::filesystem::temp_directory_path() / ("hipwright_fuzz_" + std::to_string(platform::randomNumber()));
};

/// A reader keeps its promise if it returns a sane value or throws an Error; all else ends the program.
template <class Read>
void kept(Read read) {
  try {
    read();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::Internal) std::abort();
  }
}

void checkCase(const CaseFile& file) {
  checkGeometry(file.ct->geometry);
  if (static_cast<std::int64_t>(file.ct->voxels.size()) != product(file.ct->geometry.size)) std::abort();
}

void nifti(Bytes bytes) {
  kept([&] { checkCase(readNifti("fuzz.nii", bytes)); });
}

void textHeaders(Bytes bytes) {
  const std::filesystem::path nowhere = std::filesystem::path("no such folder") / "fuzz";
  kept([&] {
    if (isNrrd(bytes)) checkCase(readNrrd(nowhere, bytes));
    if (isMetaImage(bytes)) checkCase(readMetaImage(nowhere, bytes));
  });
}

void dicomElements(Bytes bytes) {
  isDicom(bytes);
  const PartialDicom dicom = parseDicomAsFarAsPossible("fuzz.dcm", bytes);
  for (const auto& [tag, value] : dicom.elements.values) {
    if (value.data() < bytes.data() || value.data() + value.size() > bytes.data() + bytes.size()) std::abort();
    dicom.elements.reals(tag, 3);
    dicom.elements.integerText(tag);
    dicom.elements.word(tag);
  }
}

void dicom(Bytes bytes) {
  dicomElements(bytes);
  const FileOfBytes file(bytes);
  kept([&] {
    const DicomSlice slice = describeSlice(file.path());
    const auto pixels = static_cast<std::size_t>(slice.frame.rows * slice.frame.columns);
    if (readSlice(slice, nullptr).hu.size() != pixels) std::abort();
  });
}

void checkpoint(Bytes bytes) {
  const FileOfBytes file(bytes);
  kept([&] { readCheckpoint(file.path()); });
}

/// The program of a checkpoint alone: behind a checksum, no fuzzer would ever reach it.
void pickle(Bytes bytes) {
  std::array<std::byte, 22> empty{std::byte{'P'}, std::byte{'K'}, std::byte{5}, std::byte{6}};
  kept([&] {
    const Refusal refuse("fuzz.pt");
    ZipArchive archive(empty, refuse);
    PickleHeap heap(refuse);
    PickleObjects objects(heap, archive, "archive/", refuse);
    PickleMachine(bytes, objects, refuse).run();
  });
}

void profile(Bytes bytes) {
  kept([&] { profileToJson(parseProfile(textOf(bytes), "profile.json")); });
}

void preset(Bytes bytes) {
  kept([&] { presetToJson(presetFromJson(textOf(bytes), "preset.json")); });
}

void request(Bytes bytes) {
  kept([&] {
    const RunRequest read = requestFromJson(textOf(bytes), "run.json");
    read.check();
    requestToJson(read);
  });
}

/// A whole run.json, whose files must stay in the folder whatever it says.
void runRecord(Bytes bytes) {
  kept([&] {
    const std::filesystem::path folder = "run folder";
    const PastRun run = runFromJson(folder, textOf(bytes));
    for (const auto& file : {run.folder.fused(), run.folder.metal(), run.folder.surface(), run.folder.strip()})
      if (file.lexically_normal().parent_path() != folder) std::abort();
    if (run.record.geometry != Geometry{}) checkGeometry(run.record.geometry);
  });
}

/// A comparison.json, whose runs must lie in its folder or beside it.
void comparison(Bytes bytes) {
  const FileOfBytes file(bytes);
  const std::filesystem::path folder = std::filesystem::path("results") / "comparison";
  kept([&] {
    isDamagedComparison(file.path());
    seedsOfComparison(file.path());
    referenceOfComparison(file.path());
    for (const EarlierValue& value : earlierValues(file.path(), folder))
      if (*value.run.begin() != "results") std::abort();
  });
}

void mesh(Bytes bytes) {
  const FileOfBytes file(bytes);
  kept([&] {
    const Mesh read = readMesh(file.path());
    for (const auto& triangle : read.triangles)
      for (const auto corner : triangle)
        if (static_cast<std::size_t>(corner) >= read.vertices.size()) std::abort();
  });
}

}  // namespace

const std::vector<FuzzTarget>& fuzzTargets() {
  static const std::vector<FuzzTarget> targets = {
      {"nifti", nifti},          {"text_headers", textHeaders}, {"dicom", dicom},   {"checkpoint", checkpoint},
      {"pickle", pickle},        {"profile", profile},          {"preset", preset}, {"request", request},
      {"run_record", runRecord}, {"comparison", comparison},    {"mesh", mesh}};
  return targets;
}

}  // namespace hipwright::test
