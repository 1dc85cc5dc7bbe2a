#include "engine/core/control_group.h"

#include <algorithm>
#include <fstream>
#include <string>

namespace hipwright {
namespace {
namespace fs = std::filesystem;

constexpr std::uint64_t kNoLimit = UINT64_MAX;

/// The files of one version, within the folder of a group.
struct Names {
  const char* limit;
  const char* used;
  const char* droppable;  ///< key in memory.stat
};

constexpr Names kVersion1{"memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file "};
constexpr Names kVersion2{"memory.max", "memory.current", "inactive_file "};

/// "max", and a file that is not there, are no number.
bool readNumber(const fs::path& file, std::uint64_t& value) { return static_cast<bool>(std::ifstream(file) >> value); }

std::uint64_t statistic(const fs::path& file, const std::string& key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.rfind(key, 0) == 0) return std::strtoull(line.c_str() + key.size(), nullptr, 10);
  return 0;
}

std::uint64_t roomIn(const fs::path& group, const Names& names) {
  std::uint64_t limit = 0, used = 0;
  if (!readNumber(group / names.limit, limit) || !readNumber(group / names.used, used)) return kNoLimit;
  used -= std::min(used, statistic(group / "memory.stat", names.droppable));
  return limit > used ? limit - used : 1;  // 0 would read as "not known"
}

/// `group` begins with '/'; in a container it may name folders that only the host sees.
std::uint64_t roomUpwards(const fs::path& mount, const std::string& group, const Names& names) {
  std::uint64_t room = roomIn(mount, names);
  fs::path folder = mount;
  for (const fs::path& part : fs::path(group).relative_path()) {
    folder /= part;
    room = std::min(room, roomIn(folder, names));
  }
  return room;
}

/// "4:cpu,memory:/path": whether the list of controllers holds memory.
bool namesMemory(const std::string& controllers) {
  return (',' + controllers + ',').find(",memory,") != std::string::npos;
}

}  // namespace

std::uint64_t controlGroupRoom(const ControlGroupPlaces& places) {
  std::uint64_t room = std::min(roomIn(places.mount, kVersion2), roomIn(places.mount / "memory", kVersion1));
  std::ifstream in(places.membership);
  for (std::string line; std::getline(in, line);) {
    const auto first = line.find(':'), second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1), group = line.substr(second + 1);
    if (controllers.empty()) room = std::min(room, roomUpwards(places.mount, group, kVersion2));
    if (namesMemory(controllers)) room = std::min(room, roomUpwards(places.mount / "memory", group, kVersion1));
  }
  return room;
}

}  // namespace hipwright
