#include "engine/verify/golden_case.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/weights/profile_file.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace hipwright {
namespace {

using Json = nlohmann::json;

Error badCase(const std::filesystem::path& folder, const std::string& reason) {
  return Error(ErrorCode::BadGoldenCase, {{"path", platform::toUtf8(folder)}, {"reason", reason}});
}

GoldenRun readRun(const Json& json, const std::filesystem::path& folder) {
  GoldenRun run;
  run.id = json.at("id").get<std::string>();
  run.folder = folder / platform::fromUtf8("run_" + run.id);
  run.guidance = json.at("cfg").get<double>();
  run.steps = json.at("steps").get<int>();
  run.seed = json.at("seed").get<std::int64_t>();
  return run;
}

GoldenCase fromConfig(const Json& config, const std::filesystem::path& folder) {
  GoldenCase out;
  out.folder = folder;
  out.name = config.at("name").get<std::string>();
  const Json& files = config.at("checkpoints");
  out.vaePre = folder / platform::fromUtf8(files.at("vae_pre").get<std::string>());
  out.vaeMetal = folder / platform::fromUtf8(files.at("vae_metal").get<std::string>());
  out.ldm = folder / platform::fromUtf8(files.at("ldm").get<std::string>());
  for (const Json& run : config.at("runs")) out.runs.push_back(readRun(run, folder));
  return out;
}

}  // namespace

GoldenCase readGoldenCase(const std::filesystem::path& folder) {
  std::ifstream in(folder / "config.json", std::ios::binary);
  if (!in) throw badCase(folder, "it has no config.json");
  GoldenCase out;
  try {
    out = fromConfig(Json::parse(in), folder);
  } catch (const Json::exception&) {
    throw badCase(folder, "its config.json does not describe a case");
  }
  out.profile = readProfile(folder / "profile.json");
  return out;
}

std::string stepFile(const std::string& quantity, int step) {
  const std::string digits = std::to_string(step);
  return quantity + "_" + std::string(3 - std::min<std::size_t>(digits.size(), 3), '0') + digits + ".npy";
}

}  // namespace hipwright
