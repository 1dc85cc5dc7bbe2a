#include "ui/text/wording.h"

#include "engine/core/platform.h"
#include "engine/core/version.h"
#include "ui/text/reasons.h"
#include "ui/text/remedies.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QSysInfo>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hipwright {
namespace {

/// Gives the free functions of this file a context for translations.
class Wording {
  Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString view(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

/// "26214752" as "26,214,752"; anything but a whole number stays.
std::string grouped(const std::string& number) {
  if (number.empty() || !std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; })) return number;
  std::string text = number;
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
  return text;
}

/// Values that are sentences themselves are worded too, and counts of bytes can be read.
QString filled(const QString& sentence, const Error& error) {
  Error::Values values = error.values();
  for (const char* name : {"reason", "expected", "phase", "problems"})
    if (const auto found = values.find(name); found != values.end())
      found->second = reasonText(QString::fromStdString(found->second)).toStdString();
  for (const char* name : {"have", "need"})
    if (const auto found = values.find(name); found != values.end()) found->second = grouped(found->second);
  return QString::fromStdString(fillTemplate(sentence.toStdString(), values));
}

/// The sentences live in error_list.h; the translation file holds them in the context "Error".
QString worded(std::string_view sentence, const Error& error) {
  const std::string source(sentence);
  return filled(QCoreApplication::translate("Error", source.c_str()), error);
}

char letterOf(int patientAxis, bool increasing) {
  constexpr const char* kTowards = "LPS";
  constexpr const char* kAway = "RAI";
  return increasing ? kTowards[patientAxis] : kAway[patientAxis];
}

double obliqueDegrees(const Geometry& geometry, const AxisCodes& codes) {
  double worst = 0;
  for (int axis = 0; axis < 3; ++axis) {
    const double along = std::abs(geometry.direction[codes.patientAxis[axis]][axis]);
    worst = std::max(worst, std::acos(std::min(1.0, along)) * 180 / std::numbers::pi);
  }
  return worst;
}

}  // namespace

QString fromPath(const std::filesystem::path& path) { return QString::fromStdString(platform::toUtf8(path)); }

std::filesystem::path toPath(const QString& text) { return platform::fromUtf8(text.toStdString()); }

QString durationText(double seconds) {
  const auto whole = static_cast<qint64>(std::llround(seconds));
  if (seconds < 9.95) return Wording::tr("%1 s").arg(numberText(seconds, 1));
  if (whole < 60) return Wording::tr("%1 s").arg(whole);
  const auto padded = [](qint64 value) { return QString("%1").arg(value, 2, 10, QChar('0')); };
  if (whole < 3600) return Wording::tr("%1 min %2 s").arg(whole / 60).arg(padded(whole % 60));
  return Wording::tr("%1 h %2 min").arg(whole / 3600).arg(padded(whole % 3600 / 60));
}

QString sizeText(const Index3& size) { return QString("%1 × %2 × %3").arg(size[0]).arg(size[1]).arg(size[2]); }

QString spacingText(const Vec3& spacing) {
  const auto number = [](double mm) { return QString::number(mm, 'f', 2); };
  if (number(spacing[0]) == number(spacing[1]) && number(spacing[1]) == number(spacing[2]))
    return QString("%1 mm").arg(number(spacing[0]));
  return QString("%1 × %2 × %3 mm").arg(number(spacing[0]), number(spacing[1]), number(spacing[2]));
}

QString orientationText(const Geometry& geometry) {
  const AxisCodes codes = nearestAxes(geometry);
  QString letters;
  for (int axis = 0; axis < 3; ++axis) letters += QChar(letterOf(codes.patientAxis[axis], codes.increasing[axis]));
  const double degrees = obliqueDegrees(geometry, codes);
  return degrees < 0.05 ? letters : Wording::tr("%1, %2° oblique").arg(letters, numberText(degrees, 1));
}

