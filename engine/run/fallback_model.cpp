#include "engine/run/fallback_model.h"

#include "engine/core/platform.h"
#include "engine/run/memory_shortage.h"

#include <iterator>

namespace hipwright {

FallbackModel::FallbackModel(std::unique_ptr<DiffusionModel> model) : m_model(std::move(model)) { keepFacts(); }

void FallbackModel::keepFacts() {
  m_info = m_model->info();
  m_conditionScaling = m_model->conditionScaling();
  m_implantScaling = m_model->implantScaling();
}

DiffusionModel& FallbackModel::model() {
  if (!m_model) throw Error(ErrorCode::OutOfMemory, {{"phase", "loading the model"}});
  return *m_model;
}

int FallbackModel::windowBatch(int requested) const {
  return m_oneAtATime || !m_model ? 1 : m_model->windowBatch(requested);
}

void FallbackModel::freeMemory() {
  if (m_model) m_model->freeMemory();
  platform::returnFreeMemory();
}

template <class Input, class Call>
auto FallbackModel::attempt(std::span<Input> inputs, const Call& call) {
  if (!m_oneAtATime || inputs.size() < 2) return call(model(), inputs);
  auto results = call(model(), inputs.first(1));
  for (std::size_t i = 1; i < inputs.size(); ++i) {
    auto one = call(model(), inputs.subspan(i, 1));
    results.insert(results.end(), std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
  }
  return results;
}

/// Rung by rung: everything given back, then one input at a time where there are several, then the processor, and there
/// everything given back again. Each step is taken outside the handler: only there has the failed call let go of all it
/// held.
template <class Input, class Call>
auto FallbackModel::steadily(std::span<Input> inputs, const std::string& phase, const Call& call) {
  MemoryRung next = MemoryRung::Freed;
  for (bool tried = false;;) {
    try {
      return attempt(inputs, call);
    } catch (...) {
      if (tried || !isMemoryShortage(std::current_exception())) throw;
    }
    if (next == MemoryRung::Processor && m_stays) throw Error(ErrorCode::OutOfMemory, {{"phase", phase}});
    tried = next == MemoryRung::Freed && onProcessor();
    stepDown(next, phase);
    if (next == MemoryRung::Processor)
      next = MemoryRung::Freed;
    else
      next = m_oneAtATime || inputs.size() < 2 ? MemoryRung::Processor : MemoryRung::OneAtATime;
  }
}

void FallbackModel::stepDown(MemoryRung rung, const std::string& phase) {
  if (rung == MemoryRung::OneAtATime) m_oneAtATime = true;
  if (rung == MemoryRung::Processor) moveToProcessor(phase);
  freeMemory();
  if (m_watch.told) m_watch.told({rung, phase});
}

void FallbackModel::moveToProcessor(const std::string& phase) {
  if (m_watch.allowProcessor) m_watch.allowProcessor(phase);
  m_moved = true;
  m_model.reset();  // its weights would take the room of the new ones
  platform::returnFreeMemory();
  if (m_processorLoader) m_model = m_processorLoader();
  model();
  keepFacts();
}

std::vector<Latent> FallbackModel::encode(std::span<const Tensor4> images, const std::stop_token& stop) {
  return steadily(images, "encoding",
                  [&](DiffusionModel& m, std::span<const Tensor4> part) { return m.encode(part, stop); });
}

std::vector<Latent> FallbackModel::predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                                           const std::stop_token& stop) {
  return steadily(conditions, "denoising", [&](DiffusionModel& m, std::span<const Latent* const> part) {
    return m.predict(noisy, part, timestep, stop);
  });
}

std::vector<Tensor4> FallbackModel::decode(std::span<const Latent> latents, const std::stop_token& stop) {
  return steadily(latents, "decoding",
                  [&](DiffusionModel& m, std::span<const Latent> part) { return m.decode(part, stop); });
}

/// Another device would draw other numbers, so this stays where it is.
Latent FallbackModel::noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) {
  const auto draw = [&] { return model().noise(shape, seed, source); };
  return withSecondTry(draw, [&] { stepDown(MemoryRung::Freed, "drawing noise"); });
}

std::string textOf(const MemoryStep& step) {
  const std::string what = "Memory ran out in " + step.phase + "; ";
  switch (step.rung) {
    case MemoryRung::OneAtATime: return what + "it goes on with one window at a time.";
    case MemoryRung::Processor: return what + "the processor computes from here on, which takes longer.";
    case MemoryRung::Freed: break;
  }
  return what + "what was kept for later was given back, and it is tried again.";
}

}  // namespace hipwright
