#include "ui/viewport/opengl_probe.h"

#include <QtGui/qopenglcontext_platform.h>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QOpenGLWidget>

namespace hipwright {
namespace {

QString text(const char* source) { return QCoreApplication::translate("Viewport", source); }

bool isSoftware(const QString& renderer) {
  for (const char* name : {"llvmpipe", "softpipe", "swrast", "SwiftShader", "GDI Generic", "Software"})
    if (renderer.contains(QLatin1String(name), Qt::CaseInsensitive)) return true;
  return false;
}

/// VTK finds OpenGL's functions through GLX where there is X11. Without that extension, and on Wayland, Qt makes its
/// contexts with EGL; VTK then draws nothing and fills the log.
bool isBeyondVtk([[maybe_unused]] const QOpenGLContext& context) {
#if defined(Q_OS_LINUX) && QT_CONFIG(egl)
  return context.nativeInterface<QNativeInterface::QEGLContext>() != nullptr;
#else
  return false;
#endif
}

OpenGlAnswer refused(const char* problem) { return {false, false, {}, text(problem)}; }

}  // namespace

QSurfaceFormat viewportFormat() {
  QSurfaceFormat format;
  format.setRenderableType(QSurfaceFormat::OpenGL);
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setSwapBehavior(QSurfaceFormat::DoubleBuffer);
  format.setRedBufferSize(8);
  format.setGreenBufferSize(8);
  format.setBlueBufferSize(8);
  format.setAlphaBufferSize(8);
  format.setDepthBufferSize(24);
  format.setStencilBufferSize(8);
  format.setSamples(0);
  return format;
}

OpenGlAnswer probeOpenGl() {
  const QString platform = QGuiApplication::platformName();
  if (platform == "offscreen" || platform == "minimal" || platform == "vnc" || platform == "linuxfb")
    return refused(QT_TRANSLATE_NOOP("Viewport", "This display has no OpenGL."));
  QOffscreenSurface surface;
  surface.setFormat(viewportFormat());
  surface.create();
  QOpenGLContext context;
  context.setFormat(viewportFormat());
  if (!context.create() || !context.makeCurrent(&surface))
    return refused(QT_TRANSLATE_NOOP("Viewport", "The graphics driver offers no OpenGL."));
  if (isBeyondVtk(context)) {
    context.doneCurrent();
    return refused(QT_TRANSLATE_NOOP("Viewport", "This display offers no OpenGL through X11 (GLX)."));
  }
  const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
  OpenGlAnswer answer{true, false, QString::fromLatin1(name), {}};
  answer.software = isSoftware(answer.renderer);
  const QSurfaceFormat got = context.format();
  context.doneCurrent();
  if (got.version() >= qMakePair(3, 2)) return answer;
  answer.usable = false;
  answer.problem = text(QT_TRANSLATE_NOOP("Viewport", "The graphics driver offers OpenGL %1.%2, and 3.2 is needed."))
                       .arg(got.majorVersion())
                       .arg(got.minorVersion());
  return answer;
}

void prepareForOpenGl(QWidget& window) {
  if (!probeOpenGl().usable) return;
  auto* asks = new QOpenGLWidget(&window);  // never shown: that it is there decides
  asks->setObjectName("openGlSurface");
  asks->hide();
}

}  // namespace hipwright
