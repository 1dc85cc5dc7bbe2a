// Chooses the coronal plane that the frames of the strip are cut in: the middle one may miss the implant.
#pragma once

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <functional>

class QLabel;
class QSlider;

namespace hipwright {

class PlaneChooser : public QWidget {
  Q_OBJECT

 public:
  explicit PlaneChooser(QWidget* parent = nullptr);

  /// What a plane is called, for example "A 4.2 mm"; by index from 0.
  using Words = std::function<QString(std::int64_t plane)>;
  void setPlanes(std::int64_t count, Words words);

  /// Nothing is emitted, and nothing is done while the user is choosing another.
  void setPlane(std::int64_t plane);
  std::int64_t plane() const;

 signals:
  /// The slider rests at another plane.
  void planeChosen(std::int64_t plane);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showWords();

  QLabel* m_name;
  QSlider* m_slider;
  QLabel* m_value;
  Words m_words;
  QTimer m_rest;
};

}  // namespace hipwright
