package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.OwnGroups;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import org.boardbench.junit.TakesLong;
import org.boardbench.sut.link.PacketFilter;
import org.boardbench.sut.link.PacketRules;
import org.boardbench.sut.process.Leftovers;
import org.boardbench.sut.process.Signals;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs that are ended while something is made to fail, at moments of chance: of none anything is
 * left.
 */
@Timeout(1200)
class AbortedRunsIT {
  private static final long SEED = 42;
  private static final List<String> SIGNALS = List.of("KILL", "TERM", "INT");
  private static final Pattern READY = Pattern.compile("ready at ws://127\\.0\\.0\\.1:(\\d+)");

  /** From the moment when the server is ready; the hold begins within it. */
  private static final int LATEST_MS = 2_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void noRuleNoProcessNoGroupAndNoPortStays(int attempt) throws Exception {
    check(attempt);
  }

  static IntStream further() {
    return IntStream.range(2, 20);
  }

  @ParameterizedTest
  @MethodSource("further")
  @TakesLong
  void noneOfTwentyTimes(int attempt) throws Exception {
    check(attempt);
  }

  private static String faults(int attempt) {
    String stop = "{ at: 1ms..500ms, kind: stop, for: 20s }";
    String cut = "{ at: 100ms..900ms, kind: cut, share: 50% }";
    String partition = "{ at: 1ms..500ms, kind: partition, for: 20s }";
    String slow = "{ at: 1ms..500ms, kind: slow, delay: 50ms, for: 20s }";
    String fill = "{ at: 1ms..500ms, kind: fill, cpus: 0.5, for: 20s }";
    boolean mayDrop = PacketFilter.obstacle().isEmpty();
    boolean mayLimit = OwnGroups.find().isPresent();
    String ofProcesses = attempt % 4 == 3 && mayLimit ? fill : stop;
    return String.join(", ", ofProcesses, cut, mayDrop && attempt % 5 != 4 ? partition : slow);
  }

  private void check(int attempt) throws Exception {
    SplittableRandom random = new SplittableRandom(SEED + attempt);
    String signal = SIGNALS.get(attempt % SIGNALS.size());
    new ProjectSpecimen(folder);
    Path experiment = folder.resolve("aborted.yaml");
    Files.writeString(
        experiment,
        "targets: [board]\nworkload: { boards: 2, rate: 10 }\nstages:\n"
            + "  - { users: 8, ramp: 200ms, hold: 60s, faults: ["
            + faults(attempt)
            + "] }\n");
    Path output = folder.resolve("output.txt");
    Process harness =
        Children.builder(Signals.asInATerminal(command(experiment)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      Patience.await("the server is ready", () -> isReady(harness));
      List<ProcessHandle> children = harness.descendants().toList();
      assertThat(children).isNotEmpty();
      Thread.sleep(random.nextInt(LATEST_MS));

      Signals.send(signal, harness);
      harness.waitFor();
      if (signal.equals("KILL")) {
        Leftovers.end(); // as the next run does first of all
      }

      Patience.await("no rule is left", () -> PacketRules.areGone(harness.pid()));
      Patience.await(
          "no process is left", () -> children.stream().noneMatch(ProcessHandle::isAlive));
      Patience.await("none of a later start", () -> Specimens.processesOf(harness.pid()).isEmpty());
      assertThat(Specimens.groupsOf(harness.pid())).isEmpty();
      assertIsFree(port().orElseThrow());
    } finally {
      harness.destroyForcibly();
      assertThat(output).exists();
    }
  }

  private List<String> command(Path experiment) {
    return HarnessCommand.run(
        folder, "--out", folder.resolve("out").toString(), experiment.toString());
  }

  private boolean isReady(Process harness) {
    assertThat(harness.isAlive()).as("the harness runs").isTrue();
    return port().isPresent();
  }

  /** Where users connect. */
  private Optional<Integer> port() {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path log : files.filter(file -> file.endsWith("driver.log")).toList()) {
        Matcher ready = READY.matcher(Files.readString(log));
        if (ready.find()) {
          return Optional.of(Integer.valueOf(ready.group(1)));
        }
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException notYet) { // files come and go meanwhile
      return Optional.empty();
    }
  }

  private static void assertIsFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(LoopbackPorts.address(port));
      assertThat(socket.isBound()).isTrue();
    }
  }
}
