// The rows above and below the 3-D view: anatomical views, cut, slices, camera; bone threshold and opacity.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace hipwright {

class Viewport;

/// Small buttons for the head of the view.
class ViewportTools : public QWidget {
  Q_OBJECT

 public:
  ViewportTools(Viewport& viewport, QWidget* parent = nullptr);

  /// Wide enough for six letters; one button with a menu takes their place where there is less room.
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void screenshotWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addButton();
  void showWords();
  void showViewMenu();

  Viewport& m_viewport;
  QList<QToolButton*> m_views;
  QToolButton* m_allViews;
  QToolButton* m_slices;
  QToolButton* m_cut;
  QToolButton* m_camera;
};

/// Sliders for the row below.
class ViewportFoot : public QWidget {
  Q_OBJECT

 public:
  ViewportFoot(Viewport& viewport, QWidget* parent = nullptr);

  int boneThreshold() const;  ///< HU

 signals:
  /// The slider rests: time to extract the bone again.
  void boneThresholdChanged(int hu);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void showWords();

  Viewport& m_viewport;
  QLabel* m_boneName;
  QSlider* m_bone;
  QLabel* m_boneValue;
  QLabel* m_opacityName;
  QSlider* m_opacity;
  QLabel* m_opacityValue;
};

}  // namespace hipwright
