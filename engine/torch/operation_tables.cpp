// Choosing a table of operations.
#include "engine/torch/operation_tables.h"

#include "engine/torch/fast_operations.h"
#include "engine/torch/plain_operations.h"

namespace hipwright::nets {

std::unique_ptr<Operations> makeOperations(TableKind kind, StopCheck check) {
  if (kind == TableKind::Fast) return std::make_unique<FastOperations>(std::move(check));
  return std::make_unique<PlainOperations>(std::move(check));
}

}  // namespace hipwright::nets
