#include "ui/case/side_text.h"

#include <QCoreApplication>

namespace hipwright {
namespace {

class SideText {
  Q_DECLARE_TR_FUNCTIONS(SideText)
};

QString leftText(SideSource source) {
  switch (source) {
    case SideSource::Asked: return SideText::tr("Left (asked for)");
    case SideSource::Found: return SideText::tr("Left (found)");
    case SideSource::Assumed: return SideText::tr("Left (assumed)");
    case SideSource::Unknown: break;
  }
  return SideText::tr("Left (from the name)");
}

QString rightText(SideSource source) {
  switch (source) {
    case SideSource::Asked: return SideText::tr("Right (asked for)");
    case SideSource::Found: return SideText::tr("Right (found)");
    case SideSource::Assumed: return SideText::tr("Right (assumed)");
    case SideSource::Unknown: break;
  }
  return SideText::tr("Right (from the name)");
}

}  // namespace

KnownSide knownSide(const std::optional<CasePlan>& plan, HipSide fromName) {
  if (plan && plan->side != HipSide::Unknown) return {plan->side, plan->sideSource};
  return {fromName, SideSource::Unknown};
}

QString sideText(const KnownSide& known) {
  if (known.side == HipSide::Unknown) return SideText::tr("Not stated");
  return known.side == HipSide::Left ? leftText(known.source) : rightText(known.source);
}

QString hipText(HipSide side) {
  if (side == HipSide::Unknown) return {};
  return side == HipSide::Left ? SideText::tr("Left hip") : SideText::tr("Right hip");
}

}  // namespace hipwright
