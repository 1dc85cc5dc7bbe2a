#include "ui/export/printable_implant.h"

#include "engine/io/mesh_file.h"

#include <utility>

namespace hipwright {
namespace {

/// How far the saved surface is from the isosurface, and a repair from the saved one, is at most how far they are
/// apart. Not known without the field; a repair that goes too far is, though.
void addDeviation(PrintReport& report, const std::optional<FieldFacts>& saved, const std::vector<RepairStep>& steps) {
  const Deviation repaired = steps.empty() ? Deviation{} : steps.back().deviation;
  if (saved)
    addDeviation(report, Deviation{saved->deviation.maxMm + repaired.maxMm, saved->deviation.meanMm + repaired.meanMm});
  else if (isTooFar(repaired, report.options))
    addDeviation(report, repaired);
}

CheckedImplant checked(Mesh mesh, std::vector<RepairStep> steps, const std::optional<FieldFacts>& saved,
                       const PrintOptions& options, const std::stop_token& stop) {
  CheckedImplant out;
  mesh = asStored(std::move(mesh));
  out.report = reportForPrinting(mesh, options, stop);
  out.saved = saved;
  addDeviation(out.report, saved, steps);
  if (saved) addFieldEdge(out.report, findFieldEdge(mesh, saved->grid));
  throwIfStopped(stop);
  out.surface = std::make_shared<const ShownSurface>(surfaceWithRough(mesh));
  out.steps = std::move(steps);
  out.mesh = std::make_shared<const Mesh>(std::move(mesh));
  return out;
}

}  // namespace

PrintableImplant::PrintableImplant(Read read, RunController& controller, QObject* parent)
    : QObject(parent), m_read(std::move(read)), m_controller(controller) {}

PrintableImplant::~PrintableImplant() { m_job.request_stop(); }

void PrintableImplant::post(Work work, Job job, CheckedImplantPtr& into) {
  m_job.request_stop();
  m_work = work;
  m_job = m_controller.survey(std::move(job), [this, &into](Answer<CheckedImplant>&& answer) {
    m_work = Work::Nothing;
    if (const auto* error = std::get_if<Error>(&answer)) {
      emit failed(*error);
    } else {
      into = std::make_shared<const CheckedImplant>(std::move(std::get<CheckedImplant>(answer)));
      if (&into == &m_kept && into->steps.empty()) m_raw = into;
    }
    emit changed();
  });
  emit changed();
}

void PrintableImplant::setOptions(const PrintOptions& options) {
  if (options == m_options) return;
  m_options = options;
  if (!m_kept && !isBusy()) return;
  m_trial.reset();
  check();
}

void PrintableImplant::check() {
  if (m_kept)
    post(
        Work::Check,
        [kept = m_kept, options = m_options](const std::stop_token& stop) {
          CheckedImplant again = checked(*kept->mesh, kept->steps, kept->saved, options, stop);
          again.dropped = kept->dropped;
          return again;
        },
        m_kept);
  else
    post(
        Work::Check,
        [read = m_read, options = m_options](const std::stop_token& stop) {
          const ImplantSource source = read();
          std::optional<FieldFacts> saved;
          if (source.field) saved = {deviationFromField(*source.field, *source.mesh, stop), source.field->geometry};
          return checked(*source.mesh, {}, saved, options, stop);
        },
        m_kept);
}

void PrintableImplant::tryRepair(const RepairOptions& options) {
  if (!m_raw) return;
  m_trial.reset();
  post(
      Work::Trial,
      [raw = m_raw, repairs = options, limits = m_options](const std::stop_token& stop) {
        Repaired repaired = repair(*raw->mesh, repairs, stop);
        CheckedImplant out = checked(std::move(repaired.mesh), std::move(repaired.steps), raw->saved, limits, stop);
        if (!repaired.dropped.triangles.empty())
          out.dropped = std::make_shared<const ShownSurface>(shownSurface(repaired.dropped));
        return out;
      },
      m_trial);
}

void PrintableImplant::keepTrial() {
  if (!m_trial) return;
  m_kept = std::exchange(m_trial, nullptr);
  emit changed();
}

void PrintableImplant::dropTrial() {
  if (m_work == Work::Trial) {
    m_job.request_stop();
    m_work = Work::Nothing;
  }
  m_trial.reset();
  emit changed();
}

void PrintableImplant::undoRepair() {
  if (!isRepaired()) return;
  m_trial.reset();
  m_kept = m_raw;
  // The limits may have changed since the isosurface was checked.
  check();
}

}  // namespace hipwright
