#include "ui/compare/stage_strip.h"

#include "engine/core/picture.h"
#include "ui/session/plan_session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kCaption = 16;
constexpr int kGap = 2;  // px around a frame
constexpr int kNarrowest = 34;
constexpr int kEnlarged = 300;

/// Where a coronal picture of the CT shows the box, as shares of its width and height.
QRectF partOf(const Box& box, const Geometry& ct) {
  const CoronalCut cut = coronalCut(ct);
  const auto place = [&](const Vec3& point) {
    const Vec3 index = ct.patientToIndex(point);
    const auto share = [&](int axis, bool flips) {
      const auto at = static_cast<std::size_t>(axis);
      const double along = (index[at] + 0.5) / static_cast<double>(ct.size[at]);
      return flips ? 1 - along : along;
    };
    return QPointF(share(cut.columnAxis, cut.flipColumns), share(cut.rowAxis, cut.flipRows));
  };
  QPolygonF corners;
  for (const double x : {box.lower[0], box.upper[0]})
    for (const double y : {box.lower[1], box.upper[1]})
      for (const double z : {box.lower[2], box.upper[2]}) corners << place({x, y, z});
  return corners.boundingRect();
}

/// The least part of the picture that holds `part` and has the shape of `box`; around the middle without one.
QRectF sourceOf(const QRectF& part, const QSizeF& image, const QSizeF& box) {
  if (part.isEmpty()) {
    QRectF source({}, box.scaled(image, Qt::KeepAspectRatio));
    source.moveCenter({image.width() / 2, image.height() / 2});
    return source;
  }
  const QRectF wanted(part.x() * image.width(), part.y() * image.height(), part.width() * image.width(),
                      part.height() * image.height());
  QRectF source({}, box.scaled(wanted.size(), Qt::KeepAspectRatioByExpanding));
  source.moveCenter(wanted.center());
  return source;
}

QString caption(const StageFrame& frame) {
  if (frame.step < frame.total || frame.kind == FrameKind::PreOp)
    return frame.kind == FrameKind::Approximate ? QString::fromUtf8("≈ %1").arg(frame.step + 1)
                                                : QString::number(frame.step + 1);
  return frameTitle(frame);
}

class SmallFrame : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setCell(const QSize& cell) { m_cell = cell; }
  void setPart(const QRectF& part) { m_part = part; }

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return m_cell; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme theme = themeOf(QGuiApplication::palette());
    const auto frame = index.data(FrameModel::kFrameRole).value<StageFrame>();
    const QRect box = option.rect.adjusted(kGap, kGap, -kGap, -kGap - kCaption);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (frame.image.isNull())
      paintPlace(*painter, box, theme);
    else
      paintImage(*painter, box, frame.image);
    if (selected) {
      painter->setPen(QPen(theme.accent, 2));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), size::kRadius, size::kRadius);
    }
    painter->setFont(fontOf(TextRole::Axis));
    painter->setPen(selected ? theme.accent : theme.text3);
    painter->drawText(QRect(option.rect.left(), box.bottom() + 1, option.rect.width(), kCaption), Qt::AlignCenter,
                      caption(frame));
    painter->restore();
  }

 private:
  static void paintPlace(QPainter& painter, const QRect& box, const Theme& theme) {
    painter.setPen(QPen(theme.outline, 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), size::kRadius, size::kRadius);
    const QPoint middle = box.center();
    iconOf(IconName::Waiting, Tint::Hint).paint(&painter, QRect(middle.x() - 7, middle.y() - 7, 16, 16));
  }

  /// The part of the picture that is wanted, filling the box; black where the picture ends.
  void paintImage(QPainter& painter, const QRect& box, const QImage& image) const {
    const QRectF source = sourceOf(m_part, image.size(), box.size());
    const QRectF seen = source & QRectF(image.rect());
    const double scale = box.width() / source.width();
    const QRectF target(box.topLeft() + scale * (seen.topLeft() - source.topLeft()), scale * seen.size());
    QPainterPath rounded;
    rounded.addRoundedRect(box, size::kRadius, size::kRadius);
    painter.save();
    painter.setClipPath(rounded);
    painter.fillRect(box, Qt::black);
    painter.drawImage(target, image, seen);
    painter.restore();
  }

  QSize m_cell{48, 72};
  QRectF m_part;  ///< of every picture, in shares of it
};

}  // namespace

