package org.boardbench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.core.Uninterrupted;
import org.boardbench.junit.TakesLong;
import org.boardbench.trial.Sweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Agents that are killed or stand still at moments of chance: no run hangs, or hides it. How long
 * it took is printed.
 */
@Timeout(1200)
class LostAgentsIT {
  private static final long SEED = 42;
  private static final int LOSSES = 25;

  /** From the beginning of the first of three holds of a second, with what is between them. */
  private static final int LATEST_MS = 6_000;

  @TempDir private Path folder;
  private FleetScene scene;

  @BeforeEach
  void start() throws Exception {
    scene = FleetScene.here(folder);
  }

  @AfterEach
  void end() throws Exception {
    scene.end();
  }

  static Stream<Integer> losses() {
    return IntStream.range(0, LOSSES).boxed();
  }

  @ParameterizedTest
  @MethodSource("losses")
  @TakesLong
  void theRunEndsAndNamesTheAgent(int loss) throws Exception {
    SplittableRandom random = new SplittableRandom(SEED + loss);
    for (int agent = 0; agent < 3; agent++) {
      scene.agent();
    }
    AgentProcess lost = scene.agents.get(random.nextInt(3));
    boolean isKilled = loss % 5 != 4;
    int afterMs = random.nextInt(LATEST_MS);
    // Also with a board that all of them share.
    Map<String, String> options =
        Map.of(
            "--users", "12,12,12",
            "--boards", loss % 2 == 0 ? "6" : "1",
            "--rate", "10",
            "--hold", "1s",
            "--drain", "1s");
    AtomicLong lostNs = new AtomicLong(Long.MAX_VALUE);
    Sweep.Outcome outcome =
        scene.run(
            options,
            () ->
                Thread.ofVirtual()
                    .start(() -> {
                      Uninterrupted.run(() -> Thread.sleep(afterMs));
                      lostNs.set(System.nanoTime());
                      if (isKilled) {
                        lost.kill();
                      } else {
                        lost.freeze();
                      }
                    }));
    double tookS = (System.nanoTime() - lostNs.get()) / 1e9;

    assertThat(outcome).as(scene.said()).isEqualTo(Sweep.Outcome.SOME_FAILED);
    CSVRecord trial = scene.onlyRow("trials.csv");
    assertThat(trial.get("status")).isEqualTo("failed");
    assertThat(trial.get("reason")).contains("agent " + lost.address);
    List<CSVRecord> rows = scene.rows("stages.csv");
    assertThat(rows).hasSizeBetween(1, 3);
    // Those before it are whole, and the one in which it was lost says so.
    for (CSVRecord row : rows) {
      boolean isWhole = row.get("joined").equals("12");
      assertThat(row.get("invalid_reasons").contains("agent-lost")).isNotEqualTo(isWhole);
      assertThat(row.get("lost")).isEqualTo("0");
      assertThat(row.get("corrupt")).isEqualTo("0");
    }
    System.out.printf(
        "%d: %s after %d ms, found and ended after %.1f s, %d rows, %s%n",
        loss, isKilled ? "killed" : "frozen", afterMs, tookS, rows.size(), trial.get("reason"));
  }
}
