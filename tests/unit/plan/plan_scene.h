// Small CTs and a model for tests of plans.
#pragma once

#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/plan/preflight.h"
#include "tests/support/whole_pelvis.h"

namespace hipwright::test {

/// A model of right hips on 2 mm, so that the phantoms are quick to draw.
inline ModelProfile rightHips() {
  ModelProfile profile;
  profile.input.orientation = "LPS";
  profile.input.spacingMm = {2, 2, 2};
  profile.input.side = ModelSide::Right;
  profile.input.fieldOfView = {{96, 80, 144}, {62, 34, 109}};
  profile.input.padMultiple = 16;
  return profile;
}

inline PreflightItem itemOf(const CasePlan& plan, PreflightCode code) {
  for (const PreflightItem& item : plan.items)
    if (item.code == code) return item;
  return {PreflightLevel::Refused, code, {}, {{"missing", {}}}, {}};
}

inline CasePlan planned(const Volume& ct, const PlanWish& wish = {}) { return planCase(ct, rightHips(), wish, {}); }

}  // namespace hipwright::test
