#include "engine/core/model_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace hipwright {
namespace {

class Problems {
 public:
  void require(bool fine, std::string sentence) {
    if (!fine) m_list.push_back(std::move(sentence));
  }
  std::vector<std::string> take() { return std::move(m_list); }

 private:
  std::vector<std::string> m_list;
};

bool allInRange(const std::vector<int>& values, int low, int high) {
  return std::all_of(values.begin(), values.end(), [=](int v) { return v >= low && v <= high; });
}

bool allDivisible(const std::vector<int>& values, int divisor) {
  return divisor > 0 && std::all_of(values.begin(), values.end(), [=](int v) { return v % divisor == 0; });
}

bool strictlyIncreasing(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), [](double a, double b) { return !(a < b); }) == values.end();
}

bool allFinite(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

/// A level without residual blocks passes its channels on, downwards and upwards.
bool emptyLevelsKeepChannels(const VaeProfile& p) {
  for (std::size_t i = 0; i < p.channels.size() && i < p.numResBlocks.size(); ++i) {
    if (p.numResBlocks[i] != 0) continue;
    if (i > 0 && p.channels[i] != p.channels[i - 1]) return false;
    if (i + 1 < p.channels.size() && p.channels[i] != p.channels[i + 1]) return false;
  }
  return true;
}

void checkVae(const VaeProfile& p, Problems& out) {
  out.require(!p.channels.empty() && p.channels.size() <= 6, "vae.channels must list 1 to 6 levels");
  out.require(allInRange(p.channels, 1, 4096), "vae.channels must be between 1 and 4096");
  out.require(p.numResBlocks.size() == p.channels.size() && allInRange(p.numResBlocks, 0, 16),
              "vae.num_res_blocks must give 0 to 16 blocks for each level");
  out.require(emptyLevelsKeepChannels(p),
              "vae.channels must not change where vae.num_res_blocks is 0: a block is what changes them");
  out.require(p.latentChannels >= 1 && p.latentChannels <= 64, "vae.latent_channels must be between 1 and 64");
  out.require(allDivisible(p.channels, p.normNumGroups), "vae.norm_num_groups must divide every entry of vae.channels");
  out.require(p.normEps > 0 && p.normEps < 1, "vae.norm_eps must be between 0 and 1");
}

void checkUnet(const UnetProfile& p, Problems& out) {
  out.require(!p.channels.empty() && p.channels.size() <= 6, "unet.channels must list 1 to 6 levels");
  out.require(allInRange(p.channels, 2, 4096), "unet.channels must be between 2 and 4096");
  out.require(!p.channels.empty() && p.channels.front() % 2 == 0, "unet.channels must start with an even number");
  out.require(p.numResBlocks.size() == p.channels.size() && allInRange(p.numResBlocks, 1, 16),
              "unet.num_res_blocks must give 1 to 16 blocks for each level");
  out.require(p.attentionLevels.size() == p.channels.size(),
              "unet.attention_levels must have one entry for each level");
  out.require(allDivisible(p.channels, p.normNumGroups),
              "unet.norm_num_groups must divide every entry of unet.channels");
  out.require(p.normEps > 0 && p.normEps < 1, "unet.norm_eps must be between 0 and 1");
  bool heads = p.numHeadChannels >= 1 && !p.channels.empty() && p.channels.back() % p.numHeadChannels == 0;
  for (std::size_t i = 0; heads && i < p.attentionLevels.size() && i < p.channels.size(); ++i)
    heads = !p.attentionLevels[i] || p.channels[i] % p.numHeadChannels == 0;
  out.require(heads, "unet.num_head_channels must divide the channels of every level with attention and of the last");
}

void checkScheduler(const SchedulerProfile& p, Problems& out) {
  out.require(p.numTrainTimesteps >= 2 && p.numTrainTimesteps <= 100000,
              "scheduler.num_train_timesteps must be between 2 and 100000");
  out.require(p.betaStart > 0 && p.betaStart < p.betaEnd && p.betaEnd < 1,
              "scheduler.beta_start and beta_end must satisfy 0 < start < end < 1");
}

void checkWindow(const WindowProfile& window, int latentFactor, Problems& out) {
  for (const auto n : window.size)
    out.require(n >= 1 && n <= 4096 && n % latentFactor == 0,
                "window.size must be between 1 and 4096 and divisible by the VAE's downsampling of " +
                    std::to_string(latentFactor));
  out.require(window.overlap >= 0 && window.overlap < 1, "window.overlap must be at least 0 and below 1");
}

bool isOrientation(const std::string& text) {
  if (text == "as-is") return true;
  std::array<bool, 3> named{};
  if (text.size() != 3) return false;
  for (const char letter : text) {
    const auto axis = std::string_view("RLAPIS").find(letter) / 2;
    if (axis > 2 || named[axis]) return false;
    named[axis] = true;
  }
  return true;
}

void checkFieldOfView(const FieldOfView& view, Problems& out) {
  for (int a = 0; a < 3; ++a) {
    out.require(view.sizeMm[a] >= 10 && view.sizeMm[a] <= 2000,
                "input.field_of_view_mm must be between 10 and 2000 mm");
    out.require(view.jointMm[a] > 0 && view.jointMm[a] < view.sizeMm[a],
                "input.joint_mm must lie inside input.field_of_view_mm");
  }
}

void checkInput(const InputProfile& p, Problems& out) {
  for (const double s : p.spacingMm)
    out.require(std::isfinite(s) && s >= 0.05 && s <= 50, "input.spacing_mm must be between 0.05 and 50 mm");
  out.require(isOrientation(p.orientation),
              "input.orientation must be as-is or three letters such as LPS, one of each pair R/L, A/P and I/S");
  if (p.fieldOfView) checkFieldOfView(*p.fieldOfView, out);
  out.require(p.padMultiple >= 1 && p.padMultiple <= 1024, "input.pad_multiple must be between 1 and 1024");
  out.require(std::abs(p.padHu) <= 1e6, "input.pad_hu must be between -1000000 and 1000000");
  out.require(p.hu.size() >= 2 && p.hu.size() == p.value.size() && allFinite(p.hu) && allFinite(p.value) &&
                  strictlyIncreasing(p.hu),
              "input.hu must be increasing and input.value must have as many entries");
}

}  // namespace

std::vector<std::string> ModelProfile::check() const {
  Problems out;
  out.require(schema == 1, "schema must be 1: this profile is for another version of Hipwright");
  checkVae(vae, out);
  checkUnet(unet, out);
  checkScheduler(scheduler, out);
  const bool levelsFine =
      !vae.channels.empty() && vae.channels.size() <= 6 && !unet.channels.empty() && unet.channels.size() <= 6;
  if (levelsFine) {
    checkWindow(window, vae.downsampling(), out);
    const int multiple = vae.downsampling() << (unet.channels.size() - 1);
    out.require(input.padMultiple % multiple == 0, "input.pad_multiple must be a multiple of " +
                                                       std::to_string(multiple) +
                                                       ", or the networks cannot halve the grid");
  }
  checkInput(input, out);
  out.require(sdf.band > 0 && std::isfinite(sdf.band), "sdf.band must be positive");
  out.require(!sdf.unitMm || (std::isfinite(*sdf.unitMm) && *sdf.unitMm > 0), "sdf.unit_mm must be positive");
  return out.take();
}

}  // namespace hipwright
