#include "engine/diffusion/tensor_window.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hipwright {

Tensor4 cutWindow(const Tensor4& tensor, const Index3& corner, const Index3& size) {
  Tensor4 out({tensor.shape[0], size[0], size[1], size[2]});
  auto to = out.values.begin();
  for (std::int64_t c = 0; c < tensor.shape[0]; ++c)
    for (std::int64_t x = 0; x < size[0]; ++x)
      for (std::int64_t y = 0; y < size[1]; ++y) {
        const float* from = tensor.values.data() + tensor.offset(c, corner[0] + x, corner[1] + y, corner[2]);
        to = std::copy_n(from, size[2], to);
      }
  return out;
}

void checkModelOutput(const Tensor4& tensor, const std::array<std::int64_t, 4>& shape, std::string_view phase) {
  const auto count = static_cast<std::size_t>(shape[0] * product({shape[1], shape[2], shape[3]}));
  if (tensor.shape != shape || tensor.values.size() != count)
    throw Error(ErrorCode::Internal,
                {{"reason", "the network gave an array of another shape in " + std::string(phase)}});
  if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return std::isfinite(v); }))
    throw Error(ErrorCode::ModelGaveNonFinite, {{"phase", std::string(phase)}});
}

Latent scaledLatent(Latent z, const LatentScaling& scaling) {
  const auto scale = static_cast<float>(scaling.scale), mean = static_cast<float>(scaling.mean);
  for (float& v : z.values) v = (v - mean) * scale;
  return z;
}

Latent unscaledLatent(Latent latent, const LatentScaling& scaling) {
  const auto scale = static_cast<float>(scaling.scale), mean = static_cast<float>(scaling.mean);
  for (float& v : latent.values) v = v / scale + mean;
  return latent;
}

}  // namespace hipwright
