// Draws text through VTK's FreeType, without a window.
#include "engine/io/canvas.h"

#include <vtkFreeTypeTools.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkStdString.h>
#include <vtkTextProperty.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace hipwright {
namespace {

/// VTK keeps one instance for its windows, which is not made for several threads. This one belongs to its drawer.
class OwnFreeType : public vtkFreeTypeTools {
 public:
  static OwnFreeType* New();
  vtkTypeMacro(OwnFreeType, vtkFreeTypeTools)

      protected : OwnFreeType() {
    this->ScaleToPowerTwoOff();
  }
};
vtkStandardNewMacro(OwnFreeType)

    /// Bytes of the character at the front of a UTF-8 text; 0 if it is not valid.
    std::size_t characterBytes(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t count = first < 0x80                    ? 1
                            : first >= 0xC2 && first < 0xE0 ? 2
                            : first >= 0xE0 && first < 0xF0 ? 3
                            : first >= 0xF0 && first < 0xF5 ? 4
                                                            : 0;
  if (count == 0 || count > text.size()) return 0;
  const bool valid = std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(count),
                                 [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
  const auto second = count > 2 ? static_cast<unsigned char>(text[1]) : 0x80U;
  const bool overlongOrSurrogate = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                                   (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
  return valid && !overlongOrSurrogate ? count : 0;
}

/// One line of valid UTF-8 without control characters.
std::string cleaned(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t count = characterBytes(text);
    if (count == 0)
      out += '?';
    else if (count == 1 && (static_cast<unsigned char>(text.front()) < 32 || text.front() == 127))
      out += ' ';
    else
      out += text.substr(0, count);
    text.remove_prefix(std::max<std::size_t>(1, count));
  }
  return out;
}

/// True if the built-in font has every character: Latin letters and signs below U+0180.
bool isLatin(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC6; });
}

/// Where systems keep a font with Chinese characters; the first that is there is taken, or the built-in one if none is.
constexpr std::array kWideFonts = {"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
                                   "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
                                   "C:/Windows/Fonts/msyh.ttc", "/System/Library/Fonts/PingFang.ttc",
                                   "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"};

void chooseFont(vtkTextProperty* style, const std::string& line) {
  style->SetFontFamilyToArial();
  if (isLatin(line)) return;
  for (const char* path : kWideFonts) {
    std::error_code absent;
    if (!std::filesystem::is_regular_file(path, absent)) continue;
    style->SetFontFamily(VTK_FONT_FILE);
    style->SetFontFile(path);
    return;
  }
}

}  // namespace

struct TextDrawer::Impl {
  vtkNew<OwnFreeType> freeType;
};

TextDrawer::TextDrawer() : m_impl(std::make_unique<Impl>()) {}
TextDrawer::~TextDrawer() = default;

TextMask TextDrawer::draw(const std::string& text, int size, TextWeight weight) {
  const std::string line = cleaned(text);
  if (line.find_first_not_of(' ') == std::string::npos) return {0, size, {}};
  vtkNew<vtkTextProperty> style;
  chooseFont(style, line);
  style->SetFontSize(size);
  style->SetBold(weight == TextWeight::Bold ? 1 : 0);
  style->SetColor(1, 1, 1);
  style->SetVerticalJustificationToTop();
  vtkNew<vtkImageData> image;
  constexpr int kPixelsArePoints = 72;
  if (!m_impl->freeType->RenderString(style, vtkStdString(line), kPixelsArePoints, image)) return {0, size, {}};
  int extent[6];
  image->GetExtent(extent);
  TextMask mask{extent[1] - extent[0] + 1, extent[3] - extent[2] + 1, {}};
  for (int y = extent[3]; y >= extent[2]; --y)  // VTK's first row is the lowest
    for (int x = extent[0]; x <= extent[1]; ++x)
      mask.coverage.push_back(*(static_cast<std::uint8_t*>(image->GetScalarPointer(x, y, 0)) + 3));
  return mask;
}

}  // namespace hipwright
