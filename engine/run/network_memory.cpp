#include "engine/run/network_memory.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hipwright {
namespace {

constexpr int kWinogradChannels = 32;  // as winogradPays() of engine/torch: from here on, and in fp32
constexpr double kDirect = 27, kWinograd = 36, kSubPixel = 64;

// As engine/torch cuts its slabs: values of the input of one, and of one of the four transformed inputs of a Winograd
// slab.
constexpr double kSlabValues = 3.0 * (1 << 20), kProductValues = 1 << 20;

// LibTorch computes a small fp32 convolution, by this product of its input's first four sizes, as a matrix product:
// then every tap of the input is written out. Others go to a library that holds a copy of input and output in its own
// order.
constexpr double kSmallConvolution = 20480;

/// One activation.
struct Activation {
  double channels = 0;
  Index3 grid{};
  bool shared = false;  ///< a skip connection holds it too, so that it can be neither dropped nor written over

  double plane() const { return static_cast<double>(grid[1] * grid[2]); }
  double size() const { return channels * static_cast<double>(grid[0]) * plane(); }
};

Index3 halved(const Index3& n) { return {(n[0] + 1) / 2, (n[1] + 1) / 2, (n[2] + 1) / 2}; }
Index3 doubled(const Index3& n) { return {n[0] * 2, n[1] * 2, n[2] * 2}; }

/// How a convolution goes through its input in slabs.
struct Sweep {
  double slabs = 1;   ///< planes of the output that are made at a time; of the input for upsampling
  double planes = 1;  ///< of these in all
  double stride = 1;
  double taps = 27;
  double outChannels = 0;  ///< of one slab
  double outPlane = 0;     ///< voxels of one plane of it
  bool winograd = false;
};

/// Follows the tensors of a network from layer to layer.
class Walk {
 public:
  Walk(const Activation& input, int bytes) : m_bytes(bytes), m_fp32(bytes == 4), m_x(input) { hold(m_x.size()); }

  NetworkMemory result() const { return {m_peak * m_bytes, m_weights, m_parameters}; }

  void convolve(double out) {
    keepConvolution(m_x.channels, out);
    move({out, m_x.grid, false}, same(m_x, out));
  }

  void residual(double out) {
    const Activation from = m_x;
    const Activation to{out, m_x.grid, false};
    keepConvolution(from.channels, out);
    keepConvolution(out, out);
    sweep(from, same(from, out), to.size());
    hold(to.size());
    if (from.channels != out) {
      keepWeights(from.channels * out, 1);
      Sweep shortcut = same(from, out);
      shortcut.taps = 1;
      move(to, shortcut);
      sweep(to, same(to, out), 0);
    } else if (from.shared) {
      move(to, same(to, out));
    } else {
      sweep(to, same(to, out), 0);
    }
    release(to.size());
  }

  void downsample() {
    const Activation to{m_x.channels, halved(m_x.grid), false};
    keepWeights(m_x.channels * m_x.channels, kDirect);
    Sweep strided = same(to, to.channels);
    strided.stride = 2;
    strided.slabs = slabPlanes(m_x, 2, strided.planes);
    move(to, strided);
  }

  void upsample() {
    keepParameters(kDirect * m_x.channels * m_x.channels);
    m_weights += kSubPixel * m_x.channels * m_x.channels * m_bytes;
    Sweep halves = same(m_x, 4 * m_x.channels);  // one parity along x: the four along y and z are channels
    halves.winograd = false;
    halves.slabs = slabPlanes(m_x, 1, halves.planes);
    halves.taps = 8;
    move({m_x.channels, doubled(m_x.grid), false}, halves);
  }

  /// Normalised sample, queries with keys and values, result and its projection: six of the sample's size, in fp32.
  void attend() {
    const double floats = 6 * m_x.size() * 4 / m_bytes;
    keepWeights(4 * m_x.channels * m_x.channels, 1);
    hold(floats);
    release(floats);
  }

  void pushSkip() {
    m_x.shared = true;
    m_skips.push_back(m_x);
  }

  void joinSkip() {
    const Activation skip = m_skips.back();
    m_skips.pop_back();
    const Activation joined{m_x.channels + skip.channels, m_x.grid, false};
    hold(joined.size());
    replaceBy(joined);
    release(skip.size());
  }

  void keepWeights(double pairs, double taps) {
    keepParameters(taps * pairs);
    m_weights += taps * pairs * m_bytes;
  }

 private:
  bool isWinograd(double in, double out) const { return m_fp32 && in >= kWinogradChannels && out >= kWinogradChannels; }

  void keepConvolution(double in, double out) {
    keepParameters(kDirect * in * out);
    m_weights += (isWinograd(in, out) ? kWinograd : kDirect) * in * out * m_bytes;
  }

  void keepParameters(double count) { m_parameters += count; }

