#include "engine/run/comparison_table.h"

#include "engine/core/platform.h"
#include "engine/core/version.h"
#include "engine/run/run_folder.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace hipwright {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t kMostBytes = std::uintmax_t{16} << 20;

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  return out;
}

/// Seven digits, independent of the user's language.
std::string cell(const Measured<double>& value) {
  if (!value) return {};
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), *value, std::chars_format::general, 7).ptr;
  return {text.data(), end};
}

std::vector<NamedNumber> differences(const ComparisonRow& row) {
  if (row.toReference) return named(*row.toReference);
  std::vector<NamedNumber> none = named(ImplantDifference{});
  for (NamedNumber& n : none) n.value = Measured<double>::notMeasurable("it is the reference");
  return none;
}

Json numbersJson(const std::vector<NamedNumber>& numbers) {
  Json json = Json::object();
  for (const NamedNumber& n : numbers) json[n.key] = n.value ? Json(*n.value) : Json(nullptr);
  return json;
}

Json reasonsJson(const std::vector<NamedNumber>& numbers) {
  Json json = Json::object();
  for (const NamedNumber& n : numbers)
    if (!n.value) json[n.key] = n.value.reason();
  return json;
}

Json rowJson(const ComparisonRow& row, const std::filesystem::path& folder) {
  const std::vector<NamedNumber> numbers = named(row.numbers);
  Json json = {{"cfg", row.value.cfg},
               {"seed", row.value.seed},
               {"ts", row.steps},
               {"model", row.modelName},
               {"run", platform::toUtf8(row.folder.lexically_relative(folder).generic_string())},
               {"request_sha256", row.requestHash},
               {"noise_sha256", row.noiseHash},
               {"numbers", numbersJson(numbers)},
               {"not_measurable", reasonsJson(numbers)},
               {"to_reference", nullptr}};
  if (row.toReference) json["to_reference"] = numbersJson(named(*row.toReference));
  return json;
}

/// Discarded if the text is no JSON or longer than any table; null if there is no such file.
Json wholeOf(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  const std::uintmax_t size = std::filesystem::file_size(path, ignored);
  if (size == 0 || size > kMostBytes) return Json(Json::value_t::discarded);
  const platform::MappedFile file(path);
  const auto* text = reinterpret_cast<const char*>(file.bytes().data());
  return Json::parse(text, text + file.bytes().size(), nullptr, false);
}

/// Null if there is no such file or it is none of ours.
Json partOf(const std::filesystem::path& path, const char* key) {
  const Json json = wholeOf(path);
  return json.is_object() && json.contains(key) ? json[key] : Json();
}

Json listIn(const std::filesystem::path& path, const char* key) {
  Json part = partOf(path, key);
  return part.is_array() ? part : Json::array();
}

Json valueJson(const ComparedValue& value) { return {{"cfg", value.cfg}, {"seed", value.seed}}; }

Json mergedJson(const ComparisonTable& table) {
  Json list = Json::array();
  for (const MergedValue& m : table.merged) list.push_back({{"cfg", m.asked}, {"same_run_as_cfg", m.runAs}});
  for (const std::int64_t seed : table.mergedSeeds) list.push_back({{"seed", seed}});
  return list;
}

/// Runs lie in the comparison's folder or beside it; a table that names another place is not followed there.
bool liesNearby(const std::filesystem::path& run, const std::filesystem::path& folder) {
  const std::filesystem::path from = run.lexically_relative(folder.lexically_normal().parent_path());
  return !from.empty() && *from.begin() != ".." && *from.begin() != ".";
}

}  // namespace

std::string comparisonCsv(const ComparisonTable& table) {
  std::string csv = "case,model,demo,cfg,seed,ts,reference_cfg";
  for (const auto& list : {named(ImplantNumbers{}), named(ImplantDifference{})})
    for (const NamedNumber& n : list) csv.append(",").append(n.key);
  csv += "\n";
  for (const ComparisonRow& row : table.rows) {
    const std::vector<std::string> head = {
        quoted(table.caseName),      quoted(row.modelName),          table.demoModel ? "true" : "false",
        shortNumber(row.value.cfg),  std::to_string(row.value.seed), std::to_string(row.steps),
        shortNumber(table.reference)};
    for (std::size_t i = 0; i < head.size(); ++i) csv.append(i == 0 ? "" : ",").append(head[i]);
    for (const auto& list : {named(row.numbers), differences(row)})
      for (const NamedNumber& n : list) csv.append(",").append(cell(n.value));
    csv += "\n";
  }
  return csv;
}

std::string comparisonJson(const ComparisonTable& table, const std::filesystem::path& folder) {
  Json json = {{"schema", 1},
               {"program", std::string("Hipwright ") + kVersion},
               {"purpose", "Research use only. Not a medical device."},
               {"case", {{"name", table.caseName}, {"sha256", table.caseHash}}},
               {"model", {{"name", table.modelName}, {"demo", table.demoModel}, {"sha256", table.modelHashes}}},
               {"ts", table.steps},
               {"reference_cfg", table.reference},
               {"seeds", table.seeds},
               {"merged", mergedJson(table)},
               {"values", Json::array()},
               {"pairs", Json::array()}};
  for (const ComparisonRow& row : table.rows) json["values"].push_back(rowJson(row, folder));
  for (const ComparisonPair& pair : table.pairs)
    json["pairs"].push_back(
        {{"a", valueJson(pair.a)}, {"b", valueJson(pair.b)}, {"numbers", numbersJson(named(pair.difference))}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::int64_t> seedsOfComparison(const std::filesystem::path& path) {
  std::vector<std::int64_t> seeds;
  for (const Json& seed : listIn(path, "seeds"))
    if (seed.is_number_integer()) seeds.push_back(seed.get<std::int64_t>());
  return seeds;
}

bool isDamagedComparison(const std::filesystem::path& path) {
  const Json json = wholeOf(path);
  return !json.is_null() && (!json.is_object() || !json.contains("values") || !json["values"].is_array());
}

std::optional<double> referenceOfComparison(const std::filesystem::path& path) {
  const Json part = partOf(path, "reference_cfg");
  return part.is_number() ? std::optional(part.get<double>()) : std::nullopt;
}

std::vector<EarlierValue> earlierValues(const std::filesystem::path& path, const std::filesystem::path& folder) {
  std::vector<EarlierValue> values;
  for (const Json& row : listIn(path, "values")) {
    const auto isText = [&](const char* key) { return row.contains(key) && row[key].is_string(); };
    if (!row.is_object() || !row.contains("cfg") || !row["cfg"].is_number()) continue;
    if (!row.contains("seed") || !row["seed"].is_number_integer() || !isText("run") || !isText("request_sha256"))
      continue;
    const std::filesystem::path named = platform::fromUtf8(row["run"].get<std::string>());
    const std::filesystem::path run = (folder / named).lexically_normal();
    if (!liesNearby(run, folder)) continue;
    values.push_back(
        {{row["cfg"].get<double>(), row["seed"].get<std::int64_t>()}, run, row["request_sha256"].get<std::string>()});
  }
  return values;
}

}  // namespace hipwright
