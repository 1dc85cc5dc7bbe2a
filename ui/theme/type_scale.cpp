#include "ui/theme/type_scale.h"

#include <QFontDatabase>
#include <QStringList>

namespace hipwright {
namespace {

struct Face {
  const char* name;
  int pixels;
  QFont::Weight weight;
};

Face faceOf(TextRole role) {
  switch (role) {
    case TextRole::StartTitle: return {"start-title", 28, QFont::DemiBold};
    case TextRole::Title: return {"title", 20, QFont::DemiBold};
    case TextRole::Name: return {"name", 16, QFont::DemiBold};
    case TextRole::Strong: return {"strong", 13, QFont::DemiBold};
    case TextRole::Secondary: return {"secondary", 12, QFont::Normal};
    case TextRole::Axis: return {"axis", 11, QFont::Normal};
    case TextRole::Body: break;
  }
  return {"body", 13, QFont::Normal};
}

/// Only what is installed: a missing first family would make Qt search for a substitute with every text it measures.
QStringList installedFamilies() {
  static const QStringList wanted = {"Inter",       "Segoe UI",           "SF Pro Text",  "Noto Sans",
                                     "DejaVu Sans", "Noto Sans CJK SC",   "Noto Sans SC", "Microsoft YaHei UI",
                                     "PingFang SC", "WenQuanYi Micro Hei"};
  static const QStringList installed = [] {
    QStringList found;
    for (const QString& family : wanted)
      if (QFontDatabase::hasFamily(family)) found << family;
    return found;
  }();
  return installed;
}

}  // namespace

QFont fontOf(TextRole role) {
  const Face face = faceOf(role);
  QFont font;
  const QStringList families = installedFamilies();
  if (!families.isEmpty()) font.setFamilies(families);
  font.setHintingPreference(QFont::PreferVerticalHinting);
  font.setPixelSize(face.pixels);
  font.setWeight(face.weight);
  return font;
}

const char* roleName(TextRole role) { return faceOf(role).name; }

}  // namespace hipwright
