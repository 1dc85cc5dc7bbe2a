// The slab convolution for weights in Winograd's form.
#pragma once

#include "engine/torch/slab_convolution.h"

namespace hipwright::nets {

/// As convolveSlabs, for SlabKind::Same with WeightForm::Winograd and float32 only.
void convolveWinogradSlabs(const SlabTask& task, const std::function<void()>& beforeEach);

}  // namespace hipwright::nets
