// Pictures of a part without OpenGL: the right shape in the right place, its dimension lines, and what is marked.
#include "tests/unit/print/fixtures.h"
#include "ui/export/dimension_lines.h"
#include "ui/viewport/marked_part.h"
#include "ui/viewport/surface_picture.h"

#include <QTest>

#include <numbers>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

const QColor kBehind(10, 12, 14);

SurfacePicture pictureOf(const Mesh& mesh, AnatomicalView from) {
  SurfacePicture picture;
  picture.layers = {{std::make_shared<const ShownSurface>(shownSurface(mesh)), QColor(64, 200, 224)}};
  picture.camera.pose.orientation = orientationOf(from);
  picture.camera.mmPerPixel = 0.5;
  picture.size = {200, 200};
  picture.top = picture.bottom = kBehind;
  return picture;
}

/// The pixels that are not background.
QRect coveredBy(const QImage& image) {
  QRect covered;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y).lightness() > 16) covered |= QRect(x, y, 1, 1);
  return covered;
}

int redPixels(const QImage& image) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (const QColor at = image.pixelColor(x, y); at.red() > 2 * at.blue() && at.red() > 60) ++count;
  return count;
}

/// A head, a cup over its upper half, and a speck of 0.8 mm.
Mesh jointWithASpeckAt(const Vec3& place) {
  const Geometry grid{{49, 49, 49}, {1, 1, 1}, {0, 0, 0}, kIdentity3};
  const Distance cup = [](const Vec3& p) { return std::min({21 - length(p), length(p) - 17, p[2]}); };
  const Mesh joint = extractSurface(sampled(grid, grid.size, unite(sphere({0, 0, 0}, 14), cup)), 0, {});
  return together(movedBy(joint, {-24, -24, -24}), movedBy(ball({0, 0, 0}, 0.8, 0.2), place));
}

/// The triangles of the last shell.
std::vector<std::uint32_t> specksOf(const Mesh& joint) {
  const auto speck = static_cast<std::uint32_t>(ball({0, 0, 0}, 0.8, 0.2).triangles.size());
  std::vector<std::uint32_t> out(speck);
  const auto first = static_cast<std::uint32_t>(joint.triangles.size()) - speck;
  for (std::uint32_t t = 0; t < speck; ++t) out[t] = first + t;
  return out;
}

}  // namespace

class TestPartPictures : public QObject {
  Q_OBJECT

 private slots:
  void ballCoversItsCircle() {
    const QImage image = painted(pictureOf(ball({0, 0, 0}, 20), AnatomicalView::Anterior));
    const QRect covered = coveredBy(image);
    for (const int side : {covered.width(), covered.height()}) QVERIFY(std::abs(side - 80) <= 2);
    QVERIFY(std::abs(covered.center().x() - 100) <= 1 && std::abs(covered.center().y() - 100) <= 1);
    QVERIFY(image.pixelColor(85, 80).lightness() >
            image.pixelColor(125, 130).lightness());  // light from the upper left
  }

  /// From the front, the patient's left is at the right and the head above; from the left, the front is at the left.
  void sidesAreWhereTheyBelong() {
    const Mesh leftUp = movedBy(box({10, 10, 10}), {20, -30, 30});
    const QRect front = coveredBy(painted(pictureOf(leftUp, AnatomicalView::Anterior)));
    QVERIFY(front.left() >= 138 && front.bottom() <= 41);
    const QRect left = coveredBy(painted(pictureOf(leftUp, AnatomicalView::Left)));
    QVERIFY(left.right() <= 61 && left.bottom() <= 41);
  }

  void nearerSurfaceHidesTheOther() {
    SurfacePicture picture = pictureOf(movedBy(box({20, 20, 20}), {-10, -40, -10}), AnatomicalView::Anterior);
    picture.layers.push_back(
        {std::make_shared<const ShownSurface>(shownSurface(movedBy(box({20, 20, 20}), {-10, 20, -10}))), Qt::red});
    QCOMPARE(redPixels(painted(picture)), 0);
    picture.camera.pose.orientation = orientationOf(AnatomicalView::Posterior);
    QVERIFY(redPixels(painted(picture)) > 1000);
  }

  void markLiesOverItsSurface() {
    const Mesh cube = movedBy(box({20, 20, 20}), {-10, -10, -10});
    const MarkedPart part = markedPart(cube, {6, 7});  // the face to the patient's back
    QVERIFY(length(part.facing - Vec3{0, 1, 0}) < 1e-9);
    QCOMPARE(part.box, (Box{{-10, 10, -10}, {10, 10, 10}}));
    QCOMPARE(part.radiusMm, std::sqrt(200.0));
    SurfacePicture picture = pictureOf(cube, AnatomicalView::Anterior);
    picture.layers.push_back({std::make_shared<const ShownSurface>(shownSurface(*part.mesh)), Qt::red});
    QCOMPARE(redPixels(painted(picture)), 0);
    picture.camera.pose.orientation = orientationFacing(part.facing);
    QVERIFY(std::abs(redPixels(painted(picture)) - 40 * 40) < 200);
  }

