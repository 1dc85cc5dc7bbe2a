#include "ui/window/failure_dialog.h"

#include "ui/controls/icon_label.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/window/mismatch_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace hipwright {
namespace {

constexpr int kWidth = 640;
constexpr int kSign = 32;      // px of the sign beside the title
constexpr int kLongest = 400;  // characters that a sentence may have before it becomes evidence

QString codeText(const Error& error) {
  const std::string_view name = errorName(error.code());
  return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

}  // namespace

FailureDialog::FailureDialog(const Error& error, const FailureText& text, QWidget* parent)
    : QDialog(parent), m_column(new QVBoxLayout(this)), m_ways(new QHBoxLayout) {
  setWindowTitle(text.title);
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  setMinimumWidth(kWidth);
  m_column->setContentsMargins(space::kCard, space::kSection, space::kCard, space::kPanel);
  m_column->setSpacing(space::kPanel);
  m_column->addWidget(makeHead(error, text));
  addEvidence(error);
  m_column->addWidget(makeRemedy(error));
  m_column->addLayout(m_ways);
  m_ways->addStretch(1);
  m_column->addWidget(makeRule(this));
  m_column->addWidget(makeFoot(error));
}

void FailureDialog::addEvidence(const Error& error) {
  if (const auto table = error.values().find("table"); table != error.values().end()) {
    if (Mismatch mismatch = mismatchOf(QString::fromStdString(table->second)); !mismatch.isEmpty())
      return m_column->addWidget(new MismatchView(std::move(mismatch), this), 1);
  }
  const QString what = whatText(error);
  if (!what.contains('\n') && what.size() <= kLongest) return;
  auto* evidence = new QPlainTextEdit(what.section('\n', 1), this);
  evidence->setReadOnly(true);
  evidence->setLineWrapMode(QPlainTextEdit::NoWrap);
  evidence->setObjectName("evidence");
  evidence->setMinimumHeight(180);
  m_column->addWidget(evidence, 1);
}

QWidget* FailureDialog::makeHead(const Error& error, const FailureText& text) {
  auto* head = new QWidget(this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kPanel);
  row->addWidget(new IconLabel(IconName::Failed, Tint::Error, kSign, this), 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(space::kUnit);
  words->addWidget(makeLabel(text.title, "title", this));
  auto* what = makeLabel(whatText(error).section('\n', 0, 0), "body", this);
  what->setWordWrap(true);
  what->setTextInteractionFlags(Qt::TextSelectableByMouse);
  words->addWidget(what);
  words->addWidget(makeLabel(text.kept, "label", this));
  row->addLayout(words, 1);
  return head;
}

QWidget* FailureDialog::makeRemedy(const Error& error) {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(kSign + space::kPanel, 0, 0, 0);  // in line with the words of the head
  column->setSpacing(space::kTight);
  column->addWidget(makeLabel(tr("What to do"), "strong", box));
  auto* remedy = makeLabel(remedyText(error), "body", box);
  remedy->setWordWrap(true);
  column->addWidget(remedy);
  return box;
}

QWidget* FailureDialog::makeFoot(const Error& error) {
  auto* foot = new QWidget(this);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(0, 0, 0, 0);
  const auto link = [&](IconName name, const QString& text) {
    auto* button = new QPushButton(text, foot);
    button->setIcon(iconOf(name, Tint::Accent));
    button->setProperty("kind", "link");
    button->setFlat(true);
    row->addWidget(button);
    return button;
  };
  auto* copy = link(IconName::Copy, tr("Copy details"));
  auto* log = link(IconName::Log, tr("Open log"));
  row->addWidget(makeLabel(tr("Code %1").arg(codeText(error)), "secondary", foot));
  row->addStretch(1);
  auto* close = new QPushButton(tr("Close"), foot);
  close->setDefault(true);
  row->addWidget(close);
  const QString details = detailsText(error);
  connect(copy, &QPushButton::clicked, this, [details] { QApplication::clipboard()->setText(details); });
  connect(log, &QPushButton::clicked, this, &FailureDialog::logRequested);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  return foot;
}

void FailureDialog::addWayOut(const QString& text, std::function<void()> act) {
  auto* button = new QPushButton(text, this);
  if (!m_hasPrimary) {
    button->setProperty("kind", "primary");
    button->setDefault(true);
    button->setFocus();
  }
  m_hasPrimary = true;
  m_ways->addWidget(button);
  connect(button, &QPushButton::clicked, this, [this, act = std::move(act)] {
    accept();
    act();
  });
}

}  // namespace hipwright
