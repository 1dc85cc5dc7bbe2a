// What a comparison allocates: no more for many values than for few.
#include "tests/unit/run/comparison_scene.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> live{0};
std::atomic<std::size_t> peak{0};

constexpr std::size_t kHead = alignof(std::max_align_t);

/// Null if there is no memory.
void* counted(std::size_t size) noexcept {
  void* block = std::malloc(size + kHead);
  if (block == nullptr) return nullptr;
  *static_cast<std::size_t*>(block) = size;
  const std::size_t now = live.fetch_add(size) + size;
  std::size_t known = peak.load();
  while (now > known && !peak.compare_exchange_weak(known, now)) {
  }
  return static_cast<char*>(block) + kHead;
}

void* countedOrThrown(std::size_t size) {
  void* block = counted(size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

void uncounted(void* pointer) noexcept {
  if (pointer == nullptr) return;
  void* block = static_cast<char*>(pointer) - kHead;
  live.fetch_sub(*static_cast<std::size_t*>(block));
  std::free(block);
}

}  // namespace

// Everything this program and its libraries take with `new` and without an alignment of its own. Also what may fail: a
// sanitizer's own would not go through the others, and its blocks have no head.
void* operator new(std::size_t size) { return countedOrThrown(size); }
void* operator new[](std::size_t size) { return countedOrThrown(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* pointer) noexcept { uncounted(pointer); }
void operator delete[](void* pointer) noexcept { uncounted(pointer); }
void operator delete(void* pointer, const std::nothrow_t&) noexcept { uncounted(pointer); }
void operator delete[](void* pointer, const std::nothrow_t&) noexcept { uncounted(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { uncounted(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { uncounted(pointer); }

using namespace hipwright;
using namespace hipwright::test;

class TestComparisonMemory : public QObject {
  Q_OBJECT

 private slots:
  void nineValuesTakeNoMoreThanTwo() {
    const Peaks two = peaksOf({1, 3});
    const Peaks nine = peaksOf({1, 3, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75});  // none larger than that of 3
    qInfo("peak while values are computed: 2 values %zu bytes, 9 values %zu bytes; a volume has %zu", two.computing,
          nine.computing, kVolume);
    qInfo("peak while they are compared and drawn: 2 values %zu bytes, 9 values %zu bytes", two.ending, nine.ending);
    QVERIFY(two.computing > 4 * kVolume);                   // the count sees the volumes
    QVERIFY(nine.computing < two.computing + kVolume / 4);  // the seven more keep their numbers and no field
    QVERIFY(two.ending > kVolume);
    QVERIFY(nine.ending < two.ending + kPictures);  // and their columns in the strip
  }

 private:
  static constexpr std::size_t kVoxels = 48 * 44 * 52;
  static constexpr std::size_t kVolume = kVoxels * sizeof(float);
  static constexpr std::size_t kPictures = 7 * 1'000'000;

  struct Peaks {
    std::size_t computing = 0;
    std::size_t ending = 0;
  };

  /// Highest memory above what there was before: up to the last value's end, and from there to the end.
  static Peaks peaksOf(const std::vector<double>& cfgs) {
    ComparisonScene s({{48, 44, 52}, {1, 1, 1}, {-40, 20, 300}, kIdentity3});
    ComparisonRequest r = s.request(cfgs);
    const std::size_t before = live;
    Peaks peaks;
    s.compare(r, [&](const ComparisonEvent& e) {
      if (std::holds_alternative<ComparisonStarted>(e)) peak = live.load();
      if (!std::holds_alternative<ValueFinished>(e)) return;
      peaks.computing = std::max(peaks.computing, peak.load() - before);
      peak = live.load();
    });
    peaks.ending = peak.load() - before;
    return peaks;
  }
};

QTEST_APPLESS_MAIN(TestComparisonMemory)
#include "test_comparison_memory.moc"
