#include "engine/io/dicom_jpegls.h"

#include <charls/charls.h>

namespace hipwright {

std::optional<std::vector<std::byte>> unpackJpegLs(std::span<const std::byte> stream,
                                                   const std::array<std::int64_t, 2>& size) {
  try {
    charls::jpegls_decoder decoder(stream.data(), stream.size());
    const charls::frame_info& frame = decoder.frame_info();
    if (frame.component_count != 1 || frame.width != size[0] || frame.height != size[1]) return std::nullopt;
    std::vector<std::byte> out(decoder.destination_size());
    decoder.decode(out.data(), out.size());
    return out;
  } catch (const charls::jpegls_error&) {
    return std::nullopt;
  }
}

}  // namespace hipwright
