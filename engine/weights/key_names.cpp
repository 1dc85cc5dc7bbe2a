#include "engine/weights/key_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hipwright {
namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

void replace(std::string& text, std::string_view part, std::string_view by) {
  if (const std::size_t at = text.find(part); at != std::string::npos) text.replace(at, part.size(), by);
}

bool allBeginWith(const StateDict& weights, std::string_view prefix) {
  return !weights.empty() &&
         std::all_of(weights.begin(), weights.end(), [&](const auto& item) { return item.first.starts_with(prefix); });
}

StateDict withoutPrefix(StateDict weights, std::size_t length) {
  StateDict out;
  for (auto& [name, tensor] : weights) out[name.substr(length)] = std::move(tensor);
  return out;
}

StateDict withoutWrappers(StateDict weights) {
  static constexpr std::array<std::string_view, 2> kWrappers = {"module.", "_orig_mod."};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view prefix : kWrappers)
      if (allBeginWith(weights, prefix)) {
        weights = withoutPrefix(std::move(weights), prefix.size());
        found = true;
      }
  }
  return weights;
}

}  // namespace

std::string coreName(std::string name) {
  for (const std::string part : {".to_q.", ".to_k.", ".to_v."})
    if (contains(name, part) && !contains(name, ".attn" + part)) replace(name, part, ".attn" + part);
  replace(name, ".proj_attn.", ".attn.out_proj.");
  replace(name, ".upsampler.conv.conv.", ".upsampler.postconv.conv.");
  if (name.starts_with("decoder.blocks.")) replace(name, ".conv.conv.", ".postconv.conv.");
  return name;
}

StateDict withCoreNames(StateDict weights, bool& older, const Refusal& refuse) {
  StateDict out;
  older = false;
  for (auto& [name, tensor] : withoutWrappers(std::move(weights))) {
    const std::string core = coreName(name);
    older = older || core != name;
    if (!out.emplace(core, tensor).second) refuse.bad("two of its entries are the parameter " + printable(core));
  }
  return out;
}

}  // namespace hipwright
