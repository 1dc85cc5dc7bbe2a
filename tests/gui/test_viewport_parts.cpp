// What the 3-D view is made of, without a display: camera, surfaces, bone, slices in space.
#include "engine/core/stop.h"
#include "engine/surface/isosurface.h"
#include "ui/viewport/bone_surface.h"
#include "ui/viewport/camera_pose.h"
#include "ui/viewport/make_viewport.h"
#include "ui/viewport/shown_surface.h"
#include "ui/viewport/slice_quad.h"
#include "ui/viewport/volume_badge.h"

#include <QTest>
#include <QWidget>
#include <cmath>
#include <memory>
#include <numbers>

namespace hipwright {
namespace {

/// A tetrahedron with its corners at the origin and `side` along the axes, faces outward.
Mesh corner(double side, const Vec3& at) {
  return {{at, at + Vec3{side, 0, 0}, at + Vec3{0, side, 0}, at + Vec3{0, 0, side}},
          {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}}};
}

Mesh joined(Mesh a, const Mesh& b) {
  const auto shift = static_cast<std::uint32_t>(a.vertices.size());
  a.vertices.insert(a.vertices.end(), b.vertices.begin(), b.vertices.end());
  for (const auto& t : b.triangles) a.triangles.push_back({t[0] + shift, t[1] + shift, t[2] + shift});
  return a;
}

Volume ball(std::int64_t n, double spacing, double radius, float inside) {
  const double half = 0.5 * spacing * static_cast<double>(n - 1);
  Volume volume{{{n, n, n}, {spacing, spacing, spacing}, {-half, -half, -half}, kIdentity3}, {}};
  for (std::int64_t z = 0; z < n; ++z)
    for (std::int64_t y = 0; y < n; ++y)
      for (std::int64_t x = 0; x < n; ++x) {
        const Vec3 p =
            volume.geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)});
        volume.voxels.push_back(length(p) < radius ? inside : -100.0F);
      }
  return volume;
}

bool isNear(const Vec3& a, const Vec3& b) { return length(a - b) < 1e-5; }

}  // namespace

class TestViewportParts : public QObject {
  Q_OBJECT

 private slots:
  void anatomicalViewsStandWhereTheySay_data();
  void anatomicalViewsStandWhereTheySay();
  void fittedBoxesAreInside();
  void orbitKeepsFocusAndDistance();
  void panMovesThePointUnderThePointer();
  void flightsEndWhereTheyShould();
  void badgeFitsWhatItShows();
  void normalsPointOutward();
  void specksAreRemoved();
  void emptyMeshesAreEmpty();
  void coarserKeepsMeanAndPlace();
  void boneIsWhereTheCtIsBright();
  void boneStops();
  void slicesStandInSpace();
  void withoutOpenGlThereIsAMessage();
};

void TestViewportParts::anatomicalViewsStandWhereTheySay_data() {
  QTest::addColumn<int>("view");
  QTest::addColumn<QString>("letters");  // of right, up and towards the viewer
  const auto row = [](const char* name, AnatomicalView view, const char* letters) {
    QTest::newRow(name) << static_cast<int>(view) << letters;
  };
  row("anterior", AnatomicalView::Anterior, "LSA");
  row("posterior", AnatomicalView::Posterior, "RSP");
  row("right", AnatomicalView::Right, "ASR");
  row("left", AnatomicalView::Left, "PSL");
  row("superior", AnatomicalView::Superior, "RAS");
  row("inferior", AnatomicalView::Inferior, "LAI");
}

void TestViewportParts::anatomicalViewsStandWhereTheySay() {
  QFETCH(int, view);
  QFETCH(QString, letters);
  const CameraPose pose{{1, 2, 3}, orientationOf(static_cast<AnatomicalView>(view)), 100};
  QCOMPARE(QString(directionLetter(pose.right())) + directionLetter(pose.up()) + directionLetter(pose.back()), letters);
  QVERIFY(isNear(cross(pose.right(), pose.up()), pose.back()));
  QVERIFY(std::abs(length(pose.position() - pose.focus) - 100) < 1e-3);
}

