#include "engine/io/dicom_rescale.h"

#include "engine/io/affine_offer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hipwright {
namespace {

constexpr double kJumpHu = 100;           // more than neighbouring slices differ by in most of their pixels
constexpr float kAirEnds = -700;          // what is padding or air in both slices tells nothing
constexpr std::size_t kMostLookedAt = 8;  // changes of rescale at which pixels are compared

using Rescale = std::pair<double, double>;  // slope, intercept
using Slices = std::vector<const DicomSlice*>;

Rescale rescaleOf(const DicomSlice* slice) { return {slice->slope, slice->intercept}; }

/// Those that state one: the others have a note of their own.
Slices statingRescale(const StackPlan& plan) {
  Slices slices;
  for (const DicomSlice& slice : plan.slices)
    if (slice.hasRescale) slices.push_back(&slice);
  return slices;
}

Rescale usualRescale(const Slices& slices) {
  std::map<Rescale, std::size_t> counts;
  for (const DicomSlice* slice : slices) ++counts[rescaleOf(slice)];
  const auto less = [](const auto& a, const auto& b) { return a.second < b.second; };
  return std::max_element(counts.begin(), counts.end(), less)->first;
}

/// The median of what the HU of the body change by from one slice to the other.
double changeBetween(const DicomSlice& one, const DicomSlice& other) {
  const std::vector<float> from = readSlice(one, nullptr).hu;
  const std::vector<float> to = readSlice(other, nullptr).hu;
  std::vector<float> change;
  for (std::size_t i = 0; i < from.size(); ++i)
    if (std::max(from[i], to[i]) > kAirEnds) change.push_back(to[i] - from[i]);
  if (change.empty()) return 0;
  const auto middle = change.begin() + static_cast<std::ptrdiff_t>(change.size() / 2);
  std::nth_element(change.begin(), middle, change.end());
  return static_cast<double>(*middle);
}

struct Jump {
  double hu = 0;  ///< the largest change where the rescale changes
  Rescale odd;    ///< of the slice there that is not like most
};

Jump largestJump(const Slices& slices, const Rescale& usual) {
  std::vector<std::size_t> changes;
  for (std::size_t i = 1; i < slices.size(); ++i)
    if (rescaleOf(slices[i]) != rescaleOf(slices[i - 1])) changes.push_back(i);
  const std::size_t step = (changes.size() + kMostLookedAt - 1) / kMostLookedAt;
  Jump jump;
  for (std::size_t k = 0; k < changes.size(); k += step) {
    const std::size_t i = changes[k];
    const double hu = std::abs(changeBetween(*slices[i - 1], *slices[i]));
    if (k > 0 && hu <= jump.hu) continue;
    jump = {hu, rescaleOf(slices[rescaleOf(slices[i]) == usual ? i - 1 : i])};
  }
  return jump;
}

std::string rescaleText(const Rescale& rescale) {
  return threeDigits(rescale.first) + " x " + (rescale.second < 0 ? "- " : "+ ") +
         std::to_string(std::lround(std::abs(rescale.second)));
}

}  // namespace

void noteRescale(StackPlan& plan) {
  const Slices slices = statingRescale(plan);
  if (slices.empty()) return;
  const Rescale usual = usualRescale(slices);
  std::vector<std::string> names;
  for (const DicomSlice* slice : slices)
    if (rescaleOf(slice) != usual) names.push_back(slice->name());
  if (names.empty()) return;
  CaseNote note{NoteCode::RescaleDiffers,
                {{"count", std::to_string(names.size())},
                 {"all", std::to_string(plan.slices.size())},
                 {"names", listedNames(names)}}};
  const Jump jump = largestJump(slices, usual);
  if (jump.hu > kJumpHu) {
    note.code = NoteCode::RescaleJumps;
    note.values["odd"] = rescaleText(jump.odd);
    note.values["usual"] = rescaleText(usual);
    note.values["hu"] = threeDigits(jump.hu);
  }
  plan.notes.push_back(std::move(note));
}

}  // namespace hipwright
