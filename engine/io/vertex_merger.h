// Corners as they stand in an STL file; equal positions become one vertex. Internal to this folder.
#pragma once

#include "engine/core/mesh.h"

#include <array>
#include <bit>
#include <unordered_map>

namespace hipwright {

class VertexMerger {
 public:
  explicit VertexMerger(Mesh& mesh) : m_mesh(mesh) {}

  std::uint32_t indexOf(const std::array<float, 3>& p) {
    const auto [found, isNew] = m_index.try_emplace(p, static_cast<std::uint32_t>(m_mesh.vertices.size()));
    if (isNew) m_mesh.vertices.push_back({p[0], p[1], p[2]});
    return found->second;
  }

 private:
  struct Hash {
    std::size_t operator()(const std::array<float, 3>& p) const {
      std::size_t h = 0;
      for (const float x : p) h = (h ^ std::bit_cast<std::uint32_t>(x)) * 0x9E3779B97F4A7C15ULL;
      return h ^ (h >> 32);
    }
  };

  Mesh& m_mesh;
  std::unordered_map<std::array<float, 3>, std::uint32_t, Hash> m_index;
};

}  // namespace hipwright
