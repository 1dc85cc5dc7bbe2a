// The parameters of one network in training: float32 leaves of the autograd graph, by the reference's key names.
#pragma once

#include "engine/torch/layers.h"
#include "engine/weights/network_keys.h"
#include "engine/weights/weight_files.h"

#include <map>
#include <string>

namespace hipwright::nets {

using TensorMap = std::map<std::string, at::Tensor>;

/// On one device, on one thread. Copies share their tensors.
class TrainableParameters {
 public:
  /// Kernels are normal with variance 1 / fan-in; what ends a residual branch starts at zero (Zhang et al. 2019,
  /// arXiv 1901.09321), so that a fresh block is the identity.
  TrainableParameters(const ParameterShapes& shapes, std::int64_t seed, at::Device device);

  /// Gives the leaves themselves: a network read from it passes gradients on to them.
  ParameterSource source() const;

  const TensorMap& tensors() const { return m_tensors; }

  /// Overwrites the values. Throws Error(BadCheckpoint) if a name is missing or of another shape.
  void assign(const NamedTensors& values);

  NamedTensors values() const;
  void clearGradients();

 private:
  TensorMap m_tensors;
};

/// Copies to the CPU.
NamedTensors namedValues(const TensorMap& tensors);

}  // namespace hipwright::nets
