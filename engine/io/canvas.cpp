#include "engine/io/canvas.h"

#include "engine/core/atomic_file.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace hipwright {

Canvas::Canvas(int width, int height, Rgb background)
    : m_width(width), m_height(height), m_rgb(3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
  fill({0, 0, width, height}, background);
}

Rgb Canvas::at(int x, int y) const {
  const std::size_t i =
      3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x));
  return {m_rgb[i], m_rgb[i + 1], m_rgb[i + 2]};
}

void Canvas::blend(int x, int y, Rgb colour, double alpha) {
  if (x < 0 || y < 0 || x >= m_width || y >= m_height || alpha <= 0) return;
  const double a = std::min(1.0, alpha);
  std::uint8_t* pixel =
      &m_rgb[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x))];
  const auto mixed = [a](std::uint8_t under, std::uint8_t over) {
    return static_cast<std::uint8_t>(std::lround(under + a * (over - under)));
  };
  pixel[0] = mixed(pixel[0], colour.r);
  pixel[1] = mixed(pixel[1], colour.g);
  pixel[2] = mixed(pixel[2], colour.b);
}

void Canvas::fill(const PixelRect& rect, Rgb colour) {
  for (int y = rect.y; y < rect.y + rect.height; ++y)
    for (int x = rect.x; x < rect.x + rect.width; ++x) blend(x, y, colour, 1);
}

void Canvas::drawText(int x, int y, const TextMask& mask, Rgb colour) {
  for (int row = 0; row < mask.height; ++row)
    for (int column = 0; column < mask.width; ++column)
      blend(x + column, y + row, colour, mask.coverage[static_cast<std::size_t>(row * mask.width + column)] / 255.0);
}

void Canvas::drawRimmedText(int x, int y, const TextMask& mask, Rgb colour, int rim) {
  for (int dy = -rim; dy <= rim; ++dy)
    for (int dx = -rim; dx <= rim; ++dx)
      if (dx * dx + dy * dy <= rim * rim + 1) drawText(x + dx, y + dy, mask, {0, 0, 0});
  drawText(x, y, mask, colour);
}

void Canvas::writePng(const std::filesystem::path& path) const {
  vtkNew<vtkImageData> image;
  image->SetDimensions(m_width, m_height, 1);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
  const std::size_t row = 3 * static_cast<std::size_t>(m_width);
  for (int y = 0; y < m_height; ++y)  // VTK's first row is the lowest
    std::copy_n(m_rgb.begin() + static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(y)), row,
                static_cast<std::uint8_t*>(image->GetScalarPointer(0, m_height - 1 - y, 0)));
  vtkNew<vtkPNGWriter> writer;
  writer->SetInputData(image);
  writer->WriteToMemoryOn();  // so that VTK never sees a path and the file appears whole
  writer->AddText("Software", "Hipwright");
  writer->AddText("Disclaimer", "Research use only");
  writer->Write();
  vtkUnsignedCharArray* png = writer->GetResult();
  writeAtomically(path, std::string_view(reinterpret_cast<const char*>(png->GetPointer(0)),
                                         static_cast<std::size_t>(png->GetNumberOfValues())));
}

}  // namespace hipwright
