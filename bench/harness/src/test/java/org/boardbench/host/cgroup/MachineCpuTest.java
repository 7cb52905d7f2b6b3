package org.boardbench.host.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCpuTest {
  private static final String MACHINES_OWN = "cgroup:[4026531835]";

  @TempDir private Path temporary;
  private Path proc;
  private Path mount;

  @BeforeEach
  void nameFolders() {
    proc = temporary.resolve("proc");
    mount = temporary.resolve("mount");
  }

  @Test
  void version1CountsTheMachineInItsFirstGroup() throws Exception {
    system(MACHINES_OWN, "/", "cgroup", "rw,cpu,cpuacct", "1:cpu,cpuacct:/user\n");
    write(mount.resolve("cpuacct.usage"), "123456789\n");

    assertThat(MachineCpu.find(proc).orElseThrow().usedNs()).hasValue(123_456_789);
  }

  @Test
  void version2CountsTheMachineInTheGroupsRightBelow() throws Exception {
    system(MACHINES_OWN, "/", "cgroup2", "rw", "0::/user.slice\n");
    write(mount.resolve("cpu.stat"), "usage_usec 99999\n");
    write(mount.resolve("user.slice/cpu.stat"), "usage_usec 100\nuser_usec 60\n");
    write(mount.resolve("system.slice/cpu.stat"), "usage_usec 20\n");

    assertThat(MachineCpu.find(proc).orElseThrow().usedNs()).hasValue(120_000);
  }

  @Test
  void whatAGroupUsedIsNotForgottenWhenItGoes() throws Exception {
    system(MACHINES_OWN, "/", "cgroup2", "rw", "0::/user.slice\n");
    write(mount.resolve("user.slice/cpu.stat"), "usage_usec 100\n");
    Path gone = mount.resolve("boardbench/cpu.stat");
    write(gone, "usage_usec 20\n");
    MachineCpu cpu = MachineCpu.find(proc).orElseThrow();
    cpu.usedNs();

    Files.delete(gone);
    assertThat(cpu.usedNs()).hasValue(120_000);
    write(gone, "usage_usec 5\n");
    assertThat(cpu.usedNs()).as("a new one of the same name").hasValue(125_000);
  }

  @Test
  void aGroupThatMayBeAContainersIsNotTakenForTheMachine() throws Exception {
    system("cgroup:[4026532999]", "/", "cgroup", "rw,cpuacct", "1:cpuacct:/\n");
    write(mount.resolve("cpuacct.usage"), "1\n");

    assertThat(MachineCpu.find(proc)).isEmpty();
  }

  @Test
  void aPartThatIsMountedForTheWholeIsNotTakenForTheMachine() throws Exception {
    system(MACHINES_OWN, "/docker/x", "cgroup", "rw,cpuacct", "1:cpuacct:/docker/x\n");
    write(mount.resolve("cpuacct.usage"), "1\n");

    assertThat(MachineCpu.find(proc)).isEmpty();
  }

  @Test
  void processesInTheFirstGroupOfVersion2WouldBeMissing() throws Exception {
    system(MACHINES_OWN, "/", "cgroup2", "rw", "0::/\n");
    write(mount.resolve("system.slice/cpu.stat"), "usage_usec 20\n");

    assertThat(MachineCpu.find(proc)).isEmpty();
  }

  @Test
  void isNotKnownWhereThereAreNoGroups() {
    assertThat(MachineCpu.find(proc)).isEmpty();
  }

  private void system(String namespace, String root, String type, String options, String own)
      throws IOException {
    Files.createDirectories(proc.resolve("self/ns"));
    Files.createSymbolicLink(proc.resolve("self/ns/cgroup"), Path.of(namespace));
    write(
        proc.resolve("self/mountinfo"),
        "30 23 0:25 " + root + " " + mount + " rw - " + type + " none " + options + "\n");
    write(proc.resolve("self/cgroup"), own);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
