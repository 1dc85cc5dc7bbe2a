#include "ui/viewport/orientation_marker.h"

#include "ui/theme/type_scale.h"

#include <QPainter>
#include <algorithm>
#include <array>

namespace hipwright {
namespace {

constexpr int kSide = 88;      // px
constexpr double kArm = 26;    // px of an axis in the plane of the screen
constexpr double kLetter = 9;  // px from the end of an axis to the middle of its letter

struct Axis {
  Vec3 direction;
  QColor colour;
};

}  // namespace

OrientationMarker::OrientationMarker(QWidget* parent) : QWidget(parent), m_theme(themeOf(Scheme::Dark)) {
  setFixedSize(kSide, kSide);
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
}

void OrientationMarker::setOrientation(const CameraPose& pose) {
  m_pose = pose;
  update();
}

void OrientationMarker::setBackground(const QColor& background) {
  m_theme = themeOf(background.lightnessF() < 0.5 ? Scheme::Dark : Scheme::Light);
  update();
}

void OrientationMarker::paintOn(QPainter& painter) const {
  std::array<Axis, 3> axes = {
      {{{-1, 0, 0}, m_theme.sagittal}, {{0, -1, 0}, m_theme.coronal}, {{0, 0, 1}, m_theme.axial}}};
  const Vec3 back = m_pose.back();
  std::sort(axes.begin(), axes.end(),
            [&](const Axis& a, const Axis& b) { return dot(a.direction, back) < dot(b.direction, back); });
  painter.setRenderHint(QPainter::Antialiasing);
  QFont font = fontOf(TextRole::Secondary);
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  const QPointF middle(kSide / 2.0, kSide / 2.0);
  for (const Axis& axis : axes) {
    const QPointF along(dot(axis.direction, m_pose.right()), -dot(axis.direction, m_pose.up()));
    const double size = std::hypot(along.x(), along.y());
    painter.setPen(QPen(axis.colour, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle, middle + kArm * along);
    if (size < 0.25) continue;  // it points at the viewer; its letter would lie on the others
    const QPointF at = middle + (kArm + kLetter / size) * along;
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(at - QPointF(10, 10), QSizeF(20, 20)), Qt::AlignCenter, directionLetter(axis.direction));
  }
}

void OrientationMarker::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintOn(painter);
}

}  // namespace hipwright
