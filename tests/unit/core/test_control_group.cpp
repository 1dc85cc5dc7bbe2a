// Memory limits of control groups, from files as Linux writes them.
#include "engine/core/control_group.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

class Groups {
 public:
  Groups& membership(const std::string& text) { return write("cgroup", text); }
  Groups& write(const fs::path& file, const std::string& text) {
    const fs::path path = root() / file;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text << "\n";
    return *this;
  }
  std::uint64_t room() const { return controlGroupRoom({root() / "cgroup", root() / "fs"}); }

 private:
  fs::path root() const { return m_dir.path().toStdString(); }
  QTemporaryDir m_dir;
};

}  // namespace

class TestControlGroup : public QObject {
  Q_OBJECT

 private slots:
  void withoutALimitThereIsAllTheRoom() {
    QCOMPARE(Groups().room(), UINT64_MAX);
    QCOMPARE(Groups().membership("0::/a").write("fs/a/memory.max", "max").write("fs/a/memory.current", "5").room(),
             UINT64_MAX);
  }

  void theTightestGroupOnTheWayCounts() {
    Groups groups;
    groups.membership("0::/slice/service");
    groups.write("fs/slice/memory.max", "1000").write("fs/slice/memory.current", "300");
    groups.write("fs/slice/service/memory.max", "5000").write("fs/slice/service/memory.current", "200");
    QCOMPARE(groups.room(), 700U);
  }

  void aContainerSeesItsLimitAtTheRoot() {
    Groups groups;
    groups.membership("0::/on/the/host/only");
    groups.write("fs/memory.max", "1000").write("fs/memory.current", "900");
    QCOMPARE(groups.room(), 100U);
  }

  void filePagesThatCanGoAreRoom() {
    Groups groups;
    groups.membership("0::/a").write("fs/a/memory.max", "1000").write("fs/a/memory.current", "900");
    groups.write("fs/a/memory.stat", "anon 300\ninactive_file 500\nactive_file 100");
    QCOMPARE(groups.room(), 600U);
  }

  void versionOneIsReadToo() {
    Groups groups;
    groups.membership("9:name=systemd:/\n4:cpu,memory:/job");
    groups.write("fs/memory/job/memory.limit_in_bytes", "2000").write("fs/memory/job/memory.usage_in_bytes", "1500");
    groups.write("fs/memory/job/memory.stat", "total_inactive_file 100");
    QCOMPARE(groups.room(), 600U);
    QCOMPARE(groups.write("fs/memory/job/memory.usage_in_bytes", "2500").room(), 1U);
  }
};

QTEST_APPLESS_MAIN(TestControlGroup)
#include "test_control_group.moc"
