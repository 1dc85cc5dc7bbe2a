#include "engine/core/sha256.h"

#include "engine/core/platform.h"

#include <algorithm>
#include <bit>

namespace hipwright {
namespace {

using State = std::array<std::uint32_t, 8>;

constexpr std::array<std::uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t bigEndian(const std::byte* p) {
  return std::to_integer<std::uint32_t>(p[0]) << 24 | std::to_integer<std::uint32_t>(p[1]) << 16 |
         std::to_integer<std::uint32_t>(p[2]) << 8 | std::to_integer<std::uint32_t>(p[3]);
}

std::uint32_t mix(std::uint32_t x, int a, int b, int shift) { return std::rotr(x, a) ^ std::rotr(x, b) ^ (x >> shift); }
std::uint32_t turn(std::uint32_t x, int a, int b, int c) { return std::rotr(x, a) ^ std::rotr(x, b) ^ std::rotr(x, c); }

/// One round. The eight variables change their roles instead of their places, which saves seven copies a round.
struct Round {
  std::uint32_t word;
  void operator()(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e, std::uint32_t f,
                  std::uint32_t g, std::uint32_t& h) const {
    const std::uint32_t t = h + turn(e, 6, 11, 25) + (g ^ (e & (f ^ g))) + word;
    d += t;
    h = t + turn(a, 2, 13, 22) + ((a & b) | (c & (a | b)));
  }
};

void digestBlock(State& state, const std::byte* block) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < 16; ++i) w[i] = bigEndian(block + 4 * i);
  for (std::size_t i = 16; i < 64; ++i)
    w[i] = w[i - 16] + mix(w[i - 15], 7, 18, 3) + w[i - 7] + mix(w[i - 2], 17, 19, 10);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; i += 8) {
    Round{kRound[i] + w[i]}(a, b, c, d, e, f, g, h);
    Round{kRound[i + 1] + w[i + 1]}(h, a, b, c, d, e, f, g);
    Round{kRound[i + 2] + w[i + 2]}(g, h, a, b, c, d, e, f);
    Round{kRound[i + 3] + w[i + 3]}(f, g, h, a, b, c, d, e);
    Round{kRound[i + 4] + w[i + 4]}(e, f, g, h, a, b, c, d);
    Round{kRound[i + 5] + w[i + 5]}(d, e, f, g, h, a, b, c);
    Round{kRound[i + 6] + w[i + 6]}(c, d, e, f, g, h, a, b);
    Round{kRound[i + 7] + w[i + 7]}(b, c, d, e, f, g, h, a);
  }
  const State sum{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += sum[i];
}

}  // namespace

void Sha256::add(std::span<const std::byte> bytes) {
  std::size_t filled = m_length % kBlock;
  m_length += bytes.size();
  if (filled != 0) {
    const std::size_t taken = std::min(kBlock - filled, bytes.size());
    std::copy_n(bytes.begin(), taken, m_rest.begin() + static_cast<std::ptrdiff_t>(filled));
    bytes = bytes.subspan(taken);
    filled += taken;
    if (filled < kBlock) return;
    digestBlock(m_state, m_rest.data());
  }
  for (; bytes.size() >= kBlock; bytes = bytes.subspan(kBlock)) digestBlock(m_state, bytes.data());
  std::copy(bytes.begin(), bytes.end(), m_rest.begin());
}

std::string Sha256::hexDigest() const {
  // The message ends with a 1 bit, zeros, and its length in bits: one block, or two if the length does not fit.
  std::array<std::byte, 2 * kBlock> tail{};
  const std::size_t filled = m_length % kBlock;
  std::copy_n(m_rest.begin(), filled, tail.begin());
  tail[filled] = std::byte{0x80};
  const std::size_t end = filled + 9 <= kBlock ? kBlock : 2 * kBlock;
  for (std::size_t i = 0; i < 8; ++i) tail[end - 1 - i] = static_cast<std::byte>((m_length * 8) >> (8 * i));
  State state = m_state;
  for (std::size_t at = 0; at < end; at += kBlock) digestBlock(state, tail.data() + at);
  std::string hex;
  for (const std::uint32_t word : state)
    for (int shift = 28; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 15];
  return hex;
}

std::string sha256OfFile(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  Sha256 hash;
  hash.add(file.bytes());
  return hash.hexDigest();
}

std::string sha256OfText(std::string_view text) {
  Sha256 hash;
  hash.add(std::as_bytes(std::span(text)));
  return hash.hexDigest();
}

}  // namespace hipwright
