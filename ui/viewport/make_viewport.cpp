#include "ui/viewport/make_viewport.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/viewport.h"
#include "ui/viewport/viewport_controls.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace hipwright {
namespace {

QString text(const char* source) { return QCoreApplication::translate("Viewport", source); }

QWidget* makeMessage(const QString& problem) {
  auto* widget = new QWidget;
  widget->setProperty("surface", "panel");
  widget->setAttribute(Qt::WA_StyledBackground);
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(space::kSection, space::kSection, space::kSection, space::kSection);
  column->setSpacing(space::kUnit);
  column->addStretch();
  QLabel* title = makeLabel(text(QT_TRANSLATE_NOOP("Viewport", "No 3-D view on this machine")), "strong", widget);
  QLabel* why =
      makeLabel(problem + ' ' + text(QT_TRANSLATE_NOOP("Viewport", "Slices, generation and export work as usual.")),
                "label", widget);
  for (QLabel* label : {title, why}) {
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
  }
  column->addStretch();
  return widget;
}

}  // namespace

ViewportParts makeViewport(OpenGlUse use) {
  ViewportParts parts;
  const OpenGlAnswer answer = use == OpenGlUse::Never ? OpenGlAnswer{} : probeOpenGl();
  if (!answer.usable) {
    parts.problem =
        answer.problem.isEmpty() ? text(QT_TRANSLATE_NOOP("Viewport", "OpenGL is switched off.")) : answer.problem;
    parts.view = makeMessage(parts.problem);
    return parts;
  }
  parts.software = answer.software;
  parts.viewport = new Viewport;
  parts.view = parts.viewport;
  parts.tools = new ViewportTools(*parts.viewport);
  parts.foot = new ViewportFoot(*parts.viewport);
  return parts;
}

}  // namespace hipwright
