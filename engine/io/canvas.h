// A small picture in memory to draw filmstrips on: rectangles, blended pixels, text masks, PNG. No display needed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hipwright {

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
};

/// Pixels, the top left corner and the size.
struct PixelRect {
  int x = 0, y = 0, width = 0, height = 0;
};

/// Coverage of a drawn line of text, 0 to 255, row 0 on top.
struct TextMask {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> coverage;
};

enum class TextWeight { Normal, Bold };

/// Draws lines of text with VTK's FreeType and its built-in sans serif. Each object has fonts and caches of its own, so
/// that a worker may draw while a window draws too. One thread per object.
class TextDrawer {
 public:
  TextDrawer();
  ~TextDrawer();

  /// `text` is UTF-8; what is not valid becomes a question mark. `size` in pixels. All lines of one size are equally
  /// high.
  TextMask draw(const std::string& text, int size, TextWeight weight = TextWeight::Normal);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// Drawing outside the canvas is cut off.
class Canvas {
 public:
  Canvas(int width, int height, Rgb background);

  int width() const { return m_width; }
  int height() const { return m_height; }
  Rgb at(int x, int y) const;

  /// `alpha` from 0 (nothing) to 1 (the colour alone).
  void blend(int x, int y, Rgb colour, double alpha);
  void fill(const PixelRect& rect, Rgb colour);
  void drawText(int x, int y, const TextMask& mask, Rgb colour);

  /// Text with a dark rim of `rim` pixels, readable on any gray.
  void drawRimmedText(int x, int y, const TextMask& mask, Rgb colour, int rim);

  /// Atomic. Throws Error(FileUnwritable).
  void writePng(const std::filesystem::path& path) const;

 private:
  int m_width;
  int m_height;
  std::vector<std::uint8_t> m_rgb;
};

}  // namespace hipwright
