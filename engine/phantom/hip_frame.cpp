#include "engine/phantom/hip_frame.h"

#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

Mat3 product(const Mat3& a, const Mat3& b) {
  Mat3 result{};
  for (std::size_t r = 0; r < 3; ++r)
    for (std::size_t c = 0; c < 3; ++c)
      for (std::size_t k = 0; k < 3; ++k) result[r][c] += a[r][k] * b[k][c];
  return result;
}

Mat3 transposed(const Mat3& m) {
  Mat3 result{};
  for (std::size_t r = 0; r < 3; ++r)
    for (std::size_t c = 0; c < 3; ++c) result[r][c] = m[c][r];
  return result;
}

Point apply(const Mat3& m, Point p) {
  const auto row = [&](std::size_t r) { return dot(toPoint(m[r]), p); };
  return {row(0), row(1), row(2)};
}

}  // namespace

Mat3 poseRotation(const Vec3& degrees) {
  constexpr double kDegree = std::numbers::pi / 180;
  const double a = -degrees[0] * kDegree;
  const double b = degrees[1] * kDegree;
  const double c = -degrees[2] * kDegree;
  const Mat3 x = {Vec3{1, 0, 0}, Vec3{0, std::cos(a), -std::sin(a)}, Vec3{0, std::sin(a), std::cos(a)}};
  const Mat3 y = {Vec3{std::cos(b), 0, std::sin(b)}, Vec3{0, 1, 0}, Vec3{-std::sin(b), 0, std::cos(b)}};
  const Mat3 z = {Vec3{std::cos(c), -std::sin(c), 0}, Vec3{std::sin(c), std::cos(c), 0}, Vec3{0, 0, 1}};
  return product(x, product(y, z));
}

HipFrame::HipFrame(const PhantomParameters& p)
    : m_toPatient(poseRotation(p.pelvisPose)),
      m_fromFemur(poseRotation(p.femurPose)),
      m_toFemur(transposed(m_fromFemur)),
      m_centre(p.translation) {
  // Lateral is -x of LPS on the right side; translation moves the left hip as the mirror image of the right one.
  if (p.side == Side::Right)
    for (double& value : m_toPatient[0]) value = -value;
  if (p.side == Side::Left) m_centre[0] = -m_centre[0];
  m_toHip = transposed(m_toPatient);
}

Point HipFrame::toHip(const Vec3& patient) const { return toPoint(m_toHip * (patient - m_centre)); }
Vec3 HipFrame::toPatient(Point hip) const { return m_toPatient * toVec3(hip) + m_centre; }
Vec3 HipFrame::directionToPatient(Point hip) const { return m_toPatient * toVec3(hip); }
Point HipFrame::toFemur(Point hip) const { return apply(m_toFemur, hip); }
Point HipFrame::fromFemur(Point femur) const { return apply(m_fromFemur, femur); }

}  // namespace hipwright
