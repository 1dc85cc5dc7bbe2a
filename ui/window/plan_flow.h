// What would be done with the case that is open: asks the engine again whenever the case, the model or the settings
// that decide it change.
#pragma once

#include "engine/run/run_request.h"
#include "ui/run/run_controller.h"
#include "ui/session/opened_case.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace hipwright {

class PlanFlow : public QObject {
  Q_OBJECT

 public:
  explicit PlanFlow(RunController& controller, QObject* parent = nullptr);

  void setCase(std::shared_ptr<const OpenedCase> opened);     ///< null for none
  void setModel(const std::optional<ModelProfile>& profile);  ///< nothing for none
  void setRequest(const RunRequest& request);

  /// The newest answer; while another is on its way, the one before for the same case. Empty before the first.
  const std::optional<CasePlan>& plan() const { return m_plan; }

  /// Where the hips are; none in a case in which nobody can find one. Empty while they are being looked for.
  const std::optional<FoundHips>& hips() const { return m_hips; }

  /// The model can make use of where the hips are.
  bool takesHips() const { return m_profile && hipwright::takesHips(m_profile->input); }

  /// Why there is no plan although there are a case and a model; empty if there is one or it is being made.
  const std::optional<Error>& problem() const { return m_problem; }

  /// The plan forbids a run.
  bool isRefused() const { return m_plan && worstLevel(m_plan->items) == PreflightLevel::Refused; }

 signals:
  /// An answer is on its way; planChanged() brings it.
  void asked();
  void planChanged();

 private:
  void ask();
  void take(Answer<CasePlan>&& answer);

  RunController& m_controller;
  std::shared_ptr<const OpenedCase> m_case;
  std::optional<ModelProfile> m_profile;
  PlanWish m_wish;
  std::optional<FoundHips> m_hips;
  bool m_sought = false;  ///< they were looked for; otherwise the plan came without, as the case shows none
  std::optional<CasePlan> m_plan;
  std::optional<Error> m_problem;
  QTimer m_soon;  ///< several changes in one go are one question
  std::stop_source m_job{std::nostopstate};
};

}  // namespace hipwright
