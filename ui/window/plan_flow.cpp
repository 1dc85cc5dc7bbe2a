#include "ui/window/plan_flow.h"

#include <utility>

namespace hipwright {

PlanFlow::PlanFlow(RunController& controller, QObject* parent) : QObject(parent), m_controller(controller) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(0);
  connect(&m_soon, &QTimer::timeout, this, &PlanFlow::ask);
}

void PlanFlow::setCase(std::shared_ptr<const OpenedCase> opened) {
  m_job.request_stop();
  m_case = std::move(opened);
  m_hips.reset();
  m_sought = false;
  m_plan.reset();
  m_problem.reset();
  m_soon.start();
  emit planChanged();
}

void PlanFlow::setModel(const std::optional<ModelProfile>& profile) {
  m_job.request_stop();
  m_profile = profile;
  if (!m_sought) m_hips.reset();
  m_plan.reset();
  m_problem.reset();
  m_soon.start();
  emit planChanged();
}

void PlanFlow::setRequest(const RunRequest& request) {
  if (request.grid == m_wish.grid && request.side == m_wish.side && request.roi == m_wish.region) return;
  m_wish.grid = request.grid;
  m_wish.side = request.side;
  m_wish.region = request.roi;
  m_soon.start();
}

void PlanFlow::ask() {
  m_job.request_stop();
  if (!m_case || !m_profile) return;
  emit asked();
  PlanWish wish = m_wish;
  wish.notes = m_case->file.notes;
  wish.tilt = m_case->file.tilt;
  if (m_sought) wish.hips = m_hips;
  m_job = m_controller.survey([ct = m_case->file.ct, profile = *m_profile,
                               wish](const std::stop_token& stop) { return planCase(*ct, profile, wish, stop); },
                              [this](Answer<CasePlan>&& answer) { take(std::move(answer)); });
}

void PlanFlow::take(Answer<CasePlan>&& answer) {
  m_plan.reset();
  m_problem.reset();
  if (auto* plan = std::get_if<CasePlan>(&answer)) {
    if (plan->hipsSought || !m_sought) m_hips = plan->hips;
    m_sought = m_sought || plan->hipsSought;
    m_plan = std::move(*plan);
  } else {
    m_problem = std::get<Error>(answer);
  }
  emit planChanged();
}

}  // namespace hipwright
