#include "ui/filmstrip/frame_strip.h"

#include "ui/filmstrip/frame_delegate.h"
#include "ui/theme/type_scale.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFrame>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kCaption = 44;     // two lines and the margins around a frame
constexpr int kEdge = 12;        // px around the strip, beside the frames' own margins
constexpr double kShrunk = 0.7;  // frames get this much smaller before the strip scrolls
constexpr int kSmallest = 72;
constexpr int kLargest = 320;

}  // namespace

FrameStrip::FrameStrip(QWidget* parent)
    : QListView(parent),
      m_frames(new FrameModel(this)),
      m_delegate(new FrameDelegate(this)),
      m_enlarged(new QLabel(this, Qt::ToolTip)) {
  setModel(m_frames);
  setItemDelegate(m_delegate);
  setFlow(QListView::LeftToRight);
  setWrapping(false);
  setUniformItemSizes(true);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setViewportMargins(kEdge, kEdge - 4, kEdge, 0);
  setMouseTracking(true);
  setObjectName("frameStrip");
  setAccessibleName(tr("Stages of the run"));
  connect(m_frames, &FrameModel::modelReset, this, &FrameStrip::fitFrames);
  connect(m_frames, &FrameModel::rowsInserted, this, &FrameStrip::fitFrames);
}

const StageFrame* FrameStrip::frameAt(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  const StageFrame& frame = m_frames->frames()[static_cast<std::size_t>(index.row())];
  return frame.image.isNull() ? nullptr : &frame;
}

void FrameStrip::selectStep(int step) {
  const int row = m_frames->rowOf(step);
  if (row < 0) return;
  m_quiet = true;
  setCurrentIndex(m_frames->index(row));
  scrollTo(m_frames->index(row));
  m_quiet = false;
}

void FrameStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (!m_quiet && current.isValid()) emit stepPicked(m_frames->frames()[std::size_t(current.row())].step);
}

void FrameStrip::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  fitFrames();
}

void FrameStrip::fitFrames() {
  for (const StageFrame& frame : m_frames->frames())
    if (!frame.image.isNull()) m_delegate->setAspect(double(frame.image.width()) / frame.image.height());
  const int room = height() - kCaption - 2 * kEdge;
  const int count = std::max(1, m_frames->rowCount());
  const int wide = (width() - 2 * kEdge) / count;
  m_delegate->setPictureHeight(std::clamp(m_delegate->heightForWidth(wide), kSmallest, kLargest));
  const bool fits = m_delegate->pictureHeight() >= int(kShrunk * room) && m_delegate->cellWidth() <= wide;
  if (!fits || m_delegate->pictureHeight() > room) {
    const int left = fits ? room : room - horizontalScrollBar()->sizeHint().height();
    m_delegate->setPictureHeight(std::clamp(left, kSmallest, kLargest));
  }
  scheduleDelayedItemsLayout();
  if (currentIndex().isValid()) scrollTo(currentIndex());
  emit framesFitted();
}

int FrameStrip::wantedWidth(int frames) const {
  const int room = std::clamp(height() - kCaption - 2 * kEdge, kSmallest, kLargest);
  return std::max(frames, m_frames->rowCount()) * m_delegate->cellWidthFor(room) + 2 * kEdge + 2;
}

bool FrameStrip::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    showEnlarged(indexAt(static_cast<QHelpEvent*>(event)->pos()));
    return true;
  }
  if (event->type() == QEvent::Leave || event->type() == QEvent::MouseButtonPress) m_enlarged->hide();
  return QListView::viewportEvent(event);
}

void FrameStrip::showEnlarged(const QModelIndex& index) {
  const StageFrame* frame = frameAt(index);
  if (frame == nullptr) {
    m_enlarged->hide();
    return;
  }
  const int height = 2 * m_delegate->pictureHeight();
  m_enlarged->setPixmap(QPixmap::fromImage(frame->image.scaledToHeight(height, Qt::SmoothTransformation)));
  m_enlarged->adjustSize();
  const QPoint corner = viewport()->mapToGlobal(visualRect(index).topLeft());
  m_enlarged->move(corner.x(), corner.y() - height - size::kControl - space::kUnit);
  m_enlarged->show();
}

QImage FrameStrip::stripImage() const {
  const auto shown = [](const StageFrame& frame) { return !frame.image.isNull(); };
  const auto& frames = m_frames->frames();
  const auto first = std::find_if(frames.begin(), frames.end(), shown);
  if (first == frames.end()) return {};
  const int count = int(std::count_if(frames.begin(), frames.end(), shown));
  const QSize cell(std::max(first->image.width(), 150), first->image.height());
  QImage strip(count * (cell.width() + space::kUnit) + space::kUnit, cell.height() + 56, QImage::Format_RGB32);
  strip.fill(Qt::black);
  QPainter painter(&strip);
  painter.setPen(Qt::white);
  int x = space::kUnit;
  for (const StageFrame& frame : frames) {
    if (!shown(frame)) continue;
    painter.drawImage(x, space::kUnit, frame.image);
    painter.drawText(x, cell.height() + 28, frameTitle(frame));
    painter.drawText(x, cell.height() + 46, frameDetail(frame));
    x += cell.width() + space::kUnit;
  }
  return strip;
}

// The menu is for saving and copying; picking a frame may cost a decode.
void FrameStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::RightButton) QListView::mousePressEvent(event);
}

void FrameStrip::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (const StageFrame* frame = frameAt(indexAt(event->pos()))) {
    const QImage image = frame->image;
    const QString name = frameTitle(*frame);
    menu->addAction(tr("Copy picture"), this, [image] { QApplication::clipboard()->setImage(image); });
    menu->addAction(tr("Save picture…"), this, [this, image, name] { saveImage(image, name); });
    menu->addSeparator();
  }
  const QImage strip = stripImage();
  QAction* save = menu->addAction(tr("Save strip…"), this, [this, strip] { saveImage(strip, tr("Stages")); });
  save->setEnabled(!strip.isNull());
  menu->popup(event->globalPos());
}

void FrameStrip::saveImage(const QImage& image, const QString& suggestion) {
  auto* dialog = new QFileDialog(this, tr("Save picture"), suggestion + ".png", tr("Pictures (*.png)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("png");
  connect(dialog, &QFileDialog::fileSelected, this, [image](const QString& path) { image.save(path, "PNG"); });
  dialog->open();
}

}  // namespace hipwright
