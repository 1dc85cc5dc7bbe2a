#include "tests/rules/source_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <algorithm>

namespace hipwright::rules {
namespace {

const QStringList kFolders = {"app", "engine", "ui", "tests", "resources", "installer", ".ci"};
const QStringList kRootFiles = {"CMakeLists.txt", "CMakePresets.json", "README.md",  "CONTRIBUTING.md",
                                "CHANGELOG.md",   ".clang-format",     ".clang-tidy"};
const QStringList kSuffixes = {"h", "cpp", "txt", "cmake", "json", "md", "sh", "supp", "manifest", "in", "rc"};
const QStringList kForeign = {"/golden/", "/fixtures/"};  // data that other programs wrote, kept as it is

enum class Inside { Code, Line, Block, Text, Character };

/// Walks the characters once and remembers what the current one belongs to. Raw strings are not known, so a file that
/// needs one with a lone quote in it must write it differently.
class Stripper {
 public:
  QString strip(const QString& text) {
    for (m_at = 0; m_at < text.size(); ++m_at) take(text[m_at], m_at + 1 < text.size() ? text[m_at + 1] : QChar());
    return m_out;
  }

 private:
  void take(QChar c, QChar next) {
    if (c == '\n') {
      m_out += c;
      if (m_inside != Inside::Block) m_inside = Inside::Code;
      return;
    }
    switch (m_inside) {
      case Inside::Code: return takeCode(c, next);
      case Inside::Line: return;
      case Inside::Block:
        if (c == '*' && next == '/') leaveAfter(1);
        return;
      case Inside::Text: return takeQuoted(c, '"');
      case Inside::Character: return takeQuoted(c, '\'');
    }
  }

  void takeCode(QChar c, QChar next) {
    const bool digitBefore = !m_out.isEmpty() && m_out.back().isLetterOrNumber();
    if (c == '/' && next == '/') m_inside = Inside::Line;
    if (c == '/' && next == '*') {
      m_inside = Inside::Block;
      ++m_at;
    }
    if (m_inside != Inside::Code) return;
    if (c == '"') m_inside = Inside::Text;
    if (c == '\'' && !digitBefore) m_inside = Inside::Character;  // 1'000 is a number
    m_out += c;
  }

  void takeQuoted(QChar c, QChar quote) {
    if (c == '\\') ++m_at;
    if (c != quote) return;
    m_out += c;
    m_inside = Inside::Code;
  }

  void leaveAfter(int count) {
    m_at += count;
    m_inside = Inside::Code;
  }

  QString m_out;
  Inside m_inside = Inside::Code;
  qsizetype m_at = 0;
};

bool isOurs(const QString& path) {
  const QString name = path.section('/', -1);
  const bool known = kSuffixes.contains(name.section('.', -1)) || !name.contains('.');
  const bool foreign = std::any_of(kForeign.begin(), kForeign.end(), [&](const QString& folder) {
    return path.contains(folder) && name != "CMakeLists.txt" && !path.endsWith(".cpp") && !path.endsWith(".h");
  });
  return known && !foreign;
}

}  // namespace

QStringList codeOnly(const QString& text) { return Stripper().strip(text).split('\n'); }

SourceFile sourceFile(const QString& path, const QByteArray& bytes) {
  const QString text = QString::fromUtf8(bytes);
  SourceFile file{path, bytes, text.split('\n'), codeOnly(text)};
  if (file.lines.last().isEmpty()) {
    file.lines.removeLast();
    file.code.removeLast();
  }
  return file;
}

QVector<SourceFile> readTree(const std::filesystem::path& root) {
  const QDir base(root);
  QStringList paths;
  for (const QString& name : kRootFiles)
    if (base.exists(name)) paths << name;
  for (const QString& folder : kFolders) {
    QDirIterator it(base.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
      const QString path = base.relativeFilePath(it.next());
      if (isOurs(path)) paths << path;
    }
  }
  std::sort(paths.begin(), paths.end());
  QVector<SourceFile> files;
  for (const QString& path : paths) {
    QFile file(base.filePath(path));
    if (file.open(QIODevice::ReadOnly)) files << sourceFile(path, file.readAll());
  }
  return files;
}

}  // namespace hipwright::rules