  static double slabPlanes(const Activation& from, double stride, double planes) {
    const double most = std::floor(kSlabValues / (from.channels * from.plane() * stride));
    return std::min(std::max(most, 2.0), planes);
  }

  Sweep same(const Activation& from, double out) const {
    Sweep each;
    each.planes = static_cast<double>(from.grid[0]);
    each.outChannels = out;
    each.outPlane = from.plane();
    each.winograd = isWinograd(from.channels, out);
    const double pairs = std::floor(kProductValues / (from.channels * from.plane()));
    each.slabs = each.winograd ? 2 * std::max(pairs, 1.0) : slabPlanes(from, 1, each.planes);
    return each;
  }

  void move(const Activation& to, const Sweep& each) {
    sweep(m_x, each, to.size());
    hold(to.size());
    replaceBy(to);
  }

  /// The activation goes once the next one is there, unless a skip keeps it.
  void replaceBy(const Activation& next) {
    if (!m_x.shared) release(m_x.size());
    m_x = next;
  }

  /// Memory counts once it is written to: the target, of `fresh` values, comes slab by slab.
  void sweep(const Activation& from, const Sweep& each, double fresh) {
    for (double first = 0; first < each.planes; first += each.slabs) {
      const double count = std::min(each.slabs, each.planes - first);
      const double now = fresh * first / each.planes + slab(from, each, count);
      hold(now);
      release(now);
    }
  }

  /// What `count` planes of a convolution hold beside the activations.
  double slab(const Activation& from, const Sweep& each, double count) const {
    const double out = each.outChannels * count * each.outPlane;
    if (each.winograd) {
      const double products = 2 * from.channels * count * from.plane() + 2 * out;  // four of half as many planes
      return 1.25 * products;                                                      // one of the four in the library
    }
    const double planes = each.taps > 1 ? count * each.stride + 2 : count;
    const double in = from.channels * planes * from.plane();
    const bool small = m_fp32 && from.channels * planes * static_cast<double>(from.grid[1]) <= kSmallConvolution;
    if (!small) return 2 * (in + out);
    return in + out + (each.taps > 1 ? each.taps * from.channels * count * each.outPlane : 0);
  }

  void hold(double values) { m_peak = std::max(m_peak, m_live += values); }
  void release(double values) { m_live -= values; }

  double m_bytes;
  bool m_fp32;
  Activation m_x;
  std::vector<Activation> m_skips;
  double m_live = 0, m_peak = 0;  ///< values
  double m_weights = 0;           ///< bytes
  double m_parameters = 0;
};

void residuals(Walk& walk, int count, double channels) {
  for (int i = 0; i < count; ++i) walk.residual(channels);
}

}  // namespace

NetworkMemory encoderMemory(const VaeProfile& vae, const Index3& image, int bytes) {
  Walk walk({1, image}, bytes);
  walk.convolve(vae.channels.front());
  for (std::size_t level = 0; level < vae.channels.size(); ++level) {
    residuals(walk, vae.numResBlocks[level], vae.channels[level]);
    if (level + 1 < vae.channels.size()) walk.downsample();
  }
  walk.convolve(vae.latentChannels);
  return walk.result();
}

NetworkMemory decoderMemory(const VaeProfile& vae, const Index3& latent, int bytes) {
  Walk walk({static_cast<double>(vae.latentChannels), latent}, bytes);
  walk.convolve(vae.channels.back());
  for (std::size_t level = vae.channels.size(); level-- > 0;) {
    residuals(walk, vae.numResBlocks[level], vae.channels[level]);
    if (level > 0) walk.upsample();
  }
  walk.convolve(1);
  return walk.result();
}

NetworkMemory unetMemory(const ModelProfile& profile, const Index3& latent, int bytes) {
  const UnetProfile& unet = profile.unet;
  const std::size_t levels = unet.channels.size();
  const double time = 4.0 * unet.channels.front();
  Walk walk({2.0 * profile.vae.latentChannels, latent}, bytes);
  const auto block = [&](std::size_t level) {
    walk.residual(unet.channels[level]);
    walk.keepWeights(time * unet.channels[level], 4.0 / bytes);  // its projection of the time, in fp32
    if (unet.attentionLevels[level]) walk.attend();
  };
  walk.convolve(unet.channels.front());
  walk.pushSkip();
  for (std::size_t level = 0; level < levels; ++level) {
    for (int i = 0; i < unet.numResBlocks[level]; ++i) {
      block(level);
      walk.pushSkip();
    }
    if (level + 1 == levels) break;
    walk.downsample();
    walk.pushSkip();
  }
  walk.residual(unet.channels.back());
  walk.attend();
  walk.residual(unet.channels.back());
  for (std::size_t level = levels; level-- > 0;) {
    for (int i = 0; i <= unet.numResBlocks[level]; ++i) {
      walk.joinSkip();
      block(level);
    }
    if (level > 0) walk.upsample();
  }
  walk.convolve(profile.vae.latentChannels);
  return walk.result();
}

}  // namespace hipwright
