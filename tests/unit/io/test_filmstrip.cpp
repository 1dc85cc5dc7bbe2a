// Filmstrips: drawn without a display, in true proportion, with the implant in colour, whatever the texts hold.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/io/canvas.h"
#include "engine/io/filmstrip.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGReader.h>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <thread>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A PNG read back; row 0 on top.
class Png {
 public:
  explicit Png(const fs::path& path) {
    m_reader->SetFileName(path.string().c_str());
    m_reader->Update();
    m_reader->GetOutput()->GetDimensions(m_size);
  }
  int width() const { return m_size[0]; }
  int height() const { return m_size[1]; }
  std::array<int, 3> at(int x, int y) {
    const auto* p = static_cast<const unsigned char*>(m_reader->GetOutput()->GetScalarPointer(x, m_size[1] - 1 - y, 0));
    return {p[0], p[1], p[2]};
  }
  /// Brightest sum of colours in a rectangle.
  int brightest(const PixelRect& rect) {
    int most = 0;
    for (int y = rect.y; y < rect.y + rect.height; ++y)
      for (int x = rect.x; x < rect.x + rect.width; ++x) {
        const auto c = at(x, y);
        most = std::max(most, c[0] + c[1] + c[2]);
      }
    return most;
  }

 private:
  vtkNew<vtkPNGReader> m_reader;
  int m_size[3] = {0, 0, 0};
};

/// 20 x 40 pixels of 2 x 1 mm: water that looks black, and a disc of implant in the middle.
StripFrame frame() {
  StripFrame f;
  f.picture = {20, 40, 2, 1, 0, std::vector<float>(800, -1000), {}};
  for (int r = 0; r < 40; ++r)
    for (int c = 0; c < 20; ++c) {
      const double mm = std::hypot(2 * (c - 9.5), r - 19.5);
      f.picture.sdf.push_back(static_cast<float>(std::clamp((8 - mm) / 5, -1.0, 1.0)));
    }
  f.caption = {"step 1 of 50", "t 980"};
  return f;
}

constexpr std::array<int, 3> kBackground = {0x14, 0x17, 0x1B};

}  // namespace

