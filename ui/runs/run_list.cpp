#include "ui/runs/run_list.h"

#include "ui/runs/run_row.h"
#include "ui/text/wording.h"
#include "ui/theme/icons.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QContextMenuEvent>
#include <QDateTime>
#include <QFrame>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <chrono>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

QDateTime dateOf(fs::file_time_type time) {
  const auto age = fs::file_time_type::clock::now() - time;
  return QDateTime::currentDateTime().addMSecs(-std::chrono::duration_cast<std::chrono::milliseconds>(age).count());
}

QString dayText(const QDateTime& at) {
  const qint64 days = at.date().daysTo(QDate::currentDate());
  if (days == 0) return RunList::tr("today %1").arg(at.toString("HH:mm"));
  if (days == 1) return RunList::tr("yesterday %1").arg(at.toString("HH:mm"));
  return QLocale().toString(at, "d MMM HH:mm");
}

/// What tells one run from another, short enough for the narrow panel.
QString nameText(const RunRequest& request, std::int64_t seed) {
  return RunList::tr("CFG %1, seed %2").arg(QString::fromStdString(shortNumber(request.cfg))).arg(seed);
}

QString stepsText(const RunRequest& request) { return RunList::tr("%n step(s)", nullptr, request.ts); }

/// The words of one row.
struct Row {
  RunMark mark;
  QString name;
  QString detail;
  QString tip;
};

Row rowOf(const LiveRun& run) {
  return {RunMark::Going, nameText(run.request, run.seed), RunList::tr("%1, running").arg(stepsText(run.request)),
          fromPath(run.folder)};
}

Row rowOf(const InterruptedRun& run) {
  const QString kept = run.denoised ? RunList::tr("Its denoising is finished and kept; only the rest is computed.")
                                    : RunList::tr("Its denoising begins anew, with the same result.");
  return {RunMark::Interrupted, nameText(run.request, run.request.seed.value_or(0)),
          RunList::tr("interrupted, %1").arg(dayText(dateOf(run.changed))),
          RunList::tr("%1, interrupted. Click to continue or delete it.\n%2\n%3")
              .arg(stepsText(run.request), kept, fromPath(run.folder.path()))};
}

Row rowOf(const PastRun& run) {
  const QString state = run.printable ? RunList::tr("closed surface") : RunList::tr("surface not closed");
  return {run.printable ? RunMark::Printable : RunMark::Faulty, nameText(run.record.request, run.record.seed),
          QString("%1, %2, %3").arg(stepsText(run.record.request), whenText(run), state),
          RunList::tr("%1\n%2\nTook %3 on %4")
              .arg(QString::fromStdString(run.record.modelName), fromPath(run.folder.path()),
                   durationText(run.totalSeconds), QString::fromStdString(run.record.model.deviceName))};
}

}  // namespace

