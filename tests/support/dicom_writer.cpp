#include "tests/support/dicom_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>

namespace hipwright::test {
namespace {

class Writer {
 public:
  explicit Writer(DicomSyntax syntax)
      : m_big(syntax == DicomSyntax::ExplicitBig), m_implicit(syntax == DicomSyntax::ImplicitLittle) {}

  void number(std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
      const int byte = m_big ? bytes - 1 - i : i;
      m_bytes.push_back(static_cast<char>(value >> (8 * byte) & 0xFFU));
    }
  }

  void element(std::uint32_t tag, const std::string& vr, std::string value) {
    if (value.size() % 2 == 1) value.push_back(vr == "UI" ? '\0' : ' ');
    number(tag >> 16U, 2);
    number(tag & 0xFFFFU, 2);
    const auto size = static_cast<std::uint32_t>(value.size());
    const bool isLong = vr == "OW" || vr == "OB" || vr == "SQ";
    if (!m_implicit) m_bytes += vr;
    if (!m_implicit && isLong) number(0, 2);
    number(size, m_implicit || isLong ? 4 : 2);
    m_bytes += value;
  }

  void word(std::uint32_t tag, std::uint32_t value) {
    Writer inner(*this);
    inner.m_bytes.clear();
    inner.number(value, 2);
    element(tag, "US", inner.m_bytes);
  }

  const std::string& bytes() const { return m_bytes; }

 private:
  bool m_big;
  bool m_implicit;
  std::string m_bytes;
};

bool isWord(std::uint32_t tag) {
  constexpr std::array<std::uint32_t, 9> kWords = {0x00280002, 0x00280010, 0x00280011, 0x00280100, 0x00280101,
                                                   0x00280102, 0x00280103, 0x00280120, 0x00280121};
  return std::find(kWords.begin(), kWords.end(), tag) != kWords.end();
}

std::string vrOf(std::uint32_t tag) {
  if (tag == 0x0020000E) return "UI";
  if (tag == 0x0008103E) return "LO";
  if (tag == 0x00080008 || tag == 0x00080060 || tag == 0x00280004 || tag == 0x00282110) return "CS";
  if (tag == 0x00200011 || tag == 0x00200013 || tag == 0x00280008) return "IS";
  return "DS";
}

std::string metaFor(DicomSyntax syntax) {
  Writer meta(DicomSyntax::ExplicitLittle);
  meta.element(0x00020010, "UI",
               syntax == DicomSyntax::ExplicitBig      ? "1.2.840.10008.1.2.2"
               : syntax == DicomSyntax::ImplicitLittle ? "1.2.840.10008.1.2"
                                                       : "1.2.840.10008.1.2.1");
  return std::string(128, '\0') + "DICM" + meta.bytes();
}

Vec3 axisOf(const Geometry& g, std::size_t a) { return {g.direction[0][a], g.direction[1][a], g.direction[2][a]}; }

}  // namespace

std::string dicomNumbers(const std::vector<double>& numbers) {
  std::string out;
  for (const double value : numbers) {
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    out.append(out.empty() ? "" : "\\").append(text);
  }
  return out;
}

std::string dicomBytes(const DicomPicture& picture, DicomSyntax syntax) {
  Writer out(syntax);
  for (const auto& [tag, value] : picture.fields) {
    if (isWord(tag))
      out.word(tag, static_cast<std::uint32_t>(std::stol(value)));
    else
      out.element(tag, vrOf(tag), value);
  }
  Writer pixels(syntax);
  for (const std::uint16_t value : picture.stored) pixels.number(value, 2);
  if (!picture.stored.empty()) out.element(0x7FE00010, "OW", pixels.bytes());
  return (syntax == DicomSyntax::NoPreamble ? std::string() : metaFor(syntax)) + out.bytes();
}

std::vector<DicomPicture> dicomPictures(const Volume& volume, const std::string& seriesUid) {
  const Geometry& g = volume.geometry;
  const auto plane = static_cast<std::size_t>(g.size[0] * g.size[1]);
  const Vec3 row = axisOf(g, 0);
  const Vec3 column = axisOf(g, 1);
  std::vector<DicomPicture> out;
  for (std::int64_t z = 0; z < g.size[2]; ++z) {
    const Vec3 place = g.indexToPatient({0, 0, static_cast<double>(z)});
    DicomPicture p;
    p.fields = {{0x00080008, "ORIGINAL\\PRIMARY\\AXIAL"},
                {0x00080060, "CT"},
                {0x0008103E, "A hip"},
                {0x00180050, dicomNumbers({g.spacing[2]})},
                {0x0020000E, seriesUid},
                {0x00200011, "3"},
                {0x00200013, std::to_string(z + 1)},
                {0x00200032, dicomNumbers({place[0], place[1], place[2]})},
                {0x00200037, dicomNumbers({row[0], row[1], row[2], column[0], column[1], column[2]})},
                {0x00280002, "1"},
                {0x00280004, "MONOCHROME2"},
                {0x00280010, std::to_string(g.size[1])},
                {0x00280011, std::to_string(g.size[0])},
                {0x00280030, dicomNumbers({g.spacing[1], g.spacing[0]})},
                {0x00280100, "16"},
                {0x00280101, "16"},
                {0x00280102, "15"},
                {0x00280103, "0"},
                {0x00281052, "-1024"},
                {0x00281053, "1"}};
    for (std::size_t i = 0; i < plane; ++i)
      p.stored.push_back(
          static_cast<std::uint16_t>(std::lround(volume.voxels[static_cast<std::size_t>(z) * plane + i] + 1024)));
    out.push_back(std::move(p));
  }
  return out;
}

std::string dicomFileName(std::size_t place) {
  std::string name("IM");
  return name.append(std::to_string(place * 7919 % 10007));
}

void writeDicomFolder(const std::filesystem::path& folder, const std::vector<DicomPicture>& pictures,
                      DicomSyntax syntax) {
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    std::ofstream file(folder / dicomFileName(i), std::ios::binary);
    const std::string bytes = dicomBytes(pictures[i], syntax);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
}

}  // namespace hipwright::test
