// The demo's CT: a procedural hip, made on this machine when it is first asked for.
#pragma once

#include <filesystem>
#include <stop_token>

namespace hipwright {

/// The CT below `folder`, computed first if it is not there yet (seconds). Throws Cancelled, Error(FileUnwritable).
/// Any thread.
std::filesystem::path demoCase(const std::filesystem::path& folder, const std::stop_token& stop);

}  // namespace hipwright
