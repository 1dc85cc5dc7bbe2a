#include "ui/text/remedies.h"

#include <QCoreApplication>

namespace hipwright {
namespace {

class Remedy {
  Q_DECLARE_TR_FUNCTIONS(Remedy)
};

/// Of a folder that is no finished run, the reason says which way on there is.
QString remedyForRun(const Error& error) {
  const auto reason = error.values().find("reason");
  if (reason == error.values().end()) return {};
  if (reason->second.find("interrupted") != std::string::npos)
    return Remedy::tr("Continue it; what it computed so far is used.");
  return Remedy::tr("Choose the folder of one run; its name begins with that of the CT.");
}

}  // namespace

QString windowRemedy(const Error& error) {
  switch (error.code()) {
    case ErrorCode::SeveralSeries:
    case ErrorCode::UnknownSeries:
      return Remedy::tr("Choose one of them in the list, or open a folder that holds one.");
    case ErrorCode::ModelNotFound: return Remedy::tr("Choose a model set under Settings, Model.");
    case ErrorCode::ModelGaveNonFinite:
      return Remedy::tr("Switch Mixed precision off; if it stays, the weights are damaged or do not belong together.");
    case ErrorCode::NoDevice: return Remedy::tr("Choose Processor or Automatic under Settings, Device.");
    case ErrorCode::MemoryWithoutWindows: return Remedy::tr("Switch on Tiled encode and decode: it needs {less} more.");
    case ErrorCode::MemoryForRegion:
      return Remedy::tr(
          "Close other programs, or choose a smaller region under Hip and region: {percent} % of this one's "
          "length along each axis would fit.");
    case ErrorCode::OutOfMemory:
      return Remedy::tr(
          "Close other programs and start again, with Tiled encode and decode or a smaller region if it stays.");
    case ErrorCode::MemoryForProcessor:
      return Remedy::tr(
          "Close other programs and start again. If it stays, switch on Tiled encode and decode or choose a smaller "
          "region under Hip and region.");
    case ErrorCode::OutOfMemoryKept:
    case ErrorCode::MemoryForProcessorKept:
      return Remedy::tr(
          "Close other programs and continue the run. With Tiled encode and decode or a smaller region the denoising "
          "starts anew.");
    case ErrorCode::DeviceFailed: return Remedy::tr("Try again, or choose Processor under Settings, Device.");
    case ErrorCode::BadRunFile: return remedyForRun(error);
    default: return {};
  }
}

}  // namespace hipwright