void TestViewportParts::fittedBoxesAreInside() {
  const Box box{{-60, 10, -200}, {80, 90, 150}};
  CameraPose pose;
  pose.orientation = QQuaternion::fromEulerAngles(25, 40, 10);
  for (const double aspect : {0.5, 1.0, 2.0}) {
    const CameraPose fit = fitted(pose, box, aspect);
    double widest = 0;
    for (int i = 0; i < 8; ++i) {
      const Vec3 c{(i & 1) != 0 ? box.upper[0] : box.lower[0], (i & 2) != 0 ? box.upper[1] : box.lower[1],
                   (i & 4) != 0 ? box.upper[2] : box.lower[2]};
      const Vec3 offset = c - fit.position();
      const double depth = -dot(offset, fit.back());
      const double half = std::tan(kViewAngle / 2 * std::numbers::pi / 180) * depth;
      widest = std::max(
          {widest, std::abs(dot(offset, fit.up())) / half, std::abs(dot(offset, fit.right())) / half / aspect});
    }
    QVERIFY2(widest < 1 && widest > 0.85, qPrintable(QString::number(widest)));
  }
}

void TestViewportParts::orbitKeepsFocusAndDistance() {
  CameraPose pose{{5, 6, 7}, orientationOf(AnatomicalView::Anterior), 300};
  const CameraPose turned = orbited(pose, {180, 0});  // 90 degrees
  QCOMPARE(turned.focus, pose.focus);
  QCOMPARE(turned.distance, pose.distance);
  QCOMPARE(directionLetter(turned.back()), QChar('R'));  // what was on the left of the picture comes to the front
  QCOMPARE(directionLetter(orbited(pose, {0, 180}).back()), QChar('S'));
}

void TestViewportParts::panMovesThePointUnderThePointer() {
  const CameraPose pose{{0, 0, 0}, orientationOf(AnatomicalView::Anterior), 500};
  const CameraPose moved = panned(pose, {0, 600}, 600);
  const double shown = 2 * 500 * std::tan(10 * std::numbers::pi / 180);  // mm from edge to edge
  QVERIFY(std::abs(moved.focus[2] - shown) < 1e-3);
  QCOMPARE(zoomed(pose, 2).distance, 250.0);
  QCOMPARE(zoomed(pose, 1e9).distance, 10.0);
}

void TestViewportParts::flightsEndWhereTheyShould() {
  const CameraPose from{{0, 0, 0}, orientationOf(AnatomicalView::Anterior), 100};
  const CameraPose to{{10, 0, 0}, orientationOf(AnatomicalView::Posterior), 300};
  QVERIFY(isNear(between(from, to, 0).position(), from.position()));
  QVERIFY(length(between(from, to, 1).position() - to.position()) < 1e-3);
  QVERIFY(std::abs(length(between(from, to, 0.5).back()) - 1) < 1e-5);
}

void TestViewportParts::badgeFitsWhatItShows() {
  QWidget parent;
  VolumeBadge badge(&parent);
  parent.show();
  const VolumeBadge::Mark demo{IconName::Warning, "DEMO", "warning"};
  badge.show({{IconName::Printer, "Print-ready", "ok"}, demo}, "63 × 51 × 105 mm\n43.8 cm³");
  const int both = badge.height();
  badge.show({demo}, "Stage: step 19");
  QVERIFY(badge.height() < both);
  QVERIFY(badge.height() >= 20 + badge.fontMetrics().height());
  QCOMPARE(badge.size(), badge.sizeHint());
  badge.show({}, {});
  QVERIFY(badge.isHidden());
}

void TestViewportParts::normalsPointOutward() {
  const ShownSurface shown = shownSurface(corner(6, {1, 1, 1}));
  QCOMPARE(shown.points.size(), std::size_t{12});
  QCOMPARE(shown.corners.size(), std::size_t{12});
  QCOMPARE(shown.offsets.back(), 12);
  QCOMPARE(shown.volume, 36.0);
  QCOMPARE(shown.bounds.upper, (Vec3{7, 7, 7}));
  for (std::size_t i = 0; i < 4; ++i) {
    double outward = 0;
    double size = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      outward += (shown.points[3 * i + a] - 2.5F) * shown.normals[3 * i + a];  // the centroid is at 2.5
      size += shown.normals[3 * i + a] * shown.normals[3 * i + a];
    }
    QVERIFY(outward > 0);
    QVERIFY(std::abs(size - 1) < 1e-5);
  }
}

