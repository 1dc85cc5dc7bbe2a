// Writes a zip file as torch.save does: entries stored, each content at a multiple of 64 bytes.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

class ZipWriter {
 public:
  /// `out` must be empty and outlive the writer; its state tells whether writing succeeded.
  explicit ZipWriter(std::ostream& out) : m_out(out) {}

  void add(const std::string& name, std::string_view content);

  /// Writes the table of contents, in the zip64 form where sizes need it.
  void finish();

 private:
  struct Entry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint32_t size = 0;
    std::uint64_t offset = 0;
  };

  void write(std::string_view bytes);
  std::string row(const Entry& entry) const;

  std::ostream& m_out;
  std::uint64_t m_at = 0;
  std::vector<Entry> m_entries;
};

}  // namespace hipwright
