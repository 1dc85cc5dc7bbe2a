#include "ui/compare/colour_bar.h"

#include "ui/text/wording.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QPainter>

namespace hipwright {
namespace {

constexpr int kBar = 14;

}  // namespace

ColourBar::ColourBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setRange(m_range);
}

void ColourBar::setRange(double mm) {
  m_range = mm;
  setAccessibleName(tr("Colours from %1 mm, inside the reference, to %2 mm, outside").arg(-mm).arg(mm));
  setToolTip(accessibleName());
  update();
}

void ColourBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  QLinearGradient gradient(0, 0, width(), 0);
  for (std::size_t i = 0; i < picture::kDistance.size(); ++i)
    gradient.setColorAt(static_cast<double>(i) / (picture::kDistance.size() - 1),
                        QColor::fromRgb(picture::kDistance[i]));
  painter.fillRect(0, 0, width(), kBar, gradient);
  painter.setFont(fontOf(TextRole::Axis));
  painter.setPen(themeOf(palette()).text3);
  const int row = height() - kBar;
  constexpr int kMarks = 4;
  for (int i = 0; i <= kMarks; ++i) {
    const double mm = m_range * (2.0 * i / kMarks - 1);
    const QString text = (mm > 0 ? "+" : "") + numberText(mm, m_range < 2 ? 1 : 0);
    const Qt::Alignment side = i == 0 ? Qt::AlignLeft : (i == kMarks ? Qt::AlignRight : Qt::AlignHCenter);
    const int x = i * width() / kMarks;
    const QRect box(i == 0 ? 0 : (i == kMarks ? width() - 60 : x - 30), kBar, 60, row);
    painter.drawText(box, side | Qt::AlignVCenter, text);
  }
}

}  // namespace hipwright
