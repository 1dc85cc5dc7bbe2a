#include "engine/io/dicom_slice.h"

#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/affine_offer.h"
#include "engine/io/byte_order.h"
#include "engine/io/dicom_codec.h"
#include "engine/io/refusal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace hipwright {
namespace {

constexpr std::int64_t kMostPixels = 8192;                 // along one axis; no scanner comes near
constexpr const char* kPackings = "1.2.840.10008.1.2.4.";  // JPEG of every kind
constexpr std::array<std::string_view, 2> kLossyJpegs = {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"};
constexpr std::string_view kNearLossless = "1.2.840.10008.1.2.4.81";  // JPEG-LS that may be off by a few
constexpr const char* kRunLength = "1.2.840.10008.1.2.5";
constexpr DicomTag kStorageClass = 0x00020002;
constexpr const char* kDirectoryClass = "1.2.840.10008.1.3.10";  // a DICOMDIR
constexpr DicomTag kImageType = 0x00080008;
constexpr DicomTag kModality = 0x00080060;
constexpr DicomTag kSeriesDescription = 0x0008103E;
constexpr DicomTag kThickness = 0x00180050;
constexpr DicomTag kSeriesUid = 0x0020000E;
constexpr DicomTag kSeriesNumber = 0x00200011;
constexpr DicomTag kInstanceNumber = 0x00200013;
constexpr DicomTag kPosition = 0x00200032;
constexpr DicomTag kOrientation = 0x00200037;
constexpr DicomTag kSamples = 0x00280002;
constexpr DicomTag kPhotometric = 0x00280004;
constexpr DicomTag kFrames = 0x00280008;
constexpr DicomTag kRows = 0x00280010;
constexpr DicomTag kColumns = 0x00280011;
constexpr DicomTag kPixelSpacing = 0x00280030;
constexpr DicomTag kBitsAllocated = 0x00280100;
constexpr DicomTag kBitsStored = 0x00280101;
constexpr DicomTag kHighBit = 0x00280102;
constexpr DicomTag kSigned = 0x00280103;
constexpr DicomTag kPadding = 0x00280120;
constexpr DicomTag kPaddingLimit = 0x00280121;
constexpr DicomTag kIntercept = 0x00281052;
constexpr DicomTag kSlope = 0x00281053;
constexpr DicomTag kLossy = 0x00282110;
constexpr DicomTag kLookUpTable = 0x00283000;
constexpr std::array kPlaceTags = {kPosition, kOrientation, kPixelSpacing};
constexpr double kLeastPixelMm = 1e-3;
constexpr double kMostPixelMm = 1e3;
constexpr double kMostScale = 1e6;
constexpr float kAir = -1024;
constexpr double kNoTissue = -500;  // HU: padding above it may be a pixel of the patient that happens to look like it
constexpr std::size_t kMostNamed = 12;

/// As programs write them that follow the language of their computer instead of the standard.
bool hasDecimalCommas(const DicomElements& d) {
  return std::any_of(kPlaceTags.begin(), kPlaceTags.end(), [&](DicomTag tag) {
    const std::string text = d.text(tag);
    return text.find(',') != std::string::npos && text.find('.') == std::string::npos;
  });
}

/// Reads position and orientation; a clause if they cannot be used.
std::string readPlace(const DicomElements& d, DicomSlice& out) {
  const auto position = d.reals(kPosition, 3);
  const auto orientation = d.reals(kOrientation, 6);
  const auto spacing = d.reals(kPixelSpacing, 2);
  const bool stated = !d.text(kPosition).empty() && !d.text(kOrientation).empty();
  if (!(position && orientation && spacing) && hasDecimalCommas(d))
    return "its numbers have decimal commas instead of points";
  if (!position || !orientation)
    return stated ? "its numbers of where it lies in the patient are illegible"
                  : "it does not say where it lies in the patient";
  const auto far = [](double mm) { return std::abs(mm) > kFarthestMm; };
  if (std::any_of(position->begin(), position->end(), far)) return "it lies farther away than any patient";
  const auto odd = [](double mm) { return mm < kLeastPixelMm || mm > kMostPixelMm; };
  if (!spacing || std::any_of(spacing->begin(), spacing->end(), odd)) return "it does not say how large its pixels are";
  for (std::size_t a = 0; a < 3; ++a) {
    out.position[a] = (*position)[a];
    out.frame.alongRow[a] = (*orientation)[a];
    out.frame.alongColumn[a] = (*orientation)[a + 3];
  }
  out.frame.rowMm = (*spacing)[0];
  out.frame.columnMm = (*spacing)[1];
  const auto unit = [](const Vec3& v) { return std::abs(length(v) - 1) < 0.01; };
  if (!unit(out.frame.alongRow) || !unit(out.frame.alongColumn)) return "its orientation is no pair of unit vectors";
  if (std::abs(dot(out.frame.alongRow, out.frame.alongColumn)) > 0.01)
    return "its rows and columns are not perpendicular";
  return {};
}

bool isLossyJpeg(const DicomElements& d) {
  return std::find(kLossyJpegs.begin(), kLossyJpegs.end(), d.transferSyntax) != kLossyJpegs.end();
}

/// By what it says of its past, and by how it is packed now.
bool lostDetail(const DicomElements& d) {
  return d.text(kLossy) == "01" || isLossyJpeg(d) || d.transferSyntax == kNearLossless;
}

bool isColour(const DicomElements& d) {
  const std::string photometric = d.text(kPhotometric);
  return d.word(kSamples).value_or(1) != 1 || (!photometric.empty() && !photometric.starts_with("MONOCHROME"));
}

bool isLocalizer(const DicomElements& d) { return d.text(kImageType).find("LOCALIZER") != std::string::npos; }

bool holdsPicture(const DicomElements& d) { return d.has(kPixelData) || d.packed; }

std::string problemOf(const DicomElements& d, DicomSlice& out) {
  if (!holdsPicture(d)) return "it holds no picture";
  if (out.modality != "CT")
    return out.modality.empty() ? "it does not say that it is a CT" : "it is " + shownText(out.modality) + ", not CT";
  if (isLocalizer(d)) return "it is a localizer";
  if (out.severalFrames) return "it holds several frames, as an enhanced CT does";
  if (isColour(d)) return "it is a colour picture";
  // A screenshot of a CT: 256 grey values of one window, off by several of them.
  if (isLossyJpeg(d) && d.word(kBitsStored).value_or(16) <= 8)
    return "it is a JPEG of 256 grey values, which cannot hold HU";
  if (d.has(kLookUpTable)) return "its values become HU by a table";
  if (out.frame.rows < 2 || out.frame.columns < 2 || out.frame.rows > kMostPixels || out.frame.columns > kMostPixels)
    return "it has " + std::to_string(out.frame.columns) + " x " + std::to_string(out.frame.rows) + " pixels";
  return readPlace(d, out);
}

/// A file that ends exactly behind an element looks whole, but a slice without its picture is a hole in the volume.
std::optional<Error> cutBetweenElements(const DicomElements& d) {
  if (holdsPicture(d) || d.text(kStorageClass) == kDirectoryClass) return std::nullopt;
  const bool homeless = !d.has(kSeriesUid);
  if (!homeless && d.text(kModality) != "CT") return std::nullopt;
  return Error(ErrorCode::FileDamaged, {{"path", d.path},
                                        {"reason", homeless ? "it ends before it says to which series it belongs"
                                                            : "it says that it is a CT slice, but holds no picture"}});
}

DicomSlice sliceOf(const DicomElements& d, const std::filesystem::path& path) {
  DicomSlice out;
  out.path = path;
  out.seriesUid = d.text(kSeriesUid);
  out.modality = d.text(kModality);
  out.description = shownText(d.text(kSeriesDescription));
  out.seriesNumber = d.integerText(kSeriesNumber).value_or(0);
  out.number = d.integerText(kInstanceNumber);
  out.frame.rows = d.word(kRows).value_or(0);
  out.frame.columns = d.word(kColumns).value_or(0);
  out.hasRescale = d.has(kSlope) || d.has(kIntercept);
  if (const auto slope = d.reals(kSlope, 1)) out.slope = slope->front();
  if (const auto intercept = d.reals(kIntercept, 1)) out.intercept = intercept->front();
  if (const auto thickness = d.reals(kThickness, 1)) out.thicknessMm = thickness->front();
  out.lossy = lostDetail(d);
  out.severalFrames = d.has(kFrames) && d.integerText(kFrames).value_or(0) != 1;
  out.foreign = out.modality != "CT" || !holdsPicture(d) || isLocalizer(d) || isColour(d);
  out.problem = problemOf(d, out);
  return out;
}

PixelLayout layoutOf(const DicomElements& d) {
  PixelLayout layout;
  layout.bits = d.word(kBitsAllocated).value_or(0);
  layout.bitsStored = d.word(kBitsStored).value_or(static_cast<std::uint16_t>(layout.bits));
  layout.highBit = d.word(kHighBit).value_or(static_cast<std::uint16_t>(layout.bitsStored - 1));
  layout.isSigned = d.word(kSigned).value_or(0) == 1;
  layout.bigEndian = d.bigEndian;
  if (!isSound(layout))
    refuse(
        ErrorCode::UnsupportedDicom, d.path,
        "its pixels fill " + std::to_string(layout.bitsStored) + " of their " + std::to_string(layout.bits) + " bits");
  return layout;
}

/// The stored number: its bits moved down, what lies above them taken off, the sign carried up.
double storedValue(const PixelLayout& layout, const std::byte* at) {
  std::uint32_t raw = 0;
  if (layout.bits == 8) raw = static_cast<std::uint32_t>(*at);
  if (layout.bits == 16) raw = loadAs<std::uint16_t>(at, layout.bigEndian);
  if (layout.bits == 32) raw = loadAs<std::uint32_t>(at, layout.bigEndian);
  const auto unused = static_cast<unsigned>(32 - layout.bitsStored);
  const auto above = static_cast<unsigned>(31 - layout.highBit);
  const std::uint32_t top = raw << above;
  return layout.isSigned ? static_cast<double>(static_cast<std::int32_t>(top) >> unused)
                         : static_cast<double>(top >> unused);
}

/// Stored values that mean that nothing was measured there: from the one to the other; none if the first is larger.
std::array<double, 2> paddingOf(const DicomElements& d, const PixelLayout& layout) {
  const auto value = [&](DicomTag tag) -> std::optional<double> {
    const auto word = d.word(tag);
    if (!word) return std::nullopt;
    return layout.isSigned ? static_cast<double>(static_cast<std::int16_t>(*word)) : static_cast<double>(*word);
  };
  const auto padding = value(kPadding);
  if (!padding) return {1, 0};
  const double limit = value(kPaddingLimit).value_or(*padding);
  return {std::min(*padding, limit), std::max(*padding, limit)};
}

/// A surplus means that the header describes another picture: halved columns or bits would shear or mix up what is
/// left.
void checkLength(const DicomElements& d, std::size_t have, std::size_t need) {
  if (have < need) cutShort(d.path, std::to_string(have), need);
  if (have > need + need % 2)
    refuse(ErrorCode::FileDamaged, d.path,
           "it holds " + std::to_string(have) + " bytes of pixels, and its rows, columns and bits make " +
               std::to_string(need));
}

/// Slope and intercept of a file: 1 and 0 in place of one that it does not state.
std::array<double, 2> statedScale(const DicomElements& d) {
  const double slope = d.has(kSlope) ? d.reals(kSlope, 1).value_or(std::vector<double>{0}).front() : 1;
  const auto intercept = d.has(kIntercept) ? d.reals(kIntercept, 1) : std::vector<double>{0};
  if (slope == 0 || std::abs(slope) > kMostScale || !intercept || std::abs(intercept->front()) > kMostScale)
    refuse(ErrorCode::FileDamaged, d.path, "its scale of HU makes no sense");
  return {slope, intercept->front()};
}

SlicePixels toHu(const DicomElements& d, const PixelLayout& layout, std::span<const std::byte> pixels,
                 const DicomSlice& slice) {
  const auto count = static_cast<std::size_t>(slice.frame.rows * slice.frame.columns);
  const auto [slope, intercept] =
      slice.hasRescale ? statedScale(d) : std::array<double, 2>{slice.slope, slice.intercept};
  const std::array<double, 2> padding = paddingOf(d, layout);
  const std::size_t bytes = static_cast<std::size_t>(layout.bits) / 8;
  checkLength(d, pixels.size(), count * bytes);
  SlicePixels out{std::vector<float>(count), {}};
  for (std::size_t i = 0; i < count; ++i) {
    const double stored = storedValue(layout, pixels.data() + i * bytes);
    out.hu[i] = static_cast<float>(slope * stored + intercept);
    if (stored < padding[0] || stored > padding[1]) continue;
    const bool kept = out.hu[i] > kNoTissue;
    out.padding.add({kept ? 0U : 1U, kept ? 1U : 0U, out.hu[i], out.hu[i]});
    if (!kept) out.hu[i] = kAir;
  }
  return out;
}

}  // namespace

std::string DicomSlice::name() const {
  return number ? std::to_string(*number) : shownText(platform::toUtf8(path.filename()));
}

DicomSlice describeSlice(const std::filesystem::path& path) {
  const platform::MappedFile file(path);
  const PartialDicom dicom = parseDicomAsFarAsPossible(path, file.bytes());
  DicomSlice out = sliceOf(dicom.elements, path);
  out.fault = dicom.fault ? dicom.fault : cutBetweenElements(dicom.elements);
  return out;
}

std::string listedNames(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i) text += (i == 0 ? "" : ", ") + names[i];
  return names.size() > kMostNamed ? text + ", ..." : text;
}