RunList::RunList(QWidget* parent) : QListWidget(parent) {
  setItemDelegate(new RunRow(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setObjectName("runList");
  setAccessibleName(tr("Runs of this case"));
  connect(this, &QListWidget::itemClicked, this, &RunList::act);
}

void RunList::setRuns(const ListedRuns& runs) {
  m_entries.clear();
  for (const InterruptedRun& run : runs.interrupted)
    if (!runs.live || runs.live->folder != run.folder.path()) m_entries.emplace_back(run);
  for (const PastRun& run : runs.finished) m_entries.emplace_back(run);
  const auto timeOf = [](const Entry& entry) {
    if (const auto* past = std::get_if<PastRun>(&entry)) return past->finished;
    return std::get<InterruptedRun>(entry).changed;
  };
  std::stable_sort(m_entries.begin(), m_entries.end(),
                   [&](const Entry& a, const Entry& b) { return timeOf(a) > timeOf(b); });
  if (runs.live) m_entries.insert(m_entries.begin(), *runs.live);
  clear();
  for (const Entry& entry : m_entries) addRow(entry);
  fitHeight();
}

void RunList::setMostRows(int rows) {
  m_mostRows = rows;
  fitHeight();
}

void RunList::fitHeight() {
  setFixedHeight(std::clamp(count(), 1, m_mostRows) * size::kListRow + 4);
  if (currentItem() != nullptr) scrollToItem(currentItem());
}

void RunList::addRow(const Entry& entry) {
  const Row words = std::visit([](const auto& run) { return rowOf(run); }, entry);
  auto* item = new QListWidgetItem(words.name, this);
  item->setData(kRunDetailRole, words.detail);
  item->setData(kRunStateRole, int(words.mark));
  item->setData(Qt::AccessibleTextRole, QString("%1, %2").arg(words.name, words.detail));
  item->setToolTip(plainTip(words.tip));
}

QSize RunList::sizeHint() const { return {160, height()}; }

void RunList::setShown(const fs::path& folder) {
  clearSelection();
  setCurrentRow(-1);
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    const auto* past = std::get_if<PastRun>(&m_entries[i]);
    const auto* live = std::get_if<LiveRun>(&m_entries[i]);
    const bool shown = past != nullptr ? past->folder.path() == folder : live != nullptr && live->folder == folder;
    if (shown) return setCurrentRow(int(i));
  }
}

/// A copy: who hears of it may change the list.
std::optional<RunList::Entry> RunList::entryOf(const QListWidgetItem* item) const {
  const int at = item == nullptr ? -1 : row(item);
  return at < 0 ? std::nullopt : std::optional(m_entries[static_cast<std::size_t>(at)]);
}

/// A finished run is shown. To go on with another costs time, so that it is asked for by name.
void RunList::act(const QListWidgetItem* item) {
  const std::optional<Entry> entry = entryOf(item);
  if (!entry) return;
  if (const auto* past = std::get_if<PastRun>(&*entry))
    emit openRequested(*past);
  else if (std::holds_alternative<InterruptedRun>(*entry))
    showMenu(*entry, viewport()->mapToGlobal(visualItemRect(item).bottomLeft()));
}

void RunList::keyPressEvent(QKeyEvent* event) {
  const std::optional<Entry> entry = entryOf(currentItem());
  if (entry && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
    act(currentItem());
  else if (entry && event->key() == Qt::Key_Delete && std::holds_alternative<PastRun>(*entry))
    emit deleteRequested(std::get<PastRun>(*entry).folder.path());
  else if (entry && event->key() == Qt::Key_Delete && std::holds_alternative<InterruptedRun>(*entry))
    emit deleteRequested(std::get<InterruptedRun>(*entry).folder.path());
  else
    QListWidget::keyPressEvent(event);
}

void RunList::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const QListWidgetItem* item = byKey ? currentItem() : itemAt(event->pos());
  const std::optional<Entry> entry = entryOf(item);
  if (entry) showMenu(*entry, byKey ? viewport()->mapToGlobal(visualItemRect(item).bottomLeft()) : event->globalPos());
}

void RunList::showMenu(const Entry& entry, const QPoint& globalPlace) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (const auto* past = std::get_if<PastRun>(&entry)) addActs(*menu, *past);
  if (const auto* interrupted = std::get_if<InterruptedRun>(&entry)) addActs(*menu, *interrupted);
  if (menu->isEmpty())
    delete menu;
  else
    menu->popup(globalPlace);
}

void RunList::addActs(QMenu& menu, const PastRun& run) {
  const fs::path folder = run.folder.path();
  menu.addAction(iconOf(IconName::OpenRun), tr("Open"), this, [this, run] { emit openRequested(run); });
  menu.addAction(iconOf(IconName::Repeat), tr("Repeat with these settings"), this,
                 [this, run] { emit repeatRequested(run); });
  menu.addAction(iconOf(IconName::Folder), tr("Show folder"), this, [this, folder] { emit revealRequested(folder); });
  menu.addSeparator();
  menu.addAction(iconOf(IconName::Trash), tr("Move to trash"), this, [this, folder] { emit deleteRequested(folder); });
}

void RunList::addActs(QMenu& menu, const InterruptedRun& run) {
  const fs::path folder = run.folder.path();
  menu.addAction(iconOf(IconName::Generate), tr("Continue"), this, [this, run] { emit continueRequested(run); });
  menu.addAction(iconOf(IconName::Folder), tr("Show folder"), this, [this, folder] { emit revealRequested(folder); });
  menu.addSeparator();
  menu.addAction(iconOf(IconName::Trash), tr("Move to trash"), this, [this, folder] { emit deleteRequested(folder); });
}

QString whenText(const PastRun& run) { return dayText(dateOf(run.finished)); }

QString timeText(const PastRun& run) { return dateOf(run.finished).toString("HH:mm"); }

}  // namespace hipwright
