// The sentences by which readers refuse a file.
#pragma once

#include "engine/core/error.h"

#include <cstdint>
#include <string>

namespace hipwright {

/// Throws Error(code) for a file and a clause that says why.
[[noreturn]] void refuse(ErrorCode code, const std::string& path, const std::string& reason);

/// Throws Error(FileTruncated). `have` is a number of bytes, or words before one.
[[noreturn]] void cutShort(const std::string& path, const std::string& have, std::uint64_t need);

/// Throws Error(VolumeTooLarge) if `bytes` more memory is not there. Nothing is known on systems that do not say.
void checkMemory(std::uint64_t bytes, const std::string& path);

/// Text out of a file, fit to be shown: control characters become a blank, broken UTF-8 a question mark, at most 80
/// bytes are kept. Nothing in it is ever interpreted.
std::string shownText(const std::string& text);

}  // namespace hipwright
