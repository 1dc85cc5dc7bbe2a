// From a seed to network input.
#include "engine/torch/train/training_cases.h"

#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/prepare/prepare.h"

namespace hipwright {
namespace {

PhantomParameters rightHip(std::uint64_t seed) {
  PhantomParameters parameters = drawParameters(seed);
  parameters.side = Side::Right;
  return parameters;
}

/// The order and padding of the networks, without the map of HU: far outside an implant the field is -1.
Tensor4 fieldOnModelGrid(const Volume& field, ModelProfile profile) {
  profile.input.hu = profile.input.value = {-1, 1};
  profile.input.padHu = -1;
  return prepareAsIs(field, profile).image;
}

}  // namespace

TrainingCase makeTrainingCase(std::uint64_t seed, const ModelProfile& profile, const std::stop_token& stop) {
  const PhantomParameters parameters = rightHip(seed);
  const Phantom phantom = makePhantom(parameters, standardGrid(parameters), stop, PhantomDetail::Bones);
  return {prepareAsIs(phantom.ct, profile).image, fieldOnModelGrid(phantom.implantSdf, profile)};
}

Tensor4 makeTrainingField(std::uint64_t seed, const ModelProfile& profile, const std::stop_token& stop) {
  const PhantomParameters parameters = rightHip(seed);
  return fieldOnModelGrid(sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), stop), profile);
}

}  // namespace hipwright
