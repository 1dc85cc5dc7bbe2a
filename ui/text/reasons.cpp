#include "ui/text/reasons.h"

#include "ui/text/reason_list.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace hipwright {
namespace {

struct Pattern {
  const char* sentence = nullptr;
  QRegularExpression expression;
  qsizetype literal = 0;  ///< characters outside of the places
};

/// What stands for %1 may be anything; groups are named for their place, because translations change the order.
Pattern patternOf(const char* sentence) {
  static const QRegularExpression place("%([1-9])");
  const QString text = QString::fromUtf8(sentence);
  QString expression;
  qsizetype from = 0;
  qsizetype literal = 0;
  for (auto found = place.globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    expression += QRegularExpression::escape(text.mid(from, match.capturedStart() - from));
    expression += QString("(?<p%1>.+?)").arg(match.captured(1));
    literal += match.capturedStart() - from;
    from = match.capturedEnd();
  }
  expression += QRegularExpression::escape(text.mid(from));
  literal += text.size() - from;
  return {sentence, QRegularExpression(QRegularExpression::anchoredPattern(expression)), literal};
}

/// Those that say most come first: "it is not valid JSON at %1" before "%1 at %2".
std::vector<Pattern> allPatterns() {
  std::vector<Pattern> all;
  for (const char* sentence : kReasons) all.push_back(patternOf(sentence));
  std::stable_sort(all.begin(), all.end(), [](const Pattern& a, const Pattern& b) { return a.literal > b.literal; });
  return all;
}

}  // namespace

QString reasonText(const QString& english) {
  static const std::vector<Pattern> patterns = allPatterns();
  for (const Pattern& pattern : patterns) {
    const auto match = pattern.expression.match(english);
    if (!match.hasMatch()) continue;
    QString text = QCoreApplication::translate("Reason", pattern.sentence);
    for (int place = 9; place >= 1; --place) {
      const QString name = QString("p%1").arg(place);
      if (!pattern.expression.namedCaptureGroups().contains(name)) continue;
      const QString given = match.captured(name);
      text.replace(QString('%') + QString::number(place), given.contains(' ') ? reasonText(given) : given);
    }
    return text;
  }
  return english;
}

}  // namespace hipwright
