#include "tests/cli/malformed_files.h"

#include "engine/weights/zip_writer.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/nifti_bytes.h"
#include "tests/support/text_volumes.h"

#include <cmath>
#include <functional>
#include <limits>
#include <sstream>

namespace hipwright::test {
namespace fs = std::filesystem;
namespace {

using Kind = MalformedKind;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Where the files go, and what was made.
class Maker {
 public:
  explicit Maker(fs::path folder) : m_folder(std::move(folder)) {}

  void file(Kind kind, const std::string& name, const std::string& bytes, const std::string& says) {
    writeBytes(m_folder / name, bytes);
    m_made.push_back({name, kind, says});
  }

  void slices(const std::string& name, const std::vector<DicomPicture>& pictures, const std::string& says) {
    writeDicomFolder(m_folder / name, pictures);
    m_made.push_back({name, Kind::Ct, says});
  }

  const fs::path& folder() const { return m_folder; }
  std::vector<MalformedFile> made() { return std::move(m_made); }

 private:
  fs::path m_folder;
  std::vector<MalformedFile> m_made;
};

Volume smallCt() {
  Volume ct{{{9, 7, 14}, {0.7, 0.8, 1.25}, {-30, 20, 500}, kIdentity3}, {}};
  for (std::int64_t i = 0; i < product(ct.geometry.size); ++i) ct.voxels.push_back(static_cast<float>(i % 1500) - 500);
  return ct;
}

void makeNifti(Maker& make) {
  const auto nii = [&](const char* name, const NiftiBytes& file, const char* says) {
    make.file(Kind::Ct, name, file.bytes(), says);
  };
  const std::string good = NiftiBytes().bytes();
  const std::string packed = gzipped(good);
  make.file(Kind::Ct, "empty.nii", "", "it is empty");
  make.file(Kind::Ct, "letter.nii", "A letter about a CT.\n", "text");
  make.file(Kind::Ct, "header_cut.nii", good.substr(0, 200), "200 of the 352");
  make.file(Kind::Ct, "voxels_cut.nii", good.substr(0, good.size() - 1), "591 of the 592");
  nii("pair_without_its_half.nii", NiftiBytes().text(344, std::string_view("ni1\0", 4)), "NIfTI pair");
  nii("axis_of_zero.nii", NiftiBytes().dim(2, 0), "axis 2 has 0");
  nii("axis_negative.nii", NiftiBytes().dim(3, -6), "axis 3 has -6");
  nii("sizes_of_70_terabytes.nii", NiftiBytes().size({3, 32767, 32767, 32767}), "cut short");
  nii("sizes_beyond_64_bits.nii", NiftiBytes(2).size({3, 1LL << 40, 1LL << 40, 1LL << 40}), "more voxels than any");
  nii("four_dimensions.nii", NiftiBytes().size({4, 4, 5, 3, 2}), "2 volumes");
  nii("one_slice.nii", NiftiBytes().size({3, 12, 10, 1}), "single picture");
  nii("colours.nii", NiftiBytes().type(128, 24), "RGB");
  nii("type_invented.nii", NiftiBytes().type(999, 16), "type number 999");
  nii("voxels_in_the_header.nii", NiftiBytes().offset(-352), "impossible place");
  nii("sform_of_nan.nii", NiftiBytes().sform(1, std::vector<double>(12, kNan)), "not numbers");
  nii("sform_of_zeros.nii", NiftiBytes().sform(1, std::vector<double>(12, 0)), "voxel size of 0");
  nii("sform_sheared.nii", NiftiBytes().sform(1, {2, 0, 0, 0, 0, 3, 1, 0, 0, 0, 4, 0}), "sheared");
  nii("sform_sheared_beside_a_qform.nii",
      NiftiBytes().sform(1, {2, 2, 0, -10, 0, 3, 0, 20, 0, 0, 4, 30}).qform(1, {0, 0, 0, -10, 20, 30}),
      "its qform lies up to 8 mm away");
  nii("sform_flat.nii", NiftiBytes().sform(1, {2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0}), "no volume");
  nii("origin_beyond_the_moon.nii", NiftiBytes().sform(1, {2, 0, 0, 1e12, 0, 3, 0, 0, 0, 0, 4, 0}), "any patient lies");
  make.file(Kind::Ct, "voxels_behind_3_gigabytes.nii.gz",
            gzipped(NiftiBytes().offset(3e9).bytes() + std::string(200'000, '\0')), "impossible place");
  make.file(Kind::Ct, "stream_cut.nii.gz", packed.substr(0, packed.size() - 30), "of the 592");
  make.file(Kind::Ct, "checksum_wrong.nii.gz", packed.substr(0, packed.size() - 8) + "12345678", "checksum");
  make.file(Kind::Ct, "junk_behind.nii.gz", packed + "junk", "do not belong");
  make.file(Kind::Ct, "bomb.nii.gz",
            gzipped(NiftiBytes().size({3, 2000, 2000, 8}).bytes() + std::string(200'000, '\0')), "cut short");
}

void makeTextHeaders(Maker& make) {
  const Volume ct = smallCt();
  const std::string raw = rawVoxels(ct);
  const auto nrrd = [&](const char* name, const char* field, const char* value, const char* says) {
    make.file(Kind::Ct, name, nrrdHeader(with(nrrdFields(ct.geometry), field, value)) + raw, says);
  };
  const auto meta = [&](const char* name, const char* field, const char* value, const char* says) {
    make.file(Kind::Ct, name, metaHeader(with(metaFields(ct.geometry), field, value)) + raw, says);
  };
  nrrd("no_sizes.nrrd", "sizes", "", "sizes");
  nrrd("size_negative.nrrd", "sizes", "9 -7 14", "axis 2 has -7");
  nrrd("sizes_huge.nrrd", "sizes", "32767 32767 32767", "cut short");
  nrrd("as_text.nrrd", "encoding", "ascii", "ascii");
  nrrd("direction_nan.nrrd", "space directions", "(nan,0,0) (0,1,0) (0,0,1)", "space directions");
  nrrd("space_with_escapes.nrrd", "space", "\x1b[31m\x1b]0;title\x07red", "not one of a patient");
  nrrd("voxels_in_a_system_file.nhdr", "data file", "/etc/hostname", "does not lie beside it");
  nrrd("voxels_above.nhdr", "data file", "../voxels.raw", "does not lie beside it");
  nrrd("stream_is_raw.nrrd", "encoding", "gzip", "makes no sense");
  nrrd("place_by_axis_mins.nrrd", "axis mins", "10 20 30", "axis mins");
  nrrd("axes_equal.nrrd", "space directions", "(1,0,0) (1,0,0) (0,0,1)", "no volume");
  make.file(Kind::Ct, "spacings_of_no_unit.nrrd",
            nrrdHeader(with(with(with(nrrdFields(ct.geometry), "space directions", ""), "spacings", "0.1 0.1 0.1"),
                            "space units", "\"cm\" \"cm\" \"cm\"")) +
                raw,
            "measured in cm");
  make.file(Kind::Ct, "header_open.nrrd", "NRRD0004\ntype: short\n", "does not end");
  meta("sizes_in_words.mha", "DimSize", "9 seven 14", "dimsize");
  meta("sizes_huge.mha", "DimSize", "32767 32767 32767", "cut short");
  meta("type_text.mha", "ElementType", "MET_STRING", "MET_STRING");
  meta("spacing_of_zero.mha", "ElementSpacing", "1 0 1", "voxel size of 0");
  meta("sheared.mha", "TransformMatrix", "1 0 0 0.3 1 0 0 0 1", "sheared");
  meta("voxels_in_a_system_file.mhd", "ElementDataFile", "/etc/passwd", "does not lie beside it");
  meta("voxels_absent.mhd", "ElementDataFile", "absent.raw", "There is no file");
  meta("stream_is_raw.mha", "CompressedData", "True", "packed stream");
  meta("slope_of_zero.mha", "ElementToIntensityFunctionSlope", "0", "slope 0");
  make.file(Kind::Ct, "spacing_twice.mha", "ElementSpacing = 3 3 3\n" + metaHeader(metaFields(ct.geometry)) + raw,
            "stands there twice");
  make.file(Kind::Ct, "header_open.mha", "ObjectType = Image\nNDims = 3\n", "names no file");
}

std::string bigEndian(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
  return out;
}

/// A JPEG 2000 stream whose headers are right and whose only tile is empty.
std::string emptyJpeg2000(std::uint32_t columns, std::uint32_t rows) {
  const std::string size = bigEndian(columns, 4) + bigEndian(rows, 4);
  const std::string none(8, '\0');
  const std::string steps(16, '\x48');
  return "\xff\x4f\xff\x51" + bigEndian(41, 2) + std::string(2, '\0') + size + none + size + none +
         std::string("\0\1\x0f\1\1", 5) + "\xff\x52" + std::string("\0\x0c\0\0\0\1\0\5\4\4\0\1", 12) + "\xff\x5c" +
         bigEndian(19, 2) + "\x40" + steps + "\xff\x90" + std::string("\0\x0a\0\0\0\0\0\x0e\0\1", 10) +
         "\xff\x93\xff\xd9";
}

/// The slice without its pixels, packed as JPEG 2000 instead.
std::string packedAs(DicomPicture slice, std::string stream) {
  slice.stored.clear();
  std::string bytes = dicomBytes(slice, DicomSyntax::ExplicitLittle);
  const std::string plain(
      "UI\x14\0"
      "1.2.840.10008.1.2.1\0",
      24);
  bytes.replace(bytes.find(plain), plain.size(), std::string("UI\x16\0", 4) + "1.2.840.10008.1.2.4.90");
  if (stream.size() % 2 == 1) stream.push_back('\0');
  std::string length(4, '\0');
  storeAs(static_cast<std::uint32_t>(stream.size()), reinterpret_cast<std::byte*>(length.data()), false);
  const std::string item("\xfe\xff\x00\xe0", 4);
  return bytes + std::string("\xe0\x7f\x10\0OB\0\0\xff\xff\xff\xff", 12) + item + std::string(4, '\0') + item + length +
         stream + std::string("\xfe\xff\xdd\xe0\0\0\0\0", 8);
}

void makeDicom(Maker& make) {
  const std::vector<DicomPicture> good = dicomPictures(smallCt());
  const auto each = [&](const char* name, std::uint32_t tag, const char* value, const char* says) {
    auto all = good;
    for (DicomPicture& p : all) p.fields[tag] = value;
    make.slices(name, all, says);
  };
  const auto file = [&](const char* name, const std::string& bytes, const char* says) {
    make.file(Kind::Ct, name, bytes, says);
  };
  each("dicom_mr", 0x00080060, "MR", "it is MR, not CT");
  each("dicom_no_place", 0x00200032, "1\\2", "where it lies");
  each("dicom_decimal_commas", 0x00200032, "0,5\\1,5\\3,0", "decimal commas");
  each("dicom_pixels_of_no_size", 0x00280030, "0\\1", "how large its pixels are");
  each("dicom_axes_equal", 0x00200037, "1\\0\\0\\1\\0\\0", "not perpendicular");
  each("dicom_bits_odd", 0x00280100, "12", "bits");
  each("dicom_scale_of_zero", 0x00281053, "0", "scale of HU");
  each("dicom_more_rows_than_pixels", 0x00280010, "6000", "cut short");
  each("dicom_fewer_columns_than_pixels", 0x00280011, "8", "bytes of pixels");
  each("dicom_enhanced", 0x00280008, "14", "as an enhanced CT does");
  auto halved = good;
  for (DicomPicture& p : halved) {
    p.fields[0x00280100] = p.fields[0x00280101] = "8";
    p.fields[0x00280102] = "7";
  }
  make.slices("dicom_bits_halved", halved, "bytes of pixels");
  auto turning = good;
  for (std::size_t i = 0; i < turning.size(); ++i) {
    const double angle = 0.02 * static_cast<double>(i);
    turning[i].fields[0x00200037] =
        dicomNumbers({std::cos(angle), std::sin(angle), 0, -std::sin(angle), std::cos(angle), 0});
  }
  make.slices("dicom_packed_nothing", good, "cannot be unpacked");
  for (std::size_t i = 0; i < good.size(); ++i)
    writeBytes(make.folder() / "dicom_packed_nothing" / dicomFileName(i), packedAs(good[i], emptyJpeg2000(9, 7)));
  make.slices("dicom_turning", turning, "another orientation than slice 1");
  auto gaps = good;
  gaps.erase(gaps.begin() + 5, gaps.begin() + 8);
  make.slices("dicom_three_missing", gaps, "3 slices are missing between 5 and 9");
  auto rivals = good;
  rivals.push_back(good[4]);
  rivals.back().stored[3] = 99;
  make.slices("dicom_two_at_one_place", rivals, "show different pictures");
  make.slices("dicom_single_slice", {good.front()}, "single slice");
  const std::string slice = dicomBytes(good[6], DicomSyntax::ExplicitLittle);
  make.slices("dicom_one_cut", good, "cut short");
  writeBytes(make.folder() / "dicom_one_cut" / dicomFileName(6), slice.substr(0, slice.size() - 10));
  file("pixels_cut.dcm", slice.substr(0, slice.size() - 10), "cut short");
  file("length_of_4_gigabytes.dcm",
       std::string(128, '\0') + "DICM" + std::string("\xe0\x7f\x10\0OW\0\0\xf0\xff\xff\xff", 12), "cut short");
  std::string deep;
  for (int i = 0; i < 50000; ++i)
    deep += std::string("\x08\0\x15\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff", 20);
  file("sequences_without_end.dcm", std::string(128, '\0') + "DICM" + deep, "too deep");
}

std::string zipWith(const std::string& pickle) {
  std::ostringstream out;
  ZipWriter zip(out);
  zip.add("x/data.pkl", pickle);
  zip.finish();
  return out.str();
}

std::string safetensors(const std::string& header, const std::string& data) {
  std::string out(8, '\0');
  storeAs(static_cast<std::uint64_t>(header.size()), reinterpret_cast<std::byte*>(out.data()), false);
  return out + header + data;
}

void makeCheckpoints(Maker& make) {
  const auto pt = [&](const char* name, const std::string& pickle, const char* says) {
    make.file(Kind::Checkpoint, name, zipWith(pickle), says);
  };
  const auto st = [&](const char* name, const char* row, const char* says) {
    make.file(Kind::Checkpoint, name, safetensors(R"({"w":{)" + std::string(row) + "}}", std::string(16, '\0')), says);
  };
  pt("runs_a_program.pt",
     "\x80\x02}U\x01w"
     "cposix\nsystem\n"
     "K\x01\x85Rs.",
     "");
  pt("program_of_protocol_0.pt", "(S'ls'\nios\nsystem\n.", "closed reader");
  pt("program_empty.pt", "", "cannot be used");
  pt("stack_underflow.pt", "\x80\x02.", "cannot be used");
  pt("text_of_2_gigabytes.pt", "\x80\x02X\xff\xff\xff\x7fhi.", "cannot be used");
  pt("two_million_lists.pt", "\x80\x02" + std::string(2'000'000, ']') + ".", "cannot be used");
  const std::string whole = zipWith("\x80\x02}.");
  make.file(Kind::Checkpoint, "archive_cut.pt", whole.substr(0, whole.size() - 1), "cut short");
  std::string flipped = whole;
  flipped[flipped.find("\x80\x02}.") + 2] = 'N';
  make.file(Kind::Checkpoint, "checksum_wrong.pt", flipped, "checksum");
  st("offsets_reversed.safetensors", R"("dtype":"F32","shape":[4],"data_offsets":[16,0])", "cannot be used");
  st("shape_negative.safetensors", R"("dtype":"F32","shape":[-4],"data_offsets":[0,16])", "cannot be used");
  st("shape_beyond_64_bits.safetensors", R"("dtype":"F32","shape":[9223372036854775807,9],"data_offsets":[0,16])",
     "cannot be used");
  st("type_invented.safetensors", R"("dtype":"C64","shape":[2],"data_offsets":[0,16])", "cannot be used");
  make.file(Kind::Checkpoint, "header_of_lists.safetensors", safetensors("{\"a\":" + std::string(100000, '['), ""),
            "cannot be used");
  make.file(Kind::Checkpoint, "header_longer_than_the_file.safetensors", std::string("\xff\xff\xff\0\0\0\0\0{", 9), "");
}

void makeSettings(Maker& make) {
  const auto profile = [&](const char* name, const std::string& text, const char* says) {
    make.file(Kind::Profile, name, text, says);
  };
  const auto preset = [&](const char* name, const std::string& text, const char* says) {
    make.file(Kind::Preset, name, text, says);
  };
  const auto run = [&](const char* name, const std::string& text, const char* says) {
    make.file(Kind::Run, name, text, says);
  };
  const std::string deep(5000, '[');
  profile("profile_cut.json", R"({"vae": {"channels": [32,)", "line 1, column");
  profile("profile_deep.json", R"({"vae": )" + deep, "nested too deeply");
  profile("profile_list.json", R"(["vae"])", "");
  profile("profile_text_for_number.json", R"({"vae": {"norm_eps": "small"}})", "vae.norm_eps");
  profile("profile_negative_spacing.json", R"({"input": {"spacing_mm": [1, -1, 1]}})", "spacing_mm");
  profile("profile_hu_not_rising.json", R"({"input": {"hu": [3, 2, 1, 0]}})", "hu");
  profile("profile_huge_window.json", R"({"window": {"size": [99999999999, 1, 1]}})", "window.size");
  profile("profile_no_channels.json", R"({"unet": {"channels": []}})", "unet.channels");
  preset("preset_cut.json", R"({"schema": 1, "name": "Sharp", "request": {"cfg": )", "preset");
  preset("preset_nameless.json", R"({"schema": 1, "request": {"cfg": 3}})", "it has no name");
  preset("preset_of_the_future.json", R"({"schema": 99, "name": "Sharp", "request": {"cfg": 3}})", "");
  preset("preset_cfg_text.json", R"({"schema": 1, "name": "Sharp", "request": {"cfg": "three"}})", "cfg");
  preset("preset_steps_huge.json", R"({"schema": 1, "name": "Sharp", "request": {"ts": 100000}})", "ts");
  preset("preset_name_escapes.json", "{\"schema\": 1, \"name\": \"\\u001b[2J\", \"request\": {}}", "name");
  run("run_cut.json", R"({"cond": "ct.nii.gz", "cfg": 1)", "not valid JSON");
  run("run_text_for_number.json", R"({"cond": "ct.nii.gz", "cfg": "3"})", "cfg is not a number");
  run("run_fractional_steps.json", R"({"cond": "ct.nii.gz", "ts": 2.5})", "ts is not a whole number");
  run("run_steps_beyond_int.json", R"({"cond": "ct.nii.gz", "ts": 99999999999})", "ts is not a whole number");
  run("run_device_unknown.json", R"({"cond": "ct.nii.gz", "device": "tpu"})", "run_device_unknown.json");
  run("run_seed_fractional.json", R"({"cond": "ct.nii.gz", "seed": 1.5})", "seed is not a whole number");
  run("run_deep.json", R"({"cond": )" + deep, "nested too deeply");
  run("run_region_of_nan.json", R"({"cond": "ct.nii.gz", "roi": "0,0,0,nan,1,1"})", "roi");
  run("run_device_escapes.json", "{\"cond\": \"ct.nii.gz\", \"device\": \"\\u001b[2Jcpu\"}", "device must be");
}

}  // namespace

std::vector<MalformedFile> makeMalformedFiles(const fs::path& folder) {
  Maker make(folder);
  makeNifti(make);
  makeTextHeaders(make);
  makeDicom(make);
  makeCheckpoints(make);
  makeSettings(make);
  return make.made();
}

}  // namespace hipwright::test
