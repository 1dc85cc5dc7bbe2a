// 3MF (3MF Consortium, core specification 1.3): a zip package with the surface as XML, in millimetres, with metadata.
#include "engine/core/error.h"
#include "engine/core/version.h"
#include "engine/io/mesh_encoding.h"
#include "engine/io/mesh_text.h"
#include "engine/io/xml_reader.h"
#include "engine/io/zip_package.h"

#include <algorithm>
#include <array>
#include <map>

namespace hipwright {
namespace {

constexpr std::string_view kModelType = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel";
constexpr std::string_view kModelPlace = "3D/3dmodel.model";
constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

void appendMetadata(std::string& out, std::string_view name, std::string_view value) {
  out.append(" <metadata name=\"").append(escaped(name)).append("\">").append(escaped(value)).append("</metadata>\n");
}

/// Names without a prefix are reserved; ours go into a name space of their own.
std::string metadataOf(const MeshLabel& label) {
  std::string out;
  appendMetadata(out, "Title", label.mark.empty() ? "Hip implant" : label.mark + " hip implant");
  appendMetadata(out, "Application", std::string("Hipwright ") + kVersion);
  appendMetadata(out, "Description", "Hipwright, research use only. " + labelText(label));
  appendMetadata(out, "hipwright:Space", nameOf(label.space));
  if (!label.mark.empty()) appendMetadata(out, "hipwright:Mark", label.mark);
  for (const auto& [name, value] : label.details) appendMetadata(out, "hipwright:" + name, value);
  return out;
}

void appendVertex(std::string& out, const Vec3& p) {
  out += "<vertex x=\"";
  appendNumber(out, p[0]);
  out += "\" y=\"";
  appendNumber(out, p[1]);
  out += "\" z=\"";
  appendNumber(out, p[2]);
  out += "\"/>\n";
}

void appendTriangle(std::string& out, const std::array<std::uint32_t, 3>& t) {
  out += "<triangle v1=\"";
  appendWhole(out, t[0]);
  out += "\" v2=\"";
  appendWhole(out, t[1]);
  out += "\" v3=\"";
  appendWhole(out, t[2]);
  out += "\"/>\n";
}

std::string modelOf(const Mesh& mesh, const MeshLabel& label) {
  std::string out(kDeclaration);
  out +=
      "<model unit=\"millimeter\" xml:lang=\"en-US\" "
      "xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\""
      " xmlns:hipwright=\"urn:hipwright:mesh:1\">\n";
  out += metadataOf(label);
  out += " <resources>\n <object id=\"1\" type=\"model\">\n <mesh>\n <vertices>\n";
  for (const Vec3& p : mesh.vertices) appendVertex(out, p);
  out += " </vertices>\n <triangles>\n";
  for (const auto& t : mesh.triangles) appendTriangle(out, t);
  return out +
         " </triangles>\n </mesh>\n </object>\n </resources>\n <build>\n <item objectid=\"1\"/>\n </build>\n</model>\n";
}

std::string contentTypes() {
  return std::string(kDeclaration) +
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
         " <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
         " <Default Extension=\"model\" ContentType=\"application/vnd.ms-package.3dmanufacturing-3dmodel+xml\"/>\n"
         "</Types>\n";
}

std::string relationships() {
  return std::string(kDeclaration) +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
         " <Relationship Target=\"/" +
         std::string(kModelPlace) + "\" Id=\"rel0\" Type=\"" + std::string(kModelType) + "\"/>\n</Relationships>\n";
}

const std::string& partNamed(const std::vector<PackagePart>& parts, std::string_view name, const std::string& path) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const PackagePart& part) { return part.name == name; });
  if (found == parts.end()) damagedMesh(path, "it has no part " + std::string(name));
  return found->content;
}

std::string modelPlace(const std::vector<PackagePart>& parts, const std::string& path) {
  XmlReader xml(partNamed(parts, "_rels/.rels", path), path);
  while (xml.next())
    if (xml.name() == "Relationship" && xml.attribute("Type") == kModelType) {
      std::string target(xml.attribute("Target"));
      return target.starts_with('/') ? target.substr(1) : target;
    }
  damagedMesh(path, "it names no model");
}

