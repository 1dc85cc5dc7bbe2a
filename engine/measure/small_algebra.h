// Linear systems and principal axes of the few unknowns that a fit has.
#pragma once

#include "engine/core/numeric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace hipwright {

template <std::size_t N>
struct NormalEquations {
  std::array<std::array<double, N>, N> matrix{};
  std::array<double, N> right{};

  /// Adds one weighted equation row . x = value.
  void add(const std::array<double, N>& row, double value, double weight) {
    for (std::size_t i = 0; i < N; ++i) {
      for (std::size_t j = 0; j < N; ++j) matrix[i][j] += weight * row[i] * row[j];
      right[i] += weight * row[i] * value;
    }
  }

  /// The least-squares solution by elimination with pivots; nothing if the equations leave something open.
  std::optional<std::array<double, N>> solve() const {
    auto m = matrix;
    auto x = right;
    double largest = 0;
    for (std::size_t i = 0; i < N; ++i) largest = std::max(largest, std::abs(m[i][i]));
    for (std::size_t c = 0; c < N; ++c) {
      std::size_t pivot = c;
      for (std::size_t r = c + 1; r < N; ++r)
        if (std::abs(m[r][c]) > std::abs(m[pivot][c])) pivot = r;
      if (!(std::abs(m[pivot][c]) > 1e-12 * largest)) return std::nullopt;
      std::swap(m[c], m[pivot]);
      std::swap(x[c], x[pivot]);
      for (std::size_t r = 0; r < N; ++r) {
        if (r == c) continue;
        const double factor = m[r][c] / m[c][c];
        for (std::size_t k = c; k < N; ++k) m[r][k] -= factor * m[c][k];
        x[r] -= factor * x[c];
      }
    }
    for (std::size_t i = 0; i < N; ++i) x[i] /= m[i][i];
    return x;
  }
};

/// Eigenvalues in falling order with unit eigenvectors.
struct PrincipalAxes {
  Vec3 values{};
  std::array<Vec3, 3> axes{};
};

/// Of a symmetric matrix, by Jacobi's rotations.
PrincipalAxes principalAxes(const Mat3& symmetric);

}  // namespace hipwright
