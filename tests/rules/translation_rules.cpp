#include "tests/rules/translation_rules.h"

#include <QRegularExpression>
#include <QSet>

namespace hipwright::rules {
namespace {

struct Sentence {
  int line = 0;
  QString text;
};

QString unescaped(QString text) {
  text.replace("\\n", "\n").replace("\\\"", "\"");
  return text;
}

/// The first argument of each tr() and the second of each QT_TRANSLATE_NOOP(), literals that stand side by side joined.
QVector<Sentence> sentencesOf(const SourceFile& file) {
  static const QRegularExpression call(
      "(?:\\btr\\(|\\bQT_TRANSLATE_NOOP\\(\"\\w+\",)\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
  static const QRegularExpression literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
  QVector<Sentence> sentences;
  const QString text = file.lines.join('\n');
  for (auto found = call.globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    QString joined;
    for (auto part = literal.globalMatch(match.captured(1)); part.hasNext();) joined += part.next().captured(1);
    sentences << Sentence{int(text.left(match.capturedStart()).count('\n')) + 1, unescaped(joined)};
  }
  return sentences;
}

QSet<QString> sourcesIn(const SourceFile& translations) {
  static const QRegularExpression source("<source>(.*?)</source>", QRegularExpression::DotMatchesEverythingOption);
  QSet<QString> sources;
  const QString all = QString::fromUtf8(translations.bytes);
  for (auto found = source.globalMatch(all); found.hasNext();) {
    QString text = found.next().captured(1);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    sources << text.replace("&amp;", "&");
  }
  return sources;
}

Findings unfinishedIn(const SourceFile& translations) {
  static const QRegularExpression empty(
      "<translation type=|<translation></translation>|<translation/>|"
      "<numerusform></numerusform>");
  Findings findings;
  for (int i = 0; i < translations.lines.size(); ++i)
    if (empty.match(translations.lines[i]).hasMatch())
      findings << Finding{translations.path, i + 1, "translation", "finish it"};
  return findings;
}

}  // namespace

Findings translationFindings(const QVector<SourceFile>& tree) {
  Findings findings;
  for (const SourceFile& translations : tree) {
    if (!translations.path.startsWith("resources/translations/") || !translations.path.endsWith(".ts")) continue;
    findings << unfinishedIn(translations);
    const QSet<QString> known = sourcesIn(translations);
    for (const SourceFile& file : tree) {
      if (!file.isCode() || !file.path.startsWith("ui/")) continue;
      for (const Sentence& sentence : sentencesOf(file))
        if (!known.contains(sentence.text))
          findings << Finding{file.path, sentence.line, "translation",
                              QString("\"%1\" is not in %2").arg(sentence.text, translations.fileName())};
    }
  }
  return findings;
}

}  // namespace hipwright::rules
