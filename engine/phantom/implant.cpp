#include "engine/phantom/implant.h"

#include <limits>
#include <numbers>

namespace hipwright {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr int kLargestStem = 12;
constexpr std::array<double, 3> kNeckAngles = {119, 127, 135};
constexpr std::array<double, 5> kHeadLengths = {-4, 0, 4, 8, 12};
constexpr double kNeckLength = 50;      // mm, stem axis to a head of length 0
constexpr double kLateralisation = 10;  // mm more of it
constexpr double kFreeShift = 1;        // mm that a stem may leave the canal's axis without a penalty
constexpr double kAngleCost = 0.1;      // mm of shift that one degree off the native neck-shaft angle is worth
constexpr float kStemHalfDepth = 8;     // mm from the neck's plane that holds body and neck
constexpr float kStemLateral = 14;      // mm beside its axis that hold it
constexpr float kPenetration = 0.8F;    // mm of cortex that a rasp takes away

/// std::hypot guards against overflow, which costs more than all the rest.
float norm(float a, float b) { return std::sqrt(a * a + b * b); }

/// A hollow hemisphere with a round rim: exact (Quilez, "cut hollow sphere"). `height` is along the opening.
float hemisphere(float height, float radial, float radius) {
  if (height > 0) return norm(radial - radius, height);
  return std::abs(norm(radial, height) - radius);
}

float polygonDistance(const StemProfile& profile, float u, float w) {
  float nearest = std::numeric_limits<float>::max();
  bool isInside = false;
  for (std::size_t i = 0; i < profile.corners.size(); ++i) {
    const auto& a = profile.corners[i];
    const auto& b = profile.corners[(i + 1) % profile.corners.size()];
    const float eu = b[0] - a[0];
    const float ew = b[1] - a[1];
    const float t = std::clamp(((u - a[0]) * eu + (w - a[1]) * ew) / (eu * eu + ew * ew), 0.0F, 1.0F);
    const float du = u - a[0] - t * eu;
    const float dw = w - a[1] - t * ew;
    nearest = std::min(nearest, du * du + dw * dw);
    // Crossings of a ray: the medial curve makes the profile hollow.
    const bool crosses = (a[1] > w) != (b[1] > w);
    if (crosses && u < a[0] + eu * (w - a[1]) / ew) isInside = !isInside;
  }
  return isInside ? -std::sqrt(nearest) : std::sqrt(nearest);
}

float stemBody(const StemProfile& profile, Point s) {
  const float side = polygonDistance(profile, s.x, s.z);
  const float face = std::abs(s.y) - profile.halfThickness;
  return std::min(std::max(side, face), 0.0F) + norm(std::max(side, 0.0F), std::max(face, 0.0F)) -
         StemProfile::kRounding;
}

}  // namespace

StemProfile::StemProfile(int size) {
  const auto s = static_cast<float>(size);
  length = 41 + s;
  halfThickness = 0.8F + 0.25F * s;
  const float tip = 0.5F + 0.2F * s;
  const float bottom = kRounding - length;
  corners = {{{-tip, bottom},
              {tip, bottom},
              {1.6F + 0.36F * s, -26},
              {3.2F + 0.50F * s, -12},
              {6.5F + 0.62F * s, -2},
              {10.0F + 0.70F * s, 4},
              {-1.5F - 0.35F * s, 14},
              {-2.6F - 0.42F * s, 8}}};
}

Implant::Implant(const PhantomParameters& p, const Femur& femur, const HipFrame& frame)
    : m_frame(frame),
      m_medial(unit({femur.neckAxis().x, femur.neckAxis().y, 0})),
      m_across(cross({0, 0, 1}, m_medial)),
      m_profile(1) {
  planCup(p);
  planNeck(p);
  planStem(femur);
  m_plan.centreOfRotation = frame.toPatient({});
  m_plan.cupAxis = frame.directionToPatient(m_cupAxis);
  m_plan.stemAxis = frame.directionToPatient(frame.fromFemur({0, 0, 1}));
  m_plan.stemTip = frame.toPatient(frame.fromFemur(fromStem(0, 0, -m_profile.length)));
}

