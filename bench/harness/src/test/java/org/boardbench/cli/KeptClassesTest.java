package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script that lets a short command take the classes of its first run, with a JVM that only says
 * what it was asked.
 */
@Timeout(60)
class KeptClassesTest {
  private static final Path SETUP = Path.of("../../bench/setup").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private Path jar;
  private Path jdk;

  @BeforeEach
  void layOut() throws Exception {
    jar = Files.createFile(Files.createDirectories(folder.resolve("a target")).resolve("x.jar"));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
    jdk = folder.resolve("jdk");
    java("echo \"$@\" >>'%s'; exit 0".formatted(folder.resolve("asked")));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
  }

  /** Keeps classes where it is asked to, and does what it is told after that. */
  private void java(String then) throws Exception {
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for word; do
          case $word in
            -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;;
          esac
        done
        """
            + then
            + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private int run(Path... first) throws Exception {
    return start(first).waitFor();
  }

  /**
   * @param first folders to look for programs in before others
   */
  private Process start(Path... first) throws Exception {
    String script =
        """
        . '%1$s/forward.sh'
        . '%1$s/kept-classes.sh'
        run_with_kept_classes '%2$s' report one 'two words'
        """
            .formatted(SETUP, jar);
    ProcessBuilder builder = Children.builder(List.of("sh", "-c", script));
    builder.environment().put("JAVA_HOME", jdk.toString());
    for (Path bin : first) {
      builder.environment().merge("PATH", bin.toString(), (path, own) -> own + ":" + path);
    }
    return builder.inheritIO().start();
  }

  /** The words of each run. */
  private List<String> asked() {
    try {
      Path asked = folder.resolve("asked");
      return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> kept() throws Exception {
    try (Stream<Path> files = Files.list(jar.getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> !n.equals("x.jar"))
          .toList();
    }
  }

  @Test
  void theFirstRunKeepsItsClassesAndTheNextTakesThem() throws Exception {
    assertThat(run()).isZero();
    assertThat(run()).isZero();

    assertThat(kept()).singleElement().asString().matches("x-report-\\d+\\.jsa");
    assertThat(asked().getFirst()).contains("-XX:ArchiveClassesAtExit=").endsWith(" one two words");
    assertThat(asked().getLast())
        .contains("-XX:SharedArchiveFile=" + jar.resolveSibling(kept().getFirst()))
        .endsWith(" one two words");
  }

  @Test
  void aNewJarAndAnotherJdkKeepTheirOwn() throws Exception {
    run();
    Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 100_000));
    run();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"26\"\n");
    run();

    assertThat(asked()).hasSize(3).allMatch(words -> words.contains("-XX:ArchiveClassesAtExit="));
    assertThat(kept()).hasSize(2);
  }

  @Test
  void aRunThatDidNotGoWellKeepsNothingAndItsStatusIsTold() throws Exception {
    java("exit 3");

    assertThat(run()).isEqualTo(3);
    assertThat(kept()).isEmpty();
  }

  @Test
  void runsAtTheSameTimeWriteFilesOfTheirOwn() throws Exception {
    Path go = folder.resolve("go");
    java(
        """
        echo "$@" >>'%s'
        while ! [ -e '%s' ]; do sleep 0.05; done
        """
            .formatted(folder.resolve("asked"), go));
    Process one = start();
    Process other = start();
    Patience.await("both run", () -> asked().size() == 2);
    Files.createFile(go);

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();

    assertThat(asked())
        .extracting(words -> words.replaceFirst(".*\\.jsa\\.(\\d+) .*", "$1"))
        .doesNotHaveDuplicates();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whereNothingCanBeKeptItRunsAsEver() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path dirname = bin.resolve("dirname");
    // Whoever is root may write everywhere.
    Files.writeString(dirname, "#!/bin/sh\necho /nowhere\n");
    assertThat(dirname.toFile().setExecutable(true)).isTrue();

    assertThat(run(bin)).isZero();

    assertThat(asked()).containsExactly("one two words");
    assertThat(kept()).isEmpty();
  }
}
