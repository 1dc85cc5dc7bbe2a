// Inner loops. Each public function is compiled for several instruction sets; the templates are inlined into each.
#include "engine/torch/kernels.h"

#include "engine/torch/vectorised.h"

#include <bit>

namespace hipwright::nets {
namespace {

HIPWRIGHT_INLINE float load(float value) { return value; }
HIPWRIGHT_INLINE float load(Bf16 value) { return std::bit_cast<float>(static_cast<std::uint32_t>(value.bits) << 16); }

HIPWRIGHT_INLINE void store(float& out, float value) { out = value; }

/// Rounds to nearest, ties to even. A NaN with a full mantissa may become infinite; both are found and refused later.
HIPWRIGHT_INLINE void store(Bf16& out, float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  out.bits = static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16);
}

/// Independent partial sums, so that the loop vectorises without reassociating a sum.
template <class T>
HIPWRIGHT_INLINE Moments momentsOf(const T* in, std::int64_t count) {
  constexpr std::int64_t kLanes = 16;
  double sums[kLanes] = {};
  double squares[kLanes] = {};
  std::int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (std::int64_t lane = 0; lane < kLanes; ++lane) {
      const double value = load(in[i + lane]);
      sums[lane] += value;
      squares[lane] += value * value;
    }
  for (; i < count; ++i) {
    const double value = load(in[i]);
    sums[0] += value;
    squares[0] += value * value;
  }
  Moments result;
  for (std::int64_t lane = 0; lane < kLanes; ++lane) {
    result.sum += sums[lane];
    result.squares += squares[lane];
  }
  return result;
}

template <class In, class Out>
HIPWRIGHT_INLINE void mapRowOf(const In* in, Out* out, std::int64_t count, const RowMap& map) {
  const float scale = map.scale;
  const float shift = map.shift;
  if (map.silu) {
    for (std::int64_t i = 0; i < count; ++i) {
      const float y = load(in[i]) * scale + shift;
      store(out[i], y / (1.0F + exponential(-y)));
    }
  } else {
    for (std::int64_t i = 0; i < count; ++i) store(out[i], load(in[i]) * scale + shift);
  }
}

template <class T>
HIPWRIGHT_INLINE void addRowsOf(const T* a, const T* b, T* out, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) store(out[i], load(a[i]) + load(b[i]));
}

template <class T>
HIPWRIGHT_INLINE void interleaveOf(const T* even, const T* odd, T* out, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) {
    out[2 * i] = even[i];
    out[2 * i + 1] = odd[i];
  }
}

}  // namespace

HIPWRIGHT_VARIANTS Moments moments(const float* in, std::int64_t count) { return momentsOf(in, count); }
HIPWRIGHT_VARIANTS Moments moments(const Bf16* in, std::int64_t count) { return momentsOf(in, count); }

HIPWRIGHT_VARIANTS void mapRow(const float* in, float* out, std::int64_t count, const RowMap& map) {
  mapRowOf(in, out, count, map);
}
HIPWRIGHT_VARIANTS void mapRow(const Bf16* in, Bf16* out, std::int64_t count, const RowMap& map) {
  mapRowOf(in, out, count, map);
}
HIPWRIGHT_VARIANTS void mapRow(const Bf16* in, float* out, std::int64_t count, const RowMap& map) {
  mapRowOf(in, out, count, map);
}

HIPWRIGHT_VARIANTS void addRows(const float* a, const float* b, float* out, std::int64_t count) {
  addRowsOf(a, b, out, count);
}
HIPWRIGHT_VARIANTS void addRows(const Bf16* a, const Bf16* b, Bf16* out, std::int64_t count) {
  addRowsOf(a, b, out, count);
}

HIPWRIGHT_VARIANTS void winogradInput(const float* const (&d)[4], float* const (&out)[4], std::int64_t count) {
  const float *d0 = d[0], *d1 = d[1], *d2 = d[2], *d3 = d[3];
  float* __restrict t0 = out[0], * __restrict t1 = out[1], * __restrict t2 = out[2], * __restrict t3 = out[3];
  for (std::int64_t i = 0; i < count; ++i) {
    t0[i] = d0[i] - d2[i];
    t1[i] = d1[i] + d2[i];
    t2[i] = d2[i] - d1[i];
    t3[i] = d1[i] - d3[i];
  }
}

HIPWRIGHT_VARIANTS void winogradOutput(const WinogradOutput& planes, std::int64_t count) {
  const float *m0 = planes.products[0], *m1 = planes.products[1], *m2 = planes.products[2], *m3 = planes.products[3];
  const float bias = planes.bias;
  float* first = planes.out[0];
  float* second = planes.out[1];
  const float *r0 = planes.residuals[0], *r1 = planes.residuals[1];
  if (r0 != nullptr)
    for (std::int64_t i = 0; i < count; ++i) first[i] = m0[i] + m1[i] + m2[i] + bias + r0[i];
  else
    for (std::int64_t i = 0; i < count; ++i) first[i] = m0[i] + m1[i] + m2[i] + bias;
  if (second == nullptr) return;
  if (r1 != nullptr)
    for (std::int64_t i = 0; i < count; ++i) second[i] = m1[i] - m2[i] - m3[i] + bias + r1[i];
  else
    for (std::int64_t i = 0; i < count; ++i) second[i] = m1[i] - m2[i] - m3[i] + bias;
}

HIPWRIGHT_VARIANTS void interleave(const float* even, const float* odd, float* out, std::int64_t count) {
  interleaveOf(even, odd, out, count);
}
HIPWRIGHT_VARIANTS void interleave(const Bf16* even, const Bf16* odd, Bf16* out, std::int64_t count) {
  interleaveOf(even, odd, out, count);
}

}  // namespace hipwright::nets
