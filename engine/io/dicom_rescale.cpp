#include "engine/io/dicom_rescale.h"

#include "engine/core/stop.h"
#include "engine/io/affine_offer.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace hipwright {
namespace {

constexpr double kJumpHu = 100;           // more than neighbouring slices differ by in most of their pixels
constexpr float kAirEnds = -700;          // what is padding or air in both slices tells nothing
constexpr std::size_t kMostLookedAt = 8;  // changes of rescale at which pixels are compared

using Rescale = std::pair<double, double>;  // slope, intercept
using Slices = std::vector<const DicomSlice*>;
using Names = std::vector<std::string>;

constexpr Rescale kNoRescale{1, 0};  // what a slice that states none has

Rescale rescaleOf(const DicomSlice* slice) { return {slice->slope, slice->intercept}; }

/// Those that state one: the others get theirs from these.
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

/// Slices in a row that state no rescale: the first, and the first behind them.
struct Silent {
  std::size_t first = 0;
  std::size_t end = 0;
};

std::vector<Silent> silentOnes(const std::vector<DicomSlice>& slices) {
  std::vector<Silent> all;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    if (slices[i].hasRescale) continue;
    if (all.empty() || all.back().end != i) all.push_back({i, i});
    all.back().end = i + 1;
  }
  return all;
}

DicomSlice with(DicomSlice slice, const Rescale& rescale) {
  std::tie(slice.slope, slice.intercept) = rescale;
  return slice;
}

/// Whether the values go on smoothly at both ends of silent slices if they have this rescale.
bool fits(const std::vector<DicomSlice>& slices, const Silent& run, const Rescale& rescale) {
  const auto smooth = [&](const DicomSlice& from, const DicomSlice& to) {
    return std::abs(changeBetween(from, to)) <= kJumpHu;
  };
  if (run.first > 0 && !smooth(slices[run.first - 1], with(slices[run.first], rescale))) return false;
  return run.end == slices.size() || smooth(with(slices[run.end - 1], rescale), slices[run.end]);
}

/// That of the slices beside them, or none at all.
std::optional<Rescale> fittingRescale(const std::vector<DicomSlice>& slices, const Silent& run) {
  std::vector<Rescale> possible;
  if (run.first > 0) possible.push_back(rescaleOf(&slices[run.first - 1]));
  if (run.end < slices.size()) possible.push_back(rescaleOf(&slices[run.end]));
  possible.push_back(kNoRescale);
  const auto found =
      std::find_if(possible.begin(), possible.end(), [&](const Rescale& r) { return fits(slices, run, r); });
  return found == possible.end() ? std::nullopt : std::optional(*found);
}

/// Which silent slices got what.
struct Settled {
  Names lent;
  Names scales;  ///< that they got, each once
  Names stored;
  Names none;
};

void settle(std::vector<DicomSlice>& slices, const Silent& run, Settled& settled) {
  const std::optional<Rescale> fitting = fittingRescale(slices, run);
  const bool lends = fitting && (*fitting != kNoRescale);
  Names& names = !fitting ? settled.none : lends ? settled.lent : settled.stored;
  for (std::size_t i = run.first; i < run.end; ++i) {
    names.push_back(slices[i].name());
    if (lends) slices[i] = with(std::move(slices[i]), *fitting);
  }
  if (!lends) return;
  const std::string scale = rescaleText(*fitting);
  if (std::find(settled.scales.begin(), settled.scales.end(), scale) == settled.scales.end())
    settled.scales.push_back(scale);
}

CaseNote silentNote(NoteCode code, const Names& names, std::size_t all) {
  return {code, {{"count", std::to_string(names.size())}, {"all", std::to_string(all)}, {"names", listedNames(names)}}};
}

void settleSilent(const std::string& path, StackPlan& plan, const std::stop_token& stop) {
  Settled settled;
  for (const Silent& run : silentOnes(plan.slices)) {
    throwIfStopped(stop);
    settle(plan.slices, run, settled);
  }
  const std::size_t all = plan.slices.size();
  if (!settled.none.empty())
    refuse(ErrorCode::BadSlices, path,
           std::to_string(settled.none.size()) + " of " + std::to_string(all) +
               " slices do not say how their values become HU, and no scale joins them to their neighbours: " +
               listedNames(settled.none));
  if (!settled.lent.empty()) {
    plan.notes.push_back(silentNote(NoteCode::RescaleLent, settled.lent, all));
    plan.notes.back().values["scale"] = listedNames(settled.scales);
  }
  if (!settled.stored.empty()) plan.notes.push_back(silentNote(NoteCode::RescaleNotNeeded, settled.stored, all));
}

void noteDiffering(StackPlan& plan) {
  const Slices slices = statingRescale(plan);
  const Rescale usual = usualRescale(slices);
  Names names;
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

}  // namespace

void settleRescale(const std::string& path, StackPlan& plan, const std::stop_token& stop) {
  if (statingRescale(plan).empty()) {
    const std::string all = std::to_string(plan.slices.size());
    plan.notes.push_back({NoteCode::NoRescale, {{"count", all}, {"all", all}}});
    return;
  }
  settleSilent(path, plan, stop);
  noteDiffering(plan);
}

}  // namespace hipwright
