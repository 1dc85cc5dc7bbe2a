// The folder of one run: its name, the files in it, and whether it is complete.
#pragma once

#include "engine/run/run_request.h"

#include <filesystem>
#include <string>

namespace hipwright {

/// Names inside one run folder. Nothing here touches the disk except complete().
class RunFolder {
 public:
  RunFolder(std::filesystem::path folder, std::string caseName);

  const std::filesystem::path& path() const { return m_folder; }
  std::filesystem::path fused() const { return file("_fused.nii.gz"); }
  std::filesystem::path metal() const { return file("_metal.nii.gz"); }
  /// The field on the model's grid, of which the surface was made; only where the case has other voxels.
  std::filesystem::path surfaceField() const { return file("_metal_grid.nii.gz"); }
  std::filesystem::path surface() const { return file("_metal.stl"); }
  std::filesystem::path strip() const { return file("_summary.png"); }
  std::filesystem::path record() const { return m_folder / "run.json"; }
  std::filesystem::path request() const { return m_folder / "request.json"; }
  std::filesystem::path latents() const { return m_folder / "latents.safetensors"; }
  std::filesystem::path partialLatents() const { return m_folder / "denoising.safetensors"; }
  std::filesystem::path stages() const { return m_folder / "summary"; }
  std::filesystem::path stage(int step) const;
  std::filesystem::path previews() const { return m_folder / "preview"; }
  std::filesystem::path preview(int step) const;
  std::filesystem::path previewField(int step) const;  ///< the same plane's field, twice

  /// A run without run.json is not complete, whatever else is there. While it is not, request.json says how to go on.
  bool complete() const;

 private:
  std::filesystem::path file(const char* ending) const;

  std::filesystem::path m_folder;
  std::string m_caseName;
};

/// <case>_seed_<n>_cfg_<w>_ts_<n>_<tiled|no-tiled>_<summary|no-summary>_<8 hex>; characters a file system may refuse
/// become '-'.
std::string runFolderName(const std::string& caseName, const RunRequest& request, std::int64_t seed,
                          const std::string& requestHash);

/// A case's name with the characters a file system may refuse replaced by '-', at most 100 bytes.
std::string safeFileName(const std::string& name);

/// As much of a name as file names take, less `spare` bytes for what is to follow it.
std::string shortenedName(const std::string& name, std::size_t spare);

/// A number as short as possible: 3, 3.5, 0.25.
std::string shortNumber(double value);

}  // namespace hipwright
