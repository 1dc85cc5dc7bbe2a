#include "engine/weights/mismatch_table.h"

#include "engine/weights/profile_guess.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hipwright {
namespace {

constexpr std::size_t kMostRows = 12;

struct Row {
  std::string name;
  std::string expected;  ///< empty if the profile has no such parameter
  std::string found;     ///< empty if the checkpoint has no such parameter
};

struct Section {
  std::string_view title;
  std::vector<Row> rows;
};

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

std::string shapesOf(const Row& row, std::size_t expectedWidth) {
  if (row.expected.empty()) return "has " + row.found;
  if (row.found.empty()) return "needs " + row.expected;
  return "needs " + padded(row.expected, expectedWidth) + "  has " + row.found;
}

void appendSection(const Section& section, std::string& out) {
  if (section.rows.empty()) return;
  const std::size_t shown = std::min(section.rows.size(), kMostRows);
  std::size_t nameWidth = 0;
  std::size_t expectedWidth = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    nameWidth = std::max(nameWidth, section.rows[i].name.size());
    expectedWidth = std::max(expectedWidth, section.rows[i].expected.size());
  }
  out += std::string(section.title) + " (" + std::to_string(section.rows.size()) + "):\n";
  for (std::size_t i = 0; i < shown; ++i)
    out += "  " + padded(section.rows[i].name, nameWidth) + "  " + shapesOf(section.rows[i], expectedWidth) + "\n";
  if (section.rows.size() > shown) out += "  and " + std::to_string(section.rows.size() - shown) + " more\n";
}

}  // namespace

std::string mismatchTable(const Checkpoint& checkpoint, const ParameterShapes& expected) {
  Section missing{"missing from the checkpoint", {}};
  Section unexpected{"unexpected in the checkpoint", {}};
  Section wrongShape{"of another shape", {}};
  for (const auto& [name, shape] : expected) {
    const auto found = checkpoint.weights.find(name);
    if (found == checkpoint.weights.end())
      missing.rows.push_back({name, shapeText(shape), {}});
    else if (found->second.shape != shape)
      wrongShape.rows.push_back({name, shapeText(shape), shapeText(found->second.shape)});
  }
  for (const auto& [name, tensor] : checkpoint.weights)
    if (!expected.contains(name)) unexpected.rows.push_back({name, {}, shapeText(tensor.shape)});

  std::string out;
  for (const Section& section : {missing, unexpected, wrongShape}) appendSection(section, out);
  const std::string guess = guessedNetworkText(checkpoint.weights);
  if (!out.empty() && !guess.empty()) out += "The checkpoint looks like " + guess + ".\n";
  if (!out.empty()) out.pop_back();
  return out;
}

}  // namespace hipwright
