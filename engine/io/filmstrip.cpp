#include "engine/io/filmstrip.h"

#include "engine/core/error.h"
#include "engine/io/canvas.h"
#include "engine/io/picture_raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace hipwright {
namespace {

constexpr int kMostPixels = 4096;  // wider strips wrap into rows
constexpr Rgb kBackground{0x14, 0x17, 0x1B};
constexpr Rgb kLine{0x2C, 0x33, 0x3C};
constexpr Rgb kText{0xE9, 0xEC, 0xF1};
constexpr Rgb kText2{0xB3, 0xBC, 0xC8};
constexpr Rgb kText3{0x98, 0xA3, 0xB1};
constexpr Rgb kWarning{0xF2, 0xB8, 0x4B};
constexpr Rgb kWarningSoft{0x3A, 0x2E, 0x17};

/// Lengths of the drawing in pixels, grown with the frames so that a large strip stays readable.
struct Sizes {
  explicit Sizes(int frameHeight) : scale(std::clamp(frameHeight / 360.0, 0.8, 4.0)) {}
  int operator()(double pixels) const { return static_cast<int>(std::lround(pixels * scale)); }
  double scale;
};

int pixels(double mm, double pixelsPerMm) { return std::max(1, static_cast<int>(std::lround(mm * pixelsPerMm))); }

/// One scale for all frames, so that they can be compared and share one scale bar.
double commonScale(const std::vector<StripFrame>& frames, const StripOptions& options, int margins) {
  double widest = 0;
  double tallest = 0;
  for (const StripFrame& f : frames) {
    widest = std::max(widest, f.picture.columns * f.picture.columnMm);
    tallest = std::max(tallest, f.picture.rows * f.picture.rowMm);
  }
  if (frames.empty() || !(widest > 0) || !(tallest > 0))
    throw Error(ErrorCode::Internal, {{"reason", "a filmstrip without pictures"}});
  return std::min(std::clamp(options.frameHeight, 32, 2048) / tallest, (kMostPixels - margins) / widest);
}

class Filmstrip {
 public:
  Filmstrip(const std::vector<StripFrame>& frames, const StripOptions& options)
      : m_frames(frames),
        m_options(options),
        m_size(options.frameHeight),
        m_pixelsPerMm(commonScale(frames, options, 2 * m_size(24))) {
    measureFrames();
    measureStrip();
  }

  Canvas draw() {
    Canvas canvas(m_width, m_height, kBackground);
    drawHead(canvas);
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
      const int column = static_cast<int>(i) % m_perRow;
      const int row = static_cast<int>(i) / m_perRow;
      drawFrame(canvas, m_frames[i], m_size(24) + column * (m_cellWidth + m_size(12)),
                m_headHeight + row * m_rowHeight);
    }
    drawLegend(canvas, m_height - m_legendHeight);
    return canvas;
  }

  PixelRect firstFrame() const { return pictureRect(m_frames.front().picture, m_size(24), m_headHeight); }

 private:
  PixelRect pictureRect(const CoronalPicture& p, int x, int y) const {
    return {x, y, pixels(p.columns * p.columnMm, m_pixelsPerMm), pixels(p.rows * p.rowMm, m_pixelsPerMm)};
  }

