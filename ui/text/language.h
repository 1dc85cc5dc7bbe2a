// The language of the window: the system's, or the one the user chose.
#pragma once

#include <QString>
#include <QTranslator>

class QApplication;

namespace hipwright {

/// Installs the translations that come with the program, and Qt's own. One per program; it
/// outlives the windows, which take a new language when they are made.
class Language {
 public:
  /// `code` is "en", "zh_CN", or empty for the system's.
  Language(QApplication& application, const QString& code);

  const QString& code() const { return m_code; }
  void setCode(const QString& code);

  /// Whether the window reads the same with `code`: the system's language may be the one that is asked for.
  bool speaks(const QString& code) const;

 private:
  QApplication& m_application;
  QString m_code;
  QTranslator m_ours;
  QTranslator m_qts;
};

}  // namespace hipwright
