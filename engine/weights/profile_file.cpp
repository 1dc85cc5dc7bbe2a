#include "engine/weights/profile_file.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace hipwright {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr int kDeepest = 16;
constexpr std::string_view kSchedule = "scaled_linear_beta";

/// The words of the file for a choice, in the order of the enumeration.
constexpr std::array<std::string_view, 3> kPredictions = {"epsilon", "sample", "v_prediction"};
constexpr std::array<std::string_view, 2> kSpacings = {"leading", "linspace"};
constexpr std::array<std::string_view, 3> kSides = {"any", "left", "right"};

[[noreturn]] void fail(const std::string& file, const std::string& reason) {
  throw Error(ErrorCode::BadProfile, {{"path", file}, {"reason", reason}});
}

std::string placeOf(const std::string& text, std::size_t byte) {
  const std::string before = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t lineStart = lines == 0 ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(lines + 1) + ", column " + std::to_string(before.size() - lineStart + 1);
}

Json parseJson(const std::string& text, const std::string& file) {
  if (text.size() > kMostBytes) fail(file, "it is larger than a profile can be");
  const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) fail(file, "it is nested too deeply");
    return true;
  };
  try {
    return Json::parse(text, shallow);
  } catch (const Json::parse_error& e) {
    fail(file, "it is not valid JSON at " + placeOf(text, e.byte));
  } catch (const Json::exception&) {
    fail(file, "it is not valid JSON");
  }
}

/// One object of the file. Each read() changes its target only if the field is there, and names the field if it is
/// wrong.
class Fields {
 public:
  Fields(const Json& object, std::string prefix, const std::string& file)
      : m_object(object), m_prefix(std::move(prefix)), m_file(file) {
    if (!object.is_object())
      fail(file, (m_prefix.empty() ? "the profile" : m_prefix.substr(0, m_prefix.size() - 1)) + " must be an object");
  }

  void section(const char* name, const auto& use) const {
    if (const Json* value = find(name)) use(Fields(*value, m_prefix + name + ".", m_file));
  }

  template <typename Value>
  void read(const char* name, Value& target) const {
    if (const Json* value = find(name)) convert(*value, m_prefix + name, target);
  }

  template <typename Choice, std::size_t Count>
  void readChoice(const char* name, Choice& target, const std::array<std::string_view, Count>& words) const {
    const Json* value = find(name);
    if (value == nullptr) return;
    std::string text;
    convert(*value, m_prefix + name, text);
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) refuse(m_prefix + name, "must be one of " + joined(words));
    target = static_cast<Choice>(found - words.begin());
  }

 private:
  const Json* find(const char* name) const {
    const auto found = m_object.find(name);
    return found == m_object.end() ? nullptr : &*found;
  }

  [[noreturn]] void refuse(const std::string& field, const std::string& rule) const {
    fail(m_file, field + " " + rule);
  }

  void convert(const Json& value, const std::string& field, int& target) const {
    const bool whole = value.is_number_integer() ||
                       (value.is_number_float() && value.get<double>() == std::floor(value.get<double>()));
    if (!whole) refuse(field, "must be a whole number");
    const auto number = value.get<double>();
    if (!(std::abs(number) <= std::numeric_limits<int>::max())) refuse(field, "is too large");
    target = static_cast<int>(number);
  }

  void convert(const Json& value, const std::string& field, std::int64_t& target) const {
    int number = 0;
    convert(value, field, number);
    target = number;
  }

  void convert(const Json& value, const std::string& field, double& target) const {
    if (!value.is_number()) refuse(field, "must be a number");
    target = value.get<double>();
  }

  void convert(const Json& value, const std::string& field, bool& target) const {
    if (!value.is_boolean()) refuse(field, "must be true or false");
    target = value.get<bool>();
  }

  void convert(const Json& value, const std::string& field, std::string& target) const {
    if (!value.is_string()) refuse(field, "must be a text");
    target = value.get<std::string>();
  }

  void convert(const Json& value, const std::string& field, std::optional<double>& target) const {
    if (value.is_null()) return target.reset();
    convert(value, field, target.emplace());
  }

  template <typename Value>
  void convert(const Json& value, const std::string& field, std::vector<Value>& target) const {
    if (!value.is_array()) refuse(field, "must be a list");
    target.clear();
    for (std::size_t i = 0; i < value.size(); ++i) {
      Value item{};  // not target[i]: the items of a list of bools cannot be referred to
      convert(value[i], field + "[" + std::to_string(i) + "]", item);
      target.push_back(item);
    }
  }

  template <typename Value>
  void convert(const Json& value, const std::string& field, std::array<Value, 3>& target) const {
    if (!value.is_array() || value.size() != 3) refuse(field, "must be a list of three numbers");
    for (std::size_t i = 0; i < 3; ++i) convert(value[i], field + "[" + std::to_string(i) + "]", target[i]);
  }

  template <std::size_t Count>
  static std::string joined(const std::array<std::string_view, Count>& words) {
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
  }

  const Json& m_object;
  std::string m_prefix;
  const std::string& m_file;
};