void TestViewportParts::specksAreRemoved() {
  const Mesh three = joined(joined(corner(1, {0, 0, 0}), corner(2, {10, 0, 0})), corner(3, {20, 0, 0}));
  QCOMPARE(withoutSpecks(three, 4).triangles, three.triangles);
  QVERIFY(withoutSpecks(three, 5).triangles.empty());
  Mesh large = extractSurface(ball(20, 1, 8, 100), 0, {});
  const std::size_t triangles = large.triangles.size();
  const Mesh kept = withoutSpecks(joined(corner(1, {50, 0, 0}), large), 5);
  QCOMPARE(kept.triangles.size(), triangles);
  QCOMPARE(kept.vertices, large.vertices);
}

void TestViewportParts::emptyMeshesAreEmpty() {
  const ShownSurface shown = shownSurface({});
  QVERIFY(shown.isEmpty());
  QCOMPARE(shown.volume, 0.0);
  QVERIFY(withoutSpecks({}, 3).vertices.empty());
}

void TestViewportParts::coarserKeepsMeanAndPlace() {
  Volume ramp{{{12, 12, 12}, {0.5, 0.5, 2}, {3, -4, 5}, kIdentity3}, {}};
  for (std::int64_t i = 0; i < 12 * 12 * 12; ++i) ramp.voxels.push_back(static_cast<float>(i % 12));
  const Volume coarse = coarser(ramp, 500, {});
  QCOMPARE(coarse.geometry.size, (Index3{6, 6, 12}));  // the fine axes are thinned, the thick slices stay
  QCOMPARE(coarse.geometry.spacing, (Vec3{1, 1, 2}));
  QCOMPARE(coarse.geometry.origin, (Vec3{3.25, -3.75, 5}));
  QCOMPARE(coarse.at(2, 3, 4), 4.5F);
  QCOMPARE(coarser(ramp, 5000, {}).voxels, ramp.voxels);
}

void TestViewportParts::boneIsWhereTheCtIsBright() {
  const Mesh bone = boneSurface(ball(60, 1, 20, 1200), 170, {});
  QVERIFY(bone.triangles.size() > 1000);
  for (const Vec3& v : bone.vertices) QVERIFY(std::abs(length(v) - 20.5) < 1.5);
  QVERIFY(boneSurface(ball(60, 1, 20, 100), 170, {}).triangles.empty());
}

void TestViewportParts::boneStops() {
  std::stop_source stop;
  stop.request_stop();
  QVERIFY_THROWS_EXCEPTION(Cancelled, boneSurface(ball(40, 1, 10, 1200), 170, stop.get_token()));
}

void TestViewportParts::slicesStandInSpace() {
  Volume ct = ball(40, 1, 100, -1000);
  ct.voxels[ct.offset(2, 20, 35)] = 3000;
  const Vec3 bright = ct.geometry.indexToPatient({2, 20, 35});
  const SliceQuad quad = sliceQuad(ct, Plane::Coronal, bright, {1500, 300});
  QCOMPARE(quad.corner, (Vec3{-20, bright[1], 20}));
  QVERIFY(isNear(quad.right, {40, 0, 0}));
  QVERIFY(isNear(quad.down, {0, 0, -40}));
  const double x = dot(bright - quad.corner, quad.right) / dot(quad.right, quad.right) * quad.image.width();
  const double y = dot(bright - quad.corner, quad.down) / dot(quad.down, quad.down) * quad.image.height();
  QVERIFY(qRed(quad.image.pixel(static_cast<int>(x), static_cast<int>(y))) > 200);
  QCOMPARE(qRed(quad.image.pixel(quad.image.width() - 3, static_cast<int>(y))), 0);
}

void TestViewportParts::withoutOpenGlThereIsAMessage() {
  for (const OpenGlUse use : {OpenGlUse::Probe, OpenGlUse::Never}) {  // this test runs on a platform without it
    const ViewportParts parts = makeViewport(use);
    const std::unique_ptr<QWidget> view(parts.view);
    QVERIFY(view != nullptr);
    QVERIFY(parts.viewport == nullptr && parts.tools == nullptr && parts.foot == nullptr);
    QVERIFY(!parts.problem.isEmpty());
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
  }
}

}  // namespace hipwright

QTEST_MAIN(hipwright::TestViewportParts)
#include "test_viewport_parts.moc"
