// Fifty phantoms' true implants measured and compared with the plans they were made from: medians and worst cases.
#include "engine/measure/implant_numbers.h"
#include "tests/unit/measure/planned_case.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

namespace hipwright {
namespace {

using namespace test;

constexpr std::uint64_t kFirst = 5000;
constexpr std::uint64_t kCount = 50;

/// Deviations of one number over all phantoms.
class Deviations {
 public:
  explicit Deviations(const char* unit) : m_unit(unit) {}
  void add(double deviation) { m_values.push_back(std::abs(deviation)); }
  double worst() const { return *std::max_element(m_values.begin(), m_values.end()); }
  double median() const {
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
  std::size_t count() const { return m_values.size(); }
  void print(const char* name) const {
    qInfo("%-28s median %6.3f, worst %6.3f %s, of %zu", name, median(), worst(), m_unit, count());
  }

 private:
  const char* m_unit;
  std::vector<double> m_values;
};

double missOf(const StemAxis& stem, const Vec3& centre) {
  const Vec3 way = centre - stem.tip;
  return length(way - dot(way, stem.axis) * stem.axis);
}

/// The canal of the phantom itself: area of what its endosteal surface encloses around the axis in a section.
double trueCanal(const PhantomParameters& p, const StemAxis& stem, const Vec3& place) {
  constexpr double kStep = 0.25;
  constexpr int kReach = 140;
  const HipFrame frame(p);
  const Femur femur(p);
  const Vec3 across = cross(stem.axis, {0, 1, 0});
  const Vec3 u = (1 / length(across)) * across;
  const Vec3 v = cross(stem.axis, u);
  double area = 0;
  for (int row = -kReach; row <= kReach; ++row)
    for (int column = -kReach; column <= kReach; ++column) {
      const Vec3 at = place + (kStep * column) * u + (kStep * row) * v;
      if (femur.inner(frame.toFemur(frame.toHip(at))) < 0) area += kStep * kStep;
    }
  return area;
}

}  // namespace

class TestPhantomMeasures : public QObject {
  Q_OBJECT

 private slots:
  void trueImplantsHaveTheirPlansMeasures() {
    Deviations centre("mm"), head("mm"), cup("mm"), inclination("degrees"), anteversion("degrees"), stem("degrees"),
        drawn("degrees");
    double nearest = 1000, shortest = 1000;
    for (std::uint64_t seed = kFirst; seed < kFirst + kCount; ++seed) {
      const PlannedCase c = makeCase(seed, seed % 2 == 0 ? Side::Right : Side::Left);
      const ImplantMeasures m = measureImplant(c.metal);
      QVERIFY2(m.joint && m.joint->cupOuter && m.cup && m.stem, qPrintable(QString("seed %1").arg(seed)));
      centre.add(length(m.joint->head.centre - c.plan.centreOfRotation));
      head.add(m.joint->head.radiusMm - c.plan.headDiameter / 2);
      cup.add(m.joint->cupOuter->radiusMm - c.plan.cupOuterDiameter / 2);
      const CupAngles planned = cupAngles(c.plan.cupAxis);
      inclination.add(m.cup->angles.inclination - planned.inclination);
      anteversion.add(m.cup->angles.anteversion - planned.anteversion);
      stem.add(angleBetween(m.stem->axis, designedAxis(c)));
      drawn.add(angleBetween(m.stem->axis, c.plan.stemAxis));
      nearest = std::min(nearest, missOf(*m.stem, m.joint->head.centre));
      shortest = std::min(shortest, length(m.stem->tip - m.joint->head.centre));
    }
    centre.print("centre of rotation");
    head.print("head radius");
    cup.print("cup radius");
    inclination.print("cup inclination");
    anteversion.print("cup anteversion");
    stem.print("stem axis to its middle line");
    drawn.print("stem axis to its maker's");
    qInfo("the axes miss the centre by %.1f mm at least, the tips lie %.1f mm from it at least", nearest, shortest);
    QVERIFY(nearest > 25 && shortest > 75);  // far from what is taken for a neck
    for (const Deviations* d : {&centre, &head, &cup}) QVERIFY(d->worst() < 0.2);
    for (const Deviations* d : {&inclination, &anteversion, &stem}) QVERIFY(d->worst() < 1);
  }

  void canalsAreThoseOfThePhantoms() {
    constexpr std::uint64_t kCanals = 12;
    std::array<Deviations, 3> areas = {Deviations("%"), Deviations("%"), Deviations("%")};
    int open = 0;
    for (std::uint64_t seed = kFirst; seed < kFirst + kCanals; ++seed) {
      PhantomParameters p = drawParameters(seed);
      p.spacing = 1;
      const Phantom phantom = makePhantom(p, standardGrid(p), {}, PhantomDetail::Bones);
      const ImplantNumbers n = measureInCase(phantom.implantSdf, phantom.ct);
      QVERIFY(n.measures.stem && n.tissue);
      for (std::size_t i = 0; i < n.canal.size(); ++i) {
        if (!n.canal[i]) {
          ++open;
          qInfo("seed %llu, level %zu: %s", static_cast<unsigned long long>(seed), i, n.canal[i].reason().c_str());
          continue;
        }
        areas[i].add(100 * (n.canal[i]->canalMm2 / trueCanal(p, *n.measures.stem, n.canal[i]->place) - 1));
        QVERIFY(n.canal[i]->share > 0.1 && n.canal[i]->share < 1);
      }
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
      if (areas[i].count() == 0) continue;
      areas[i].print(qPrintable(QString("canal area at %1 %").arg(100 * kCanalLevels[i])));
      QVERIFY(areas[i].median() < 8);
    }
    QVERIFY(open <= 6);
  }
};

}  // namespace hipwright

QTEST_APPLESS_MAIN(hipwright::TestPhantomMeasures)
#include "test_phantom_measures.moc"
