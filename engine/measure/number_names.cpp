// The names of an implant's numbers.
#include "engine/measure/implant_numbers.h"

namespace hipwright {
namespace {

/// Collects numbers that are parts of something measured.
class NumberList {
 public:
  void add(std::string key, std::string label, std::string unit, Measured<double> value) {
    m_numbers.push_back({std::move(key), std::move(label), std::move(unit), std::move(value)});
  }

  template <class T, class Part>
  void add(std::string key, std::string label, std::string unit, const Measured<T>& whole, const Part& part) {
    add(std::move(key), std::move(label), std::move(unit),
        whole ? Measured<double>(part(*whole)) : Measured<double>::notMeasurable(whole.reason()));
  }

  /// The three coordinates of a vector.
  template <class T, class Part>
  void addVector(const std::string& key, const std::string& label, const std::string& unit, const Measured<T>& whole,
                 const Part& part) {
    static constexpr const char* kAxes[] = {"l", "p", "s"};
    static constexpr const char* kNames[] = {"left", "posterior", "superior"};
    const std::string ending = unit.empty() ? "" : "_" + unit;
    for (std::size_t a = 0; a < 3; ++a)
      add(key + "_" + kAxes[a] + ending, label + ", " + kNames[a], unit, whole, [&](const T& t) { return part(t)[a]; });
  }

  std::vector<NamedNumber> take() { return std::move(m_numbers); }

 private:
  std::vector<NamedNumber> m_numbers;
};

void addExtent(NumberList& list, const ImplantNumbers& n) {
  list.add("volume_mm3", "Volume", "mm3", n.volumeMm3);
  list.add("surface_mm2", "Surface area", "mm2", n.surfaceMm2);
  list.add("components", "Pieces", "", static_cast<double>(n.components));
  const auto size = [&](std::size_t a) { return [a](const Vec3& v) { return v[a]; }; };
  list.add("size_left_right_mm", "Size, left to right", "mm", n.sizeMm, size(0));
  list.add("size_front_back_mm", "Size, front to back", "mm", n.sizeMm, size(1));
  list.add("size_up_down_mm", "Size, head to feet", "mm", n.sizeMm, size(2));
}

void addTissue(NumberList& list, const Measured<TissueShares>& tissue) {
  list.add("in_bone_percent", "Inside bone", "%", tissue, [](const TissueShares& t) { return 100 * t.bone; });
  list.add("in_cortex_percent", "Inside cortex", "%", tissue, [](const TissueShares& t) { return 100 * t.cortex; });
  list.add("in_soft_tissue_percent", "Inside soft tissue", "%", tissue,
           [](const TissueShares& t) { return 100 * t.soft; });
  list.add("outside_field_percent", "Outside the patient or the picture", "%", tissue,
           [](const TissueShares& t) { return 100 * t.outside; });
}

void addJoint(NumberList& list, const ImplantMeasures& m) {
  list.addVector("head_centre", "Centre of rotation", "mm", m.joint, [](const Joint& j) { return j.head.centre; });
  list.add("head_radius_mm", "Head radius", "mm", m.joint, [](const Joint& j) { return j.head.radiusMm; });
  list.add("head_residual_mm", "Head, residual of the sphere", "mm", m.joint,
           [](const Joint& j) { return j.head.residualMm; });
  const Measured<SphereFit> cup = m.joint ? m.joint->cupOuter : Measured<SphereFit>::notMeasurable(m.joint.reason());
  list.add("cup_radius_mm", "Cup radius", "mm", cup, [](const SphereFit& s) { return s.radiusMm; });
  list.add("cup_sphere_residual_mm", "Cup, residual of the sphere", "mm", cup,
           [](const SphereFit& s) { return s.residualMm; });
  list.add("cup_inclination_deg", "Cup inclination to the scanner's planes", "degrees", m.cup,
           [](const CupOpening& c) { return c.angles.inclination; });
  list.add("cup_anteversion_deg", "Cup anteversion to the scanner's planes", "degrees", m.cup,
           [](const CupOpening& c) { return c.angles.anteversion; });
  list.add("cup_rim_residual_mm", "Cup, residual of the rim's plane", "mm", m.cup,
           [](const CupOpening& c) { return c.residualMm; });
}

void addStem(NumberList& list, const ImplantNumbers& n) {
  list.addVector("stem_axis", "Stem axis", "", n.measures.stem, [](const StemAxis& s) { return s.axis; });
  list.add("stem_residual_mm", "Stem, residual of the axis", "mm", n.measures.stem,
           [](const StemAxis& s) { return s.residualMm; });
  for (std::size_t i = 0; i < n.canal.size(); ++i) {
    const std::string level = std::to_string(static_cast<int>(100 * kCanalLevels[i]));
    list.add("canal_fill_" + level + "_percent", "Canal fill, " + level + " % of the way from tip to neck cut", "%",
             n.canal[i], [](const CanalFill& f) { return 100 * f.share; });
  }
}

}  // namespace

std::vector<NamedNumber> named(const ImplantNumbers& numbers) {
  NumberList list;
  addExtent(list, numbers);
  addTissue(list, numbers.tissue);
  addJoint(list, numbers.measures);
  addStem(list, numbers);
  return list.take();
}

std::vector<NamedNumber> named(const ImplantDifference& d) {
  NumberList list;
  list.add("dice", "Dice", "", d.dice);
  list.add("assd_mm", "Average surface distance", "mm", d.surface, [](const SurfaceDistance& s) { return s.meanMm; });
  list.add("hd95_mm", "HD95", "mm", d.surface, [](const SurfaceDistance& s) { return s.hd95Mm; });
  list.add("centre_shift_mm", "Shift of the centre of rotation", "mm", d.centreShiftMm);
  list.add("centroid_shift_mm", "Shift of the centroid", "mm", d.centroidShiftMm);
  return list.take();
}

}  // namespace hipwright