QString bytesText(std::uint64_t bytes) {
  const double mega = static_cast<double>(bytes) / 1e6;
  if (mega < 10) return Wording::tr("%1 MB").arg(numberText(mega, 1));
  return mega < 1000 ? Wording::tr("%1 MB").arg(numberText(mega, 0))
                     : Wording::tr("%1 GB").arg(numberText(mega / 1000, 1));
}

QString numberText(double value, int decimals) {
  QString text = QLocale::c().toString(value, 'f', decimals);
  return text.replace('-', QChar(0x2212));
}

QString phaseText(Phase phase) {
  switch (phase) {
    case Phase::ReadCase: return Wording::tr("Reading the CT");
    case Phase::LoadModel: return Wording::tr("Loading the model");
    case Phase::Prepare: return Wording::tr("Preparing");
    case Phase::Encode: return Wording::tr("Encoding");
    case Phase::Denoise: return Wording::tr("Denoising");
    case Phase::Decode: return Wording::tr("Decoding");
    case Phase::Fuse: return Wording::tr("Fusing");
    case Phase::Surface: return Wording::tr("Extracting the surface");
    case Phase::Write: return Wording::tr("Saving");
  }
  return {};
}

QString whatText(const Error& error) { return worded(whatTemplate(error.code()), error); }

QString remedyText(const Error& error) {
  const QString ours = windowRemedy(error);
  return ours.isEmpty() ? worded(remedyTemplate(error.code()), error) : filled(ours, error);
}

QString detailsText(const Error& error) {
  QStringList lines = {
      view(errorName(error.code())), QString::fromUtf8(error.what()), QString::fromStdString(error.remedy()), {}};
  for (const auto& [name, value] : error.values())
    lines << QString("%1: %2").arg(QString::fromStdString(name), QString::fromStdString(value));
  lines << QString("Hipwright %1, Qt %2, %3").arg(kVersion, qVersion(), QSysInfo::prettyProductName());
  return lines.join('\n');
}

QString warningText(const RunWarning& warning) {
  switch (warning.code) {
    case WarningCode::GuidanceTooStrong:
      return Wording::tr("Guidance above 10 distorts the implant; 3 to 7 is recommended.");
    case WarningCode::AlreadyComplete:
      return Wording::tr("These settings gave this result before; it was found on disk.");
    case WarningCode::SurfaceEmpty:
      return Wording::tr("The field has no surface: no implant was generated, and the STL is empty.");
    case WarningCode::MeshOpen: return Wording::tr("The surface has faults a printer would not accept.");
    case WarningCode::ResumedFromLatent:
      return Wording::tr("An interrupted run of these settings had finished denoising; it went on from there.");
    case WarningCode::DemoModel:
      return Wording::tr("A demo model: for trying the program. Everything it makes is marked DEMO.");
    case WarningCode::MemoryFreed:
      return Wording::tr("Memory ran out. What was kept for later was given back, and the work is tried again.");
    case WarningCode::SmallerBatch:
      return Wording::tr("The memory of the device ran out. It goes on with one window at a time.");
    case WarningCode::ProcessorInstead:
      return Wording::tr("The memory of the device ran out. The processor computes from here on, which takes longer.");
    case WarningCode::PreviewsDropped:
      return Wording::tr(
          "Memory ran out for a preview. The run goes on without previews; close other programs to see "
          "them next time.");
    case WarningCode::StagesHeldBack:
      return Wording::tr(
          "Memory ran out for a stage. The stages are decoded once the denoising is saved; should the run "
          "end there, continue it: only decoding is left.");
    case WarningCode::ResumedFromStep:
      return Wording::tr("An interrupted run of these settings had done part of the denoising; it went on from there.");
    case WarningCode::KeptUnusable:
      return Wording::tr("What an interrupted run had kept is damaged or of another request; the denoising was done anew.");
    case WarningCode::PrecisionFallback:
      return Wording::tr(
          "This processor is no faster with mixed precision, so that the run computes with full precision.");
    case WarningCode::HeaderAdapted: break;
  }
  return QString::fromStdString(warning.text);
}

}  // namespace hipwright
