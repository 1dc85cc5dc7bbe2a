#include "ui/window/mismatch_view.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QStringList>
#include <QTabBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hipwright {
namespace {

constexpr int kRows = 8;  // that are seen without scrolling

/// The heads that mismatchTable() gives its sections, in the order of Mismatch::KindIndex.
constexpr std::array<const char*, 3> kHeads = {"unexpected in the checkpoint", "missing from the checkpoint",
                                               "of another shape"};

int kindOf(const QString& line) {
  for (std::size_t i = 0; i < kHeads.size(); ++i)
    if (line.startsWith(QLatin1String(kHeads[i]))) return int(i);
  return -1;
}

Mismatch::Key keyOf(const QString& line) {
  static const QRegularExpression shape(R"((needs|has) (.*?)(?=\s+has |$))");
  Mismatch::Key key{line.trimmed().section(' ', 0, 0), {}, {}};
  auto found = shape.globalMatch(line.trimmed().section(' ', 1));
  while (found.hasNext()) {
    const QRegularExpressionMatch match = found.next();
    (match.captured(1) == "needs" ? key.expected : key.found) = match.captured(2).trimmed();
  }
  return key;
}

}  // namespace

Mismatch mismatchOf(const QString& table) {
  static const QRegularExpression count(R"(\((\d+)\):$)");
  Mismatch mismatch;
  int kind = -1;
  for (const QString& line : table.split('\n')) {
    if (const int next = kindOf(line); next >= 0) {
      kind = next;
      mismatch.kinds[std::size_t(kind)].count = count.match(line).captured(1).toInt();
    } else if (!line.startsWith(' ')) {
      mismatch.guess += line;
    } else if (kind >= 0 && !line.startsWith("  and ")) {
      mismatch.kinds[std::size_t(kind)].keys.push_back(keyOf(line));
    }
  }
  return mismatch;
}

MismatchView::MismatchView(Mismatch mismatch, QWidget* parent)
    : QWidget(parent),
      m_mismatch(std::move(mismatch)),
      m_tabs(new QTabBar(this)),
      m_table(new QTableWidget(0, 3, this)),
      m_more(makeLabel({}, "secondary", this)) {
  const QStringList names = {tr("Not expected"), tr("Missing"), tr("Wrong shape")};
  for (int i = 0; i < names.size(); ++i)
    m_tabs->addTab(QString("%1 %2").arg(names[i]).arg(m_mismatch.kinds[std::size_t(i)].count));
  m_tabs->setDrawBase(false);
  m_tabs->setExpanding(false);
  m_tabs->setAccessibleName(tr("Kinds of problems"));
  m_table->setHorizontalHeaderLabels({tr("Key"), tr("Profile expects"), tr("File has")});
  m_table->setAccessibleName(tr("Keys that do not fit"));
  m_table->setSelectionMode(QAbstractItemView::NoSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setShowGrid(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(size::kTableRow);
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_table->horizontalHeader()->setFixedHeight(size::kTableRow);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_table->setFixedHeight((kRows + 1) * size::kTableRow + 2 * m_table->frameWidth());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kUnit);
  for (QWidget* part : std::initializer_list<QWidget*>{m_tabs, m_table, m_more}) column->addWidget(part);
  if (!m_mismatch.guess.isEmpty()) {
    auto* guess = makeLabel(m_mismatch.guess, "body", this);
    guess->setWordWrap(true);
    column->addWidget(guess);
  }
  connect(m_tabs, &QTabBar::currentChanged, this, &MismatchView::showKind);
  const auto most = std::max_element(m_mismatch.kinds.begin(), m_mismatch.kinds.end(),
                                     [](const auto& a, const auto& b) { return a.count < b.count; });
  m_tabs->setCurrentIndex(int(most - m_mismatch.kinds.begin()));
  showKind(m_tabs->currentIndex());
}

void MismatchView::showKind(int index) {
  const Mismatch::Kind& kind = m_mismatch.kinds[std::size_t(index)];
  const auto text = [](const QString& shape) { return shape.isEmpty() ? tr("none") : shape; };
  m_table->setRowCount(int(kind.keys.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const Mismatch::Key& key = kind.keys[std::size_t(row)];
    m_table->setItem(row, 0, new QTableWidgetItem(key.name));
    m_table->setItem(row, 1, new QTableWidgetItem(text(key.expected)));
    m_table->setItem(row, 2, new QTableWidgetItem(text(key.found)));
    m_table->item(row, 0)->setToolTip(plainTip(key.name));
  }
  const int left = kind.count - int(kind.keys.size());
  m_more->setText(left > 0 ? tr("and %1 more").arg(left) : QString());
}

}  // namespace hipwright
