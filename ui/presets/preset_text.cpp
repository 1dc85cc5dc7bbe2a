#include "ui/presets/preset_text.h"

#include <QCoreApplication>
#include <array>

namespace hipwright {
namespace {

struct Words {
  const char* key;
  const char* text;
};

constexpr std::array kNames = {
    Words{"quick-look", QT_TRANSLATE_NOOP("Preset", "Quick look")},
    Words{"recommended", QT_TRANSLATE_NOOP("Preset", "Recommended")},
    Words{"high-fidelity", QT_TRANSLATE_NOOP("Preset", "High fidelity")},
    Words{"low-memory", QT_TRANSLATE_NOOP("Preset", "Low memory")},
};

constexpr std::array kDescriptions = {
    Words{"quick-look", QT_TRANSLATE_NOOP("Preset",
                                          "20 steps: the shape in a fraction of the time, to see whether case "
                                          "and region are right.")},
    Words{"recommended", QT_TRANSLATE_NOOP("Preset", "Guidance 3 at 50 steps: what fits most cases.")},
    Words{"high-fidelity", QT_TRANSLATE_NOOP("Preset",
                                             "200 steps and every stage saved: the finest detail, about four "
                                             "times as long.")},
    Words{"low-memory", QT_TRANSLATE_NOOP("Preset",
                                          "One window at a time and few previews, for computers with little "
                                          "memory. The result is that of the recommended settings.")},
};

constexpr std::array kFields = {
    Words{"cfg", QT_TRANSLATE_NOOP("Preset", "Guidance (CFG)")},
    Words{"ts", QT_TRANSLATE_NOOP("Preset", "Steps")},
    Words{"summary", QT_TRANSLATE_NOOP("Preset", "Save every stage")},
    Words{"preview", QT_TRANSLATE_NOOP("Preset", "Live frames")},
    Words{"tiled", QT_TRANSLATE_NOOP("Preset", "Tiled encode and decode")},
    Words{"sw", QT_TRANSLATE_NOOP("Preset", "Tiles at once")},
    Words{"amp", QT_TRANSLATE_NOOP("Preset", "Mixed precision")},
    Words{"device", QT_TRANSLATE_NOOP("Preset", "Device")},
    Words{"threads", QT_TRANSLATE_NOOP("Preset", "Processor threads")},
    Words{"rng", QT_TRANSLATE_NOOP("Preset", "Source of the noise")},
    Words{"space", QT_TRANSLATE_NOOP("Preset", "Frame of the surface")},
    Words{"description", QT_TRANSLATE_NOOP("Preset", "Description")},
};

QString text(const char* words) { return QCoreApplication::translate("Preset", words); }

template <std::size_t Count>
QString found(const std::array<Words, Count>& table, const std::string& key, const std::string& otherwise) {
  for (const Words& words : table)
    if (key == words.key) return text(words.text);
  return QString::fromStdString(otherwise);
}

}  // namespace

QString presetName(const StoredPreset& stored) {
  const QString own = QString::fromStdString(stored.preset.name);
  return stored.origin == PresetOrigin::Shipped ? found(kNames, stored.id, stored.preset.name) : own;
}

QString presetDescription(const StoredPreset& stored) {
  const QString own = QString::fromStdString(stored.preset.description);
  return stored.origin == PresetOrigin::Shipped ? found(kDescriptions, stored.id, stored.preset.description) : own;
}

QString fieldText(const std::string& field) { return found(kFields, field, field); }

QString fieldValueText(const FieldChange& change, const std::string& value) {
  if (change.field == "description")
    return value.empty() ? text(QT_TRANSLATE_NOOP("Preset", "none")) : QString::fromStdString(value);
  if (value.empty()) return text(QT_TRANSLATE_NOOP("Preset", "not set"));
  if (value == "true") return text(QT_TRANSLATE_NOOP("Preset", "on"));
  if (value == "false") return text(QT_TRANSLATE_NOOP("Preset", "off"));
  if (value.ends_with(".0")) return QString::fromStdString(value.substr(0, value.size() - 2));
  return QString::fromStdString(value);
}

QString changesText(const std::vector<FieldChange>& changes) {
  QStringList lines;
  for (const FieldChange& change : changes)
    lines << text(QT_TRANSLATE_NOOP("Preset", "%1: %2 → %3"))
                 .arg(fieldText(change.field), fieldValueText(change, change.before),
                      fieldValueText(change, change.after));
  return lines.join('\n');
}

}  // namespace hipwright
