// The entry that libFuzzer calls; HIPWRIGHT_FUZZ_TARGET names the reader.
#include "tests/fuzz/fuzz_targets.h"

#include <algorithm>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto& targets = hipwright::test::fuzzTargets();
  static const auto target =
      std::find_if(targets.begin(), targets.end(), [](const auto& each) { return each.name == HIPWRIGHT_FUZZ_TARGET; });
  target->read(std::as_bytes(std::span(data, size)));
  return 0;
}
