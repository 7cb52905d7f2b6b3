package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.core.CpuList;
import org.boardbench.junit.Patience;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that must not be believed, provoked for real: a harness of its own is hindered. */
@Tag("alone")
@Timeout(600)
class VerdictIT {
  private static final List<String> HINDERED =
      List.of("unsent", "send-delay", "driver-cpu", "stall", "run-delay", "backpressure");
  private static final int BUSY_LOOPS = 4;
  private static final int MESSAGES_PER_S = 1_000;

  /** The first word of each reason. */
  private static final Pattern CODE = Pattern.compile("(?<=^|; )[a-z-]+");

  /** One disturbance must not fail the test. */
  private static final int TRIES = 3;

  /** The load takes about half a core of two. */
  private static final double IDLE_PCT = 60;

  @TempDir private Path folder;
  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());
  private final List<Process> busyLoops = new ArrayList<>();

  @AfterEach
  void endEverything() {
    busyLoops.forEach(Process::destroyForcibly);
    server.close();
  }

  @Test
  void aDriverThatSharesItsCoreWithOtherWorkIsFoundOut() throws Exception {
    try (HarnessProcess harness =
        HarnessProcess.start(
            Files.createDirectory(folder.resolve("starved")),
            taskset(),
            options("3s", "--driver-loop=nio"))) {
      harness.awaitOutput("stage 1/1");
      for (int i = 0; i < BUSY_LOOPS; i++) {
        busyLoops.add(busy().start());
      }
      CSVRecord row = harness.row();
      assertThat(row.get("valid")).isEqualTo("false");
      assertThat(codes(row)).contains("run-delay");
    }
  }

  @Test
  void theSameLoadUnhinderedIsNot() throws Exception {
    List<String> unfounded = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      CSVRecord row = unhindered("unhindered-" + i);
      if (codes(row).stream().noneMatch(HINDERED::contains)) {
        return;
      }
      if (Double.parseDouble(row.get("machine_idle_pct")) > IDLE_PCT) {
        unfounded.add(row.get("invalid_reasons"));
      }
    }
    assumeThat(unfounded).as("others work on this machine, so the verdict is right").isNotEmpty();
    assertThat(unfounded).as("reasons on an idle machine").isEmpty();
  }

  @Test
  void aHarnessThatIsStoppedForAMomentIsFoundOut() throws Exception {
    for (int i = 0; i < TRIES; i++) {
      try (HarnessProcess harness =
          HarnessProcess.start(
              Files.createDirectory(folder.resolve("stopped-" + i)),
              List.of(),
              options("10s", "--driver-loop=auto"))) {
        harness.awaitOutput("stage 1/1");
        long before = server.counts().messages();
        Patience.await(
            "the hold is under way",
            () -> server.counts().messages() - before > 2 * MESSAGES_PER_S);
        harness.signal("STOP");
        Thread.sleep(700);
        long untilStop = server.counts().messages() - before;
        harness.signal("CONT");
        CSVRecord row = harness.row();
        if (isWellWithinTheHold(untilStop, row)) {
          assertThat(row.get("valid")).isEqualTo("false");
          assertThat(codes(row)).contains("stall", "send-delay");
          assertThat(row.get("lost")).isEqualTo("0");
          return;
        }
      }
    }
    assumeThat(false).as("this machine can stop a process within ten seconds").isTrue();
  }

  /** Whether the hold had begun, and a second of it was still to come. */
  private static boolean isWellWithinTheHold(long messages, CSVRecord row) {
    long ramp = Long.parseLong(row.get("ramp_sent"));
    long all = ramp + Long.parseLong(row.get("sent"));
    return messages > ramp && messages < all - MESSAGES_PER_S;
  }

  private CSVRecord unhindered(String name) throws Exception {
    try (HarnessProcess harness =
        HarnessProcess.startWarm(
            Files.createDirectory(folder.resolve(name)), options("3s", "--driver-loop=auto"))) {
      return harness.row();
    }
  }

  /** Ten thousand deliveries a second: a tenth of what a core can do. */
  private List<String> options(String hold, String loop) {
    return List.of(
        "--url=" + server.uri(),
        "--users=20",
        "--boards=2",
        "--rate=" + MESSAGES_PER_S / 20,
        "--ramp=200ms",
        "--drain=30s", // costs nothing when all is well
        "--hold=" + hold,
        loop);
  }

  private static List<String> codes(CSVRecord row) {
    return CODE.matcher(row.get("invalid_reasons")).results().map(MatchResult::group).toList();
  }

  /** On one CPU; the server's thread is free to run on another. */
  private static List<String> taskset() throws IOException {
    int cpu = CpuList.ofStatus(Files.readString(Path.of("/proc/self/status"))).orElseThrow().last();
    return List.of("taskset", "-c", Integer.toString(cpu));
  }

  /** As long as this program lives, which may be ended in the middle. */
  private static ProcessBuilder busy() throws IOException {
    List<String> words = new ArrayList<>(taskset());
    words.addAll(List.of("sh", "-c", "while kill -0 $PPID; do :; done"));
    return new ProcessBuilder(words);
  }
}
