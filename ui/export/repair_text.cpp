#include "ui/export/repair_text.h"

#include "ui/text/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace hipwright {
namespace {

/// Gives the free functions of this file a context for translations.
class RepairText {
  Q_DECLARE_TR_FUNCTIONS(RepairText)
};

}  // namespace

QString nameText(RepairStepKind kind) {
  switch (kind) {
    case RepairStepKind::KeepParts: return RepairText::tr("Largest parts");
    case RepairStepKind::Clean: return RepairText::tr("Clean");
    case RepairStepKind::Smooth: return RepairText::tr("Smooth");
    case RepairStepKind::Decimate: return RepairText::tr("Fewer triangles");
  }
  return {};
}

QString countText(std::int64_t count) { return QLocale(QLocale::English).toString(qlonglong(count)); }

QString summaryText(const std::vector<RepairStep>& steps) {
  QStringList words;
  for (const RepairStep& step : steps)
    if (step.note.empty()) words << (step.dropped.empty() ? nameText(step.kind) : noteText(step));
  return words.join(", ");
}

QString noteText(const RepairStep& step) {
  if (!step.dropped.empty()) {
    double volume = 0;
    for (const DroppedShell& shell : step.dropped) volume += shell.volumeMm3;
    return RepairText::tr("%n shell(s) dropped, %1 cm³", nullptr, int(step.dropped.size()))
        .arg(numberText(volume / 1000, 2));
  }
  if (step.note.empty()) return {};
  switch (step.kind) {
    case RepairStepKind::KeepParts: return RepairText::tr("no more parts than that");
    case RepairStepKind::Clean: return RepairText::tr("nothing to remove");
    case RepairStepKind::Smooth: break;
    case RepairStepKind::Decimate: return RepairText::tr("needs a closed surface");
  }
  return QString::fromStdString(step.note);
}

}  // namespace hipwright
