#include "ui/viewport/surface_actor.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkShaderProperty.h>
#include <vtkTypeInt32Array.h>
#include <vtkUnsignedCharArray.h>

#include <array>

namespace hipwright {
namespace {

constexpr int kBorrowed = 1;  // VTK neither frees nor changes the array

vtkSmartPointer<vtkFloatArray> vectors(const std::vector<float>& values) {
  auto array = vtkSmartPointer<vtkFloatArray>::New();
  array->SetNumberOfComponents(3);
  array->SetArray(const_cast<float*>(values.data()), static_cast<vtkIdType>(values.size()), kBorrowed);
  return array;
}

vtkSmartPointer<vtkTypeInt32Array> indices(const std::vector<std::int32_t>& values) {
  auto array = vtkSmartPointer<vtkTypeInt32Array>::New();
  array->SetArray(const_cast<std::int32_t*>(values.data()), static_cast<vtkIdType>(values.size()), kBorrowed);
  return array;
}

vtkSmartPointer<vtkPolyData> polyDataOf(const ShownSurface& surface) {
  auto data = vtkSmartPointer<vtkPolyData>::New();
  vtkNew<vtkPoints> points;
  points->SetData(vectors(surface.points));
  vtkNew<vtkCellArray> triangles;
  triangles->SetData(indices(surface.offsets), indices(surface.corners));
  data->SetPoints(points);
  data->SetPolys(triangles);
  data->GetPointData()->SetNormals(vectors(surface.normals));
  return data;
}

void showColours(vtkPolyDataMapper& mapper, vtkPolyData& data, const std::vector<std::uint8_t>* colours) {
  mapper.SetScalarVisibility(colours != nullptr ? 1 : 0);
  data.GetPointData()->SetScalars(nullptr);
  if (colours != nullptr) {
    vtkNew<vtkUnsignedCharArray> array;
    array->SetNumberOfComponents(3);
    array->SetArray(const_cast<std::uint8_t*>(colours->data()), static_cast<vtkIdType>(colours->size()), kBorrowed);
    mapper.SetColorModeToDirectScalars();
    data.GetPointData()->SetScalars(array);
  }
  data.Modified();
}

}  // namespace

struct SurfaceActor::Parts {
  std::shared_ptr<const ShownSurface> surface;  ///< outlives the data that points into it
  std::array<Colours, 2> colours;               ///< outlive the data likewise
  vtkSmartPointer<vtkPolyData> data;
  vtkSmartPointer<vtkPolyData> rough;  ///< null if all triangles are drawn always
  vtkNew<vtkPolyDataMapper> mapper;
  vtkNew<vtkPolyDataMapper> roughMapper;  ///< one for each, so that both stay on the graphics card
  vtkNew<vtkActor> actor;

  void show() {
    mapper->SetInputData(data);
    if (rough) roughMapper->SetInputData(rough);
    actor->SetMapper(mapper);
  }
};

SurfaceActor::SurfaceActor() : m(std::make_unique<Parts>()) {
  m->mapper->ScalarVisibilityOff();
  m->roughMapper->ScalarVisibilityOff();
  m->actor->GetProperty()->SetInterpolationToPhong();
  m->actor->GetProperty()->SetAmbient(0.04);
  m->actor->ForceOpaqueOn();
  setSurface(nullptr);
}

SurfaceActor::~SurfaceActor() = default;

vtkActor* SurfaceActor::actor() { return m->actor; }

bool SurfaceActor::isEmpty() const { return !m->surface || m->surface->isEmpty(); }

void SurfaceActor::setSurface(std::shared_ptr<const ShownSurface> surface) {
  m->data = surface ? polyDataOf(*surface) : vtkSmartPointer<vtkPolyData>::New();
  m->rough = surface && surface->rough ? polyDataOf(*surface->rough) : nullptr;
  m->surface = std::move(surface);
  m->show();
  for (vtkPolyDataMapper* mapper : {m->mapper.Get(), m->roughMapper.Get()}) mapper->ScalarVisibilityOff();
  m->colours = {};
}

void SurfaceActor::setVertexColours(const Colours& colours, const Colours& rough) {
  showColours(*m->mapper, *m->data, colours.get());
  if (m->rough) showColours(*m->roughMapper, *m->rough, rough.get());
  m->colours = {colours, rough};
}

void SurfaceActor::share(const SurfaceActor& other) {
  m->data = other.m->data;
  m->rough = other.m->rough;
  m->surface = other.m->surface;
  m->show();
}

void SurfaceActor::setMoving(bool moving) { m->actor->SetMapper(moving && m->rough ? m->roughMapper : m->mapper); }

void SurfaceActor::setColour(const QColor& colour) {
  m->actor->GetProperty()->SetColor(colour.redF(), colour.greenF(), colour.blueF());
}

void SurfaceActor::setShine(const Shine& shine) {
  m->actor->GetProperty()->SetSpecular(shine.specular);
  m->actor->GetProperty()->SetSpecularPower(shine.power);
}

void SurfaceActor::setOpacity(double opacity) { m->actor->GetProperty()->SetOpacity(opacity); }

void SurfaceActor::drawThrough() {
  m->actor->GetShaderProperty()->AddFragmentShaderReplacement("//VTK::Depth::Impl", true,
                                                              "gl_FragDepth = 0.001 * gl_FragCoord.z;\n", false);
}

void SurfaceActor::setCut(vtkPlane* plane) {
  for (vtkPolyDataMapper* mapper : {m->mapper.Get(), m->roughMapper.Get()}) {
    mapper->RemoveAllClippingPlanes();
    if (plane != nullptr) mapper->AddClippingPlane(plane);
  }
}

}  // namespace hipwright