void Implant::planCup(const PhantomParameters& p) {
  m_plan.cupOuterDiameter = 2 * std::ceil(p.acetabularRadius);
  m_plan.headDiameter = m_plan.cupOuterDiameter <= 48 ? 28 : m_plan.cupOuterDiameter <= 56 ? 32 : 36;
  m_plan.linerThickness = m_plan.cupOuterDiameter / 2 - m_plan.cupThickness - m_plan.headDiameter / 2;
  m_plan.cupAnteversion = std::clamp(p.acetabularVersion, 15.0, 20.0);
  const double inclination = m_plan.cupInclination * kDegree;
  const double version = m_plan.cupAnteversion * kDegree;
  m_cupAxis = toPoint(
      {std::sin(inclination) * std::cos(version), -std::sin(version), -std::cos(inclination) * std::cos(version)});
}

void Implant::planNeck(const PhantomParameters& p) {
  double length = 0;
  double sine = 1;
  double best = std::numeric_limits<double>::max();
  for (const double angle : kNeckAngles)
    for (const bool lateralised : {false, true})
      for (const double head : kHeadLengths) {
        const double candidate = kNeckLength + (lateralised ? kLateralisation : 0) + head;
        const double shift = std::abs(candidate * std::sin(angle * kDegree) - p.offset);
        const double cost = kAngleCost * std::abs(angle - p.neckShaftAngle) + std::max(0.0, shift - kFreeShift);
        if (cost >= best) continue;
        best = cost;
        length = candidate;
        sine = std::sin(angle * kDegree);
        m_plan.stemNeckAngle = angle;
        m_plan.headLength = head;
        m_plan.lateralisedStem = lateralised;
      }
  m_plan.stemShift = length * sine - p.offset;
  const double up = -std::cos(m_plan.stemNeckAngle * kDegree);
  const Point axis = static_cast<float>(sine) * m_medial + static_cast<float>(up) * Point{0, 0, 1};
  m_junction = -static_cast<float>(length) * axis;
  m_neck = {m_junction + 7.0F * axis, {}, 7.5F, 6, 0};
}

void Implant::planStem(const Femur& femur) {
  m_plan.stemSize = kLargestStem;
  while (m_plan.stemSize > 1 && !fits(StemProfile(m_plan.stemSize), femur)) --m_plan.stemSize;
  m_profile = StemProfile(m_plan.stemSize);
  m_plan.stemLength = m_profile.length;
}

bool Implant::fits(const StemProfile& profile, const Femur& femur) const {
  for (const auto& corner : profile.corners) {
    // What stands above the neck's cut is out of the bone anyway.
    if (corner[1] > 0) continue;
    for (const float side : {-profile.halfThickness, profile.halfThickness})
      if (femur.inner(fromStem(corner[0], side, corner[1])) > kPenetration - StemProfile::kRounding) return false;
  }
  return true;
}

Point Implant::fromStem(float medial, float across, float up) const {
  return m_junction + medial * m_medial + across * m_across + Point{0, 0, up};
}

float Implant::cup(Point p) const {
  const float height = dot(p, m_cupAxis);
  const auto half = static_cast<float>(m_plan.cupThickness / 2);
  return hemisphere(height, length(p - height * m_cupAxis), static_cast<float>(m_plan.cupOuterDiameter / 2) - half) -
         half;
}

float Implant::liner(Point p) const {
  const float height = dot(p, m_cupAxis);
  const auto half = static_cast<float>(m_plan.linerThickness / 2);
  return hemisphere(height, length(p - height * m_cupAxis), static_cast<float>(m_plan.headDiameter / 2) + half) - half;
}

float Implant::stem(Point p) const {
  const Point f = m_frame.toFemur(p);
  const Point q = f - m_junction;
  const float body = stemBody(m_profile, {dot(q, m_medial), dot(q, m_across), q.z});
  return std::min({body, m_neck(f), length(f) - static_cast<float>(m_plan.headDiameter / 2)});
}

float Implant::metal(Point p, float reach) const {
  const auto cupRadius = static_cast<float>(m_plan.cupOuterDiameter / 2);
  const float toCup = length(p) - cupRadius;
  const float cupDistance = toCup < reach ? cup(p) : toCup;
  // The head lies inside the cup's sphere; body and neck lie in a slab and a box around the stem's axis.
  const Point q = m_frame.toFemur(p) - m_junction;
  const float across = std::abs(dot(q, m_across)) - kStemHalfDepth;
  const float below = -m_profile.length - q.z;
  const float beside = -dot(q, m_medial) - kStemLateral;
  const float toStem = toCup < reach ? 0 : std::max({across, below, beside});
  return toStem < reach ? std::min(cupDistance, stem(p)) : std::min(cupDistance, toStem);
}

}  // namespace hipwright