  /// A line of at most `most` pixels; a longer one loses its end.
  TextMask fitted(const std::string& text, int size, TextWeight weight, int most) {
    TextMask mask = m_text.draw(text, size, weight);
    for (std::size_t kept = text.size(); mask.width > most && kept > 0;) {
      kept =
          std::min(kept - 1, kept * static_cast<std::size_t>(std::max(1, most)) / static_cast<std::size_t>(mask.width));
      while (kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xC0U) == 0x80U) --kept;  // whole characters only
      mask = m_text.draw(text.substr(0, kept) + "...", size, weight);
    }
    return mask;
  }

  int lineHeight() const { return m_size(18); }

  void measureFrames() {
    std::size_t lines = 0;
    for (const StripFrame& f : m_frames) {
      m_frameHeight = std::max(m_frameHeight, pixels(f.picture.rows * f.picture.rowMm, m_pixelsPerMm));
      m_cellWidth = std::max(m_cellWidth, pixels(f.picture.columns * f.picture.columnMm, m_pixelsPerMm));
      for (const std::string& line : f.caption)
        m_cellWidth =
            std::max(m_cellWidth, std::min(m_text.draw(line, m_size(13), TextWeight::Bold).width, kMostPixels / 4));
      lines = std::max(lines, f.caption.size());
    }
    m_rowHeight = m_frameHeight + (lines == 0 ? 0 : m_size(8)) + static_cast<int>(lines) * lineHeight() + m_size(20);
  }

  void measureStrip() {
    const int gap = m_size(12);
    const int count = static_cast<int>(m_frames.size());
    const int fitting = std::clamp((kMostPixels - 2 * m_size(24) + gap) / (m_cellWidth + gap), 1, count);
    const int rows = (count + fitting - 1) / fitting;
    m_perRow = (count + rows - 1) / rows;  // rows of equal length look better than one full and one nearly empty
    m_headHeight = m_options.title.empty() && m_options.mark.empty() ? m_size(24) : m_size(64);
    m_legendHeight = m_size(48);
    const int head = 3 * m_size(24) + m_text.draw(m_options.title, m_size(18), TextWeight::Bold).width + markWidth();
    Canvas nothing(1, 1, kBackground);
    const int legend = drawLegend(nothing, 0);
    const int framesWidth = 2 * m_size(24) + m_perRow * (m_cellWidth + gap) - gap;
    m_width = std::max({framesWidth, std::min(head, kMostPixels), legend});
    m_height = m_headHeight + rows * m_rowHeight + m_legendHeight;
  }

  int markWidth() {
    return m_options.mark.empty() ? 0 : m_text.draw(m_options.mark, m_size(14), TextWeight::Bold).width + m_size(20);
  }

  void drawHead(Canvas& canvas) {
    canvas.drawText(m_size(24), m_size(22),
                    fitted(m_options.title, m_size(18), TextWeight::Bold, m_width - 3 * m_size(24) - markWidth()),
                    kText);
    if (m_options.mark.empty()) return;
    const TextMask mark = m_text.draw(m_options.mark, m_size(14), TextWeight::Bold);
    const PixelRect pill{m_width - m_size(24) - markWidth(), m_size(18), markWidth(), m_size(28)};
    canvas.fill(pill, kWarning);
    const int border = m_size(1);
    canvas.fill({pill.x + border, pill.y + border, pill.width - 2 * border, pill.height - 2 * border}, kWarningSoft);
    canvas.drawText(pill.x + m_size(10), pill.y + (pill.height - mark.height) / 2, mark, kWarning);
  }

  void drawFrame(Canvas& canvas, const StripFrame& frame, int x, int y) {
    const CoronalPicture& p = frame.picture;
    const PixelRect rect = pictureRect(p, x, y);
    drawPicture(canvas, rect, p, m_options.window);
    drawSides(canvas, rect, m_text, m_size(16));
    y += m_frameHeight + m_size(8);
    for (std::size_t i = 0; i < frame.caption.size(); ++i) {
      const TextMask line = fitted(frame.caption[i], i == 0 ? m_size(13) : m_size(12),
                                   i == 0 ? TextWeight::Bold : TextWeight::Normal, m_cellWidth);
      canvas.drawText(x, y, line, i == 0 ? kText : kText2);
      y += lineHeight();
    }
  }

  /// Draws from left to right and returns how wide a strip must be to hold it.
  int drawLegend(Canvas& canvas, int top) {
    canvas.fill({m_size(24), top, m_width - 2 * m_size(24), std::max(1, m_size(1))}, kLine);
    const int middle = top + m_legendHeight / 2;
    int x = m_size(24);
    if (hasImplant()) x = drawSwatch(canvas, x, middle) + m_size(24);
    x = drawWindow(canvas, x, middle) + m_size(24);
    x = drawScaleBar(canvas, x, middle) + m_size(24);
    x = drawLabel(canvas, x, middle, "coronal, R: right side of the patient");
    const TextMask note = m_text.draw("Research use only", m_size(12));
    canvas.drawText(m_width - m_size(24) - note.width, middle - note.height / 2, note, kText3);
    return x + m_size(24) + note.width + m_size(24);
  }

  bool hasImplant() const {
    return std::any_of(m_frames.begin(), m_frames.end(), [](const StripFrame& f) { return !f.picture.sdf.empty(); });
  }

  int drawLabel(Canvas& canvas, int x, int middle, const std::string& text) {
    const TextMask mask = m_text.draw(text, m_size(12));
    canvas.drawText(x, middle - mask.height / 2, mask, kText2);
    return x + mask.width;
  }

  int drawSwatch(Canvas& canvas, int x, int middle) {
    const int side = m_size(14);
    const int border = std::max(1, m_size(1.6));
    canvas.fill({x, middle - side / 2, side, side}, kImplantColour);
    for (int row = border; row < side - border; ++row)
      for (int column = border; column < side - border; ++column)
        canvas.blend(x + column, middle - side / 2 + row, {0, 0, 0}, 0.4);
    return drawLabel(canvas, x + side + m_size(8), middle, "implant");
  }

  int drawWindow(Canvas& canvas, int x, int middle) {
    const int width = m_size(72);
    const int height = m_size(10);
    canvas.fill({x - 1, middle - height / 2 - 1, width + 2, height + 2}, kLine);
    for (int i = 0; i < width; ++i) {
      const auto gray = static_cast<std::uint8_t>(255 * i / std::max(1, width - 1));
      canvas.fill({x + i, middle - height / 2, 1, height}, {gray, gray, gray});
    }
    char text[64];
    std::snprintf(text, sizeof text, "L %.4g W %.4g HU", m_options.window.level, m_options.window.width);
    return drawLabel(canvas, x + width + m_size(8), middle, text);
  }

  int drawScaleBar(Canvas& canvas, int x, int middle) {
    constexpr std::array kLengths = {100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5};
    const double most = std::max(static_cast<double>(m_cellWidth) / 2, 8.0);
    const auto fitting =
        std::find_if(kLengths.begin(), kLengths.end(), [&](double mm) { return mm * m_pixelsPerMm <= most; });
    const double mm = fitting == kLengths.end() ? kLengths.back() : *fitting;
    const int width = pixels(mm, m_pixelsPerMm);
    const int line = std::max(1, m_size(2));
    const int tick = m_size(8);
    canvas.fill({x, middle - line / 2, width, line}, kText);
    canvas.fill({x, middle - tick / 2, line, tick}, kText);
    canvas.fill({x + width - line, middle - tick / 2, line, tick}, kText);
    char text[32];
    std::snprintf(text, sizeof text, "%g mm", mm);
    return drawLabel(canvas, x + width + m_size(8), middle, text);
  }

  const std::vector<StripFrame>& m_frames;
  const StripOptions& m_options;
  Sizes m_size;
  double m_pixelsPerMm;
  TextDrawer m_text;
  int m_frameHeight = 0;
  int m_cellWidth = 0;
  int m_rowHeight = 0;
  int m_perRow = 1;
  int m_headHeight = 0;
  int m_legendHeight = 0;
  int m_width = 0;
  int m_height = 0;
};

}  // namespace

void writeFilmstrip(const std::filesystem::path& path, const std::vector<StripFrame>& frames,
                    const StripOptions& options) {
  Filmstrip(frames, options).draw().writePng(path);
}

PixelRect firstFrameRect(const std::vector<StripFrame>& frames, const StripOptions& options) {
  return Filmstrip(frames, options).firstFrame();
}

}  // namespace hipwright
