#include "ui/viewport/vtk_canvas.h"

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QOpenGLWidget>

#include <cmath>

namespace hipwright {
namespace {

constexpr int kSamples = 4;  // per pixel, where a graphics card does the work

bool isSoftware(QOpenGLFunctions& gl) {
  const auto* name = reinterpret_cast<const char*>(gl.glGetString(GL_RENDERER));
  const QString renderer = QString::fromLatin1(name);
  return renderer.contains("llvmpipe") || renderer.contains("softpipe") || renderer.contains("SwiftShader");
}

}  // namespace

struct VtkCanvas::Parts {
  QOpenGLWidget& widget;
  vtkNew<vtkGenericOpenGLRenderWindow> window;
  vtkNew<vtkCallbackCommand> observer;
  bool painting = false;

  explicit Parts(QOpenGLWidget& w) : widget(w) {}

  /// VTK asks what it cannot know: whether there is a context and whether it is current.
  static void answer(vtkObject* /*caller*/, unsigned long event, void* self, void* data) {
    auto& parts = *static_cast<Parts*>(self);
    const QOpenGLContext* context = parts.widget.context();
    const bool current = context != nullptr && QOpenGLContext::currentContext() == context;
    switch (event) {
      case vtkCommand::WindowMakeCurrentEvent:
        // Not needlessly: Qt would bind its framebuffer again, while VTK believes that its own is bound.
        if (!current) parts.widget.makeCurrent();
        break;
      case vtkCommand::WindowIsCurrentEvent: *static_cast<bool*>(data) = current; break;
      case vtkCommand::WindowFrameEvent:
        if (!parts.painting) parts.widget.update();
        break;
      case vtkCommand::WindowSupportsOpenGLEvent:
      case vtkCommand::WindowIsDirectEvent: *static_cast<int*>(data) = 1; break;
      default: break;
    }
  }

  void observe() {
    observer->SetClientData(this);
    observer->SetCallback(&Parts::answer);
    for (const unsigned long event :
         {vtkCommand::WindowMakeCurrentEvent, vtkCommand::WindowIsCurrentEvent, vtkCommand::WindowFrameEvent,
          vtkCommand::WindowSupportsOpenGLEvent, vtkCommand::WindowIsDirectEvent})
      window->AddObserver(event, observer);
  }

  /// Qt left the state in a way VTK did not see, and gets it back as it was.
  template <typename Draw>
  void draw(unsigned framebuffer, Draw&& drawing) {
    painting = true;
    vtkOpenGLState* state = window->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    widget.context()->functions()->glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    state->ResetFramebufferBindings();
    drawing();
    state->Pop();
    painting = false;
  }
};

VtkCanvas::VtkCanvas(QOpenGLWidget& widget) : m(std::make_unique<Parts>(widget)) {
  m->window->SetOwnContext(0);
  m->window->SetReadyForRendering(false);
  m->window->SetFrameBlitModeToBlitToCurrent();
  m->window->SetMultiSamples(0);
  m->observe();
}

VtkCanvas::~VtkCanvas() = default;

vtkRenderWindow& VtkCanvas::window() { return *m->window; }

bool VtkCanvas::adopt() {
  const bool software = isSoftware(*m->widget.context()->functions());
  m->window->SetMultiSamples(software ? 0 : kSamples);
  m->window->SetReadyForRendering(true);
  m->window->InitializeFromCurrentContext();
  return software;
}

void VtkCanvas::release() {
  m->window->Finalize();
  m->window->SetReadyForRendering(false);
}

void VtkCanvas::resize(const QSize& logical, double ratio) {
  const auto device = [ratio](int length) { return static_cast<int>(std::lround(length * ratio)); };
  m->window->SetSize(device(logical.width()), device(logical.height()));
  m->window->SetDPI(static_cast<int>(std::lround(72 * ratio)));
}

void VtkCanvas::draw(unsigned framebuffer, const std::function<void()>& draw) { m->draw(framebuffer, draw); }

void VtkCanvas::close(unsigned framebuffer) {
  QOpenGLFunctions& gl = *m->widget.context()->functions();
  gl.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  gl.glDisable(GL_SCISSOR_TEST);
  gl.glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
  gl.glClearColor(0, 0, 0, 1);
  gl.glClear(GL_COLOR_BUFFER_BIT);
  gl.glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

}  // namespace hipwright
