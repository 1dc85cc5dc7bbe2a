// The parameters of each layer, as the operation tables take them, and how they are read by the reference's key names.
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <optional>
#include <string>

namespace hipwright::nets {

/// How a convolution's weights are arranged. Direct: (out, in, k, k, k), what a checkpoint holds and the plain table
/// takes. Winograd: four (out, in, 3, 3) kernels along x (see winograd.h). SubPixel: two (4 out, in, 2, 2, 2) kernels,
/// one per parity of x, that act on the small grid (see sub_pixel.h).
enum class WeightForm { Direct, Winograd, SubPixel };

struct Convolution {
  at::Tensor weight;
  at::Tensor bias;  ///< (out), of the weights' type
  std::int64_t inChannels = 0;
  std::int64_t outChannels = 0;
  std::int64_t kernel = 3;  ///< 3 with a margin of one zero, or 1 without
  WeightForm form = WeightForm::Direct;
};

enum class Activation { None, Silu };

/// GroupNorm with biased variance. Weights are float32 whatever the activations are.
struct Normalisation {
  at::Tensor weight;
  at::Tensor bias;
  std::int64_t groups = 1;
  double eps = 1e-6;
};

struct NormalisedConvolution {
  Normalisation norm;
  Activation activation = Activation::Silu;
  Convolution convolution;
};

/// Stride 2. `endOnly`: the VAE's, with one zero at the end of each axis; else the UNet's, with one zero at both ends.
struct Downsampling {
  Convolution convolution;
  bool endOnly = false;
};

struct Linear {
  at::Tensor weight;  ///< (out, in)
  at::Tensor bias;
};

struct ResidualBlock {
  NormalisedConvolution first;
  std::optional<Linear> time;  ///< the UNet's: added per channel after the first convolution
  NormalisedConvolution second;
  std::optional<Convolution> shortcut;  ///< 1x1x1, where the number of channels changes
};

struct Attention {
  Normalisation norm;
  Linear query, key, value, out;
  std::int64_t headChannels = 8;
};

/// Whose names and parts a residual block has.
enum class NetworkFamily { Autoencoder, Unet };
enum class Shortcut { Identity, Convolution };

/// Gives a parameter of the state dict in float32, in memory the layers may keep.
using ParameterSource = std::function<at::Tensor(const std::string& name)>;

/// Where and how layers are to be kept.
struct LayerOptions {
  at::Device device = at::kCPU;
  at::ScalarType precision = at::kFloat;  ///< of convolutions
  bool fastForms = false;                 ///< rearrange weights for the fast table; not differentiable
  std::int64_t normGroups = 1;
  double normEps = 1e-6;
};

/// Reads layers by the prefix of their keys.
class LayerReader {
 public:
  LayerReader(ParameterSource source, const LayerOptions& options) : m_source(std::move(source)), m_options(options) {}

  Convolution convolution(const std::string& prefix) const;           ///< prefix.weight, in the fast form if asked for
  Convolution directConvolution(const std::string& prefix) const;     ///< always Direct
  Convolution upsampledConvolution(const std::string& prefix) const;  ///< SubPixel if fast
  Normalisation normalisation(const std::string& prefix) const;
  Linear linear(const std::string& prefix) const;  ///< float32
  ResidualBlock residual(const std::string& prefix, NetworkFamily family, Shortcut shortcut) const;
  Attention attention(const std::string& prefix, std::int64_t headChannels) const;

 private:
  at::Tensor kept(const std::string& name, at::ScalarType type) const;

  ParameterSource m_source;
  LayerOptions m_options;
};

}  // namespace hipwright::nets
