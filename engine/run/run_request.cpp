#include "engine/run/run_request.h"

#include "engine/core/error.h"

#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

namespace hipwright {
namespace {

constexpr std::array kFields = {
    RequestField{
        "cfg", -100, 100, 1, "",
        "How strongly the implant follows this patient's anatomy: 0 ignores it, 1 follows it plainly, 3 to 7 is "
        "recommended, above 10 distorts."},
    RequestField{"ts", 1, 1000, 50, "steps",
                 "Denoising steps: 50 is usually enough, 100 or 200 for the finest detail."},
    RequestField{"sw", 1, 64, 4, "windows",
                 "Windows computed together on a GPU: less needs less memory, the result stays the same."},
    RequestField{"threads", 0, 1024, 0, "threads", "Processor threads; 0 takes one per processor."},
    RequestField{"preview", 0, 64, 0, "frames", "Approximate live pictures during denoising."},
};

constexpr std::array kChoices = {
    RequestChoice{"grid", "auto or as-is",
                  "The grid the networks work on: the model's, or the CT's own voxels as they are."},
    RequestChoice{"side", "auto, left or right", "The hip to work on; without a choice, the one that is found."},
    RequestChoice{"roi", "auto (around the joint), whole, or x0,y0,z0,x1,y1,z1 in patient mm (LPS)",
                  "The part of the CT the networks see: around the joint, the whole CT, or a box."},
};

[[noreturn]] void reject(const std::string& problem) { throw Error(ErrorCode::BadRequest, {{"problems", problem}}); }

void checkRange(FieldId id, double value, std::vector<std::string>& problems) {
  const RequestField& field = requestField(id);
  if (value >= field.minimum && value <= field.maximum) return;  // false for NaN
  std::ostringstream text;
  text << field.name << " must be between " << field.minimum << " and " << field.maximum << ", not " << value;
  problems.push_back(text.str());
}

template <class T>
bool parseWhole(const std::string& text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

/// Shortest text that reads back as the same number.
std::string numberText(double value) {
  std::array<char, 32> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::string(text.data(), end) : std::string();
}

/// Corner `i` of six: the lower one's x, y, z, then the upper one's.
double& corner(Box& box, std::size_t i) { return i < 3 ? box.lower[i] : box.upper[i - 3]; }

}  // namespace

const RequestField& requestField(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

const RequestChoice& requestChoice(ChoiceId id) { return kChoices[static_cast<std::size_t>(id)]; }

std::vector<std::string> RunRequest::check() const {
  std::vector<std::string> problems;
  checkRange(FieldId::Cfg, cfg, problems);
  checkRange(FieldId::Steps, ts, problems);
  checkRange(FieldId::WindowBatch, sw, problems);
  checkRange(FieldId::Threads, threads, problems);
  checkRange(FieldId::PreviewFrames, preview, problems);
  if (cond.empty()) problems.emplace_back("there is no CT: give one with --cond");
  if (save.empty()) problems.emplace_back("there is no folder to save in: give one with --save");
  return problems;
}

std::int64_t parseSeed(const std::string& text) {
  const bool plus = text.size() > 1 && text[0] == '+' && text[1] != '-';  // Python takes one, from_chars does not
  const std::string digits = plus ? text.substr(1) : text;
  std::int64_t whole = 0;
  if (parseWhole(digits, whole)) return whole;
  std::uint64_t large = 0;
  if (parseWhole(digits, large)) return static_cast<std::int64_t>(large);
  reject("seed must be a whole number from -2^63 to 2^64 - 1, not \"" + text + "\"");
}

std::string toText(DeviceChoice device) {
  switch (device) {
    case DeviceChoice::Cpu: return "cpu";
    case DeviceChoice::Cuda: return "cuda";
    case DeviceChoice::Auto: break;
  }
  return "auto";
}

std::string toText(NoiseSource source) { return source == NoiseSource::Cpu ? "cpu" : "device"; }

std::string toText(MeshSpace space) {
  switch (space) {
    case MeshSpace::Ras: return "ras";
    case MeshSpace::Index: return "index";
    case MeshSpace::Lps: break;
  }
  return "lps";
}

std::string toText(GridChoice grid) { return grid == GridChoice::Auto ? "auto" : "as-is"; }

std::string toText(SideChoice side) {
  switch (side) {
    case SideChoice::Left: return "left";
    case SideChoice::Right: return "right";
    case SideChoice::Auto: break;
  }
  return "auto";
}

std::string toText(const RegionWish& roi) {
  if (roi.choice != RegionChoice::Box) return roi.choice == RegionChoice::Whole ? "whole" : "auto";
  Box box = roi.box;
  std::string text;
  for (std::size_t i = 0; i < 6; ++i) {
    if (i > 0) text += ',';
    text += numberText(corner(box, i));
  }
  return text;
}

DeviceChoice parseDevice(const std::string& text) {
  for (const auto choice : {DeviceChoice::Auto, DeviceChoice::Cpu, DeviceChoice::Cuda})
    if (toText(choice) == text) return choice;
  reject("device must be auto, cpu or cuda, not \"" + text + "\"");
}

NoiseSource parseNoiseSource(const std::string& text) {
  for (const auto choice : {NoiseSource::Cpu, NoiseSource::Device})
    if (toText(choice) == text) return choice;
  reject("rng must be cpu or device, not \"" + text + "\"");
}

MeshSpace parseMeshSpace(const std::string& text) {
  for (const auto choice : {MeshSpace::Lps, MeshSpace::Ras, MeshSpace::Index})
    if (toText(choice) == text) return choice;
  reject("space must be lps, ras or index, not \"" + text + "\"");
}

GridChoice parseGrid(const std::string& text) {
  for (const auto choice : {GridChoice::Auto, GridChoice::AsIs})
    if (toText(choice) == text) return choice;
  reject("grid must be auto or as-is, not \"" + text + "\"");
}

SideChoice parseSide(const std::string& text) {
  for (const auto choice : {SideChoice::Auto, SideChoice::Left, SideChoice::Right})
    if (toText(choice) == text) return choice;
  reject("side must be auto, left or right, not \"" + text + "\"");
}

RegionWish parseRegion(const std::string& text) {
  if (text == "auto") return {};
  if (text == "whole") return {RegionChoice::Whole, {}};
  RegionWish roi{RegionChoice::Box, {}};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < 6; ++i) {
    double& value = corner(roi.box, i);
    const auto [next, error] = std::from_chars(at, end, value);
    const bool separated = i == 5 ? next == end : next != end && *next == ',';
    if (error != std::errc() || !std::isfinite(value) || !separated)
      reject("roi must be auto, whole or six numbers x0,y0,z0,x1,y1,z1 in patient mm (LPS), not \"" + text + "\"");
    at = next + 1;
  }
  for (const double extent : roi.box.size())
    if (!(extent > 0)) reject("roi must have its lower corner first: x0 < x1, y0 < y1 and z0 < z1");
  return roi;
}

}  // namespace hipwright
