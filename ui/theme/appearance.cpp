#include "ui/theme/appearance.h"

#include "ui/theme/control_style.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/type_scale.h"

#include <QApplication>
#include <QEvent>
#include <QPixmapCache>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

namespace hipwright {
namespace {

constexpr int kIconCacheKiB = 20 * 1024;

/// Before our own palette is set, the application's palette is the system's.
Scheme schemeOfSystem() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  const auto scheme = QGuiApplication::styleHints()->colorScheme();
  if (scheme != Qt::ColorScheme::Unknown) return scheme == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
#endif
  return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

}  // namespace

Appearance::Appearance(QApplication& application, SchemeChoice choice)
    : QObject(&application),
      m_application(application),
      m_choice(choice),
      m_systemScheme(schemeOfSystem()),
      m_theme(themeOf(wantedScheme())),
      m_style(new ControlStyle(m_theme)) {
  QPixmapCache::setCacheLimit(kIconCacheKiB);
  QApplication::setFont(fontOf(TextRole::Body));
  QApplication::setStyle(m_style);
  new FocusRing(application);
  apply();
  application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
    m_systemScheme = schemeOfSystem();
    apply();
  });
#endif
}

Scheme Appearance::wantedScheme() const {
  if (m_choice == SchemeChoice::System) return m_systemScheme;
  return m_choice == SchemeChoice::Dark ? Scheme::Dark : Scheme::Light;
}

void Appearance::setChoice(SchemeChoice choice) {
  if (choice == m_choice) return;
  m_choice = choice;
  apply();
  emit choiceChanged(choice);
}

void Appearance::apply() {
  m_theme = themeOf(wantedScheme());
  if (m_style != nullptr) m_style->setTheme(m_theme);
  QApplication::setPalette(paletteOf(m_theme));
  m_application.setStyleSheet(styleSheetOf(m_theme));
  emit themeChanged(m_theme);
}

bool Appearance::eventFilter(QObject* object, QEvent* event) {
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
  // The platform tells of a new system theme by this event; only then is the palette below ours worth another look.
  if (object == &m_application && event->type() == QEvent::ThemeChange) {
    QApplication::setPalette(QPalette());
    m_systemScheme = schemeOfSystem();
    apply();
  }
#endif
  return QObject::eventFilter(object, event);
}

QString toText(SchemeChoice choice) {
  switch (choice) {
    case SchemeChoice::Dark: return "dark";
    case SchemeChoice::Light: return "light";
    case SchemeChoice::System: break;
  }
  return "system";
}

SchemeChoice schemeChoiceFromText(const QString& text) {
  for (const auto choice : {SchemeChoice::Dark, SchemeChoice::Light})
    if (toText(choice) == text) return choice;
  return SchemeChoice::System;
}

}  // namespace hipwright
