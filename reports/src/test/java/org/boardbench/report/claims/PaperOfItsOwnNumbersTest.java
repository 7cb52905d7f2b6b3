package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.claims.reading.ClaimsReader;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

/**
 * The paper's own table as a run: ten starts of each server whose figures differ by some percent.
 */
class PaperOfItsOwnNumbersTest {
  private static final Path PAPER = Path.of("..", "bench", "experiments", "paper.claims.yaml");
  private static final List<Integer> USERS = List.of(100, 300, 500, 700, 1000);
  private static final int STARTS = 10;

  /**
   * A server as the paper has it.
   *
   * @param rttMs mean by the number of the stage; p95 is twice, the maximum ten times as much
   * @param lossPct by the number of the stage
   * @param memoryMib by the number of the stage
   */
  private record Server(
      List<Double> rttMs, List<Double> lossPct, double cpuPct, List<Double> memoryMib) {}

  /** By name, so that each has the same chance in each run. */
  private static final Map<String, Server> PLAIN =
      new TreeMap<>(
          Map.of(
              "spring-websocket-plain",
              new Server(
                  of(5, 10, 20, 60, 250), of(0, 0, 0, 0, 0), 50, of(400, 410, 420, 430, 450)),
              "spring-stomp-plain",
              new Server(
                  of(4, 6, 10, 30, 100), of(0, 0, 0, 0.5, 0.8), 50, of(420, 450, 480, 500, 550)),
              "node-ws-plain",
              new Server(of(5, 10, 30, 90, 250), of(0, 0, 0, 0, 0.5), 80, of(50, 55, 60, 65, 70)),
              "fastapi-plain",
              new Server(
                  of(5, 40, 2000, 4000, 8000), of(0, 0, 10, 20, 20), 100, of(75, 80, 90, 100, 120)),
              "node-ws-cluster-redis-plain",
              new Server(
                  of(500, 900, 4000, 9000, 20000),
                  of(0, 2, 5, 20, 90),
                  80,
                  of(500, 700, 900, 1200, 2000)),
              "fastapi-workers-redis-plain",
              new Server(
                  of(5, 40, 900, 2000, 5000),
                  of(0, 0, 5, 30, 90),
                  250,
                  of(180, 200, 220, 250, 280))));

  private final List<StoredStage> rows = new ArrayList<>();
  private final Random random = new Random(7);

  private static List<Double> of(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void eachOfThePapersClaimsHoldsByThePapersOwnNumbers() throws Exception {
    PLAIN.forEach(this::measure);

    JudgedFile judged = judged();

    assertThat(judged.sides()).hasSize(1);
    assertThat(judged.main().claims())
        .allSatisfy(claim ->
            assertThat(claim.verdict())
                .as("%s: %s", claim.claim(), claim.why())
                .isEqualTo(Verdict.HOLDS));
    assertThat(judged.main().recommendations())
        .filteredOn(one -> one.need().name().equals("small memory"))
        .extracting(Recommendation::recommended)
        .containsExactly(List.of("node-ws-plain"));
  }

  @Test
  void whatDoesNotHoldForProductionIsSaidBesideWhatHoldsForPlainServers() throws Exception {
    PLAIN.forEach(this::measure);
    Server fast = new Server(of(1, 1, 1, 1, 1), of(0, 0, 0, 0, 0), 40, of(50, 50, 50, 50, 50));
    PLAIN.keySet().forEach(name -> measure(name.replace("-plain", ""), fast));

    JudgedFile judged = judged();

    assertThat(judged.sides().getFirst().claims())
        .extracting(JudgedClaim::verdict)
        .containsOnly(Verdict.HOLDS);
    assertThat(judged.sides().getLast().claims())
        .filteredOn(claim -> List.of("2", "3", "5", "6", "7", "9").contains(claim.claim().id()))
        .extracting(JudgedClaim::verdict)
        .containsOnly(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void productionServersOfThePapersNumbersAreJudgedAsThePlainOnesAre() throws Exception {
    PLAIN.forEach(this::measure);
    PLAIN.forEach((name, server) -> measure(name.replace("-plain", ""), server));
    assertThat(rows).hasSize(600);

    assertThat(judged().sides())
        .hasSize(2)
        .allSatisfy(side ->
            assertThat(side.claims())
                .extracting(JudgedClaim::verdict)
                .hasSize(9)
                .containsOnly(Verdict.HOLDS));
  }

  private JudgedFile judged() throws Exception {
    return ClaimsReader.read(PAPER)
        .judged(new MeasuredRun(RunStarts.of(rows), 0.95, Map.of(), "", Optional.empty()));
  }

  private void measure(String variant, Server server) {
    for (int start = 1; start <= STARTS; start++) {
      for (int stage = 0; stage < USERS.size(); stage++) {
        rows.add(row(variant, start, stage, server));
      }
    }
  }

  private StoredStage row(String variant, int start, int stage, Server server) {
    int users = USERS.get(stage);
    double owed = users * users / 10.0;
    double kept = 1 - server.lossPct().get(stage) / 100;
    double rttMs = server.rttMs().get(stage);
    return StageBuilder.row(variant, start, users)
        .with(StageCounts.HOLD_S, 60)
        .with(StageCounts.SCHEDULED, 60.0 * users)
        .with(StageExtras.OWED, 60 * owed)
        .with(StageExtras.OWED_LOST_PCT, server.lossPct().get(stage))
        .with(StageCounts.TPS, users + kept * owed)
        .with(StageCounts.RAMP_EXPECTED, 10_000)
        .with(StageCounts.RAMP_LOST, Math.rint(near(250)))
        .with(StageTimes.RTT_MEAN_MS, near(rttMs))
        .with(StageTimes.RTT_P95_MS, near(2 * rttMs))
        .with(StageTimes.RTT_P99_MS, near(2.5 * rttMs))
        .with(StageTimes.RTT_MAX_MS, near(10 * rttMs))
        .with(StageCosts.CPU_MAX_PCT, Math.min(near(server.cpuPct()), server.cpuPct() + 1))
        .with(StageCosts.MEMORY_MAX_MIB, near(server.memoryMib().get(stage)))
        .with(StageCosts.MEMORY_MEAN_MIB, near(server.memoryMib().get(stage)))
        .build();
  }

  /** By up to 3 % more or less. */
  private double near(double value) {
    return value * (0.97 + 0.06 * random.nextDouble());
  }
}
