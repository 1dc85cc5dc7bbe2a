// Files that are wrong in one way each, of every kind that the program reads: made by rule, so that there is nothing to
// keep beside the sources.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hipwright::test {

enum class MalformedKind { Ct, Checkpoint, Profile, Preset, Run };

struct MalformedFile {
  std::string name;  ///< of the file or folder; says what is wrong with it
  MalformedKind kind = MalformedKind::Ct;
  std::string says;  ///< part of the sentence that refuses it
};

/// Makes all of them below `folder`, which is there and empty.
std::vector<MalformedFile> makeMalformedFiles(const std::filesystem::path& folder);

}  // namespace hipwright::test
