#include "engine/io/dicom_jpeg2000.h"

#include "engine/io/byte_order.h"

#include <openjpeg.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace hipwright {
namespace {

constexpr std::string_view kCodestream("\xff\x4f\xff\x51", 4);
constexpr std::string_view kJp2("\0\0\0\x0cjP  ", 8);
constexpr int kMostThreads = 4;  // a slice is small
constexpr auto kEnd = static_cast<OPJ_SIZE_T>(-1);

bool startsWith(std::span<const std::byte> stream, std::string_view start) {
  return std::string_view(reinterpret_cast<const char*>(stream.data()), stream.size()).starts_with(start);
}

/// What OpenJPEG's callbacks read from.
struct Tape {
  std::span<const std::byte> bytes;
  std::size_t at = 0;
};

OPJ_SIZE_T readTape(void* out, OPJ_SIZE_T wanted, void* user) {
  Tape& tape = *static_cast<Tape*>(user);
  const std::size_t count = std::min<std::size_t>(wanted, tape.bytes.size() - tape.at);
  std::copy_n(tape.bytes.begin() + static_cast<std::ptrdiff_t>(tape.at), count, static_cast<std::byte*>(out));
  tape.at += count;
  return count == 0 ? kEnd : count;
}

OPJ_OFF_T skipTape(OPJ_OFF_T wanted, void* user) {
  Tape& tape = *static_cast<Tape*>(user);
  const auto left = static_cast<OPJ_OFF_T>(tape.bytes.size() - tape.at);
  if (wanted < 0 || left == 0) return -1;
  const OPJ_OFF_T count = std::min(wanted, left);
  tape.at += static_cast<std::size_t>(count);
  return count;
}

OPJ_BOOL seekTape(OPJ_OFF_T to, void* user) {
  Tape& tape = *static_cast<Tape*>(user);
  if (to < 0 || static_cast<std::uint64_t>(to) > tape.bytes.size()) return OPJ_FALSE;
  tape.at = static_cast<std::size_t>(to);
  return OPJ_TRUE;
}

// OpenJPEG's streams and codecs are one type in C++, so each has a deleter of its own.
struct CloseStream {
  void operator()(opj_stream_t* stream) const { opj_stream_destroy(stream); }
};
struct CloseCodec {
  void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
};
struct CloseImage {
  void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};
using StreamPtr = std::unique_ptr<opj_stream_t, CloseStream>;
using CodecPtr = std::unique_ptr<opj_codec_t, CloseCodec>;
using ImagePtr = std::unique_ptr<opj_image_t, CloseImage>;

StreamPtr streamOf(Tape& tape) {
  StreamPtr stream(opj_stream_default_create(OPJ_TRUE));
  if (!stream) return stream;
  opj_stream_set_read_function(stream.get(), readTape);
  opj_stream_set_skip_function(stream.get(), skipTape);
  opj_stream_set_seek_function(stream.get(), seekTape);
  opj_stream_set_user_data(stream.get(), &tape, nullptr);
  opj_stream_set_user_data_length(stream.get(), tape.bytes.size());
  return stream;
}

bool isGreyOf(const opj_image_t& image, const std::array<std::int64_t, 2>& size) {
  return image.numcomps == 1 && image.comps[0].w == size[0] && image.comps[0].h == size[1] &&
         image.comps[0].prec >= 1 && image.comps[0].prec <= 32;
}

/// The decoded picture; null if the stream does not hold one of that size. A new codec has no handler of messages.
ImagePtr decoded(std::span<const std::byte> bytes, const std::array<std::int64_t, 2>& size) {
  Tape tape{bytes};
  const StreamPtr stream = streamOf(tape);
  const CodecPtr codec(opj_create_decompress(startsWith(bytes, kJp2) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K));
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  if (!stream || !codec || opj_setup_decoder(codec.get(), &parameters) == OPJ_FALSE) return nullptr;
  opj_codec_set_threads(codec.get(), std::min(kMostThreads, opj_get_num_cpus()));
  opj_image_t* raw = nullptr;
  const bool headed = opj_read_header(stream.get(), codec.get(), &raw) != OPJ_FALSE;
  ImagePtr image(raw);
  if (!headed || !image || !isGreyOf(*image, size)) return nullptr;
  const bool whole = opj_decode(codec.get(), stream.get(), image.get()) != OPJ_FALSE &&
                     opj_end_decompress(codec.get(), stream.get()) != OPJ_FALSE;
  return whole && isGreyOf(*image, size) && image->comps[0].data != nullptr ? std::move(image) : nullptr;
}

template <class Stored>
void store(const opj_image_comp_t& picture, std::vector<std::byte>& out) {
  const std::size_t count = out.size() / sizeof(Stored);
  for (std::size_t i = 0; i < count; ++i)
    storeAs(static_cast<Stored>(picture.data[i]), out.data() + i * sizeof(Stored), false);
}

}  // namespace

bool isJpeg2000(std::span<const std::byte> stream) {
  return startsWith(stream, kCodestream) || startsWith(stream, kJp2);
}

std::optional<UnpackedPixels> unpackJpeg2000(std::span<const std::byte> stream,
                                             const std::array<std::int64_t, 2>& size) {
  const ImagePtr image = decoded(stream, size);
  if (!image) return std::nullopt;
  const opj_image_comp_t& picture = image->comps[0];
  const int stored = static_cast<int>(picture.prec);
  const int bits = stored <= 8 ? 8 : stored <= 16 ? 16 : 32;
  UnpackedPixels out{{bits, stored, stored - 1, picture.sgnd != 0, false}, {}};
  out.bytes.resize(static_cast<std::size_t>(size[0] * size[1]) * static_cast<std::size_t>(bits / 8));
  if (bits == 8) store<std::uint8_t>(picture, out.bytes);
  if (bits == 16) store<std::uint16_t>(picture, out.bytes);
  if (bits == 32) store<std::uint32_t>(picture, out.bytes);
  return out;
}

}  // namespace hipwright