class TestFilmstrip : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  fs::path pathOf(const char* name) {
    return platform::fromUtf8(m_dir.filePath(QString::fromUtf8(name)).toStdString());
  }

 private slots:
  void initTestCase() {
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
  }

  void framesAreInTrueProportion() {
    // 40 mm square, so 360 pixels square, at the margin of 24.
    writeFilmstrip(pathOf("p.png"), {frame()}, {});
    Png png(pathOf("p.png"));
    const std::array<int, 3> black = {0, 0, 0};
    QCOMPARE(png.at(23, 200), kBackground);
    QCOMPARE(png.at(24, 200), black);
    QCOMPARE(png.at(24 + 359, 200), black);
    QCOMPARE(png.at(24 + 360, 200), kBackground);
    QCOMPARE(png.at(100, 23), kBackground);
    QCOMPARE(png.at(100, 24), black);
    QCOMPARE(png.at(100, 24 + 359), black);
    QCOMPARE(png.at(100, 24 + 360), kBackground);
  }

  void implantIsFilledAndOutlined() {
    writeFilmstrip(pathOf("i.png"), {frame()}, {});
    Png png(pathOf("i.png"));
    const std::array<int, 3> half = {0x20, 0x64, 0x70};
    const std::array<int, 3> black = {0, 0, 0};
    const int centre = 24 + 180;  // the radius of 8 mm is 72 pixels
    QCOMPARE(png.at(centre, centre), half);
    QCOMPARE(png.at(centre - 60, centre), half);
    QCOMPARE(png.at(centre - 90, centre), black);
    const int outline = png.brightest({centre - 80, centre, 16, 1});
    QVERIFY(outline > 0x40 + 0xC8 + 0xE0 - 60);
    StripFrame without = frame();
    without.picture.sdf.clear();
    writeFilmstrip(pathOf("w.png"), {without}, {});
    QCOMPARE(Png(pathOf("w.png")).at(centre, centre), black);
  }

  void grayWindowIsApplied() {
    for (const auto& [hu, gray] :
         {std::pair{-450.0F, 0}, std::pair{300.0F, 128}, std::pair{1050.0F, 255}, std::pair{3000.0F, 255}}) {
      StripFrame f = frame();
      f.picture.sdf.clear();
      f.picture.hu.assign(800, hu);
      writeFilmstrip(pathOf("g.png"), {f}, {});
      const std::array<int, 3> expected = {gray, gray, gray};
      QCOMPARE(Png(pathOf("g.png")).at(200, 200), expected);
    }
  }

  void sidesCaptionsTitleAndMarkAreWritten() {
    writeFilmstrip(pathOf("bare.png"), {frame()}, {});
    Png bare(pathOf("bare.png"));
    QVERIFY(bare.brightest({24, 24, 30, 30}) > 600);         // R
    QVERIFY(bare.brightest({24 + 330, 24, 30, 30}) > 600);   // L
    QVERIFY(bare.brightest({24, 24 + 368, 200, 16}) > 500);  // first line of the caption
    QVERIFY(bare.brightest({24, 24 + 386, 200, 16}) > 350);  // second line
    StripOptions options;
    options.title = "case, CFG 3";
    options.mark = "DEMO";
    writeFilmstrip(pathOf("full.png"), {frame()}, options);
    Png full(pathOf("full.png"));
    QCOMPARE(full.height(), bare.height() + 40);
    QVERIFY(full.brightest({24, 10, 100, 40}) > 600);
    const int right = full.width() - 24;
    const std::array<int, 3> border = {0xF2, 0xB8, 0x4B};
    QCOMPARE(full.at(right - 1, 32), border);
  }

  void longStripsWrapIntoEvenRows() {
    writeFilmstrip(pathOf("long.png"), std::vector<StripFrame>(15, frame()), {});
    Png png(pathOf("long.png"));
    QVERIFY(png.width() <= 4096);
    QCOMPARE(png.width(), 2 * 24 + 8 * 360 + 7 * 12);
    const std::array<int, 3> black = {0, 0, 0};
    QCOMPARE(png.at(24 + 5, 24 + 360 + 8 + 36 + 20 + 180), black);  // the second row begins
  }

  void largeFramesAndFlatFramesStayWithinLimits() {
    StripFrame wide = frame();
    wide.picture.columnMm = 1000;
    wide.picture.rowMm = 0.01;
    StripOptions options;
    options.frameHeight = 100000;
    writeFilmstrip(pathOf("wide.png"), {wide, frame()}, options);
    Png png(pathOf("wide.png"));
    QVERIFY(png.width() <= 4200 && png.height() <= 4200);
    StripFrame one = frame();
    one.picture = {1, 1, 1, 1, 0, {100}, {1}};
    writeFilmstrip(pathOf("one.png"), {one}, options);
    QVERIFY(Png(pathOf("one.png")).height() > 32);
  }

  void anyTextIsSurvived() {
    StripFrame f = frame();
    f.caption = {"\u9ad6\u95a2\u7bc0 \u5047\u4f53",
                 "",
                 "   ",
                 std::string("broken \xff\xc3 \xed\xa0\x80 \xf8 end"),
                 "tab\tand\nline",
                 std::string(300, 'x'),
                 "\U0001F600 \u0645\u0631\u062d\u0628\u0627"};
    StripOptions options;
    options.title = "r\u00e9sum\u00e9 $x^2$ | % \u9aa8";
    options.mark = "\u6f14\u793a";
    writeFilmstrip(pathOf("\u9aa8.png"), {f}, options);
    QVERIFY(contentOf(pathOf("\u9aa8.png")).rfind("\x89PNG", 0) == 0);
  }

  void longCaptionsStayUnderTheirFrame() {
    StripFrame wordy = frame();
    wordy.caption = {std::string(2000, 'W')};
    StripFrame silent = frame();
    silent.caption.clear();
    writeFilmstrip(pathOf("wordy.png"), {wordy, silent}, {});
    Png png(pathOf("wordy.png"));
    QVERIFY(png.width() <= 4096);
    QVERIFY(png.brightest({png.width() / 2 + 12, 24 + 368, png.width() / 2 - 36, 14}) < 100);
  }

  void textsOfOneSizeAreEquallyHigh() {
    TextDrawer drawer;
    QCOMPARE(drawer.draw("ace", 16).height, drawer.draw("Aqj|", 16).height);
    QVERIFY(drawer.draw("wide text", 16).width > drawer.draw("wide", 16).width);
    QCOMPARE(drawer.draw("", 16).width, 0);
  }

  void sameFramesGiveTheSameBytesInAnyThread() {
    writeFilmstrip(pathOf("a.png"), {frame(), frame()}, {});
    const std::string expected = contentOf(pathOf("a.png"));
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([this, t] {
        writeFilmstrip(pathOf((std::to_string(t) + ".png").c_str()), {frame(), frame()}, {});
      });
    threads.clear();
    for (int t = 0; t < 4; ++t) QVERIFY(contentOf(pathOf((std::to_string(t) + ".png").c_str())) == expected);
  }

  void wrongPicturesAndFoldersAreRefused() {
    StripFrame wrong = frame();
    wrong.picture.hu.pop_back();
    QVERIFY_THROWS_EXCEPTION(Error, writeFilmstrip(pathOf("x.png"), {wrong}, {}));
    QVERIFY_THROWS_EXCEPTION(Error, writeFilmstrip(pathOf("x.png"), {}, {}));
    QVERIFY_THROWS_EXCEPTION(Error, writeFilmstrip(pathOf("absent") / "x.png", {frame()}, {}));
    QVERIFY(!fs::exists(pathOf("x.png")));
  }
};

QTEST_APPLESS_MAIN(TestFilmstrip)
#include "test_filmstrip.moc"
