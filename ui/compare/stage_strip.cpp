#include "ui/compare/stage_strip.h"

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

  /// The middle of the picture, filling the box.
  static void paintImage(QPainter& painter, const QRect& box, const QImage& image) {
    QSize part = box.size().scaled(image.size(), Qt::KeepAspectRatio);
    const QRect source(QPoint((image.width() - part.width()) / 2, (image.height() - part.height()) / 2), part);
    QPainterPath rounded;
    rounded.addRoundedRect(box, size::kRadius, size::kRadius);
    painter.save();
    painter.setClipPath(rounded);
    painter.drawImage(box, image, source);
    painter.restore();
  }

  QSize m_cell{48, 72};
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
