#include "tests/support/run_scene.h"

#include "engine/core/atomic_file.h"
#include "engine/io/volume_file.h"
#include "engine/weights/profile_file.h"
#include "engine/weights/weight_files.h"

#include <fstream>
#include <iterator>
#include <memory>

namespace hipwright::test {
namespace fs = std::filesystem;

Geometry RunScene::standardGeometry() { return {{27, 24, 30}, {1, 1, 1}, {-40, 20, 300}, kIdentity3}; }

RunScene::RunScene(fs::path folder, const Geometry& geometry) : m_folder(std::move(folder)), m_geometry(geometry) {
  fs::create_directories(m_folder / "set");
  m_sphere.centre = m_geometry.indexToPatient(
      {double(m_geometry.size[0] / 2), double(m_geometry.size[1] / 2), double(m_geometry.size[2] / 2)});
  m_sphere.radius = 9;
  writeNifti(m_folder / "hip.nii.gz", sphereCt(m_geometry, m_sphere, smallProfile()), {});
  const NamedTensors tensors = {{"weight", {{2}, {1, 2}}}};
  for (const char* name : {"vae_pre.safetensors", "vae_metal.safetensors", "ldm.safetensors"})
    writeSafetensors(m_folder / "set" / name, tensors, {}, StoredPrecision::Float32);
  writeAtomically(m_folder / "set" / "profile.json", profileToJson(smallProfile()));
}

void RunScene::changeProfile(const std::function<void(ModelProfile&)>& change) {
  ModelProfile profile = readProfile(m_folder / "set" / "profile.json");
  change(profile);
  writeAtomically(m_folder / "set" / "profile.json", profileToJson(profile));
}

RunRequest RunScene::request() const {
  RunRequest request;
  request.cond = m_folder / "hip.nii.gz";
  request.save = saves();
  request.model.set = m_folder / "set";
  request.seed = 7;
  request.ts = 12;
  request.summary = true;
  return request;
}

ModelLoader RunScene::loader() {
  return [this](const ModelSet& set, const ComputeOptions& compute, const std::stop_token&) {
    ++m_loaded;
    const bool onProcessor = compute.device == DeviceChoice::Cpu && m_onProcessor;
    return std::make_unique<FakeModel>(set.profile, onProcessor ? *m_onProcessor : m_options);
  };
}

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace hipwright::test
