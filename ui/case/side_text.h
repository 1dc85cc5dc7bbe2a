// Which hip a case shows and how that is known, in words.
#pragma once

#include "engine/plan/case_plan.h"

#include <QString>

#include <optional>

namespace hipwright {

/// A side and what told it.
struct KnownSide {
  HipSide side = HipSide::Unknown;
  SideSource source = SideSource::Unknown;  ///< Unknown with a side: the file's name
};

/// The plan's side, or the one the file's name states.
KnownSide knownSide(const std::optional<CasePlan>& plan, HipSide fromName);

/// "Right (found)", "Not stated".
QString sideText(const KnownSide& known);

/// "Right hip"; empty if the side is not known.
QString hipText(HipSide side);

}  // namespace hipwright
