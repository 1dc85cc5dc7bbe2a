#include "engine/core/events.h"

namespace hipwright {

std::string phaseName(Phase phase) {
  switch (phase) {
    case Phase::ReadCase: return "read";
    case Phase::LoadModel: return "load";
    case Phase::Prepare: return "prepare";
    case Phase::Encode: return "encode";
    case Phase::Denoise: return "denoise";
    case Phase::Decode: return "decode";
    case Phase::Fuse: return "fuse";
    case Phase::Surface: return "surface";
    case Phase::Write: return "write";
  }
  return "unknown";
}

std::string warningName(WarningCode code) {
  switch (code) {
    case WarningCode::GuidanceTooStrong: return "GuidanceTooStrong";
    case WarningCode::PrecisionFallback: return "PrecisionFallback";
    case WarningCode::AlreadyComplete: return "AlreadyComplete";
    case WarningCode::SurfaceEmpty: return "SurfaceEmpty";
    case WarningCode::MeshOpen: return "MeshOpen";
    case WarningCode::HeaderAdapted: return "HeaderAdapted";
    case WarningCode::ResumedFromLatent: return "ResumedFromLatent";
    case WarningCode::DemoModel: return "DemoModel";
    case WarningCode::MemoryFreed: return "MemoryFreed";
    case WarningCode::SmallerBatch: return "SmallerBatch";
    case WarningCode::ProcessorInstead: return "ProcessorInstead";
    case WarningCode::PreviewsDropped: return "PreviewsDropped";
    case WarningCode::StagesHeldBack: return "StagesHeldBack";
    case WarningCode::ResumedFromStep: return "ResumedFromStep";
    case WarningCode::KeptUnusable: return "KeptUnusable";
  }
  return "Unknown";
}

}  // namespace hipwright