double unitInMm(std::string_view unit, const std::string& path) {
  static const std::map<std::string_view, double> kUnits{
      {"", 1},        {"millimeter", 1}, {"micron", 0.001}, {"centimeter", 10},
      {"inch", 25.4}, {"foot", 304.8},   {"meter", 1000}};
  const auto found = kUnits.find(unit);
  if (found == kUnits.end()) damagedMesh(path, "its unit is unknown");
  return found->second;
}

/// Objects with a mesh, and the items that place them.
class ModelReading {
 public:
  ModelReading(std::string_view text, const std::string& path) : m_xml(text, path), m_path(path) {}

  Mesh run() {
    if (!m_xml.next() || m_xml.name() != "model") damagedMesh(m_path, "its model part is no model");
    if (!m_xml.attribute("requiredextensions").empty()) damagedMesh(m_path, "it needs extensions of 3MF");
    m_scale = unitInMm(m_xml.attribute("unit"), m_path);
    while (m_xml.next()) take();
    if (m_items == 0) damagedMesh(m_path, "it builds nothing");
    return std::move(m_out);
  }

 private:
  void take() {
    const std::string& name = m_xml.name();
    if (name == "object" && m_xml.isInside("resources")) {
      m_object = m_xml.attribute("id");
      if (!m_objects.try_emplace(m_object).second) damagedMesh(m_path, "it has two objects of one number");
    } else if (name == "components") {
      damagedMesh(m_path, "an object is made of components");
    } else if (name == "vertex" && m_xml.isInside("vertices")) {
      m_objects[m_object].vertices.push_back({real("x"), real("y"), real("z")});
    } else if (name == "triangle" && m_xml.isInside("triangles")) {
      m_objects[m_object].triangles.push_back({corner("v1"), corner("v2"), corner("v3")});
    } else if (name == "item" && m_xml.isInside("build")) {
      build();
    }
  }

  double real(std::string_view attribute) const { return parseNumber(m_xml.attribute(attribute), m_path); }

  std::uint32_t corner(std::string_view attribute) {
    const std::uint32_t v = parseWhole(m_xml.attribute(attribute), m_path);
    if (v >= m_objects[m_object].vertices.size()) damagedMesh(m_path, "a triangle names a vertex that is not there");
    return v;
  }

  void build() {
    const auto object = m_objects.find(std::string(m_xml.attribute("objectid")));
    if (object == m_objects.end()) damagedMesh(m_path, "it builds an object that is not there");
    const std::array<double, 12> t = transform();
    const auto shift = static_cast<std::uint32_t>(m_out.vertices.size());
    for (const Vec3& p : object->second.vertices) {
      Vec3 placed{};
      for (std::size_t a = 0; a < 3; ++a)
        placed[a] = m_scale * (p[0] * t[a] + p[1] * t[3 + a] + p[2] * t[6 + a] + t[9 + a]);
      m_out.vertices.push_back(placed);
    }
    for (const auto& c : object->second.triangles)
      m_out.triangles.push_back({c[0] + shift, c[1] + shift, c[2] + shift});
    ++m_items;
  }

  /// Twelve numbers: the rows of a matrix by which row vectors are multiplied, the translation last.
  std::array<double, 12> transform() const {
    std::array<double, 12> out{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    const std::string_view text = m_xml.attribute("transform");
    if (text.empty()) return out;
    WordReader words(text, m_path);
    for (double& value : out) value = parseNumber(words.next(), m_path);
    if (!words.next().empty()) damagedMesh(m_path, "a placement has more than twelve numbers");
    return out;
  }

  XmlReader m_xml;
  const std::string& m_path;
  std::map<std::string, Mesh> m_objects;
  std::string m_object;
  double m_scale = 1;
  int m_items = 0;
  Mesh m_out;
};

}  // namespace

std::string encode3mf(const Mesh& mesh, const MeshLabel& label) {
  if (label.space == MeshSpace::Index)
    throw Error(ErrorCode::BadRequest,
                {{"problems", "a 3MF file is always in millimetres, so voxel indices cannot be its frame"}});
  return packZip({{"[Content_Types].xml", contentTypes()},
                  {"_rels/.rels", relationships()},
                  {std::string(kModelPlace), modelOf(mesh, label)}});
}

Mesh decode3mf(FileBytes bytes, const std::string& path) {
  const std::vector<PackagePart> parts = unpackZip(bytes, path);
  return ModelReading(partNamed(parts, modelPlace(parts, path), path), path).run();
}

}  // namespace hipwright
