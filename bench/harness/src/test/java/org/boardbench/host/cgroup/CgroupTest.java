package org.boardbench.host.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupTest {
  @TempDir Path temporary;
  private Path proc;
  private Path mounts;

  @BeforeEach
  void nameFolders() {
    proc = temporary.resolve("proc");
    mounts = temporary.resolve("a mount");
  }

  @Test
  void readsTheCountersOfVersion1FromTheFoldersOfItsControllers() throws Exception {
    version1Mounts();
    write(proc.resolve("self/cgroup"), "2:memory:/\n1:cpu,cpuacct:/\n");
    write(proc.resolve("7/cgroup"), "2:memory:/docker/x\n1:cpu,cpuacct:/docker/x\n");
    Path cpu = mounts.resolve("cpu/docker/x");
    Path memory = mounts.resolve("memory/docker/x");
    write(cpu.resolve("cpuacct.usage"), "123456789\n");
    write(cpu.resolve("cpu.stat"), "nr_periods 5\nnr_throttled 2\nthrottled_time 3000\n");
    write(memory.resolve("memory.usage_in_bytes"), "5000\n");
    write(memory.resolve("memory.stat"), "inactive_file 1\ntotal_inactive_file 1500\n");
    write(memory.resolve("memory.oom_control"), "oom_kill_disable 0\nunder_oom 0\noom_kill 4\n");

    Cgroup group = Cgroup.of(proc, 7).orElseThrow();

    assertThat(group.source()).isEqualTo("cgroup-v1");
    assertThat(group.usage()).isEqualTo(usage(123_456_789, 3500, 3000, 4));
  }

  @Test
  void readsTheCountersOfVersion2FromItsOneFolder() throws Exception {
    write(proc.resolve("self/mountinfo"), mount("", "/", "cgroup2", "rw"));
    write(proc.resolve("self/cgroup"), "0::/user.slice\n");
    write(proc.resolve("7/cgroup"), "0::/system.slice/docker-x.scope\n");
    Path folder = mounts.resolve("system.slice/docker-x.scope");
    write(folder.resolve("cpu.stat"), "usage_usec 5\nuser_usec 3\nthrottled_usec 2\n");
    write(folder.resolve("memory.current"), "9000\n");
    write(folder.resolve("memory.stat"), "anon 1\ninactive_file 10000\n");
    write(folder.resolve("memory.events"), "low 0\noom 1\noom_kill 1\n");

    Cgroup group = Cgroup.of(proc, 7).orElseThrow();

    assertThat(group.source()).isEqualTo("cgroup-v2");
    assertThat(group.usage()).as("never below 0").isEqualTo(usage(5_000, 0, 2_000, 1));
  }

  @Test
  void prefersTheControllersOfVersion1WhereBothAreMounted() throws Exception {
    version1Mounts();
    Path mountinfo = proc.resolve("self/mountinfo");
    write(mountinfo, Files.readString(mountinfo) + mount("/unified", "/", "cgroup2", "rw"));
    write(proc.resolve("self/cgroup"), "2:memory:/\n1:cpu,cpuacct:/\n0::/\n");
    write(proc.resolve("7/cgroup"), "2:memory:/x\n1:cpu,cpuacct:/x\n0::/x\n");

    assertThat(Cgroup.of(proc, 7)).map(Cgroup::source).contains("cgroup-v1");
  }

  @Test
  void takesAPartOfAHierarchyThatIsMountedForTheWhole() throws Exception {
    write(proc.resolve("self/mountinfo"), mount("", "/outer", "cgroup2", "rw"));
    write(proc.resolve("self/cgroup"), "0::/outer\n");
    write(proc.resolve("7/cgroup"), "0::/outer/inner\n");
    write(mounts.resolve("inner/cpu.stat"), "usage_usec 1\n");

    CgroupUsage usage = Cgroup.of(proc, 7).orElseThrow().usage();

    assertThat(usage.cpuNs()).hasValue(1_000);
    assertThat(usage.memoryBytes()).as("not counted there").isEmpty();
  }

  @Test
  void aProcessInTheHarnesssOwnGroupHasNoneForItself() throws Exception {
    write(proc.resolve("self/mountinfo"), mount("", "/", "cgroup2", "rw"));
    write(proc.resolve("self/cgroup"), "0::/user.slice\n");
    write(proc.resolve("7/cgroup"), "0::/user.slice\n");

    assertThat(Cgroup.of(proc, 7)).isEmpty();
    assertThat(Cgroup.of(proc, 8)).as("gone").isEmpty();
  }

  private void version1Mounts() throws IOException {
    write(
        proc.resolve("self/mountinfo"),
        mount("/cpu", "/", "cgroup", "rw,cpu,cpuacct")
            + mount("/memory", "/", "cgroup", "rw,memory")
            + "22 1 8:1 / / rw - ext4 /dev/sda rw\n");
  }

  /** A line of mountinfo; a blank in a path is written as an octal number. */
  private String mount(String below, String root, String type, String options) {
    String point = mounts.toString().replace(" ", "\\040") + below;
    return "30 23 0:25 "
        + root
        + " "
        + point
        + " rw shared:9 - "
        + type
        + " none "
        + options
        + "\n";
  }

  private static CgroupUsage usage(long cpuNs, long memory, long throttledNs, long kills) {
    return new CgroupUsage(
        OptionalLong.of(cpuNs),
        OptionalLong.of(memory),
        OptionalLong.of(throttledNs),
        OptionalLong.of(kills));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
