#include "ui/runs/run_list.h"

#include "ui/parameters/request_text.h"
#include "ui/text/wording.h"
#include "ui/theme/icons.h"
#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QFrame>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <chrono>
#include <optional>

namespace hipwright {
namespace {

constexpr int kDetailRole = Qt::UserRole + 1;
constexpr int kSoundRole = Qt::UserRole + 2;

/// Two lines beside an icon that says whether the surface can be printed.
class RunRow : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, size::kListRow}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme theme = themeOf(option.palette);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (selected || hovered) {
      painter->setBrush(selected ? theme.accentSoft : theme.hover);
      painter->drawRoundedRect(option.rect, size::kRadius, size::kRadius);
    }
    const bool sound = index.data(kSoundRole).toBool();
    const QRect mark(option.rect.left() + 8, option.rect.top() + 12, size::kSmallIcon, size::kSmallIcon);
    iconOf(sound ? IconName::Passed : IconName::Warning, sound ? Tint::Success : Tint::Warning).paint(painter, mark);
    const QRect text = option.rect.adjusted(32, 3, -4, -3);
    QFont first = fontOf(TextRole::Body);
    first.setWeight(selected ? QFont::Medium : QFont::Normal);
    painter->setFont(first);
    painter->setPen(theme.text);
    const auto elided = [&](const QString& full) {
      return painter->fontMetrics().elidedText(full, Qt::ElideRight, text.width());
    };
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop, elided(index.data().toString()));
    painter->setFont(fontOf(TextRole::Secondary));
    painter->setPen(theme.text3);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom, elided(index.data(kDetailRole).toString()));
    painter->restore();
  }
};

QDateTime finishedAt(const PastRun& run) {
  const auto age = std::filesystem::file_time_type::clock::now() - run.finished;
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(age).count();
  return QDateTime::currentDateTime().addMSecs(-ms);
}

}  // namespace

RunList::RunList(QWidget* parent) : QListWidget(parent) {
  setItemDelegate(new RunRow(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setObjectName("runList");
  setAccessibleName(tr("Runs of this case"));
  connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
    const PastRun run = *runOf(item);  // who hears of it may change the list
    emit openRequested(run);
  });
}

void RunList::setRuns(const std::vector<PastRun>& runs) {
  m_runs = runs;
  clear();
  for (const PastRun& run : m_runs) {
    auto* item = new QListWidgetItem(settingsText(run.record.request, run.record.seed), this);
    const QString state = run.printable ? tr("print-ready") : tr("surface not closed");
    item->setData(kDetailRole, QString("%1, %2").arg(whenText(run), state));
    item->setData(kSoundRole, run.printable);
    item->setToolTip(
        plainTip(tr("%1\n%2\nTook %3 on %4")
                     .arg(QString::fromStdString(run.record.modelName), fromPath(run.folder.path()),
                          durationText(run.totalSeconds), QString::fromStdString(run.record.model.deviceName))));
  }
  setFixedHeight(std::max(size::kListRow, int(m_runs.size()) * size::kListRow + 4));
}

QSize RunList::sizeHint() const { return {160, height()}; }

void RunList::setShown(const std::filesystem::path& folder) {
  clearSelection();
  setCurrentRow(-1);
  for (std::size_t i = 0; i < m_runs.size(); ++i)
    if (m_runs[i].folder.path() == folder) setCurrentRow(int(i));
}

const PastRun* RunList::runOf(const QListWidgetItem* item) const {
  const int at = row(item);
  return at < 0 ? nullptr : &m_runs[static_cast<std::size_t>(at)];
}

void RunList::keyPressEvent(QKeyEvent* event) {
  const PastRun* chosen = currentItem() == nullptr ? nullptr : runOf(currentItem());
  const auto run = chosen == nullptr ? std::nullopt : std::optional(*chosen);  // who hears of it may change the list
  if (run && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    emit openRequested(*run);
  else if (run && event->key() == Qt::Key_Delete)
    emit deleteRequested(*run);
  else
    QListWidget::keyPressEvent(event);
}

void RunList::contextMenuEvent(QContextMenuEvent* event) {
  const QListWidgetItem* item = itemAt(event->pos());
  if (item == nullptr) return;
  const PastRun run = *runOf(item);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(iconOf(IconName::OpenRun), tr("Open"), this, [this, run] { emit openRequested(run); });
  menu->addAction(iconOf(IconName::Repeat), tr("Repeat with these settings"), this,
                  [this, run] { emit repeatRequested(run); });
  menu->addAction(iconOf(IconName::Folder), tr("Show folder"), this, [this, run] { emit revealRequested(run); });
  menu->addSeparator();
  menu->addAction(iconOf(IconName::Trash), tr("Move to trash"), this, [this, run] { emit deleteRequested(run); });
  menu->popup(event->globalPos());
}

QString whenText(const PastRun& run) {
  const QDateTime at = finishedAt(run);
  const qint64 days = at.date().daysTo(QDate::currentDate());
  if (days == 0) return RunList::tr("today %1").arg(timeText(run));
  if (days == 1) return RunList::tr("yesterday %1").arg(timeText(run));
  return QLocale().toString(at, "d MMM HH:mm");
}

QString timeText(const PastRun& run) { return finishedAt(run).toString("HH:mm"); }

}  // namespace hipwright
