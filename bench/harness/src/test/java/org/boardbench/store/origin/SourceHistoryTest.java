package org.boardbench.store.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.junit.Children;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceHistoryTest {
  @TempDir private Path root;
  private SourceHistory history;
  private String commit;

  @BeforeEach
  void commitAProject() throws Exception {
    git("init", "-q");
    write("bench/harness/src/main/Driver.java", "1");
    write("targets/reference/Server.java", "1");
    write("targets/node-ws/server.js", "1");
    write("README.md", "1");
    commitAll();
    commit = GitState.of(root).commit().orElseThrow();
    history = SourceHistory.of(root);
  }

  @Test
  void nothingHasChangedRightAfterACommit() throws Exception {
    assertThat(history.isUnchangedSince(commit)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "targets/node-ws/server.js"})
  void whatACalibrationDoesNotMeasureMayChange(String file) throws Exception {
    write(file, "2");
    assertThat(history.isUnchangedSince(commit)).isTrue();

    commitAll();
    assertThat(history.isUnchangedSince(commit)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench/harness/src/main/Driver.java", "targets/reference/Server.java"})
  void theDriverAndTheReferenceServerMayNotCommittedOrNot(String file) throws Exception {
    write(file, "2");
    assertThat(history.isUnchangedSince(commit)).isFalse();

    commitAll();
    assertThat(history.isUnchangedSince(commit)).isFalse();
  }

  @Test
  void nobodyCanTellOfACommitThatIsNotHere() throws Exception {
    assertThat(history.isUnchangedSince("0123456789abcdef0123456789abcdef01234567")).isFalse();
    assertThat(history.isUnchangedSince("--help")).isFalse();
  }

  private void write(String file, String content) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private void commitAll() throws Exception {
    git("add", "-A");
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "m");
  }

  private void git(String... arguments) throws Exception {
    assertThat(Children.git(root, List.of(arguments)).inheritIO().start().waitFor()).isZero();
  }
}
