// What the names and shapes of a checkpoint say about the network it was trained with.
#pragma once

#include "engine/core/model_profile.h"
#include "engine/weights/checkpoint.h"

#include <optional>
#include <string>

namespace hipwright {

/// Channels, residual blocks and latent channels; the rest keeps its defaults. Nothing if the names fit no autoencoder.
std::optional<VaeProfile> guessAutoencoder(const StateDict& weights);

/// Channels, residual blocks and attention levels; the rest keeps its defaults. Nothing if the names fit no such
/// network.
std::optional<UnetProfile> guessUnet(const StateDict& weights);

/// Which network the names belong to.
NetworkKind guessKind(const StateDict& weights);

/// One line such as "an autoencoder with channels 32, 64, 128, ...", or empty if nothing can be said.
std::string guessedNetworkText(const StateDict& weights);

}  // namespace hipwright
