// The readers of files that strangers wrote, each as a function of bytes: what the fuzzers feed and the corpora replay.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace hipwright::test {

struct FuzzTarget {
  std::string_view name;                     ///< also the folder of its corpus
  void (*read)(std::span<const std::byte>);  ///< lets nothing out but what no reader may throw
};

const std::vector<FuzzTarget>& fuzzTargets();

}  // namespace hipwright::test
