// The inner loops of the fast table, over plain arrays of float32 or bf16. Written so that compilers vectorise them; on
// x86-64 the best variant for the processor is chosen at run time. Arithmetic is float32, sums are double.
#pragma once

#include <cstdint>

namespace hipwright::nets {

/// A bf16 number as it lies in memory.
struct Bf16 {
  std::uint16_t bits;
};

struct Moments {
  double sum = 0;
  double squares = 0;
};

/// out = act(in * scale + shift).
struct RowMap {
  float scale = 1;
  float shift = 0;
  bool silu = false;
};

Moments moments(const float* in, std::int64_t count);
Moments moments(const Bf16* in, std::int64_t count);

void mapRow(const float* in, float* out, std::int64_t count, const RowMap& map);
void mapRow(const Bf16* in, Bf16* out, std::int64_t count, const RowMap& map);
void mapRow(const Bf16* in, float* out, std::int64_t count, const RowMap& map);

/// out = a + b; `out` may be one of the two.
void addRows(const float* a, const float* b, float* out, std::int64_t count);
void addRows(const Bf16* a, const Bf16* b, Bf16* out, std::int64_t count);

/// Winograd's input transform of four consecutive planes: d0 - d2, d1 + d2, d2 - d1, d1 - d3.
void winogradInput(const float* const (&d)[4], float* const (&out)[4], std::int64_t count);

/// Winograd's output transform: m0 + m1 + m2 + bias and m1 - m2 - m3 + bias, plus residuals where not null.
struct WinogradOutput {
  const float* products[4] = {};
  const float* residuals[2] = {};
  float* out[2] = {};  ///< the second is null for a last plane without a partner
  float bias = 0;
};
void winogradOutput(const WinogradOutput& planes, std::int64_t count);

/// out[2i] = even[i], out[2i + 1] = odd[i].
void interleave(const float* even, const float* odd, float* out, std::int64_t count);
void interleave(const Bf16* even, const Bf16* odd, Bf16* out, std::int64_t count);

}  // namespace hipwright::nets
