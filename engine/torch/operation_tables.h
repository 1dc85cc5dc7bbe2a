// Choosing a table of operations for one pass.
#pragma once

#include "engine/torch/operations.h"

#include <memory>

namespace hipwright::nets {

/// Fast is for inference on a CPU and takes layers read with LayerOptions::fastForms.
enum class TableKind { Plain, Fast };

std::unique_ptr<Operations> makeOperations(TableKind kind, StopCheck check);

}  // namespace hipwright::nets
