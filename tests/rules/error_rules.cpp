#include "tests/rules/error_rules.h"

#include "engine/core/error.h"

#include <QRegularExpression>
#include <QSet>

namespace hipwright::rules {
namespace {

constexpr int kShortestSentence = 12;

QSet<QString> captures(const char* pattern, const QString& text) {
  QSet<QString> found;
  for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();) found << it.next().captured(1);
  return found;
}

QSet<QString> valuesNamedBy(ErrorCode code) {
  const auto text = std::string(whatTemplate(code)) + std::string(remedyTemplate(code));
  return captures("\\{(\\w+)\\}", QString::fromStdString(text));
}

/// From an opening brace to the one that closes it.
QString braced(const QString& text, qsizetype open) {
  int depth = 0;
  for (qsizetype i = open; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return text.mid(open, i - open + 1);
  }
  return {};
}

QString faultOfSentence(const QString& sentence) {
  if (sentence.size() < kShortestSentence) return "is missing or too short to help";
  if (!sentence.front().isUpper()) return "does not begin like a sentence";
  if (!sentence.endsWith('.') && !sentence.endsWith("{table}")) return "does not end like a sentence";
  return {};
}

}  // namespace

Findings sentenceFindings(const QString& name, const QString& what, const QString& remedy) {
  Findings findings;
  const QString file = "engine/core/error_list.h";
  if (const QString fault = faultOfSentence(what); !fault.isEmpty())
    findings << Finding{file, 0, "error-what", name + ": what happened " + fault};
  if (const QString fault = faultOfSentence(remedy); !fault.isEmpty())
    findings << Finding{file, 0, "error-remedy", name + ": what to do " + fault};
  return findings;
}

Findings missingValueFindings(const SourceFile& file) {
  static const QRegularExpression thrown("ErrorCode::(\\w+),\\s*(\\{)");
  Findings findings;
  if (!file.isSource()) return findings;
  const QString text = QString::fromUtf8(file.bytes);
  for (auto it = thrown.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    const QSet<QString> given = captures("\\{\\s*\"(\\w+)\"\\s*,", braced(text, match.capturedStart(2)));
    for (const ErrorCode code : allErrorCodes()) {
      if (given.isEmpty() ||
          QString::fromUtf8(errorName(code).data(), qsizetype(errorName(code).size())) != match.captured(1))
        continue;
      const QSet<QString> missing = valuesNamedBy(code) - given;
      const int line = int(text.left(match.capturedStart()).count('\n')) + 1;
      if (!missing.isEmpty())
        findings << Finding{file.path, line, "error-values", "give " + QStringList(missing.values()).join(", ")};
    }
  }
  return findings;
}

}  // namespace hipwright::rules
