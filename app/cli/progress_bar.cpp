#include "app/cli/progress_bar.h"

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

std::string wording(const Progress& p, const std::string& caption) {
  return (caption.empty() ? "" : caption + ": ") + sentence(p.phase) + " " + counted(p) + "  " + timeLeft(p);
}

}  // namespace

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

ProgressBar::ProgressBar() : m_terminal(platform::stderrIsTerminal()) {}

void ProgressBar::show(const Progress& p, const std::string& caption) {
  const auto now = std::chrono::steady_clock::now();
  const int tenth = static_cast<int>(p.overall * 10);
  const bool same = p.phase == m_lastPhase && caption == m_lastCaption;
  if (same && m_terminal && p.overall < 1 && now - m_lastDraw < kRedraw) return;
  if (same && !m_terminal && tenth == m_lastTenth) return;
  m_lastDraw = now;
  m_lastTenth = tenth;
  m_lastPhase = p.phase;
  m_lastCaption = caption;
  if (m_terminal)
    draw(p, caption);
  else
    printLine(p, caption);
}

void ProgressBar::printLine(const Progress& p, const std::string& caption) const {
  std::fprintf(stderr, "%3.0f %%  %s\n", 100 * p.overall, wording(p, caption).c_str());
}

void ProgressBar::draw(const Progress& p, const std::string& caption) {
  const int width = std::clamp(platform::terminalWidth() - 62 - static_cast<int>(caption.size()), 8, 40);
  const int filled = static_cast<int>(std::lround(p.overall * width));
  const std::string bar =
      std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(width - filled), '.');
  char share[16];
  std::snprintf(share, sizeof share, "%3.0f %%", 100 * p.overall);
  std::string line = "[" + bar + "] " + share + "  " + wording(p, caption);
  // A line that wraps cannot be drawn over again.
  line.resize(std::min(line.size(), static_cast<std::size_t>(std::max(1, platform::terminalWidth() - 1))));
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  m_drawn = true;
}

void ProgressBar::clear() {
  if (m_drawn) std::fputs("\r\033[K", stderr);
  m_drawn = false;
}

}  // namespace hipwright::cli
