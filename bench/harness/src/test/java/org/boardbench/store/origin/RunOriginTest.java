package org.boardbench.store.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOriginTest {
  @TempDir private Path folder;

  @Test
  void readsProcessorAndMemoryOfTheMachine() throws Exception {
    Files.writeString(
        folder.resolve("cpuinfo"),
        "processor\t: 0\nmodel name\t: A CPU @ 2.50GHz\nprocessor\t: 1\nmodel name\t: A CPU\n");
    Files.writeString(folder.resolve("meminfo"), "MemTotal:        8141824 kB\nMemFree: 1 kB\n");
    Files.createDirectory(folder.resolve("self"));
    Files.writeString(folder.resolve("self/status"), "Cpus_allowed:\tf\nCpus_allowed_list:\t0-3\n");

    RunEnvironment environment = RunEnvironment.read(folder);

    assertThat(environment.processor()).contains("A CPU @ 2.50GHz");
    assertThat(environment.memoryMib()).isEqualTo(OptionalLong.of(7951));
    assertThat(environment.cpus().driver()).contains("0-3");
    assertThat(environment.cpus().companions()).contains("0-3");
    assertThat(environment.jdk()).contains(Runtime.version().toString());
  }

  @Test
  void leavesEmptyWhatTheMachineDoesNotTell() {
    RunEnvironment environment = RunEnvironment.read(folder);

    assertThat(environment.processor()).isEmpty();
    assertThat(environment.memoryMib()).isEmpty();
    assertThat(environment.cpus().driver()).isEmpty();
  }

  @Test
  void aFolderOutsideOfGitHasNoCommit() throws Exception {
    assertThat(GitState.of(folder)).isEqualTo(new GitState(Optional.empty(), Optional.empty()));
  }

  @Test
  void theProjectsOwnCommitIsAHash() throws Exception {
    GitState state = GitState.of(Path.of(""));

    // A source archive has no repository; then neither is known.
    assertThat(state.commit().isPresent()).isEqualTo(state.dirty().isPresent());
    assertThat(state.commit().orElse("0".repeat(40))).matches("[0-9a-f]{40,64}");
  }
}
