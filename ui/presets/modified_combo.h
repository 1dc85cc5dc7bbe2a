// A list to choose from that marks with a dot that the settings no longer are what the chosen entry says.
#pragma once

#include <QComboBox>

namespace hipwright {

class ModifiedCombo : public QComboBox {
  Q_OBJECT

 public:
  using QComboBox::QComboBox;

  static constexpr int kRoom = 14;  ///< px that the dot and its gap take from the words

  void setModified(bool modified);
  bool isModified() const { return m_modified; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  bool m_modified = false;
};

}  // namespace hipwright
