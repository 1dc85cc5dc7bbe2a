// AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) with clipped gradients, and the average of its weights.
#pragma once

#include "engine/torch/train/trainable_parameters.h"

namespace hipwright::nets {

struct AdamWOptions {
  double beta1 = 0.9;
  double beta2 = 0.99;
  double epsilon = 1e-8;
  double weightDecay = 1e-4;
  double clipNorm = 1;  ///< largest norm of all gradients together
};

/// Its state are tensors with the parameters' names, so that a training can be stopped and taken up again.
class AdamW {
 public:
  /// `parameters` outlives the optimiser.
  AdamW(TrainableParameters& parameters, const AdamWOptions& options);

  /// Moves the parameters against their gradients and clears these. Returns the norm of the gradients before clipping.
  double step(double learningRate);

  std::int64_t steps() const { return m_steps; }
  const TensorMap& means() const { return m_means; }
  const TensorMap& squares() const { return m_squares; }

  void restore(const NamedTensors& means, const NamedTensors& squares, std::int64_t steps);

 private:
  double gradientNorm() const;

  TrainableParameters& m_parameters;
  AdamWOptions m_options;
  TensorMap m_means, m_squares;
  std::int64_t m_steps = 0;
};

/// Exponential moving average of the weights: what a diffusion model is used with.
class WeightAverage {
 public:
  WeightAverage(const TrainableParameters& parameters, double decay);

  /// The decay rises with `steps`, (1 + n) / (10 + n), so that the random start is soon forgotten.
  void update(const TrainableParameters& parameters, std::int64_t steps);

  const TensorMap& tensors() const { return m_tensors; }
  void restore(const NamedTensors& values);

 private:
  double m_decay;
  TensorMap m_tensors;
};

}  // namespace hipwright::nets
