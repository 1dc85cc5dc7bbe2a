#include "app/cli/console_report.h"

#include "app/cli/json_events.h"
#include "engine/core/platform.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace hipwright::cli {
namespace {

constexpr auto kRedraw = std::chrono::milliseconds(50);

const char* sentence(Phase phase) {
  switch (phase) {
    case Phase::ReadCase: return "Reading the CT";
    case Phase::LoadModel: return "Loading the model";
    case Phase::Prepare: return "Preparing";
    case Phase::Encode: return "Encoding";
    case Phase::Denoise: return "Denoising";
    case Phase::Decode: return "Decoding";
    case Phase::Fuse: return "Fusing";
    case Phase::Surface: return "Extracting the surface";
    case Phase::Write: return "Writing";
  }
  return "";
}

std::string counted(const Progress& p) {
  return p.total > 1 ? std::to_string(p.done) + "/" + std::to_string(p.total) : std::string();
}

std::string timeLeft(const Progress& p) {
  return p.secondsLeft && p.overall < 1 ? "about " + durationText(*p.secondsLeft) + " left" : std::string();
}

void printResult(const char* what, const std::filesystem::path& path) {
  std::printf("  %-15s %s\n", what, platform::toUtf8(path).c_str());
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

std::string durationText(double seconds) {
  char text[48];
  const long whole = std::lround(seconds);
  if (seconds < 10)
    std::snprintf(text, sizeof text, "%.1f s", seconds);
  else if (whole < 60)
    std::snprintf(text, sizeof text, "%ld s", whole);
  else if (whole < 3600)
    std::snprintf(text, sizeof text, "%ld min %ld s", whole / 60, whole % 60);
  else
    std::snprintf(text, sizeof text, "%ld h %ld min", whole / 3600, whole % 3600 / 60);
  return text;
}

ConsoleReport::ConsoleReport(ReportStyle style) : m_style(style), m_terminal(platform::stderrIsTerminal()) {}

void ConsoleReport::show(const RunEvent& event) {
  const auto* warning = std::get_if<RunWarning>(&event);
  m_demo = m_demo || (warning != nullptr && warning->code == WarningCode::DemoModel);
  if (m_style == ReportStyle::Text) return showText(event);
  std::printf("%s\n", eventToJson(event).c_str());
  std::fflush(stdout);
}

void ConsoleReport::showText(const RunEvent& event) {
  if (const auto* progress = std::get_if<Progress>(&event)) return showProgress(*progress);
  if (const auto* warning = std::get_if<RunWarning>(&event)) {
    clearBar();
    std::fprintf(stderr, "Note: %s\n", warning->text.c_str());
  } else if (const auto* preflight = std::get_if<PreflightDone>(&event)) {
    clearBar();
    std::fputs(preflightText(preflight->items).c_str(), stderr);
  } else if (const auto* started = std::get_if<RunStarted>(&event)) {
    clearBar();
    std::fprintf(stderr, "Seed %lld, %d steps.\n", static_cast<long long>(started->seed), started->steps);
  }
}

void ConsoleReport::showProgress(const Progress& p) {
  if (m_terminal) {
    const auto now = std::chrono::steady_clock::now();
    if (p.phase == m_lastPhase && p.overall < 1 && now - m_lastDraw < kRedraw) return;
    m_lastDraw = now;
    m_lastPhase = p.phase;
    return drawBar(p);
  }
  const int tenth = static_cast<int>(p.overall * 10);
  if (p.phase == m_lastPhase && tenth == m_lastTenth) return;
  m_lastPhase = p.phase;
  m_lastTenth = tenth;
  std::fprintf(stderr, "%3.0f %%  %s %s  %s\n", 100 * p.overall, sentence(p.phase), counted(p).c_str(),
               timeLeft(p).c_str());
}

void ConsoleReport::drawBar(const Progress& p) {
  const int width = std::clamp(platform::terminalWidth() - 62, 8, 40);
  const int filled = static_cast<int>(std::lround(p.overall * width));
  const std::string bar =
      std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(width - filled), '.');
  char share[16];
  std::snprintf(share, sizeof share, "%3.0f %%", 100 * p.overall);
  std::string line = "[" + bar + "] " + share + "  " + sentence(p.phase) + " " + counted(p) + "  " + timeLeft(p);
  // A line that wraps cannot be drawn over again.
  line.resize(std::min(line.size(), static_cast<std::size_t>(std::max(1, platform::terminalWidth() - 1))));
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  m_barDrawn = true;
}

void ConsoleReport::clearBar() {
  if (m_barDrawn) std::fputs("\r\033[K", stderr);
  m_barDrawn = false;
}

void ConsoleReport::finished(const RunResult& result) {
  clearBar();
  if (m_style == ReportStyle::Json) return;
  const RunFolder folder(result.folder, result.caseName);
  std::printf("%sResearch use only. Results in %s\n", m_demo ? "DEMO model. " : "",
              platform::toUtf8(result.folder).c_str());
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
  clearBar();
  if (m_style == ReportStyle::Json)
    std::puts(R"({"event":"cancelled"})");
  else
    std::fputs("hipwright-cli: cancelled; nothing half-written was left.\n", stderr);
}

void ConsoleReport::failed(const Error& error) {
  clearBar();
  if (m_style == ReportStyle::Json) std::printf("%s\n", errorToJson(error).c_str());
}

}  // namespace hipwright::cli
