// Files that appear whole or not at all: written under a temporary name beside the target, then renamed over it.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace hipwright {

/// Picks a temporary name beside `target` (short, whatever the target's length, and with its extension, so that
/// libraries that look at it still work), lets `write` create that file, and renames it. If `write` throws, the
/// temporary file is removed and the exception goes on. Throws Error(FileUnwritable).
void writeAtomically(const std::filesystem::path& target,
                     const std::function<void(const std::filesystem::path&)>& write);

/// The same, with the temporary file opened for the caller and checked after it: what the disk does not take is
/// reported with the disk's own reason.
void writeStreamAtomically(const std::filesystem::path& target, const std::function<void(std::ostream&)>& write);

/// The same for bytes that are already in memory.
void writeAtomically(const std::filesystem::path& target, std::string_view bytes);

/// Why the standard library could not write a file, from errno right after it failed: the reason of FileUnwritable.
/// Worded by code, not by the system, which has a language of its own.
std::string writeFailure(int systemCode);

/// Removes temporary files that a killed process left in `folder`. Ignores what it cannot remove.
void removeLeftovers(const std::filesystem::path& folder);

}  // namespace hipwright
