#include "ui/viewport/surface_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace hipwright {
namespace {

constexpr int kFine = 2;  // the picture is made so many times larger, and averaged
constexpr double kAmbient = 0.18;
constexpr double kSpecular = 0.34;
constexpr double kPower = 26;
constexpr float kBehind = 0.55F;  // brightness of a side that looks away: the inside of an open surface

struct Vec3f {
  float x = 0, y = 0, z = 0;
};

float dot(const Vec3f& a, const Vec3f& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

Vec3f unit(const Vec3f& v) {
  const float size = std::sqrt(dot(v, v));
  return size > 0 ? Vec3f{v.x / size, v.y / size, v.z / size} : Vec3f{0, 0, 1};
}

/// From the upper left before the surface, with a weaker one from the right. Right, up, towards the viewer.
class Lights {
 public:
  Lights() {
    for (std::size_t i = 0; i < m_highlight.size(); ++i)
      m_highlight[i] = static_cast<float>(
          kSpecular * std::pow(static_cast<double>(i) / static_cast<double>(m_highlight.size() - 1), kPower));
  }

  QRgb shade(const QColor& colour, Vec3f normal) const {
    normal = unit(normal);
    const float side = normal.z < 0 ? kBehind : 1;
    if (normal.z < 0) normal = {-normal.x, -normal.y, -normal.z};
    const float light = side * (static_cast<float>(kAmbient) + 0.62F * std::max(0.0F, dot(normal, m_key)) +
                                0.20F * std::max(0.0F, dot(normal, m_fill)) + 0.16F * normal.z);
    const float cosine = std::max(0.0F, dot(normal, m_half));
    const float shine =
        side * m_highlight[static_cast<std::size_t>(cosine * static_cast<float>(m_highlight.size() - 1))];
    const auto channel = [&](float value) {
      return static_cast<int>(255 * std::clamp(value * light + shine, 0.0F, 1.0F));
    };
    return qRgb(channel(static_cast<float>(colour.redF())), channel(static_cast<float>(colour.greenF())),
                channel(static_cast<float>(colour.blueF())));
  }

 private:
  Vec3f m_key = unit({-0.45F, 0.62F, 0.64F});
  Vec3f m_fill = unit({0.75F, -0.10F, 0.65F});
  Vec3f m_half = unit({-0.45F, 0.62F, 1.64F});
  std::array<float, 1024> m_highlight{};
};

struct Corner {
  Vec3f at;  ///< pixels right and down, mm towards the viewer
  Vec3f normal;
};

float edge(const Corner& a, const Corner& b, float x, float y) {
  return (b.at.x - a.at.x) * (y - a.at.y) - (b.at.y - a.at.y) * (x - a.at.x);
}

class Raster {
 public:
  explicit Raster(const SurfacePicture& picture)
      : m_picture(picture),
        m_size(kFine * picture.size),
        m_image(m_size, QImage::Format_RGB32),
        m_depth(static_cast<std::size_t>(m_size.width()) * static_cast<std::size_t>(m_size.height()),
                -std::numeric_limits<float>::infinity()) {
    for (int y = 0; y < m_size.height(); ++y) {
      const double share = (y + 0.5) / m_size.height();
      const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
      const QColor &t = picture.top, &b = picture.bottom;
      const QRgb row = qRgb(mix(t.red(), b.red()), mix(t.green(), b.green()), mix(t.blue(), b.blue()));
      auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(y));
      std::fill(line, line + m_size.width(), row);
    }
  }

  void draw(const PictureLayer& layer) {
    if (!layer.surface) return;
    const std::vector<Corner> corners = placed(*layer.surface);
    m_through = layer.through;
    m_touched.assign(m_through > 0 ? m_depth.size() : 0, 0);
    const auto& c = layer.surface->corners;
    for (std::size_t i = 0; i + 2 < c.size(); i += 3)
      fill({&corners[static_cast<std::size_t>(c[i])], &corners[static_cast<std::size_t>(c[i + 1])],
            &corners[static_cast<std::size_t>(c[i + 2])]},
           layer.colour);
  }

  QImage averaged() const { return m_image.scaled(m_picture.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation); }

 private:
  std::vector<Corner> placed(const ShownSurface& surface) const {
    const CameraPose& pose = m_picture.camera.pose;
    const std::array<Vec3, 3> axes{pose.right(), pose.up(), pose.back()};
    const double scale = kFine / m_picture.camera.mmPerPixel;
    std::vector<Corner> out(surface.points.size() / 3);
    for (std::size_t i = 0; i < out.size(); ++i) {
      const Vec3 p = vectorAt(surface.points, i) - pose.focus;
      const Vec3 n = vectorAt(surface.normals, i);
      const auto along = [&](const Vec3& v, int axis) { return static_cast<float>(hipwright::dot(v, axes[axis])); };
      out[i].at = {static_cast<float>(m_size.width() / 2.0 + scale * hipwright::dot(p, axes[0])),
                   static_cast<float>(m_size.height() / 2.0 - scale * hipwright::dot(p, axes[1])), along(p, 2)};
      out[i].normal = {along(n, 0), along(n, 1), along(n, 2)};
    }
    return out;
  }

  static Vec3 vectorAt(const std::vector<float>& values, std::size_t i) {
    return {values[3 * i], values[3 * i + 1], values[3 * i + 2]};
  }

  void fill(const std::array<const Corner*, 3>& t, const QColor& colour) {
    const Corner &a = *t[0], &b = *t[1], &c = *t[2];
    const float area = edge(a, b, c.at.x, c.at.y);
    if (area == 0) return;
    const auto first = [](float v) { return std::max(0, static_cast<int>(std::floor(v))); };
    const int left = first(std::min({a.at.x, b.at.x, c.at.x})), upper = first(std::min({a.at.y, b.at.y, c.at.y}));
    const int right = std::min(m_size.width() - 1, static_cast<int>(std::max({a.at.x, b.at.x, c.at.x})));
    const int lower = std::min(m_size.height() - 1, static_cast<int>(std::max({a.at.y, b.at.y, c.at.y})));
    for (int y = upper; y <= lower; ++y)
      for (int x = left; x <= right; ++x) {
        const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
        const Vec3f w{edge(b, c, px, py) / area, edge(c, a, px, py) / area, edge(a, b, px, py) / area};
        if (w.x < 0 || w.y < 0 || w.z < 0) continue;
        plot(x, y, blended(t, w), colour);
      }
  }

  static Corner blended(const std::array<const Corner*, 3>& t, const Vec3f& w) {
    const auto mix = [&](float Vec3f::*m, Vec3f Corner::*part) {
      return w.x * (t[0]->*part).*m + w.y * (t[1]->*part).*m + w.z * (t[2]->*part).*m;
    };
    return {{0, 0, mix(&Vec3f::z, &Corner::at)},
            {mix(&Vec3f::x, &Corner::normal), mix(&Vec3f::y, &Corner::normal), mix(&Vec3f::z, &Corner::normal)}};
  }

  void plot(int x, int y, const Corner& point, const QColor& colour) {
    float& depth =
        m_depth[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width()) + static_cast<std::size_t>(x)];
    auto& pixel = reinterpret_cast<QRgb*>(m_image.scanLine(y))[x];
    std::uint8_t* touched = m_through > 0 ? &m_touched[static_cast<std::size_t>(&depth - m_depth.data())] : nullptr;
    if (point.at.z > depth) {
      depth = point.at.z;
      pixel = m_lights.shade(colour, point.normal);
    } else if (touched != nullptr && *touched == 0) {
      pixel = mixed(pixel, m_lights.shade(colour, point.normal), m_through);
    }
    if (touched != nullptr) *touched = 1;
  }

  static QRgb mixed(QRgb a, QRgb b, double share) {
    const auto mix = [share](int from, int to) { return static_cast<int>(std::lround(from + share * (to - from))); };
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
  }

  const SurfacePicture& m_picture;
  QSize m_size;
  QImage m_image;
  std::vector<float> m_depth;
  double m_through = 0;
  std::vector<std::uint8_t> m_touched;  ///< by a layer that shows through: each pixel is mixed once
  Lights m_lights;
};

}  // namespace

QPointF PictureCamera::toPixel(const Vec3& point, const QSizeF& size) const {
  const Vec3 p = point - pose.focus;
  return {size.width() / 2 + hipwright::dot(p, pose.right()) / mmPerPixel,
          size.height() / 2 - hipwright::dot(p, pose.up()) / mmPerPixel};
}

QImage painted(const SurfacePicture& picture) {
  Raster raster(picture);
  for (const PictureLayer& layer : picture.layers) raster.draw(layer);
  return raster.averaged();
}

}  // namespace hipwright
