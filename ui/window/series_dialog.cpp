#include "ui/window/series_dialog.h"

#include "ui/controls/elided_label.h"
#include "ui/controls/icon_label.h"
#include "ui/text/reasons.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QGridLayout>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kWidth = 640;
constexpr int kPicture = 72;            // px
constexpr int kRowsShown = 5;           // before the list scrolls
constexpr double kBlackHu = 300 - 750;  // the window the slices begin with: level 300, width 1500
constexpr double kGrayHu = 1500;

QPixmap pictureOf(const SliceThumbnail& slice, qreal ratio) {
  QPixmap out(QSize(kPicture, kPicture) * ratio);
  out.setDevicePixelRatio(ratio);
  out.fill(Qt::black);
  if (slice.columns == 0 || slice.rows == 0) return out;
  QImage image(slice.columns, slice.rows, QImage::Format_Grayscale8);
  for (int y = 0; y < slice.rows; ++y)
    for (int x = 0; x < slice.columns; ++x) {
      const float hu =
          slice.hu[static_cast<std::size_t>(y) * static_cast<std::size_t>(slice.columns) + static_cast<std::size_t>(x)];
      image.scanLine(y)[x] = static_cast<uchar>(std::clamp((hu - kBlackHu) / kGrayHu, 0.0, 1.0) * 255);
    }
  const QSizeF shape =
      QSizeF(slice.columns * slice.columnMm, slice.rows * slice.rowMm).scaled(kPicture, kPicture, Qt::KeepAspectRatio);
  QPainter painter(&out);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(QRectF(QPointF((kPicture - shape.width()) / 2, (kPicture - shape.height()) / 2), shape), image);
  return out;
}

}  // namespace

SeriesDialog::SeriesDialog(const std::filesystem::path& folder, const std::vector<SeriesSummary>& series,
                           QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)), m_open(new QPushButton(tr("Open series"), this)) {
  setWindowTitle(tr("Choose a CT series"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  setMinimumWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kCard, space::kSection, space::kCard, space::kSection);
  column->setSpacing(space::kUnit);
  column->addWidget(makeLabel(tr("Choose a CT series"), "title", this));
  auto* where = new ElidedLabel("label", this);
  where->setFullText(tr("%1 holds %n CT series.", nullptr, int(series.size())).arg(fromPath(folder.filename())));
  column->addWidget(where);
  column->addSpacing(space::kTight);
  m_list->setAccessibleName(tr("CT series of the folder"));
  for (const SeriesSummary& each : series) addRow(each);
  const int row = kPicture + space::kPanel;
  m_list->setFixedHeight(row * std::clamp(m_list->count(), 2, kRowsShown) + 2);
  column->addWidget(m_list);
  column->addSpacing(space::kUnit);
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"), this);
  m_open->setProperty("kind", "primary");
  m_open->setDefault(true);
  m_open->setEnabled(false);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(m_open);
  column->addLayout(buttons);
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int now) { m_open->setEnabled(now >= 0); });
  connect(m_list, &QListWidget::itemActivated, this, &SeriesDialog::choose);
  connect(m_open, &QPushButton::clicked, this, &SeriesDialog::choose);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  const auto size = [](const SeriesSummary& s) { return s.problem.empty() ? product(s.size) : 0; };
  const auto best =
      std::max_element(series.begin(), series.end(), [&](const auto& a, const auto& b) { return size(a) < size(b); });
  if (best != series.end() && best->problem.empty()) m_list->setCurrentRow(int(best - series.begin()));
  m_list->setFocus();
}

void SeriesDialog::addRow(const SeriesSummary& series) {
  auto* row = new QWidget(m_list);
  auto* grid = new QGridLayout(row);
  grid->setContentsMargins(space::kUnit, space::kTight, space::kUnit, space::kTight);
  grid->setHorizontalSpacing(space::kPanel);
  grid->setVerticalSpacing(2);
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(0, 1);
  grid->setRowStretch(4, 1);
  auto* picture = new QLabel(row);
  picture->setPixmap(pictureOf(series.middle, devicePixelRatioF()));
  picture->setFixedSize(kPicture, kPicture);
  grid->addWidget(picture, 0, 0, 5, 1);
  const QString number = tr("Series %1").arg(series.number);
  const QString name = QString::fromStdString(series.description);
  auto* title = new ElidedLabel("strong", row);
  title->setFullText(name.isEmpty() ? number : QString("%1. %2").arg(series.number).arg(name));
  auto* facts = new ElidedLabel("secondary", row);
  facts->setFullText(tr("%n slice(s) of %1 × %2, %3", nullptr, int(series.size[2]))
                         .arg(series.size[0])
                         .arg(series.size[1])
                         .arg(spacingText(series.spacing)));
  grid->addWidget(title, 1, 1);
  grid->addWidget(facts, 2, 1);
  auto* item = new QListWidgetItem(m_list);
  item->setData(Qt::UserRole, series.number);
  item->setData(Qt::AccessibleTextRole, title->fullText() + ", " + facts->fullText());
  item->setSizeHint({0, kPicture + space::kPanel});
  if (!series.problem.empty()) {
    const QString why = tr("Cannot be used: %1").arg(reasonText(QString::fromStdString(series.problem)));
    QLabel* problem = makeLabel(why, "secondary", row);
    setLook(problem, "state", "warning");
    problem->setWordWrap(true);
    grid->addWidget(problem, 3, 1);
    item->setData(Qt::AccessibleTextRole, item->data(Qt::AccessibleTextRole).toString() + ", " + why);
    item->setFlags(Qt::NoItemFlags);
    title->setEnabled(false);
    facts->setEnabled(false);
  }
  m_list->setItemWidget(item, row);
}

void SeriesDialog::choose() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled)) return;
  const std::string number = std::to_string(item->data(Qt::UserRole).toInt());
  accept();
  emit chosen(number);
}

}  // namespace hipwright
