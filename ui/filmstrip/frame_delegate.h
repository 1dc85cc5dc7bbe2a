// Paints a frame of the strip: the picture, two lines of caption, and the states it can be in.
#pragma once

#include "ui/filmstrip/stage_frame.h"

#include <QStyledItemDelegate>

namespace hipwright {

class FrameDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  /// Height of the pictures in logical pixels; the width follows the case.
  void setPictureHeight(int height) { m_height = height; }
  int pictureHeight() const { return m_height; }
  void setAspect(double widthOverHeight) { m_aspect = widthOverHeight; }
  double aspect() const { return m_aspect; }

  /// Of a frame with its margins, and the height of picture that makes it as wide.
  int cellWidth() const { return cellWidthFor(m_height); }
  int cellWidthFor(int pictureHeight) const;
  int heightForWidth(int cellWidth) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintPicture(QPainter& painter, const QRect& box, const StageFrame& frame, const QStyleOptionViewItem& o) const;
  void paintCaption(QPainter& painter, const QRect& box, const StageFrame& frame, const QStyleOptionViewItem& o) const;

  int m_height = 160;
  double m_aspect = 0.85;
};

}  // namespace hipwright
