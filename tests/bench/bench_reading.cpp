// Times the way from the files of a whole pelvis to the grid of a model: bench_reading FOLDER [nifti|dicom]. Makes a CT
// of 512 x 512 x 300 voxels in FOLDER the first time, as .nii.gz and as DICOM slices.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/case_file.h"
#include "engine/plan/case_plan.h"
#include "engine/prepare/prepare.h"
#include "engine/prepare/resample.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/nifti_bytes.h"
#include "tests/support/whole_pelvis.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

using namespace hipwright;
using namespace hipwright::test;

namespace {

const Geometry kGrid{{512, 512, 300}, {0.8, 0.8, 0.8}, {-204, -204, -120}, kIdentity3};

/// A pelvis of 2 mm, drawn larger, with the noise that keeps real CTs from packing well.
Volume pelvis() {
  Volume ct = resample(wholePelvis({}, 2, {}), kGrid, {Interpolation::Linear, -1000}, {});
  std::mt19937 random(1);
  std::normal_distribution<float> noise(0, 12);
  for (float& hu : ct.voxels) hu = std::max(std::round(hu + noise(random)), -1024.0F);
  return ct;
}

void writePacked(const std::filesystem::path& path, const Volume& ct) {
  NiftiBytes file;
  file.clearVoxels().size({3, ct.geometry.size[0], ct.geometry.size[1], ct.geometry.size[2]});
  const Vec3& s = ct.geometry.spacing;
  const Vec3& o = ct.geometry.origin;
  file.pixdim({1, s[0], s[1], s[2]}).sform(1, {-s[0], 0, 0, -o[0], 0, -s[1], 0, -o[1], 0, 0, s[2], o[2]});
  std::string bytes = file.bytes();
  const std::size_t header = bytes.size();
  bytes.resize(header + 2 * ct.voxels.size());
  auto* at = reinterpret_cast<std::byte*>(bytes.data()) + header;
  for (std::size_t i = 0; i < ct.voxels.size(); ++i)
    storeAs(static_cast<std::int16_t>(ct.voxels[i]), at + 2 * i, false);
  writeBytes(path, gzipped(bytes));
}

void make(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder / "pelvis.nii.gz")) return;
  const Volume ct = pelvis();
  writeDicomFolder(folder / "pelvis", dicomPictures(ct));
  writePacked(folder / "pelvis.nii.gz", ct);
}

template <class Work>
auto timed(const char* what, Work work) {
  const auto start = std::chrono::steady_clock::now();
  auto result = work();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("%-34s %6.2f s, peak %5.0f MB\n", what, seconds, static_cast<double>(platform::peakMemory()) / 1e6);
  std::fflush(stdout);
  return result;
}

ModelProfile rightHips() {
  ModelProfile profile;
  profile.input.orientation = "LPS";
  profile.input.side = ModelSide::Right;
  profile.input.fieldOfView = {{96, 80, 144}, {62, 34, 109}};
  return profile;
}

void measure(const std::filesystem::path& path) {
  const CaseFile file = timed("read", [&] { return readCase(path); });
  const ModelProfile profile = rightHips();
  const CasePlan plan = timed("plan: hips, survey, preflight", [&] { return planCase(*file.ct, profile, {}, {}); });
  const Volume there =
      timed("to the model's grid", [&] { return onModelGrid(*file.ct, plan.grid.geometry, profile, {}); });
  timed("back to the case's grid", [&] { return onCaseGrid(there, file.ct->geometry, {}); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::puts("bench_reading FOLDER [nifti|dicom]");
    return 2;
  }
  try {
    const std::filesystem::path folder = platform::fromUtf8(argv[1]);
    make(folder);
    if (argc > 2) measure(folder / (std::string(argv[2]) == "dicom" ? "pelvis" : "pelvis.nii.gz"));
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
