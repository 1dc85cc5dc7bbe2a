#include "ui/text/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

static void loadTranslationResources() { Q_INIT_RESOURCE(translations); }

namespace hipwright {

Language::Language(QApplication& application, const QString& code) : m_application(application), m_code("none") {
  loadTranslationResources();
  setCode(code);
}

void Language::setCode(const QString& code) {
  if (code == m_code) return;
  m_code = code;
  m_application.removeTranslator(&m_ours);
  m_application.removeTranslator(&m_qts);
  const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
  QLocale::setDefault(locale);
  // English has plurals, so it is needed too where nobody translated into the system's language.
  if (m_ours.load(locale, "hipwright", "_", ":/translations") || m_ours.load(":/translations/hipwright_en"))
    m_application.installTranslator(&m_ours);
  const QString installed = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
  if (m_qts.load(locale, "qtbase", "_", ":/translations") || m_qts.load(locale, "qtbase", "_", installed))
    m_application.installTranslator(&m_qts);
}

}  // namespace hipwright
