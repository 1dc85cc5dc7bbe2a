#include "ui/window/log_panel.h"

#include "ui/controls/head_bar.h"
#include "ui/controls/icon_label.h"
#include "ui/theme/parts.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QTime>
#include <QToolButton>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kMostLines = 5000;

}  // namespace

LogPanel::LogPanel(QWidget* parent) : QWidget(parent), m_lines(new QPlainTextEdit(this)) {
  auto* head = new HeadBar(tr("Log"), this);
  auto* copy = makeIconButton(IconName::Copy, tr("Copy the log"), this);
  head->addAtRight(copy);
  m_lines->setReadOnly(true);
  m_lines->setMaximumBlockCount(kMostLines);
  m_lines->setObjectName("log");
  m_lines->setAccessibleName(tr("Log"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(head);
  column->addWidget(m_lines);
  connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
}

void LogPanel::add(const QString& line) { m_lines->appendPlainText(QTime::currentTime().toString("HH:mm:ss ") + line); }

void LogPanel::prepend(const QString& text) {
  if (text.isEmpty()) return;
  const QString own = this->text();
  m_lines->setPlainText(own.isEmpty() ? text : text + '\n' + own);
  m_lines->moveCursor(QTextCursor::End);
}

QString LogPanel::text() const { return m_lines->toPlainText(); }

}  // namespace hipwright
