// Small zip packages in memory, as 3MF files are: deflated parts, checked when read. Internal to this folder.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace hipwright {

struct PackagePart {
  std::string name;
  std::string content;
};

/// The same parts give the same bytes: all dates are 1 January 1980. Throws Error(Internal) if a part or the whole
/// reaches 4 GiB.
std::string packZip(const std::vector<PackagePart>& parts);

/// All parts of a zip without zip64 and encryption. Refuses what contradicts itself: tables that do not fit the file,
/// local headers that differ from the table, names twice, wrong lengths or checksums, and more than 2 GiB in all.
/// Throws Error(FileDamaged) with `path`.
std::vector<PackagePart> unpackZip(std::span<const std::byte> file, const std::string& path);

}  // namespace hipwright
