#include "ui/theme/scheme_menu.h"

#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QMenu>

namespace hipwright {

SchemeAction::SchemeAction(Appearance& appearance, QObject* parent) : QAction(parent), m_appearance(appearance) {
  connect(this, &QAction::triggered, this, [this] {
    const bool dark = m_appearance.theme().scheme == Scheme::Dark;
    m_appearance.setChoice(dark ? SchemeChoice::Light : SchemeChoice::Dark);
  });
  connect(&appearance, &Appearance::themeChanged, this, &SchemeAction::showTheme);
  showTheme();
}

void SchemeAction::showTheme() {
  const bool dark = m_appearance.theme().scheme == Scheme::Dark;
  setIcon(iconOf(dark ? IconName::Moon : IconName::Sun));
  setText(dark ? tr("Light theme") : tr("Dark theme"));
  setToolTip(dark ? tr("Change to the light theme") : tr("Change to the dark theme"));
}

QMenu* makeSchemeMenu(Appearance& appearance, QWidget* parent) {
  auto* menu = new QMenu(SchemeAction::tr("Theme"), parent);
  auto* group = new QActionGroup(menu);
  const auto add = [&](const QString& text, SchemeChoice choice) {
    QAction* action = group->addAction(menu->addAction(text));
    action->setCheckable(true);
    const auto show = [&appearance, action, choice] { action->setChecked(appearance.choice() == choice); };
    show();
    QObject::connect(action, &QAction::triggered, &appearance, [&appearance, choice] { appearance.setChoice(choice); });
    QObject::connect(&appearance, &Appearance::choiceChanged, action, show);
  };
  add(SchemeAction::tr("As the system"), SchemeChoice::System);
  add(SchemeAction::tr("Dark"), SchemeChoice::Dark);
  add(SchemeAction::tr("Light"), SchemeChoice::Light);
  return menu;
}

}  // namespace hipwright
