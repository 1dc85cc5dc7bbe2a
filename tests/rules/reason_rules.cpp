#include "tests/rules/reason_rules.h"

#include <QRegularExpression>

namespace hipwright::rules {
namespace {

constexpr int kShortest = 6;  // characters of a literal that is words and not a separator

/// Not of these, which only the command line gives anything to refuse.
bool isOfTheWindow(const QString& path) {
  for (const char* folder : {"engine/verify/", "engine/torch/train/", "engine/evaluate/", "engine/phantom/"})
    if (path.startsWith(folder)) return false;
  return path.startsWith("engine/");
}

/// From `start` to the bracket that closes what is open there; strings may hold brackets.
QString argument(const QString& text, qsizetype start) {
  int depth = 0;
  bool quoted = false;
  for (qsizetype i = start; i < text.size(); ++i) {
    const QChar c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '(' || c == '{') {
      ++depth;
    } else if ((c == ')' || c == '}') && --depth < 0) {
      return text.mid(start, i - start);
    }
  }
  return {};
}

/// Joined as the compiler joins them.
QStringList literalsIn(QString text) {
  static const QRegularExpression joint("\"\\s+\"");
  static const QRegularExpression literal("\"((?:[^\"\\\\]|\\\\.)*)\"");
  text.replace(joint, "");
  QStringList literals;
  for (auto found = literal.globalMatch(text); found.hasNext();) literals << found.next().captured(1);
  return literals;
}

bool isWords(const QString& literal) {
  static const QRegularExpression words("[a-z]{2}.* |^ .*[a-z]{3}");
  return literal.trimmed().size() >= kShortest && words.match(literal).hasMatch();
}

}  // namespace

Findings reasonFindings(const QVector<SourceFile>& tree) {
  static const QRegularExpression sink(
      "\\{\"reason\",|\\b(?:refuse|fail|damaged|bad|unknownFormat|reject|badSlices|unwritable)\\(");
  static const QRegularExpression value("\\{\"(?!reason)\\w+\",\\s*\"[^\"]*\"\\}|\\bat\\(\"\\w+\"\\)");
  QString known;
  for (const SourceFile& file : tree)
    if (file.path == "ui/text/reason_list.h") known = QString::fromUtf8(file.bytes);
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!file.isCode() || !isOfTheWindow(file.path)) continue;
    const QString text = QString::fromUtf8(file.bytes);
    for (auto found = sink.globalMatch(text); found.hasNext();) {
      const auto match = found.next();
      QString given = argument(text, match.capturedEnd());
      given.remove(value);
      for (const QString& literal : literalsIn(given)) {
        const QString words = literal.trimmed();
        if (!isWords(literal) || known.contains(words)) continue;
        const int line = int(text.left(match.capturedStart()).count('\n')) + 1;
        findings << Finding{file.path, line, "reason", QString("\"%1\" is not in ui/text/reason_list.h").arg(words)};
      }
    }
  }
  return findings;
}

}  // namespace hipwright::rules