  void specksInAJointGapAreSeen_data() {
    QTest::addColumn<int>("turn");
    for (int turn = 0; turn < 360; turn += 45) QTest::newRow(qPrintable(QString::number(turn))) << turn;
  }

  /// Between a head and the cup over it, near the rim: the way out leads past both.
  void specksInAJointGapAreSeen() {
    QFETCH(int, turn);
    const double angle = turn * std::numbers::pi / 180;
    const Mesh joint = jointWithASpeckAt({15.5 * std::cos(angle), 15.5 * std::sin(angle), 2});
    const MarkedPart part = markedPart(joint, specksOf(joint));
    SurfacePicture picture = pictureOf(joint, AnatomicalView::Anterior);
    picture.camera.pose.orientation = orientationFacing(part.facing);
    picture.layers.push_back({std::make_shared<const ShownSurface>(shownSurface(*part.mesh)), Qt::red});
    picture.camera.mmPerPixel = 0.25;
    QVERIFY2(redPixels(painted(picture)) > 10, qPrintable(QString::number(redPixels(painted(picture)))));
  }

  /// At the bottom of the gap nothing leads out: the mark shines through.
  void hiddenMarksShineThrough() {
    const Mesh joint = jointWithASpeckAt({0, 0, 15.5});
    const MarkedPart part = markedPart(joint, specksOf(joint));
    SurfacePicture picture = pictureOf(joint, AnatomicalView::Anterior);
    picture.camera.mmPerPixel = 0.25;
    picture.camera.pose.focus = part.box.centre();
    const QColor before = painted(picture).pixelColor(100, 100);
    picture.layers.push_back({std::make_shared<const ShownSurface>(shownSurface(*part.mesh)), Qt::red});
    QCOMPARE(painted(picture).pixelColor(100, 100), before);
    picture.layers.back().through = 0.4;
    const QColor mixed = painted(picture).pixelColor(100, 100);
    QVERIFY(mixed.red() > before.red() + 30 && mixed.blue() > 0.5 * before.blue());
  }

  void markOfBothSidesIsSeenFromOne() {
    const Mesh plate = box({30, 1, 30});
    std::vector<std::uint32_t> all(plate.triangles.size());
    for (std::uint32_t t = 0; t < all.size(); ++t) all[t] = t;
    QVERIFY(std::abs(markedPart(plate, all).facing[1]) > 0.9);
  }

  void camerasLookUpright_data() {
    QTest::addColumn<QVector3D>("facing");
    QTest::newRow("front") << QVector3D(0, -1, 0);
    QTest::newRow("oblique") << QVector3D(0.6F, 0.64F, 0.48F);
    QTest::newRow("below") << QVector3D(0, 0, -1);
  }

  void camerasLookUpright() {
    QFETCH(QVector3D, facing);
    const QQuaternion turned = orientationFacing({facing.x(), facing.y(), facing.z()});
    QVERIFY((turned.rotatedVector({0, 0, 1}) - facing).length() < 1e-5F);
    const QVector3D up = turned.rotatedVector({0, 1, 0});
    QVERIFY(std::abs(facing.z()) > 0.9F ? up.y() < -0.9F : up.z() > 0.5F);
  }

  void dimensionsStandBesideTheBox() {
    const Box part{{-20, -10, -60}, {30, 15, 40}};
    PictureCamera camera;
    camera.pose.orientation = orientationOf(AnatomicalView::Anterior);
    camera.mmPerPixel = 0.5;
    const QSizeF size(300, 400);
    const std::vector<DimensionLine> lines = dimensionLines(part, camera, size);
    QCOMPARE(lines.size(), std::size_t{2});  // the depth is seen end on
    QCOMPARE(lines[0].axis, 2);
    QCOMPARE(lines[0].mm, 100.0);
    QVERIFY(std::abs(std::abs(lines[0].from.y() - lines[0].to.y()) - 200) < 1e-3);
    QVERIFY(lines[0].from.x() < camera.toPixel(part.lower, size).x() - 10);
    QCOMPARE(lines[1].axis, 0);
    QVERIFY(std::abs(std::abs(lines[1].from.x() - lines[1].to.x()) - 100) < 1e-3);
    QVERIFY(lines[1].from.y() > camera.toPixel(part.lower, size).y() + 10);
    QVERIFY(isWithin(lines[0], {{}, size}) && !isWithin(lines[0], {lines[0].from.x() - 10, 0, 200, 400}));
    camera.pose = orbited(camera.pose, {80, 30});
    QCOMPARE(dimensionLines(part, camera, size).size(), std::size_t{3});
  }
};

QTEST_GUILESS_MAIN(TestPartPictures)
#include "test_part_pictures.moc"
