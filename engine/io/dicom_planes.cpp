#include "engine/io/dicom_planes.h"

#include "engine/core/stop.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hipwright {
namespace {

constexpr float kAir = -1024;

using Plane = std::vector<float>;

/// Where one column or row of the grid falls into a slice: between two of its pixels, or beside it.
struct Tap {
  std::size_t low = 0;
  std::size_t high = 0;
  float share = 0;  ///< of the high one
  bool inside = false;
};

/// `moved`: pixels by which the slice's first one lies behind the grid's first.
std::vector<Tap> taps(std::int64_t gridSize, std::int64_t sliceSize, double moved) {
  std::vector<Tap> out(static_cast<std::size_t>(gridSize));
  const auto last = static_cast<double>(sliceSize - 1);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double at = static_cast<double>(i) - moved;
    const double held = std::clamp(at, 0.0, last);  // the outer half of a border pixel is that pixel
    const double low = std::min(std::floor(held), std::max(0.0, last - 1));
    out[i] = {static_cast<std::size_t>(low), static_cast<std::size_t>(std::min(low + 1, last)),
              static_cast<float>(held - low), std::abs(at - held) <= 0.5};
  }
  return out;
}

class Reader {
 public:
  Reader(const StackPlan& plan, Sha256& hash, const CaseReading& reading)
      : m_plan(plan), m_hash(hash), m_reading(reading) {}

  /// Slices are asked for in order; the two asked for last are at hand.
  const Plane& slice(std::size_t index) {
    while (m_read <= index) {
      throwIfStopped(m_reading.stop);
      if (m_reading.progress) m_reading.progress(static_cast<int>(500 + 500 * m_read / m_plan.slices.size()), 1000);
      SlicePixels pixels = readSlice(m_plan.slices[m_read], &m_hash);
      m_padding.add(pixels.padding);
      m_planes[m_read % 2] = upright(m_read, std::move(pixels.hu));
      ++m_read;
    }
    return m_planes[index % 2];
  }

  const PaddingCount& padding() const { return m_padding; }

 private:
  Plane upright(std::size_t index, Plane hu) const {
    if (m_plan.shift.empty()) return hu;
    const Index3& size = m_plan.geometry.size;
    const SliceFrame& frame = m_plan.slices[index].frame;
    const auto& shift = m_plan.shift[index];
    const auto columns = taps(size[0], frame.columns, static_cast<double>(m_plan.margin[0]) + shift[0]);
    const auto rows = taps(size[1], frame.rows, static_cast<double>(m_plan.margin[1]) + shift[1]);
    const auto width = static_cast<std::size_t>(frame.columns);
    Plane out;
    out.reserve(columns.size() * rows.size());
    for (const Tap& y : rows)
      for (const Tap& x : columns) {
        const float above = std::lerp(hu[y.low * width + x.low], hu[y.low * width + x.high], x.share);
        const float below = std::lerp(hu[y.high * width + x.low], hu[y.high * width + x.high], x.share);
        out.push_back(x.inside && y.inside ? std::lerp(above, below, y.share) : kAir);
      }
    return out;
  }

  const StackPlan& m_plan;
  Sha256& m_hash;
  const CaseReading& m_reading;
  std::array<Plane, 2> m_planes;
  std::size_t m_read = 0;
  PaddingCount m_padding;
};

}  // namespace

ReadPlanes readPlanes(const StackPlan& plan, Sha256& hash, const CaseReading& reading) {
  Reader reader(plan, hash, reading);
  std::vector<float> voxels;
  voxels.reserve(static_cast<std::size_t>(product(plan.geometry.size)));
  for (const PlaneSource& from : plan.planes) {
    const Plane& low = reader.slice(from.slice);
    const std::size_t start = voxels.size();
    voxels.insert(voxels.end(), low.begin(), low.end());
    if (from.share == 0) continue;
    const Plane& high = reader.slice(from.slice + 1);
    for (std::size_t i = 0; i < high.size(); ++i)
      voxels[start + i] = std::lerp(voxels[start + i], high[i], static_cast<float>(from.share));
  }
  return {std::move(voxels), reader.padding()};
}

}  // namespace hipwright
