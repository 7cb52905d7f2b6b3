package org.boardbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.boardbench.sut.manifest.TargetCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorCommandTest extends CommandLineScene {
  private static final String TARGET =
      "title: x\nprotocol: raw\nendpoint: { path: /, health: / }\nstart: [x]\nrequires: ";

  @BeforeEach
  void writeTargets() throws IOException {
    Path targets = Files.createDirectories(home.resolve("targets"));
    Path setup = Files.createFile(targets.resolve("get-pebble.sh"));
    assertThat(setup.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        targets.resolve("tools.yaml"),
        """
        pebble:
          version: [echo, "pebble 2.7.1"]
          install: get pebble
          packages: [pebble, pebble-dev]
          setup: get-pebble.sh
        marble: { version: ["false"], install: get marble, packages: [libmarble] }
        """);
    write("a", TARGET + "{ pebble: 2.5 }\n");
    write("b", TARGET + "{ pebble: 2.6, marble: 1 }\n");
    writeExperiment("stages: [{ users: 20, ramp: 1s, hold: 5s }]\ntargets: [a]\n");
  }

  @Test
  void tellsPeopleWhatIsThereForWhomAndWhatToInstall() {
    assertThat(execute("doctor")).isEqualTo(1);

    assertThat(out())
        .isEqualTo(
            """
            ok       pebble   2.7.1      for a, b
            MISSING  marble: 1 or newer is needed by b, found none: get marble (Debian: apt-get\
             install libmarble)
            """);
    assertThat(err()).isEmpty();
  }

  @Test
  void isContentWhereNothingIsMissing() throws Exception {
    write("b", TARGET + "{ pebble: 2.6 }\n");

    assertThat(execute("doctor")).isZero();
  }

  @Test
  void tellsScriptsHowToGetWhatTheTargetsNeed() {
    assertThat(execute("doctor", "--needs")).isZero();

    assertThat(out())
        .isEqualTo(
            "pebble\t2.6\tfound\t"
                + home.resolve("targets/get-pebble.sh")
                + "\tpebble pebble-dev\ta, b\t-\n"
                + "marble\t1\t-\t-\tlibmarble\tb\tmarble: 1 or newer is needed by b, found none:"
                + " get marble (Debian: apt-get install libmarble)\n");
  }

  @Test
  void aRunNeedsWhatItsOwnTargetsDoAndNothingForContainers() {
    assertThat(execute("run", "tiny", "--needs")).isZero();
    assertThat(out().lines()).hasSize(1).allMatch(line -> line.startsWith("pebble\t2.5\t"));
    forgetOutput();

    assertThat(execute("run", "tiny", "--targets", "a@docker,b", "--needs")).isZero();
    assertThat(out().lines()).extracting(line -> line.split("\t", -1)[5]).containsExactly("b", "b");
    forgetOutput();

    assertThat(execute("run", "tiny", "--launcher", "docker", "--needs")).isZero();
    assertThat(out()).isEmpty();
  }

  @Test
  void namesEveryBrokenManifestAtOnce() throws Exception {
    write("a", TARGET + "{ pebble: two }\n");
    write("b", TARGET + "{ granite: 1 }\n");

    assertThat(execute("doctor")).isEqualTo(2);

    assertThat(err())
        .contains("a/target.yaml: requires.pebble: must be a version")
        .contains("b/target.yaml: requires.granite: unknown tool; known: pebble, marble");
  }

  private void write(String name, String manifest) throws IOException {
    Path folder = Files.createDirectories(home.resolve("targets").resolve(name));
    Files.writeString(folder.resolve("target.yaml"), manifest);
  }

  private int execute(String... arguments) {
    return execute(
        request -> {
          throw new AssertionError("nothing is to be run");
        },
        request -> {
          throw new AssertionError("nothing is to be calibrated");
        },
        root -> Set.copyOf(new TargetCatalog(root).names()),
        arguments);
  }
}
