#include "ui/filmstrip/frame_picture.h"

#include "ui/filmstrip/frame_model.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QPainter>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kLine = 18;        // px from a line of text to the next
constexpr int kHead = 40;        // px
constexpr int kNarrowest = 190;  // px; a caption must fit

bool isShown(const StageFrame& frame) { return !frame.image.isNull(); }

int cellWidth(const StageFrame& frame) { return std::max(frame.image.width(), kNarrowest); }

/// Pictures are dark in both themes.
Theme pictureTheme() { return themeOf(Scheme::Dark); }

QFont bold() {
  QFont font = fontOf(TextRole::Secondary);
  font.setWeight(QFont::DemiBold);
  return font;
}

int markWidth(const QString& mark) {
  return mark.isEmpty() ? 0 : QFontMetrics(bold()).horizontalAdvance(mark) + 2 * space::kUnit;
}

/// With its right edge at `right`, in the middle of the line.
void drawMark(QPainter& painter, int right, const QRect& line, const QString& mark) {
  if (mark.isEmpty()) return;
  const Theme theme = pictureTheme();
  const int width = markWidth(mark);
  const QRect pill(right - width, line.center().y() - 9, width, 20);
  painter.setPen(theme.warning);
  painter.setBrush(theme.warningSoft);
  painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), size::kRadius, size::kRadius);
  painter.setFont(bold());
  painter.drawText(pill, Qt::AlignCenter, mark);
}

void drawCaption(QPainter& painter, const QRect& area, StageFrame frame) {
  frame.isBusy = false;  // that is of the moment; the picture stays
  const Theme theme = pictureTheme();
  const QRect first(area.left(), area.top(), area.width(), kLine);
  painter.setFont(bold());
  painter.setPen(theme.text);
  painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, frameTitle(frame));
  painter.setFont(fontOf(TextRole::Secondary));
  painter.setPen(theme.text3);
  painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, timestepText(frame));
  painter.drawText(first.translated(0, kLine), Qt::AlignLeft | Qt::AlignVCenter, frameDetail(frame));
}

QString joined(const QStringList& parts) {
  QStringList said = parts;
  said.removeAll(QString());
  return said.join("   ");
}

QImage blank(int width, int height) {
  QImage image(width, height, QImage::Format_RGB32);
  image.fill(pictureTheme().window);
  return image;
}

void prepare(QPainter& painter) { painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing); }

}  // namespace

QImage captionedFrame(const StageFrame& frame, const PictureStamp& stamp) {
  if (!isShown(frame)) return {};
  const bool ofRun = frame.kind != FrameKind::PreOp && !(stamp.settings.isEmpty() && stamp.mark.isEmpty());
  const QString place = joined({stamp.caseName, stamp.plane});
  const int lines = 2 + (place.isEmpty() ? 0 : 1) + (ofRun ? 1 : 0);
  const int width = cellWidth(frame);
  QImage image = blank(width + 2 * space::kUnit, frame.image.height() + lines * kLine + 3 * space::kUnit);
  QPainter painter(&image);
  prepare(painter);
  painter.drawImage(space::kUnit + (width - frame.image.width()) / 2, space::kUnit, frame.image);
  const QRect caption(space::kUnit, frame.image.height() + 2 * space::kUnit, width, 2 * kLine);
  drawCaption(painter, caption, frame);
  QRect line(caption.left(), caption.bottom() + 1, width, kLine);
  if (!place.isEmpty()) {
    const QString fitting = painter.fontMetrics().elidedText(place, Qt::ElideMiddle, width);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, fitting);
    line.translate(0, kLine);
  }
  if (!ofRun) return image;
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, stamp.settings);
  drawMark(painter, line.right() + 1, line, stamp.mark);
  return image;
}

QImage stripPicture(const std::vector<StageFrame>& frames, const PictureStamp& stamp) {
  std::vector<StageFrame> shown;
  std::copy_if(frames.begin(), frames.end(), std::back_inserter(shown), isShown);
  if (shown.empty()) return {};
  const auto wider = [](const StageFrame& a, const StageFrame& b) { return cellWidth(a) < cellWidth(b); };
  const int cell = cellWidth(*std::max_element(shown.begin(), shown.end(), wider));
  int height = 0;
  for (const StageFrame& frame : shown) height = std::max(height, frame.image.height());
  const int head = stamp == PictureStamp() ? space::kUnit : kHead;
  const QString title = joined({stamp.caseName, stamp.plane, stamp.settings});
  const int needed = QFontMetrics(bold()).horizontalAdvance(title) + markWidth(stamp.mark) + 4 * space::kUnit;
  const int width = static_cast<int>(shown.size()) * (cell + space::kUnit) + space::kUnit;
  QImage image = blank(std::max(width, needed), head + height + 2 * kLine + 2 * space::kUnit);
  QPainter painter(&image);
  prepare(painter);
  if (head == kHead) {
    const QRect line(space::kUnit, 0, image.width() - 2 * space::kUnit, kHead);
    painter.setFont(bold());
    painter.setPen(pictureTheme().text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    drawMark(painter, line.right() + 1, line, stamp.mark);
  }
  int x = space::kUnit;
  for (const StageFrame& frame : shown) {
    painter.drawImage(x, head, frame.image);
    drawCaption(painter, {x, head + height + space::kUnit, cell, 2 * kLine}, frame);
    x += cell + space::kUnit;
  }
  return image;
}

}  // namespace hipwright
