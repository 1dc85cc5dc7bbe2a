#include "engine/plan/bone_cut.h"

#include "engine/core/stop.h"
#include "engine/plan/measured_part.h"
#include "engine/plan/preflight_words.h"
#include "engine/prepare/index_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hipwright {
namespace {

constexpr float kBoneHu = 250;
constexpr double kCutCm2 = 1;
constexpr double kStepMm = 2;       // between the places that are looked at, and how thick a border's layer is
constexpr double kRegionMm = 2;     // a border nearer than this to the region's own is no cut: the region ends there
constexpr double kTrainingMm = 10;  // by as much the borders of training cases vary around the joint

/// cm2 of bone on the borders: towards R, A and I, and towards L, P and S.
struct CutBone {
  std::array<double, 3> lower{};
  std::array<double, 3> upper{};
};

/// Where the model should see bone go on: in `box`, farther than `beyondMm` behind the border.
struct Expected {
  Box box;
  double beyondMm = 0;
};

bool contains(const Box& box, const Vec3& place) {
  for (std::size_t a = 0; a < 3; ++a)
    if (place[a] < box.lower[a] || place[a] > box.upper[a]) return false;
  return true;
}

/// Of one CT and one expectation: what a place that lies in the layer of bone under a border adds to it.
class BorderLayer {
 public:
  BorderLayer(const PreflightInput& in, const Expected& expected)
      : m_ct(in.ct),
        m_part(in.ct.geometry, in.wish.tilt),
        m_codes(nearestAxes(in.ct.geometry)),
        m_axes(in.ct.geometry.direction),
        m_expected(expected) {}

  bool isBone(const Vec3& index) const {
    if (!m_part.holds(index)) return false;
    Index3 at{};
    for (std::size_t a = 0; a < 3; ++a)
      at[a] = std::clamp<std::int64_t>(std::llround(index[a]), 0, m_ct.geometry.size[a] - 1);
    return m_ct.at(at[0], at[1], at[2]) > kBoneHu;
  }

  void add(const Vec3& index, const Vec3& place, double cm2, CutBone& out) const {
    for (int axis = 0; axis < 3; ++axis)
      for (const double way : {-1.0, 1.0}) {
        const auto a = static_cast<std::size_t>(axis);
        Vec3 beyond = index;
        beyond[a] += way * kStepMm / m_ct.geometry.spacing[a];
        if (m_part.holds(axis, beyond)) continue;
        const Vec3 along{m_axes[0][a], m_axes[1][a], m_axes[2][a]};
        if (!contains(m_expected.box, place + (way * (kStepMm + m_expected.beyondMm)) * along)) continue;
        const auto patient = static_cast<std::size_t>(m_codes.patientAxis[a]);
        ((way > 0) == m_codes.increasing[a] ? out.upper : out.lower)[patient] += cm2;
      }
  }

 private:
  const Volume& m_ct;
  MeasuredPart m_part;
  AxisCodes m_codes;
  Mat3 m_axes;
  Expected m_expected;
};

CutBone cutBone(const PreflightInput& in, const Expected& expected, const std::stop_token& stop) {
  const Geometry lattice = latticeIn(expected.box, kStepMm);
  const IndexMap toCt = indexMap(lattice, in.ct.geometry);
  const BorderLayer layer(in, expected);
  const double cm2 = lattice.spacing[0] * lattice.spacing[1] * lattice.spacing[2] / kStepMm / 100;
  CutBone out;
  for (std::int64_t z = 0; z < lattice.size[2]; ++z) {
    throwIfStopped(stop);
    for (std::int64_t y = 0; y < lattice.size[1]; ++y)
      for (std::int64_t x = 0; x < lattice.size[0]; ++x) {
        const Vec3 at{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        const Vec3 index = toCt(at[0], at[1], at[2]);
        if (layer.isBone(index)) layer.add(index, lattice.indexToPatient(at), cm2, out);
      }
  }
  return out;
}

/// Around the joint of the side that is taken, or around both if the networks see both at once.
std::vector<Expected> expectedIn(const PreflightInput& in) {
  if (in.plan.region) return {{*in.plan.region, kRegionMm}};
  std::vector<Expected> all;
  if (!in.profile.input.fieldOfView) return all;
  for (const FoundHip* hip : {in.plan.hips.on(HipSide::Left), in.plan.hips.on(HipSide::Right)})
    if (hip != nullptr && (in.plan.side == HipSide::Unknown || in.plan.side == hip->side))
      all.push_back({regionAround(hip->centre, hip->side, in.profile.input), kTrainingMm});
  return all;
}

PreflightItem notJudged(const PreflightInput& in) {
  PreflightItem item{PreflightLevel::Fine, PreflightCode::BoneCut, {}, {say(Remark::CutNoTrainedSize)}, {}};
  if (!in.profile.input.fieldOfView) return item;
  item.found = {say(Remark::CutNoJoint)};
  item.level = PreflightLevel::Doubtful;
  return item;
}

/// The borders that cut more than a trifle.
void sayCuts(PreflightItem& item, const CutBone& cut) {
  struct Border {
    const char* name;
    Remark remark;
  };
  static constexpr Border kLower[] = {
      {"right", Remark::CutRight}, {"front", Remark::CutFront}, {"lower", Remark::CutLower}};
  static constexpr Border kUpper[] = {
      {"left", Remark::CutLeft}, {"back", Remark::CutBack}, {"upper", Remark::CutUpper}};
  const auto add = [&](const Border& border, double cm2) {
    if (cm2 <= kCutCm2) return;
    item.values[std::string(border.name) + "_cm2"] = cm2;
    item.found.push_back(say(border.remark, {{"cm2", fixed(cm2, 0)}}));
  };
  for (std::size_t a = 0; a < 3; ++a) {
    add(kLower[a], cut.lower[a]);
    add(kUpper[a], cut.upper[a]);
  }
}

}  // namespace

PreflightItem cutItem(const PreflightInput& in, const std::stop_token& stop) {
  const std::vector<Expected> expected = expectedIn(in);
  if (expected.empty()) return notJudged(in);
  CutBone cut;
  for (const Expected& each : expected) {
    const CutBone one = cutBone(in, each, stop);
    for (std::size_t a = 0; a < 3; ++a) {
      cut.lower[a] = std::max(cut.lower[a], one.lower[a]);
      cut.upper[a] = std::max(cut.upper[a], one.upper[a]);
    }
  }
  PreflightItem item{PreflightLevel::Fine, PreflightCode::BoneCut, {}, {}, {}};
  sayCuts(item, cut);
  if (item.found.empty()) {
    item.found = {say(in.plan.region ? Remark::NoCut : Remark::NoCutTrained)};
    return item;
  }
  item.level = PreflightLevel::Doubtful;
  item.done = {say(Remark::CutFilled)};
  return item;
}

}  // namespace hipwright
