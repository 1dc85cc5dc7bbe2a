#include "ui/compare/compared_column.h"

#include "engine/diffusion/guidance.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace hipwright {
namespace {

constexpr double kRecommendedMost = 7;

class Columns {
  Q_DECLARE_TR_FUNCTIONS(Columns)
};

QString valueText(double cfg) { return QString::number(cfg, 'g', 10); }

QString guidanceNote(double cfg) {
  switch (guidanceMode(cfg)) {
    case GuidanceMode::Unconditional: return Columns::tr("ignores the CT");
    case GuidanceMode::Conditional: return Columns::tr("no guidance");
    case GuidanceMode::Guided: break;
  }
  if (cfg > kStrongGuidance) return Columns::tr("distorts");
  return cfg >= kRecommendedMost ? Columns::tr("upper limit") : QString();
}

}  // namespace

bool isDemo(const ComparedColumn& column) { return column.run && column.run->record.demoModel; }

QString columnName(const ComparedColumn& column) {
  const QString name = QString("CFG %1").arg(valueText(column.cfg));
  return column.joined ? Columns::tr("%1, seed %2").arg(name).arg(column.seed) : name;
}

QString columnTitle(const ComparedColumn& column) {
  QString title = QString("CFG %1").arg(valueText(column.cfg));
  for (const double cfg : column.alsoAsked) title = Columns::tr("%1 and %2").arg(title, valueText(cfg));
  return title;
}

QString columnNote(const ComparedColumn& column) {
  switch (column.state) {
    case ColumnState::Waiting: return column.stopped ? Columns::tr("stopped") : Columns::tr("waiting");
    case ColumnState::Running: return QString("%1 %").arg(std::lround(100 * column.share));
    case ColumnState::Reading: return Columns::tr("measuring");
    case ColumnState::Ready: break;
  }
  if (!column.alsoAsked.empty()) return Columns::tr("the same run");
  if (column.joined && column.run)
    return Columns::tr("seed %1, %2 steps").arg(column.seed).arg(column.run->record.request.ts);
  return guidanceNote(column.cfg);
}

}  // namespace hipwright
