#include "ui/slices/contour.h"

#include <array>
#include <cstdint>

namespace hipwright {
namespace {

enum Side : std::int8_t { kNone = -1, kTop, kRight, kBottom, kLeft };

struct Piece {
  Side from = kNone;
  Side to = kNone;
};

/// Bits: 1 top left, 2 top right, 4 bottom right, 8 bottom left inside. The two diagonal cases stand here as separate
/// corners; joined() has them otherwise.
constexpr std::array<std::array<Piece, 2>, 16> kPieces = {{{},
                                                           {{{kLeft, kTop}}},
                                                           {{{kTop, kRight}}},
                                                           {{{kLeft, kRight}}},
                                                           {{{kRight, kBottom}}},
                                                           {{{kLeft, kTop}, {kRight, kBottom}}},
                                                           {{{kTop, kBottom}}},
                                                           {{{kLeft, kBottom}}},
                                                           {{{kBottom, kLeft}}},
                                                           {{{kBottom, kTop}}},
                                                           {{{kTop, kRight}, {kBottom, kLeft}}},
                                                           {{{kBottom, kRight}}},
                                                           {{{kRight, kLeft}}},
                                                           {{{kRight, kTop}}},
                                                           {{{kTop, kLeft}}},
                                                           {}}};

std::array<Piece, 2> joined(int configuration) {
  if (configuration == 5) return {{{kLeft, kBottom}, {kRight, kTop}}};
  return {{{kTop, kLeft}, {kBottom, kRight}}};
}

/// Links the pieces of all cells: every edge of the raster is left by at most one piece and entered by at most one.
class Tracer {
 public:
  Tracer(std::span<const float> field, QSize size, float level)
      : m_field(field), m_width(size.width()), m_height(size.height()), m_level(level) {}

  std::vector<QPolygonF> trace() {
    const auto edges = 2 * static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height);
    m_next.assign(edges, -1);
    m_entered.assign(edges, 0);
    for (int y = 0; y + 1 < m_height; ++y)
      for (int x = 0; x + 1 < m_width; ++x) link(x, y);
    std::vector<QPolygonF> lines;
    for (const std::int32_t edge : m_used)  // open lines first: a loop may be entered anywhere, they may not
      if (m_entered[static_cast<std::size_t>(edge)] == 0) lines.push_back(follow(edge));
    for (const std::int32_t edge : m_used)
      if (m_next[static_cast<std::size_t>(edge)] >= 0) lines.push_back(follow(edge));
    return lines;
  }

 private:
  float value(int x, int y) const { return m_field[static_cast<std::size_t>(y * m_width + x)]; }
  bool inside(int x, int y) const { return value(x, y) > m_level; }

  /// Edge 2 i runs from sample i to the right, edge 2 i + 1 down.
  std::int32_t edgeOf(int x, int y, Side side) const {
    switch (side) {
      case kRight: return 2 * (y * m_width + x + 1) + 1;
      case kBottom: return 2 * ((y + 1) * m_width + x);
      case kLeft: return 2 * (y * m_width + x) + 1;
      default: return 2 * (y * m_width + x);
    }
  }

  void link(int x, int y) {
    const int configuration = (inside(x, y) ? 1 : 0) | (inside(x + 1, y) ? 2 : 0) | (inside(x + 1, y + 1) ? 4 : 0) |
                              (inside(x, y + 1) ? 8 : 0);
    if (configuration == 0 || configuration == 15) return;
    const bool diagonal = configuration == 5 || configuration == 10;
    const float sum = value(x, y) + value(x + 1, y) + value(x + 1, y + 1) + value(x, y + 1);
    for (const Piece piece : diagonal&& sum > 4 * m_level ? joined(configuration) : kPieces[configuration]) {
      if (piece.from == kNone) continue;
      const std::int32_t from = edgeOf(x, y, piece.from);
      const std::int32_t to = edgeOf(x, y, piece.to);
      m_next[static_cast<std::size_t>(from)] = to;
      m_entered[static_cast<std::size_t>(to)] = 1;
      m_used.push_back(from);
    }
  }

  QPointF crossing(std::int32_t edge) const {
    const int x = edge / 2 % m_width;
    const int y = edge / 2 / m_width;
    const bool down = (edge & 1) != 0;
    const double a = value(x, y);
    const double b = down ? value(x, y + 1) : value(x + 1, y);
    const double t = (m_level - a) / (b - a);
    return down ? QPointF(x, y + t) : QPointF(x + t, y);
  }

  QPolygonF follow(std::int32_t edge) {
    QPolygonF line;
    line << crossing(edge);
    for (std::int32_t next = m_next[static_cast<std::size_t>(edge)]; next >= 0;) {
      line << crossing(next);
      m_next[static_cast<std::size_t>(edge)] = -1;
      edge = next;
      next = m_next[static_cast<std::size_t>(edge)];
    }
    return line;
  }

  std::span<const float> m_field;
  int m_width;
  int m_height;
  float m_level;
  std::vector<std::int32_t> m_next;
  std::vector<std::uint8_t> m_entered;
  std::vector<std::int32_t> m_used;
};

}  // namespace

std::vector<QPolygonF> contours(std::span<const float> field, QSize size, float level) {
  if (size.width() < 2 || size.height() < 2) return {};
  return Tracer(field, size, level).trace();
}

}  // namespace hipwright
