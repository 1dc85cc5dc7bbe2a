// What Linux control groups (containers, services, batch jobs) leave a process of memory.
#pragma once

#include <cstdint>
#include <filesystem>

namespace hipwright {

/// Where to look; on a real system /proc/self/cgroup and /sys/fs/cgroup.
struct ControlGroupPlaces {
  std::filesystem::path membership;
  std::filesystem::path mount;
};

/// The tightest limit on the way from the process's group to the root, minus what is used there; file pages that can be
/// dropped count as free. Versions 1 and 2. The largest number if there is no limit, at least 1. Any
/// thread.
std::uint64_t controlGroupRoom(const ControlGroupPlaces& places);

}  // namespace hipwright
