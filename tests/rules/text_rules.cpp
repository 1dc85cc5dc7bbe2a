#include "tests/rules/text_rules.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <functional>

namespace hipwright::rules {
namespace {

constexpr int kMostLines = 400;

enum class Where { Header, Code, Anything };  // which files
enum class Sees { CodeOnly, AsWritten };      // comments and strings removed, or not

struct LineRule {
  const char* name;
  Where where;
  Sees sees;
  QRegularExpression pattern;
  const char* advice;
};

QRegularExpression re(const char* pattern) { return QRegularExpression(pattern); }

// The words are written with a class around one letter, so that this table does not find itself.
const QVector<LineRule>& lineRules() {
  static const QVector<LineRule> rules = {
      {"tab", Where::Anything, Sees::AsWritten, re("\t"), "indent with spaces"},
      {"trailing-blank", Where::Anything, Sees::AsWritten, re("[ \r]$"), "remove blanks at the end of the line"},
      {"unfinished", Where::Anything, Sees::AsWritten, re("\\b(TOD[O]|FIXM[E]|XX[X])\\b"),
       "finish it or open an issue"},
      {"machine-path", Where::Anything, Sees::AsWritten, re("(^|[^\\w.}])/(work|root|home|Users)/[\\w.]"),
       "no path of one machine in the sources"},
      {"commented-out-code", Where::Code, Sees::AsWritten,
       re("^\\s*//\\s*(#include\\b|(if|for|while|switch) \\(.*\\{$|return\\b.*;$|[\\w:.>-]+\\([^)]*\\);$|[\\w:<>&*]+ "
          "\\w+( = .*)?;$)"),
       "delete it; git remembers"},
      {"using-namespace", Where::Header, Sees::CodeOnly, re("\\busing\\s+namespace\\b"), "name what the header needs"},
      {"nested-event-loop", Where::Code, Sees::CodeOnly,
       re("\\bprocessEvents\\b|\\bQEventLoop\\b|\\bBlockingQueuedConnection\\b"),
       "nothing waits inside an event handler"},
      {"string-signal", Where::Code, Sees::CodeOnly, re("\\b(SIGNAL|SLOT)\\s*\\("), "connect pointers to members"},
      {"singleton", Where::Code, Sees::CodeOnly,
       re("\\bstatic\\s+\\w[\\w:]*\\s*&\\s*(instance|getInstance|get)\\s*\\("), "pass the object to who needs it"},
      {"empty-name", Where::Code, Sees::CodeOnly,
       re("\\b(class|struct|enum|enum class|namespace|using)\\s+\\w*(Manager|Helper|Util|Data2)"), "name what it is"},
      {"guard-macro", Where::Header, Sees::CodeOnly, re("^#ifndef \\w+_H_?$"), "#pragma once"},
  };
  return rules;
}

struct FileRule {
  const char* name;
  Where where;
  std::function<bool(const SourceFile&)> broken;
  const char* advice;
};

bool opensWithComment(const SourceFile& file) {
  const QString first = file.lines.value(0);
  // The header of a pair says what the pair is for.
  const QString own = "#include \"" + file.path.chopped(4) + ".h\"";
  return first.startsWith("// ") || (file.isSource() && first == own);
}

const QVector<FileRule>& fileRules() {
  static const QVector<FileRule> rules = {
      {"too-long", Where::Code, [](const SourceFile& f) { return f.lines.size() > kMostLines; },
       "split it; 400 lines at most"},
      {"pragma-once", Where::Header, [](const SourceFile& f) { return !f.code.contains("#pragma once"); },
       "#pragma once"},
      {"opening", Where::Code, [](const SourceFile& f) { return !opensWithComment(f); },
       "open with a sentence that says what the file is for (a source may open with its own header)"},
      {"file-name", Where::Code,
       [](const SourceFile& f) { return !re("^[a-z0-9_]+\\.(h|cpp)$").match(f.fileName()).hasMatch(); }, "snake_case"},
      {"empty-file-name", Where::Code,
       [](const SourceFile& f) { return re("manager|helper|util|data2").match(f.fileName()).hasMatch(); },
       "name what it is"},
      {"not-utf8", Where::Anything,
       [](const SourceFile& f) {
         QStringDecoder decoder(QStringDecoder::Utf8);
         const QString text = decoder.decode(f.bytes);
         return decoder.hasError() || text.contains(QChar(0xFEFF));
       },
       "save as UTF-8 without a mark"},
      {"last-newline", Where::Anything,
       [](const SourceFile& f) { return !f.bytes.isEmpty() && !f.bytes.endsWith('\n'); },
       "end the file with a newline"},
  };
  return rules;
}

bool applies(Where where, const SourceFile& file) {
  switch (where) {
    case Where::Header: return file.isHeader();
    case Where::Code: return file.isCode();
    case Where::Anything: return true;
  }
  return false;
}

}  // namespace

Findings textFindings(const SourceFile& file) {
  Findings findings;
  for (const FileRule& rule : fileRules())
    if (applies(rule.where, file) && rule.broken(file)) findings << Finding{file.path, 0, rule.name, rule.advice};
  for (const LineRule& rule : lineRules()) {
    if (!applies(rule.where, file)) continue;
    const QStringList& lines = rule.sees == Sees::CodeOnly ? file.code : file.lines;
    for (int i = 0; i < lines.size(); ++i)
      if (rule.pattern.match(lines[i]).hasMatch()) findings << Finding{file.path, i + 1, rule.name, rule.advice};
  }
  return findings;
}

QStringList textRuleNames() {
  QStringList names;
  for (const FileRule& rule : fileRules()) names << rule.name;
  for (const LineRule& rule : lineRules()) names << rule.name;
  return names;
}

}  // namespace hipwright::rules
