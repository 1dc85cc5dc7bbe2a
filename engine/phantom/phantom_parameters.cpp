#include "engine/phantom/phantom_parameters.h"

#include "engine/phantom/random_stream.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

using P = PhantomParameters;

constexpr double kPoseRange = 15;         // degrees
constexpr double kTranslationRange = 20;  // mm
constexpr double kSlack = 0.01;           // mm by which dependent measures may disagree

constexpr std::array<ParameterField, 18> kFields = {{
    {"headDiameter", "mm", &P::headDiameter, 47, 3.6, 39, 56, "1"},
    {"neckShaftAngle", "deg", &P::neckShaftAngle, 127, 5.5, 115, 140, "1, 2"},
    {"anteversion", "deg", &P::anteversion, 11, 8, -8, 30, "2"},
    {"neckLength", "mm", &P::neckLength, 53.2, 0, 35, 83, "from offset and neckShaftAngle"},
    {"offset", "mm", &P::offset, 42.5, 4.5, 32, 53, "1"},
    {"canalDiameter", "mm", &P::canalDiameter, 13, 1.6, 9.5, 17.5, "1"},
    {"canalFlareIndex", "1", &P::canalFlareIndex, 3.5, 0.4, 2.5, 4.7, "1"},
    {"corticalThickness", "mm", &P::corticalThickness, 6, 0.9, 3.5, 8.5, "5"},
    {"headCortex", "mm", &P::headCortex, 1, 0.2, 0.6, 1.6, "5"},
    {"jointSpace", "mm", &P::jointSpace, 3.6, 0.5, 2.5, 5.5, "4"},
    {"acetabularRadius", "mm", &P::acetabularRadius, 27.1, 0, 22, 33.5, "from headDiameter and jointSpace"},
    {"acetabularInclination", "deg", &P::acetabularInclination, 47, 3.5, 38, 56, "3"},
    {"acetabularVersion", "deg", &P::acetabularVersion, 19, 4.5, 6, 32, "3"},
    {"boneDensity", "1", &P::boneDensity, 1, 0.12, 0.7, 1.3, "-"},
    {"fatThickness", "mm", &P::fatThickness, 22, 9, 6, 50, "-"},
    {"muscleBulk", "1", &P::muscleBulk, 1, 0.08, 0.8, 1.2, "-"},
    {"noise", "HU", &P::noise, 14, 5, 0, 40, "-"},
    {"blur", "mm", &P::blur, 0.7, 0.08, 0.3, 1.5, "-"},
}};

std::string trimmed(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

void checkRange(std::string_view name, double value, std::array<double, 2> range, std::vector<std::string>& problems) {
  if (value >= range[0] && value <= range[1]) return;
  problems.push_back(std::string(name) + " must be between " + trimmed(range[0]) + " and " + trimmed(range[1]) +
                     ", not " + trimmed(value));
}

/// The value of a measure `z` standard deviations above its mean, kept within its range.
void setByScore(P& parameters, double P::*member, double z) {
  for (const ParameterField& field : kFields)
    if (field.value == member)
      parameters.*member = std::clamp(field.mean + z * field.deviation, field.minimum, field.maximum);
}

/// A score that shares `correlation` with another one.
double related(double score, double correlation, RandomStream& random) {
  return correlation * score + std::sqrt(1 - correlation * correlation) * random.normal();
}

/// Of an angle near 90 degrees, by its series: the last bit of std::sin differs between libraries.
double sine(double degrees) {
  const double x = (degrees - 90) * std::numbers::pi / 180;
  double term = 1;
  double sum = 1;
  for (int n = 2; n <= 20; n += 2) {
    term *= -x * x / ((n - 1) * n);
    sum += term;
  }
  return sum;
}

void drawBones(P& p, RandomStream& random) {
  const double size = random.normal();
  setByScore(p, &P::headDiameter, size);
  const double angle = random.normal();
  setByScore(p, &P::neckShaftAngle, angle);
  // A steep neck reaches less far to the side.
  setByScore(p, &P::offset, 0.5 * size - 0.4 * angle + 0.77 * random.normal());
  p.neckLength = p.offset / sine(p.neckShaftAngle);
  setByScore(p, &P::anteversion, random.normal());
  const double canal = related(size, 0.4, random);
  setByScore(p, &P::canalDiameter, canal);
  setByScore(p, &P::canalFlareIndex, related(canal, -0.5, random));
  const double density = related(canal, -0.3, random);
  setByScore(p, &P::boneDensity, density);
  setByScore(p, &P::corticalThickness, related(density, 0.5, random));
  setByScore(p, &P::headCortex, related(density, 0.5, random));
  setByScore(p, &P::jointSpace, random.normal());
  p.acetabularRadius = p.headDiameter / 2 + p.jointSpace;
  setByScore(p, &P::acetabularInclination, random.normal());
  setByScore(p, &P::acetabularVersion, random.normal());
}

void drawPose(P& p, RandomStream& random) {
  const auto within = [&](double mean, double reach) {
    return mean + reach * std::clamp(random.normal() / 2, -1.0, 1.0);
  };
  p.femurPose = {within(0, 5), within(6, 4), within(0, 6)};
  p.pelvisPose = {within(0, 6), within(0, 3), within(0, 4)};
  for (double& t : p.translation) t = std::clamp(random.normal(), -1.5, 1.5);
}

}  // namespace

std::span<const ParameterField> parameterFields() { return kFields; }

std::vector<std::string> PhantomParameters::check() const {
  std::vector<std::string> problems;
  for (const ParameterField& f : kFields) checkRange(f.name, this->*f.value, {f.minimum, f.maximum}, problems);
  checkRange("spacing", spacing, {0.3, 5}, problems);
  for (const Vec3* pose : {&femurPose, &pelvisPose})
    for (const double angle : *pose) checkRange("a pose angle", angle, {-kPoseRange, kPoseRange}, problems);
  for (const double t : translation) checkRange("a translation", t, {-kTranslationRange, kTranslationRange}, problems);
  if (!(std::abs(offset - neckLength * sine(neckShaftAngle)) <= 0.1))
    problems.emplace_back("offset must be neckLength times the sine of neckShaftAngle");
  if (!(std::abs(acetabularRadius - headDiameter / 2 - jointSpace) <= kSlack))
    problems.emplace_back("acetabularRadius must be half the headDiameter plus jointSpace");
  return problems;
}

PhantomParameters drawParameters(std::uint64_t seed) {
  RandomStream random(seed);
  PhantomParameters p;
  drawBones(p, random);
  drawPose(p, random);
  setByScore(p, &P::fatThickness, random.normal());
  setByScore(p, &P::muscleBulk, random.normal());
  setByScore(p, &P::noise, random.normal());
  setByScore(p, &P::blur, random.normal());
  p.side = random.uniform() < 0.5 ? Side::Right : Side::Left;
  p.textureSeed = random.bits();
  return p;
}

}  // namespace hipwright
