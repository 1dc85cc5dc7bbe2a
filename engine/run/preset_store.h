// The presets on disk: those that come with the program, read-only, and the user's own folder of JSON files.
#pragma once

#include "engine/run/preset.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hipwright {

enum class PresetOrigin { Shipped, User };

struct StoredPreset {
  std::string id;  ///< the file's name without ".json"; stays when the preset is renamed
  PresetOrigin origin = PresetOrigin::User;
  Preset preset;
};

struct PresetProblem {
  std::filesystem::path file;
  std::string reason;  ///< continues "The preset ... cannot be used: "
};

struct PresetList {
  std::vector<StoredPreset> presets;    ///< the shipped ones in their order, then the user's by name
  std::vector<PresetProblem> problems;  ///< files that were skipped
};

/// What undoing a deletion needs.
struct RemovedPreset {
  std::string id;
  std::string name;
  std::string json;
  bool wasDefault = false;
};

/// Reads the folders anew with every call: files may come and go beside it. Names are unique, without regard to the
/// case of Latin letters. Files are written whole or not at all, under names that every file system takes.
/// Not for two threads at once. All members throw Error(FileUnreadable | FileUnwritable) if the disk does not obey.
class PresetStore {
 public:
  /// Neither folder need exist; the user's is made when the first preset is saved.
  PresetStore(std::filesystem::path shipped, std::filesystem::path user);

  PresetList list() const;
  std::optional<StoredPreset> find(const std::string& id) const;
  std::optional<StoredPreset> findByName(const std::string& name) const;

  /// A new preset of the user's. Throws Error(BadPresetName) if the name is taken or impossible.
  StoredPreset saveAs(const Preset& preset);

  /// Replaces the values and the description, keeps the name and the file's unknown keys.
  /// Throws Error(PresetShipped | BadPreset).
  StoredPreset save(const std::string& id, const Preset& preset);

  /// Throws Error(BadPresetName | PresetShipped | BadPreset).
  StoredPreset rename(const std::string& id, const std::string& name);

  /// Throws Error(PresetShipped | BadPreset).
  RemovedPreset remove(const std::string& id);
  StoredPreset restore(const RemovedPreset& removed);

  /// A copy in the user's folder; " (2)" is added to a name that is taken. Throws Error(FileNotFound | BadPreset).
  StoredPreset importFrom(const std::filesystem::path& file);
  void exportTo(const std::string& id, const std::filesystem::path& file) const;

  /// The one a new case starts with: the user's choice, else the shipped "recommended", else the first there is.
  std::string defaultId() const;
  void setDefault(const std::string& id);
  /// Whether the user chose one that is still there.
  bool hasChosenDefault() const;

 private:
  StoredPreset userPreset(const std::string& id) const;
  std::filesystem::path userFile(const std::string& id) const;
  std::filesystem::path defaultFile() const;
  std::optional<std::string> chosenDefault() const;
  StoredPreset write(const std::string& id, const Preset& preset);
  std::string freeId(const std::string& name) const;
  std::string freeName(const std::string& name) const;
  void checkName(const std::string& name, const std::string& exceptId) const;

  std::filesystem::path m_shipped;
  std::filesystem::path m_user;
};

}  // namespace hipwright
