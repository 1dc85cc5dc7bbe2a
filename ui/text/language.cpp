#include "ui/text/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

static void loadTranslationResources() { Q_INIT_RESOURCE(translations); }

namespace hipwright {
namespace {

QLocale localeOf(const QString& code) { return code.isEmpty() ? QLocale::system() : QLocale(code); }

/// English has plurals, so it is needed too where nobody translated into the system's language.
bool load(QTranslator& translator, const QLocale& locale) {
  return translator.load(locale, "hipwright", "_", ":/translations") || translator.load(":/translations/hipwright_en");
}

}  // namespace

Language::Language(QApplication& application, const QString& code) : m_application(application), m_code("none") {
  loadTranslationResources();
  setCode(code);
}

void Language::setCode(const QString& code) {
  if (code == m_code) return;
  m_code = code;
  m_application.removeTranslator(&m_ours);
  m_application.removeTranslator(&m_qts);
  const QLocale locale = localeOf(code);
  QLocale::setDefault(locale);
  if (load(m_ours, locale)) m_application.installTranslator(&m_ours);
  const QString installed = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
  if (m_qts.load(locale, "qtbase", "_", ":/translations") || m_qts.load(locale, "qtbase", "_", installed))
    m_application.installTranslator(&m_qts);
}

bool Language::speaks(const QString& code) const {
  QTranslator other;
  load(other, localeOf(code));
  return other.filePath() == m_ours.filePath();
}

}  // namespace hipwright
