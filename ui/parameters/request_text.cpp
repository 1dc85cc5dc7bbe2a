#include "ui/parameters/request_text.h"

#include "engine/diffusion/guidance.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>

namespace hipwright {
namespace {

class RequestText {
  Q_DECLARE_TR_FUNCTIONS(RequestText)
};

bool sameNumbers(const RunRequest& a, const RunRequest& b) {
  return a.cfg == b.cfg && a.ts == b.ts && a.tiled == b.tiled && a.amp == b.amp && a.device == b.device &&
         a.rng == b.rng && a.summary == b.summary && a.space == b.space && a.grid == b.grid && a.side == b.side &&
         a.roi == b.roi;
}

/// A set's folder and the files found in it name the same model; a default choice says nothing.
bool sameModel(const ModelChoice& wanted, const ModelChoice& recorded) {
  if (wanted.set.empty() && wanted.ldm.empty()) return true;
  if (!wanted.set.empty() && recorded.set.empty()) return recorded.ldm.parent_path() == wanted.set;
  return wanted.set == recorded.set && wanted.ldm == recorded.ldm;
}

}  // namespace

QString meaningText(FieldId id) {
  const std::string meaning(requestField(id).meaning);
  return QCoreApplication::translate("RequestField", meaning.c_str());
}

QString meaningText(ChoiceId id) {
  const std::string meaning(requestChoice(id).meaning);
  return QCoreApplication::translate("RequestField", meaning.c_str());
}

QString guidanceHint(double cfg) {
  if (cfg < 0) return RequestText::tr("below 0 works against the CT");
  if (guidanceMode(cfg) == GuidanceMode::Unconditional) return RequestText::tr("0 ignores the CT");
  if (guidanceMode(cfg) == GuidanceMode::Conditional) return RequestText::tr("1 follows the CT without guidance");
  if (cfg > kStrongGuidance) return RequestText::tr("above 10 distorts; 3 to 7 recommended");
  return RequestText::tr("3 to 7 recommended, above 10 distorts");
}

QString settingsText(const RunRequest& request, std::int64_t seed) {
  return RequestText::tr("CFG %1, %n step(s), seed %2", nullptr, request.ts)
      .arg(QString::fromStdString(shortNumber(request.cfg)))
      .arg(seed);
}

const PastRun* sameRun(const RunRequest& request, const std::vector<PastRun>& runs) {
  if (!request.seed) return nullptr;
  const auto same = std::find_if(runs.begin(), runs.end(), [&](const PastRun& run) {
    return run.record.seed == *request.seed && sameNumbers(run.record.request, request) &&
           sameModel(request.model, run.record.request.model);
  });
  return same == runs.end() ? nullptr : &*same;
}

}  // namespace hipwright