void PaddingCount::add(const PaddingCount& more) {
  if (more.kept > 0) {
    leastKept = kept == 0 ? more.leastKept : std::min(leastKept, more.leastKept);
    mostKept = kept == 0 ? more.mostKept : std::max(mostKept, more.mostKept);
  }
  toAir += more.toAir;
  kept += more.kept;
}

SlicePixels readSlice(const DicomSlice& slice, Sha256* hash) {
  const platform::MappedFile file(slice.path);
  const DicomElements d = parseDicom(slice.path, file.bytes());
  const DicomSlice now = sliceOf(d, slice.path);
  if (now.frame.rows != slice.frame.rows || now.frame.columns != slice.frame.columns ||
      now.hasRescale != slice.hasRescale)
    refuse(ErrorCode::FileDamaged, d.path, "it changed while it was read");
  const bool packs = d.transferSyntax.starts_with(kPackings) || d.transferSyntax == kRunLength;
  if (!now.problem.empty() || packs != d.packed)
    refuse(ErrorCode::FileDamaged, d.path, now.problem.empty() ? "its pixels are not as its header says" : now.problem);
  if (hash != nullptr) hash->add(file.bytes());
  if (!d.packed) return toHu(d, layoutOf(d), d.values.at(kPixelData), slice);
  const UnpackedPixels unpacked = unpackPixels(d, layoutOf(d), {slice.frame.columns, slice.frame.rows});
  return toHu(d, unpacked.layout, unpacked.bytes, slice);
}

}  // namespace hipwright
