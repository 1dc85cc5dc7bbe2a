#include "ui/start/demo_picture.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

static void loadPictureResources() { Q_INIT_RESOURCE(pictures); }

namespace hipwright {
namespace {

constexpr int kWidth = 232;
constexpr int kRound = 7;  // px; a card's corner within its border

}  // namespace

DemoPicture::DemoPicture(QWidget* parent) : QWidget(parent) {
  loadPictureResources();
  m_dark.load(":/pictures/demo-dark.png");
  m_light.load(":/pictures/demo-light.png");
  setFixedWidth(kWidth);
  setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DemoPicture::paintEvent(QPaintEvent* /*event*/) {
  const QPixmap& picture = themeOf(palette()).scheme == Scheme::Dark ? m_dark : m_light;
  QPainter painter(this);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  QPainterPath card;  // the right corners lie inside the card
  card.addRoundedRect(QRectF(rect()).adjusted(0, 0, kRound, 0), kRound, kRound);
  painter.setClipPath(card);
  QSizeF shown = picture.size();
  shown.scale(size(), Qt::KeepAspectRatioByExpanding);
  QRectF area(QPointF(0, 0), shown);
  area.moveCenter(QRectF(rect()).center());
  painter.drawPixmap(area, picture, picture.rect());
}

}  // namespace hipwright