void readNetworks(const Fields& top, ModelProfile& p) {
  top.section("vae", [&](const Fields& f) {
    f.read("channels", p.vae.channels);
    f.read("num_res_blocks", p.vae.numResBlocks);
    f.read("latent_channels", p.vae.latentChannels);
    f.read("norm_num_groups", p.vae.normNumGroups);
    f.read("norm_eps", p.vae.normEps);
  });
  top.section("unet", [&](const Fields& f) {
    f.read("channels", p.unet.channels);
    f.read("num_res_blocks", p.unet.numResBlocks);
    f.read("attention_levels", p.unet.attentionLevels);
    f.read("num_head_channels", p.unet.numHeadChannels);
    f.read("norm_num_groups", p.unet.normNumGroups);
    f.read("norm_eps", p.unet.normEps);
  });
}

void readSampling(const Fields& top, ModelProfile& p) {
  top.section("scheduler", [&](const Fields& f) {
    int onlySchedule = 0;
    f.readChoice("schedule", onlySchedule, std::array{kSchedule});
    f.read("num_train_timesteps", p.scheduler.numTrainTimesteps);
    f.read("beta_start", p.scheduler.betaStart);
    f.read("beta_end", p.scheduler.betaEnd);
    f.readChoice("prediction_type", p.scheduler.prediction, kPredictions);
    f.readChoice("timestep_spacing", p.scheduler.spacing, kSpacings);
    f.read("clip_sample", p.scheduler.clipSample);
  });
  top.section("window", [&](const Fields& f) {
    f.read("size", p.window.size);
    f.read("overlap", p.window.overlap);
  });
}

/// Both fields or neither: a size without the joint's place says nothing about where to cut.
void readFieldOfView(const Fields& f, InputProfile& input) {
  FieldOfView view;
  f.read("field_of_view_mm", view.sizeMm);
  f.read("joint_mm", view.jointMm);
  if (view.sizeMm != Vec3{} || view.jointMm != Vec3{}) input.fieldOfView = view;
}

void readCase(const Fields& top, ModelProfile& p) {
  top.section("input", [&](const Fields& f) {
    f.read("spacing_mm", p.input.spacingMm);
    f.read("orientation", p.input.orientation);
    f.read("pad_hu", p.input.padHu);
    f.read("pad_multiple", p.input.padMultiple);
    f.read("hu", p.input.hu);
    f.read("value", p.input.value);
    f.readChoice("side", p.input.side, kSides);
    readFieldOfView(f, p.input);
  });
  top.section("sdf", [&](const Fields& f) {
    f.read("unit_mm", p.sdf.unitMm);
    f.read("band", p.sdf.band);
  });
}

void requireUsable(const ModelProfile& profile, const std::string& file) {
  std::string problems;
  for (const std::string& sentence : profile.check()) problems += (problems.empty() ? "" : "; ") + sentence;
  if (!problems.empty()) fail(file, problems);
}

std::string_view word(const auto& words, auto choice) { return words[static_cast<std::size_t>(choice)]; }

}  // namespace

ModelProfile readProfile(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  const auto bytes = file.bytes();
  return parseProfile({reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), kMostBytes + 1)},
                      platform::toUtf8(path));
}

ModelProfile parseProfile(const std::string& json, const std::string& name) {
  const Json root = parseJson(json, name);
  const Fields top(root, "", name);
  ModelProfile profile;
  top.read("schema", profile.schema);
  top.read("name", profile.name);
  top.read("license", profile.license);
  top.read("notes", profile.notes);
  top.read("demo", profile.demo);
  readNetworks(top, profile);
  readSampling(top, profile);
  readCase(top, profile);
  requireUsable(profile, name);
  return profile;
}

std::string profileToJson(const ModelProfile& p) {
  Json unit;
  if (p.sdf.unitMm) unit = *p.sdf.unitMm;
  Json root = {{"schema", p.schema},
               {"name", p.name},
               {"license", p.license},
               {"notes", p.notes},
               {"demo", p.demo},
               {"vae",
                {{"channels", p.vae.channels},
                 {"num_res_blocks", p.vae.numResBlocks},
                 {"latent_channels", p.vae.latentChannels},
                 {"norm_num_groups", p.vae.normNumGroups},
                 {"norm_eps", p.vae.normEps}}},
               {"unet",
                {{"channels", p.unet.channels},
                 {"num_res_blocks", p.unet.numResBlocks},
                 {"attention_levels", p.unet.attentionLevels},
                 {"num_head_channels", p.unet.numHeadChannels},
                 {"norm_num_groups", p.unet.normNumGroups},
                 {"norm_eps", p.unet.normEps}}},
               {"scheduler",
                {{"num_train_timesteps", p.scheduler.numTrainTimesteps},
                 {"schedule", kSchedule},
                 {"beta_start", p.scheduler.betaStart},
                 {"beta_end", p.scheduler.betaEnd},
                 {"prediction_type", word(kPredictions, p.scheduler.prediction)},
                 {"timestep_spacing", word(kSpacings, p.scheduler.spacing)},
                 {"clip_sample", p.scheduler.clipSample}}},
               {"window", {{"size", p.window.size}, {"overlap", p.window.overlap}}},
               {"input",
                {{"spacing_mm", p.input.spacingMm},
                 {"orientation", p.input.orientation},
                 {"pad_hu", p.input.padHu},
                 {"pad_multiple", p.input.padMultiple},
                 {"hu", p.input.hu},
                 {"value", p.input.value},
                 {"side", word(kSides, p.input.side)}}},
               {"sdf", {{"unit_mm", unit}, {"band", p.sdf.band}}}};
  if (p.input.fieldOfView) {
    root["input"]["field_of_view_mm"] = p.input.fieldOfView->sizeMm;
    root["input"]["joint_mm"] = p.input.fieldOfView->jointMm;
  }
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hipwright
