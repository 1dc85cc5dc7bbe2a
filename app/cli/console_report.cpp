#include "app/cli/console_report.h"

#include "app/cli/json_events.h"
#include "app/cli/terminal_text.h"
#include "engine/core/platform.h"
#include "engine/run/run_forecast.h"

#include <cstdio>

namespace hipwright::cli {
namespace {

constexpr double kTightMemory = 0.8;  // of what is free: other programs may want the rest

void printResult(const char* what, const std::filesystem::path& path) {
  std::printf("  %-15s %s\n", what, forTerminal(platform::toUtf8(path)).c_str());
}

}  // namespace

std::string preflightText(const std::vector<PreflightItem>& items) {
  std::string text;
  for (const PreflightItem& item : items) {
    std::string line = "  " + levelName(item.level);
    line.resize(13, ' ');
    line += codeName(item.code);
    line.resize(28, ' ');
    text += line + plainText(item.found);
    if (!item.done.empty()) text += ' ' + plainText(item.done);
    text += '\n';
  }
  return text;
}

std::string forecastText(const ForecastMade& forecast) {
  const double share = forecast.freeBytes > 0 ? forecast.moreBytes / forecast.freeBytes : 0;
  const PreflightLevel level = share > 1              ? PreflightLevel::Refused
                               : share > kTightMemory ? PreflightLevel::Doubtful
                                                      : PreflightLevel::Fine;
  std::string line = "  " + levelName(level);
  line.resize(13, ' ');
  line += "memory";
  line.resize(28, ' ');
  line += "About " + memoryText(forecast.bytes) + " at the peak, in " + phaseName(forecast.phase) + "; ";
  line += memoryText(forecast.moreBytes) + " of it are still needed";
  if (forecast.freeBytes > 0) line += ", and " + memoryText(forecast.freeBytes) + " are free";
  return line + ".\n";
}

ConsoleReport::ConsoleReport(ReportStyle style) : m_style(style) {}

void ConsoleReport::show(const RunEvent& event) {
  const auto* warning = std::get_if<RunWarning>(&event);
  m_demo = m_demo || (warning != nullptr && warning->code == WarningCode::DemoModel);
  if (m_style == ReportStyle::Text) return showText(event);
  std::printf("%s\n", eventToJson(event).c_str());
  std::fflush(stdout);
}

void ConsoleReport::showText(const RunEvent& event) {
  if (const auto* progress = std::get_if<Progress>(&event)) return m_bar.show(*progress);
  if (const auto* warning = std::get_if<RunWarning>(&event)) {
    m_bar.clear();
    std::fprintf(stderr, "Note: %s\n", forTerminal(warning->text).c_str());
  } else if (const auto* preflight = std::get_if<PreflightDone>(&event)) {
    m_bar.clear();
    std::fputs(forTerminal(preflightText(preflight->items)).c_str(), stderr);
  } else if (const auto* forecast = std::get_if<ForecastMade>(&event)) {
    m_bar.clear();
    std::fputs(forecastText(*forecast).c_str(), stderr);
  } else if (const auto* started = std::get_if<RunStarted>(&event)) {
    m_bar.clear();
    std::fprintf(stderr, "Seed %lld, %d steps.\n", static_cast<long long>(started->seed), started->steps);
  }
}

void ConsoleReport::finished(const RunResult& result) {
  m_bar.clear();
  if (m_style == ReportStyle::Json) return;
  const RunFolder folder(result.folder, result.caseName);
  std::printf("%sResearch use only. Results in %s\n", m_demo ? "DEMO model. " : "",
              forTerminal(platform::toUtf8(result.folder)).c_str());
  printResult("fused CT", folder.fused());
  printResult("distance field", folder.metal());
  printResult("surface", folder.surface());
  std::error_code ignored;
  if (std::filesystem::exists(folder.strip(), ignored)) printResult("filmstrip", folder.strip());
  printResult("record", folder.record());
  if (result.alreadyComplete) return;
  const MeshReport& mesh = result.record.mesh;
  const Vec3 size = mesh.upper - mesh.lower;
  std::printf("  %-15s %.1f x %.1f x %.1f mm, %.1f ml, %lld triangles, %lld shell%s, %s\n", "implant", size[0], size[1],
              size[2], mesh.volumeMm3 / 1000, static_cast<long long>(mesh.triangles),
              static_cast<long long>(mesh.shells), mesh.shells == 1 ? "" : "s",
              mesh.printable() ? "closed and manifold" : "not printable as it is");
}

void ConsoleReport::cancelled() {
  m_bar.clear();
  if (m_style == ReportStyle::Json)
    std::puts(R"({"event":"cancelled"})");
  else
    std::fputs("hipwright-cli: cancelled; nothing half-written was left.\n", stderr);
}

void ConsoleReport::failed(const Error& error) {
  m_bar.clear();
  if (m_style == ReportStyle::Json) std::printf("%s\n", errorToJson(error).c_str());
}

}  // namespace hipwright::cli
