#include "engine/weights/profile_guess.h"

#include <string_view>

namespace hipwright {
namespace {

/// More levels or blocks than this are no network of ours; it also ends the search in a file made to be searched for
/// ever.
constexpr int kMostLevels = 16;

const TensorRef* find(const StateDict& weights, const std::string& name) {
  const auto found = weights.find(name);
  return found == weights.end() ? nullptr : &found->second;
}

/// First dimension of a weight: the channels a layer puts out. 0 if there is no such weight.
int channelsOut(const StateDict& weights, const std::string& name) {
  const TensorRef* tensor = find(weights, name);
  if (tensor == nullptr || tensor->shape.empty() || tensor->shape[0] > 1'000'000) return 0;
  return static_cast<int>(tensor->shape[0]);
}

std::string indexed(std::string_view list, std::size_t index) {
  return std::string(list) + "." + std::to_string(index);
}

std::string listed(const std::vector<int>& values) {
  std::string text;
  for (const int v : values) text += (text.empty() ? "" : ", ") + std::to_string(v);
  return text;
}

std::string listed(const std::vector<bool>& values) {
  std::string text;
  for (const bool v : values) text += std::string(text.empty() ? "" : ", ") + (v ? "true" : "false");
  return text;
}

}  // namespace

std::optional<VaeProfile> guessAutoencoder(const StateDict& weights) {
  VaeProfile guess;
  guess.channels.clear();
  guess.numResBlocks.clear();
  bool newLevel = true;
  for (std::size_t block = 1; block < kMostLevels * kMostLevels; ++block) {
    const std::string name = indexed("encoder.blocks", block);
    if (const int channels = channelsOut(weights, name + ".conv1.conv.weight"); channels > 0) {
      if (newLevel) {
        guess.channels.push_back(channels);
        guess.numResBlocks.push_back(0);
      }
      ++guess.numResBlocks.back();
      newLevel = false;
    } else if (find(weights, name + ".conv.conv.weight") != nullptr) {
      newLevel = true;
    } else {
      break;
    }
  }
  guess.latentChannels = channelsOut(weights, "quant_conv_mu.conv.weight");
  if (guess.channels.empty() || guess.latentChannels == 0) return std::nullopt;
  return guess;
}

std::optional<UnetProfile> guessUnet(const StateDict& weights) {
  UnetProfile guess;
  guess.channels.clear();
  guess.numResBlocks.clear();
  guess.attentionLevels.clear();
  for (std::size_t level = 0; level < kMostLevels; ++level) {
    const std::string name = indexed("down_blocks", level);
    int blocks = 0;
    while (blocks < kMostLevels && channelsOut(weights, indexed(name + ".resnets", blocks) + ".conv1.conv.weight") > 0)
      ++blocks;
    if (blocks == 0) break;
    guess.channels.push_back(channelsOut(weights, name + ".resnets.0.conv1.conv.weight"));
    guess.numResBlocks.push_back(blocks);
    guess.attentionLevels.push_back(find(weights, name + ".attentions.0.norm.weight") != nullptr);
  }
  if (guess.channels.empty()) return std::nullopt;
  return guess;
}

NetworkKind guessKind(const StateDict& weights) {
  if (find(weights, "encoder.blocks.0.conv.weight") != nullptr &&
      find(weights, "post_quant_conv.conv.weight") != nullptr)
    return NetworkKind::Autoencoder;
  if (find(weights, "conv_in.conv.weight") != nullptr && find(weights, "time_embed.0.weight") != nullptr)
    return NetworkKind::DiffusionUnet;
  return NetworkKind::Unknown;
}

std::string guessedNetworkText(const StateDict& weights) {
  const NetworkKind kind = guessKind(weights);
  if (const auto vae = guessAutoencoder(weights); vae && kind == NetworkKind::Autoencoder)
    return "an autoencoder with channels " + listed(vae->channels) + ", residual blocks " + listed(vae->numResBlocks) +
           " and " + std::to_string(vae->latentChannels) + " latent channels";
  if (const auto unet = guessUnet(weights); unet && kind == NetworkKind::DiffusionUnet)
    return "a diffusion network with channels " + listed(unet->channels) + ", residual blocks " +
           listed(unet->numResBlocks) + " and attention levels " + listed(unet->attentionLevels);
  return {};
}

}  // namespace hipwright
