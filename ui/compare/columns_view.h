// The columns with their names at the left: heads, stages, slices and surfaces side by side, scrolled sideways when
// there are too many.
#pragma once

#include "ui/compare/comparison_session.h"
#include "ui/compare/linked_slices.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QScrollBar;

namespace hipwright {

class ColumnHead;
class SliceView;
class StageStrip;
class SurfaceRow;

class ColumnsView : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kNarrowest = 184;  ///< px of a column

  /// `session` outlives the view.
  explicit ColumnsView(ComparisonSession& session, QWidget* parent = nullptr);

  /// px of the names at the left: as the longest needs.
  static int namesWidth();

  /// mm that the end colours stand for.
  void setRange(double mm);
  void setLinked(bool linked);

  /// Left free at the right, as below the table has its scroll bar there.
  void setRightMargin(int px);

  /// Left edges of the columns and the right edge of the last.
  std::vector<int> edges() const;
  QScrollBar* scrollBar() const;
  void goTo(int place);  ///< a column from 0: scrolls there and gives it the keyboard

  /// The slices of all columns; the place of one is the place of all while they are linked.
  LinkedSlices& slices() { return *m_links; }
  SliceView* slice(int id) const;
  ColumnHead* head(int id) const;
  SurfaceRow* surfaces() const { return m_surfaces; }  ///< null without OpenGL

  /// What the slices show: the box around the implants.
  const std::optional<Box>& shownBox() const { return m_box; }

 signals:
  void edgesChanged();
  void boxChanged(const hipwright::Box& box);
  void exportWanted(int id);
  void openWanted(int id);
  void folderWanted(int id);
  void pointed(const hipwright::Vec3& point, std::optional<float> hu);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  struct Parts {
    int id = 0;
    ColumnHead* head = nullptr;
    StageStrip* strip = nullptr;
    SliceScene* scene = nullptr;
    SliceView* slice = nullptr;
    VolumePtr field;  ///< the column's that was shown; the user may have picked a stage since
  };

  QWidget* makeNames();
  void makeSurfaces();
  Parts makeParts(const ComparedColumn& column);
  void showColumns();
  void showColumn(int id);
  void showReference();
  void showHeads();
  void showField(Parts& parts, const ComparedColumn& column);
  void showFrame(int id, const StageFrame& frame);
  void showBox(const Parts& parts);
  void visitImplant(const ComparedColumn& column);
  void showColours(int place);
  void showNames(const Vec3& point, const WindowLevel& window);
  void place();
  Parts* find(int id);

  ComparisonSession& m_session;
  LinkedSlices* m_links;
  QScrollArea* m_scroll;
  QWidget* m_content;
  QWidget* m_names = nullptr;
  int m_namesWidth;
  QLabel* m_place = nullptr;
  QLabel* m_stagesName = nullptr;
  QLabel* m_sliceName = nullptr;
  QLabel* m_surfaceName = nullptr;
  QLabel* m_surfaceNote = nullptr;
  SurfaceRow* m_surfaces = nullptr;
  QWidget* m_message = nullptr;  ///< in the place of the surfaces
  std::vector<Parts> m_parts;
  std::optional<Box> m_box;
  double m_range = 4;
  int m_rightMargin = 0;
};

}  // namespace hipwright
