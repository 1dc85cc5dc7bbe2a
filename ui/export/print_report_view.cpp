#include "ui/export/print_report_view.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hipwright {

PrintReportView::PrintReportView(QWidget* parent)
    : QWidget(parent),
      m_head(new QHBoxLayout),
      m_failed(new Pill(this)),
      m_passed(new Pill(this)),
      m_notes(new Pill(this)),
      m_state(makeLabel(tr("Checking…"), "label", this)),
      m_problem(makeLabel({}, "body", this)),
      m_table(new PrintTable(this)) {
  m_head->setSpacing(space::kUnit);
  m_head->addStrut(2 * size::kPillRadius);  // the rows below stay where they are when the pills come
  m_head->addWidget(makeLabel(tr("Print report"), "strong", this));
  m_head->addStretch(1);
  m_head->addWidget(m_state);
  for (Pill* pill : {m_failed, m_passed, m_notes}) m_head->addWidget(pill);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kTight);
  column->addLayout(m_head);
  m_problem->setWordWrap(true);
  setLook(m_problem, "state", "error");
  m_problem->hide();
  m_state->hide();
  column->addWidget(m_problem);
  column->addWidget(m_table, 1);
  connect(m_table, &PrintTable::markWanted, this, &PrintReportView::markWanted);
  showPills();
}

void PrintReportView::addAtRight(QWidget* widget) { m_head->addWidget(widget); }

void PrintReportView::clear() { showProblem({}); }

void PrintReportView::showReport(const PrintReport& report) {
  m_table->showRows(printRows(report));
  m_counts = countsOf(m_table->rows());
  m_state->hide();
  m_problem->hide();
  showPills();
}

void PrintReportView::showPending(const PrintOptions& options) {
  m_table->showPending(pendingRows(options));
  m_counts = {};
  m_state->show();
  m_problem->hide();
  showPills();
}

void PrintReportView::showProblem(const QString& sentence) {
  m_table->showRows({});
  m_counts = {};
  m_state->hide();
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
  showPills();
}

void PrintReportView::showPills() {
  m_failed->show(IconName::Failed, tr("%n failed", nullptr, m_counts.failed), "error");
  m_passed->show(IconName::Passed, tr("%n passed", nullptr, m_counts.passed), "ok");
  m_notes->show(IconName::Note, tr("%n note(s)", nullptr, m_counts.notes), {});
  m_failed->setVisible(m_counts.failed > 0);
  m_passed->setVisible(m_counts.passed > 0);
  m_notes->setVisible(m_counts.notes > 0);
}

PrintVerdict verdictOf(const PrintReport& report) {
  const int failed = countsOf(printRows(report)).failed;
  if (failed == 0) return {PrintReportView::tr("Print-ready"), "ok"};
  return {PrintReportView::tr("%n check(s) failed", nullptr, failed), "error"};
}

}  // namespace hipwright
