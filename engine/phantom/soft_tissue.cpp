#include "engine/phantom/soft_tissue.h"

#include "engine/phantom/femur.h"

namespace hipwright {
namespace {

constexpr float kFat = -102;
constexpr float kMuscle = 58;
constexpr float kSkin = 30;
constexpr float kAir = -1000;
constexpr float kSkinThickness = 1.6F;  // mm
constexpr float kFatPlane = 1.3F;       // mm between two muscles
constexpr float kSwell = 6;             // mm by which bellies fill the room until they meet another

float inside(float distance, float width) { return ramp(width, -width, distance); }

}  // namespace

/// After the plates of anatomy books; `o` is the femoral offset, `l` the height of the lesser trochanter.
std::vector<SoftTissue::Belly> SoftTissue::bellies(float o, float l) {
  const Point none{0, 0, 1};
  return {
      {{{-22, 52, 60}, {44, 40, -52}, 19, 17, 6}, 0.8F, unit({-0.3F, 1, 0})},       // gluteus maximus
      {{{-30, 62, 20}, {20, 58, -50}, 19, 15, 5}, 0.8F, unit({0.2F, 1, 0})},        // its lower half
      {{{22, -2, 95}, {o + 14, 4, -8}, 20, 7, 6}, 0.7F, unit({1, 0, 0.3F})},        // gluteus medius
      {{{12, -12, 75}, {o + 4, -12, -4}, 16, 7, 5}, 0.6F, unit({1, -0.2F, 0.3F})},  // gluteus minimus
      {{{-34, -20, 70}, {-10, -36, 0}, 17, 13, 2}, 1, none},                        // iliopsoas
      {{{-10, -36, 0}, {o - 12, 2, l}, 13, 7, 2}, 1, none},
      {{{8, -36, 36}, {o - 22, -52, -150}, 7, 15, 5}, 0.8F, {0, 1, 0}},                 // rectus femoris
      {{{24, -46, 60}, {-24, -58, -150}, 6, 10, 2}, 0.7F, unit({0.4F, 1, 0})},          // sartorius
      {{{38, -36, 50}, {o + 22, -22, -120}, 9, 8, 6}, 0.6F, unit({1, -0.8F, 0})},       // tensor fasciae latae
      {{{o + 16, -6, -22}, {o + 20, -10, -190}, 10, 22, 6}, 0.8F, {1, 0, 0}},           // vastus lateralis
      {{{o, -16, -40}, {o - 4, -26, -190}, 9, 19, 5}, 0.9F, {0, 1, 0}},                 // vastus intermedius
      {{{o - 18, -10, l - 16}, {o - 26, -16, -190}, 7, 19, 4}, 1, none},                // vastus medialis
      {{{-46, -36, -14}, {o - 12, 0, l - 12}, 12, 7, 4}, 0.7F, unit({0.4F, 1, 0.4F})},  // pectineus
      {{{-50, -36, -40}, {o - 34, -24, -150}, 10, 15, 5}, 0.9F, {0, 1, 0}},             // adductor longus
      {{{-44, -14, -55}, {o - 18, 8, -150}, 14, 17, 5}, 0.8F, {0, 1, 0}},               // adductor brevis and magnus
      {{{-34, 22, -68}, {o - 30, 26, -170}, 16, 20, 5}, 0.9F, {0, 1, 0}},               // adductor magnus, back
      {{{-12, 44, -62}, {o - 20, 52, -170}, 9, 20, 5}, 1, none},                        // hamstrings
      {{{-40, -4, 2}, {-38, 26, -34}, 13, 12, 6}, 0.5F, {1, 0, 0}},                     // obturator internus
      {{{-44, -10, -40}, {o - 6, 16, -24}, 12, 6, 4}, 0.8F, {0, 0, 1}},                 // obturator externus
      {{{-8, 34, -42}, {o - 2, 22, l + 8}, 10, 8, 3}, 0.7F, unit({-0.3F, 1, 0})},       // quadratus femoris
      {{{-36, 44, 26}, {o + 2, 14, 2}, 12, 5, 2}, 0.8F, unit({0.4F, 1, 0})},            // piriformis and gemelli
      {{{-66, 12, -40}, {-78, 30, 30}, 9, 6, 3}, 0.8F, {1, 0, 0}},                      // pelvic floor
  };
}

SoftTissue::SoftTissue(const PhantomParameters& p, const Femur& femur)
    : m_bulk(static_cast<float>(p.muscleBulk)),
      m_fat(static_cast<float>(p.fatThickness)),
      m_side(static_cast<float>(p.offset) + 36),
      m_grain(p.textureSeed + 3) {
  for (const Belly& belly : bellies(static_cast<float>(p.offset), femur.lesserTrochanterZ())) {
    const Point along = belly.rod.b - belly.rod.a;
    const float thick = std::max(belly.rod.ra, belly.rod.rb) + belly.rod.belly;
    m_muscles.push_back({belly, (1 / dot(along, along)) * along, along, 0.5F * (belly.rod.a + belly.rod.b),
                         0.5F * length(along) + 1.2F * thick + 12, 1 / belly.flat - 1});
  }
  m_vessels = {{{-18, -52, 60}, {-12, -50, -10}, 4.5F, 4.5F, 0}, {{-12, -50, -10}, {-4, -38, -150}, 4.5F, 3.5F, 0},
               {{-28, -46, 60}, {-23, -46, -10}, 5.5F, 5.5F, 0}, {{-23, -46, -10}, {-12, -34, -150}, 5, 4, 0},
               {{-14, 46, 40}, {10, 42, -60}, 4.5F, 4.5F, 0},    {{10, 42, -60}, {12, 38, -150}, 4.5F, 4, 0}};
  m_viscera = {{-92, -8, 30}, {42, 44, 52}};
}

float SoftTissue::distance(const Muscle& muscle, Point p) const {
  const Rod& rod = muscle.belly.rod;
  const Point q = p - rod.a;
  const float t = std::clamp(dot(q, muscle.axis), 0.0F, 1.0F);
  const Point away = q - t * muscle.along;
  const float across = muscle.squeeze * dot(away, muscle.belly.normal);
  return length(away + across * muscle.belly.normal) - m_bulk * (lerp(rod.ra, rod.rb, t) + 4 * rod.belly * t * (1 - t));
}

float SoftTissue::skin(Point p) const {
  // The trunk narrows into the thigh; the midline lies 92 mm medial of the hip.
  const float thigh = ramp(-30, -150, p.z);
  const Ellipsoid trunk{{-92, 6, 0}, {92 + m_side + m_fat, 86 + m_fat, 1e4F}};
  const Ellipsoid leg{{-18, 2, 0}, {18 + m_side + m_fat, 78 + 0.8F * m_fat, 1e4F}};
  const Point level{p.x, p.y, 0};
  return lerp(trunk(level), leg(level), thigh);
}

float SoftTissue::flesh(Point p, float sharpness) const {
  // Organs are never as regular as their description.
  const Point bent = p + 3.2F * Point{m_grain(0.045F * p), m_grain(0.045F * p + Point{50, 0, 0}),
                                      m_grain(0.045F * p + Point{0, 50, 0})};
  float nearest = 1e9F;
  float second = 1e9F;
  for (const Muscle& muscle : m_muscles) {
    const Point from = bent - muscle.middle;
    if (dot(from, from) > muscle.reach * muscle.reach) continue;
    const float d = distance(muscle, bent) - kSwell;
    second = std::min(second, std::max(d, nearest));
    nearest = std::min(nearest, d);
  }
  // Two muscles meet halfway and leave a plane of fat.
  const float plane = 0.5F * (kFatPlane - (second - nearest));
  const float fibre = m_grain({0.35F * p.x, 0.35F * p.y, 0.10F * p.z});
  const float streak = ramp(0.55F, 0.95F, m_grain({0.22F * bent.x, 0.22F * bent.y, 0.05F * bent.z}));
  const float muscle = inside(std::max(nearest, plane), sharpness + 0.3F) * (1 - 0.45F * streak);
  const float fat = kFat + 9 * fibre + 14 * std::max(0.0F, m_grain(0.12F * p));
  float hu = lerp(fat, kMuscle + 7 * fibre, muscle);
  for (const Rod& vessel : m_vessels) {
    const float d = vessel(bent);
    hu = d > 4 ? hu : lerp(lerp(hu, kFat, inside(d - 2.5F, sharpness + 0.5F)), 48, inside(d, sharpness));
  }
  const float organ = m_viscera(bent);
  return organ > 3 ? hu : lerp(hu, 22 + 12 * m_grain(0.08F * p), inside(organ, sharpness + 0.5F));
}

float SoftTissue::hounsfield(Point p, float sharpness) const {
  const float surface = skin(p);
  if (surface > 2 * sharpness) return kAir;
  const float depth = m_fat + 5 * m_grain(0.03F * p) - kSkinThickness;
  const float under = surface + kSkinThickness + depth;
  if (under < -sharpness) return flesh(p, sharpness);
  float hu = kFat + 8 * m_grain(0.3F * p) + 10 * std::max(0.0F, m_grain(0.1F * p));
  if (under < sharpness) hu = lerp(hu, flesh(p, sharpness), inside(under, sharpness));
  // Septa run through the fat under the skin.
  const float septum = std::abs(m_grain({0.07F * p.x, 0.07F * p.y, 0.05F * p.z}));
  hu += under > 0 ? 45 * ramp(0.05F, 0, septum) : 0;
  hu = lerp(hu, kSkin, inside(-surface - kSkinThickness, sharpness));
  return lerp(kAir, hu, inside(surface, sharpness));
}

}  // namespace hipwright
