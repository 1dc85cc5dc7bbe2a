#include "ui/text/preflight_text.h"

#include "engine/core/error.h"
#include "ui/text/reasons.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace hipwright {
namespace {

class Preflight {
  Q_DECLARE_TR_FUNCTIONS(Preflight)
};

/// The sentences live with the engine; the translation file holds them in the context "Sentence".
QString worded(const Sentence& sentence) {
  const QString translated = QCoreApplication::translate("Sentence", std::string(sentence.pattern).c_str());
  static const QRegularExpression negative("(?<![\\w.])-(?=\\d)");
  std::map<std::string, std::string> values;
  for (const auto& [name, value] : sentence.values) {
    const bool isReason = name == "reason" || name == "problem";
    const QString text = QString::fromStdString(value);
    values[name] = (isReason ? reasonText(text) : QString(text).replace(negative, QChar(0x2212))).toStdString();
  }
  return QString::fromStdString(fillTemplate(translated.toStdString(), values));
}

}  // namespace

QString levelText(PreflightLevel level) {
  switch (level) {
    case PreflightLevel::Fine: return Preflight::tr("Fine");
    case PreflightLevel::Adapted: return Preflight::tr("Adapted");
    case PreflightLevel::Doubtful: return Preflight::tr("Doubtful");
    case PreflightLevel::Refused: break;
  }
  return Preflight::tr("Refused");
}

QString subjectText(PreflightCode code) {
  switch (code) {
    case PreflightCode::Spacing: return Preflight::tr("Voxel size");
    case PreflightCode::Orientation: return Preflight::tr("Orientation");
    case PreflightCode::FieldOfView: return Preflight::tr("Region");
    case PreflightCode::Side: return Preflight::tr("Side");
    case PreflightCode::Reading: return Preflight::tr("File");
    case PreflightCode::Metal: return Preflight::tr("Metal");
    case PreflightCode::BoneCut: return Preflight::tr("Cut bone");
    case PreflightCode::HuRange: return Preflight::tr("HU range");
    case PreflightCode::Size: break;
  }
  return Preflight::tr("Size");
}

QString sentenceText(const std::vector<Sentence>& sentences) {
  QStringList all;
  for (const Sentence& sentence : sentences) all << worded(sentence);
  return all.join(' ');
}

QString itemText(const PreflightItem& item) {
  std::vector<Sentence> all = item.found;
  all.insert(all.end(), item.done.begin(), item.done.end());
  return sentenceText(all);
}

QString refusalText(const std::vector<PreflightItem>& items) {
  QStringList all;
  for (const PreflightItem& item : items)
    if (item.level == PreflightLevel::Refused) all << itemText(item);
  return all.join('\n');
}

}  // namespace hipwright