StageStrip::StageStrip(FrameModel& frames, const QString& name, QWidget* parent)
    : QListView(parent), m_frames(frames), m_enlarged(new QLabel(this, Qt::ToolTip)) {
  setModel(&frames);
  setItemDelegate(new SmallFrame(this));
  setFlow(QListView::LeftToRight);
  setWrapping(false);
  setUniformItemSizes(true);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setProperty("kind", "bare");
  setViewportMargins(space::kTight, space::kTight, space::kTight, 0);
  setMouseTracking(true);
  setAccessibleName(tr("Stages of %1").arg(name));
  connect(&frames, &QAbstractItemModel::modelReset, this, [this] {
    m_picked = false;
    fit();
  });
  connect(&frames, &QAbstractItemModel::rowsInserted, this, &StageStrip::fit);
  connect(&frames, &QAbstractItemModel::dataChanged, this, &StageStrip::selectLast);
}

void StageStrip::showBox(const hipwright::Box& box, const Geometry& ct) {
  static_cast<SmallFrame*>(itemDelegate())->setPart(partOf(box, ct));
  viewport()->update();
}

void StageStrip::setReference(bool isReference) {
  m_isReference = isReference;
  viewport()->update();
  update();
}

void StageStrip::paintEvent(QPaintEvent* event) {
  fill(*viewport());
  QListView::paintEvent(event);
}

void StageStrip::fill(QWidget& part) const {
  const Theme theme = themeOf(QGuiApplication::palette());
  QPainter(&part).fillRect(part.rect(), m_isReference ? theme.raised : theme.panel);
}

/// Around the viewport the tint goes on.
bool StageStrip::event(QEvent* event) {
  if (event->type() != QEvent::Paint) return QListView::event(event);
  fill(*this);
  return true;
}

void StageStrip::fit() {
  const int count = std::max(1, m_frames.rowCount());
  const int room = viewport()->width();
  const int fitting = std::clamp(room / (kNarrowest + 2 * kGap), 1, count);
  static_cast<SmallFrame*>(itemDelegate())
      ->setCell({std::min(room / fitting, viewport()->height()), viewport()->height()});
  scheduleDelayedItemsLayout();
  if (currentIndex().isValid()) scrollTo(currentIndex());
}

/// Until the user picks one, the newest is marked.
void StageStrip::selectLast() {
  if (m_picked) return;
  int last = -1;
  for (int row = 0; row < m_frames.rowCount(); ++row)
    if (!m_frames.frames()[static_cast<std::size_t>(row)].image.isNull()) last = row;
  m_quiet = true;
  setCurrentIndex(m_frames.index(last));
  m_quiet = false;
}

void StageStrip::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  fit();
}

void StageStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (!current.isValid() || m_quiet) return;
  m_picked = true;
  const StageFrame frame = m_frames.frames()[static_cast<std::size_t>(current.row())];
  if (frame.picture) emit framePicked(frame);
}

bool StageStrip::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave || event->type() == QEvent::MouseButtonPress) m_enlarged->hide();
  if (event->type() != QEvent::ToolTip) return QListView::viewportEvent(event);
  const QModelIndex index = indexAt(static_cast<QHelpEvent*>(event)->pos());
  const QImage image = index.isValid() ? m_frames.frames()[static_cast<std::size_t>(index.row())].image : QImage();
  if (image.isNull()) return m_enlarged->hide(), true;
  m_enlarged->setPixmap(QPixmap::fromImage(image.scaledToHeight(kEnlarged, Qt::SmoothTransformation)));
  m_enlarged->adjustSize();
  m_enlarged->move(viewport()->mapToGlobal(visualRect(index).bottomLeft()) + QPoint(0, space::kUnit));
  m_enlarged->show();
  return true;
}

}  // namespace hipwright
