#include "ui/filmstrip/frame_strip.h"

#include "ui/filmstrip/enlarged_frame.h"
#include "ui/filmstrip/frame_delegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFrame>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <optional>
#include <set>

namespace hipwright {
namespace {

constexpr int kCaption = 44;     // two lines and the margins around a frame
constexpr int kEdge = 12;        // px beside the strip, beside the frames' own margins
constexpr int kTop = 8;          // px above it
constexpr int kFoot = 4;         // px below it
constexpr double kShrunk = 0.7;  // frames get this much smaller before the strip scrolls
constexpr int kSmallest = 72;
constexpr int kLargest = 320;
constexpr int kEnlargement = 2;

/// Of the newest picture: those before a run may show more of the case.
std::optional<double> aspectOf(const std::vector<StageFrame>& frames) {
  const auto newest =
      std::find_if(frames.rbegin(), frames.rend(), [](const StageFrame& frame) { return !frame.image.isNull(); });
  if (newest == frames.rend()) return std::nullopt;
  return double(newest->image.width()) / newest->image.height();
}

}  // namespace

FrameStrip::FrameStrip(QWidget* parent)
    : QListView(parent), m_frames(new FrameModel(this)), m_delegate(new FrameDelegate(this)) {
  setModel(m_frames);
  setItemDelegate(m_delegate);
  setFlow(QListView::LeftToRight);
  setWrapping(false);
  setUniformItemSizes(true);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setViewportMargins(kEdge, kTop, kEdge, 0);
  setMouseTracking(true);
  setObjectName("frameStrip");
  setAccessibleName(tr("Stages of the run"));
  connect(m_frames, &FrameModel::modelReset, this, &FrameStrip::fitFrames);
  connect(m_frames, &FrameModel::rowsInserted, this, &FrameStrip::fitFrames);
  connect(m_frames, &FrameModel::dataChanged, this, &FrameStrip::fitChanged);
}

FrameStrip::~FrameStrip() { delete m_enlarged; }

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

void FrameStrip::hideEvent(QHideEvent* event) {
  QListView::hideEvent(event);
  if (m_enlarged) m_enlarged->hide();
}

/// A picture of another shape came.
void FrameStrip::fitChanged() {
  const auto aspect = aspectOf(m_frames->frames());
  if (aspect && *aspect != m_delegate->aspect()) fitFrames();
}

int FrameStrip::pictureRoom() const { return height() - kCaption - kTop - kFoot; }

void FrameStrip::fitFrames() {
  if (const auto aspect = aspectOf(m_frames->frames())) m_delegate->setAspect(*aspect);
  const int room = pictureRoom();
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
  const int room = std::clamp(pictureRoom(), kSmallest, kLargest);
  return std::max(frames, m_frames->rowCount()) * m_delegate->cellWidthFor(room) + 2 * kEdge + 2;
}

bool FrameStrip::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    showEnlarged(indexAt(help->pos()));
    showWords(indexAt(help->pos()), help->globalPos());
    return true;
  }
  const bool ends = event->type() == QEvent::Leave || event->type() == QEvent::MouseButtonPress;
  if (ends && m_enlarged) m_enlarged->hide();
  return QListView::viewportEvent(event);
}

void FrameStrip::showEnlarged(const QModelIndex& index) {
  const StageFrame* frame = frameAt(index);
  if (frame == nullptr) {
    if (m_enlarged) m_enlarged->hide();
    return;
  }
  if (!m_enlarged || m_enlarged->parentWidget() != window()) {
    delete m_enlarged;
    m_enlarged = new EnlargedFrame(window());
  }
  const QRect cell = visualRect(index);
  const QPoint corner = viewport()->mapTo(window(), cell.topLeft());
  m_enlarged->show(*frame, kEnlargement * m_delegate->pictureHeight(), QRect(corner, cell.size()));
}

/// Of a frame that has no picture, where there may be no room for them.
void FrameStrip::showWords(const QModelIndex& index, const QPoint& at) {
  const bool bare = index.isValid() && frameAt(index) == nullptr;
  QToolTip::showText(at, bare ? index.data(Qt::AccessibleTextRole).toString() : QString(), viewport());
}

QImage FrameStrip::frameImageOf(int step) const {
  const int row = m_frames->rowOf(step);
  if (row < 0) return {};
  const StageFrame& frame = m_frames->frames()[static_cast<std::size_t>(row)];
  return captionedFrame(frame, stampFor({frame}));
}

PictureStamp FrameStrip::stampFor(const std::vector<StageFrame>& frames) const {
  PictureStamp stamp = m_stamp;
  std::set<std::int64_t> planes;
  for (const StageFrame& frame : frames)
    if (!frame.image.isNull() && frame.picture) planes.insert(frame.picture->plane);
  if (planes.size() == 1 && m_planeWords) stamp.plane = m_planeWords(*planes.begin());
  return stamp;
}

// The menu is for saving and copying; picking a frame may cost a decode.
void FrameStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton) return;
  const QModelIndex at = indexAt(event->pos());
  const bool again = at.isValid() && at == currentIndex() && event->button() == Qt::LeftButton;
  QListView::mousePressEvent(event);
  if (again) emit stepPicked(m_frames->frames()[static_cast<std::size_t>(at.row())].step);
}

void FrameStrip::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (const StageFrame* frame = frameAt(indexAt(event->pos()))) {
    const QImage image = captionedFrame(*frame, stampFor({*frame}));
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
  connect(dialog, &QFileDialog::fileSelected, this, [this, image](const QString& path) {
    if (!image.save(path, "PNG")) emit saveFailed(path);
  });
  dialog->open();
}

}  // namespace hipwright
