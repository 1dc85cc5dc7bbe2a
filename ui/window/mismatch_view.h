// Why a checkpoint does not fit its profile, as a table: missing, unexpected and wrong-shape keys, one kind at a time.
#pragma once

#include <QString>
#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QTabBar;
class QTableWidget;

namespace hipwright {

/// The table of Error(CheckpointMismatch) taken apart again.
struct Mismatch {
  struct Key {
    QString name;
    QString expected;  ///< shape the profile needs; empty if it needs none
    QString found;     ///< shape in the file; empty if it has none
  };
  struct Kind {
    int count = 0;          ///< of all, also of those that the table leaves out
    std::vector<Key> keys;  ///< the first ones
  };
  enum KindIndex { kUnexpected, kMissing, kWrongShape };

  std::array<Kind, 3> kinds;
  QString guess;  ///< "The checkpoint looks like ..."; may be empty

  bool isEmpty() const { return kinds[0].count + kinds[1].count + kinds[2].count == 0; }
};

Mismatch mismatchOf(const QString& table);

class MismatchView : public QWidget {
  Q_OBJECT

 public:
  explicit MismatchView(Mismatch mismatch, QWidget* parent = nullptr);

 private:
  void showKind(int index);

  Mismatch m_mismatch;
  QTabBar* m_tabs;
  QTableWidget* m_table;
  QLabel* m_more;
};

}  // namespace hipwright
