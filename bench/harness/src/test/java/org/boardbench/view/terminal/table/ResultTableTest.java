package org.boardbench.view.terminal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredResults;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final Path RUN = Path.of("results/x");

  private final List<Map<String, String>> trials = new ArrayList<>();
  private final List<Map<String, String>> stages = new ArrayList<>();
  private ProfileTrials profiled = ProfileTrials.NONE;

  @Test
  void readsWellAtAHundredColumns() {
    stage("node-ws-cluster-redis", 1, 100, "0.834", "1234.5", 0);
    stage("node-ws-cluster-redis", 2, 1000, "12345.678", "120000.123", 9_999_999);
    stage("fastapi", 1, 100, "", "", 1);
    trial("fastapi-r1", "failed", "server ended in stage 2\nTraceback");
    trial("node-ws-r1", "ok", "");

    String table = render(100);

    assertThat(table)
        .isEqualTo(
            """

             target                 users  RTT p50    p95     p99  deliv. p99  loss %     tps  CPU %  MiB
             --------------------------------------------------------------------------------------------
             fastapi                  100        -      -       -           -   <0.01  101000   61.0    -
             node-ws-cluster-redis    100    0.834   1.83    1234        1234       0  101000   61.0    -
             node-ws-cluster-redis   1000    12346  12347  120000      120000    99.9  101000   61.0    -
             Times in ms. Loss is of what was expected.
             fastapi-r1 failed: server ended in stage 2 Traceback

            """);
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void severalRepetitionsBecomeTheirMedianAndTheirCommonLoss() {
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    stage("node-ws", 1, 100, "9.0", "6.0", 1_000_000);
    stage("node-ws", 1, 100, "2.0", "7.0", 0);

    assertThat(render())
        .containsPattern("node-ws +100 +2\\.00 +3\\.00 +6\\.00 +6\\.00 +3\\.33 ")
        .contains("Medians over repetitions; loss over all of them.");
  }

  @Test
  void timesOfWhatCameAreLowerBoundsWhereSomethingNeverCame() {
    stage("node-ws", 1, 100, "1.0", "5.0", 2_000_000);
    stages.getFirst().putAll(Map.of("rtt_coverage_pct", "80", "rtt_p95_censored_ms", "9000"));

    assertThat(render())
        .containsPattern("node-ws +100 +≥1\\.00 +≥9000 +≥9000 +≥5\\.00 ")
        .contains(" ≥: at least so much, since some messages never came.\n");
  }

  @Test
  void aRunWithoutAnyStageStillNamesItsFailures() {
    trial("node-ws-r1", "failed", "not ready after 60s");

    assertThat(render()).isEqualTo("\n node-ws-r1 failed: not ready after 60s\n\n");
  }

  @Test
  void marksTheRowsThatAreInvalidAndTellsWhatToChangeForEachCode() {
    stage("node-ws-cluster-redis", 1, 100, "1.0", "5.0", 0);
    stage("node-ws-cluster-redis", 1, 100, "2.0", "7.0", 0);
    stage("fastapi", 1, 1000, "1.0", "5.0", 0);
    stage("fastapi", 2, 1000, "1.0", "5.0", 0);
    judge(0, "few-samples 6 < 10; run-delay 12.3 % > 5 %");
    judge(1, "");
    judge(2, "few-samples 6 < 10");
    judge(3, "");

    String table = render(100);

    assertThat(table)
        .isEqualTo(
            """

             target                 stage  users  RTT p50   p95   p99  loss %     tps  CPU %  MiB
             ------------------------------------------------------------------------------------------
             fastapi                    1   1000     1.00  2.00  5.00       0  101000   61.0    -     !
             fastapi                    2   1000     1.00  2.00  5.00       0  101000   61.0    -
             node-ws-cluster-redis      1    100     2.00  3.00  7.00       0  101000   61.0    -  !1/2
             Medians over repetitions; loss over all of them. Times in ms. Loss is of what was expected.
             No room here, see stages.csv: delivery_p99_ms.
             2 of 4 rows are valid; those marked ! are not:
               run-delay (1): give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users
               few-samples (2): hold longer (--hold) or send at a higher rate (--rate)

            """);
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void aServerThatCutsItsUsersDoesNotLookGood() {
    stage("node-ws-cluster-redis", 1, 1500, "2.0", "7.0", 0);
    stage("fastapi-workers-redis", 1, 1500, "12345.6", "23456.7", 0);
    stages.get(0).putAll(Map.of("owed", "10000000", "delivered", "10000000"));
    stages
        .get(1)
        .putAll(
            Map.of(
                "owed", "12000000",
                "delivered", "3000000",
                "disconnects", "481",
                "connect_failures", "12",
                "disconnect_causes",
                    "closed 1011 by server: a; b ×480; connection reset by server ×1",
                "connect_failure_causes", "connection refused ×12",
                "rtt_coverage_pct", "31.2",
                "rtt_p95_censored_ms", "61234.5",
                "bottleneck", "companion"));

    String table = render(100);

    assertThat(table)
        .isEqualTo(
            """

             target                 users  RTT p95     p99  loss %  drops  refused     tps  CPU %      limit
             -----------------------------------------------------------------------------------------------
             fastapi-workers-redis   1500   ≥61234  ≥61234    75.0    481       12  101000   61.0  companion
             node-ws-cluster-redis   1500     3.00    7.00       0      0        0  101000   61.0
             Times in ms. Loss is of what the plan owed.
             drops: joined users whose connection ended; refused: attempts to join that failed.
             ≥: at least so much, since some messages never came.
             limit: what ran out where the server did not keep up.
             No room here, see stages.csv: delivery_p99_ms, memory_mean_mib, rtt_p50_ms.
             fastapi-workers-redis, 1500 users: 481 dropped (closed 1011 by server: a; b ×480, connection reset by server ×1); 12 refused (connection refused ×12)

            """);
  }

  @Test
  void nothingIsLeftOutWhereThereIsNoTerminal() {
    aServerGivesWay();

    assertThat(render().lines().toList().get(1))
        .isEqualTo(
            " target                 users  RTT p50     p95     p99  deliv. p99  loss %  drops  refused"
                + "     tps  CPU %  MiB      limit");
    assertThat(render()).doesNotContain("No room");
    assertThat(render(1000)).isEqualTo(render());
  }

  @Test
  void noTerminalIsTooNarrowForALineOfTheTable() {
    aServerGivesWay();
    judge(0, "few-samples 6 < 10");

    for (int width = 30; width <= 140; width++) {
      int columns = width;
      assertThat(rows(render(width))).hasSize(5).allMatch(line -> line.length() <= columns);
    }
  }

  @Test
  void whatSaysHowAServerGaveWayStaysLongest() {
    aServerGivesWay();

    assertThat(render(81))
        .contains(
            " target                 users  RTT p95  loss %  drops  refused     tps      limit\n")
        .contains(
            " No room here, see stages.csv: delivery_p99_ms, memory_mean_mib, rtt_p50_ms,"
                + " cpu_mean_pct, rtt_p99_ms.\n");
    assertThat(render(45))
        .contains(" target                 users  loss %  drops\n")
        .contains("rtt_p99_ms, tps, bottleneck, connect_failures")
        .doesNotContain("limit:")
        .doesNotContain("≥");
  }

  @Test
  void theLegendSaysWhichLossIsOfWhatWasExpected() {
    for (int stage = 1; stage <= 4; stage++) {
      stage("fastapi", stage, 100 * stage, "1.0", "5.0", 0);
    }
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    String none = render();
    owed(0);
    owed(4);
    String resumed = render();
    owed(1);
    owed(2);
    owed(3);
    String halfAGroup = render();
    owed(5);

    assertThat(none).contains(" Loss is of what was expected.\n");
    assertThat(resumed)
        .contains(
            "\n Loss is of what the plan owed, but of what was expected for fastapi, 200 users;"
                + " fastapi, 300 users; fastapi, 400 users; and 1 more.\n");
    assertThat(halfAGroup)
        .contains(
            "\n Loss is of what the plan owed, but of what was expected for node-ws, 100 users.\n");
    assertThat(render()).contains(" Loss is of what the plan owed.\n");
  }

  @Test
  void causesNameTheStageWhereUsersDoNotTellItApart() {
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    stage("node-ws", 2, 100, "1.0", "5.0", 0);
    stage("node-ws", 3, 200, "1.0", "5.0", 0);
    stage("fastapi", 1, 100, "1.0", "5.0", 0);
    for (Map<String, String> row : stages) {
      row.put("disconnects", row.get("stage"));
    }

    assertThat(render())
        .contains(
            """
             fastapi, 100 users: 1 dropped
             node-ws, 100 users in stage 1: 1 dropped
             node-ws, 100 users in stage 2: 2 dropped
             node-ws, 200 users: 3 dropped
            """)
        .containsPattern(" target +stage +users ")
        .containsPattern("node-ws +2 +100 ");
  }

  @Test
  void whatAServerSaysInACauseBreaksNoTable() {
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    stages
        .getFirst()
        .putAll(
            Map.of(
                "disconnects", "6",
                "disconnect_causes",
                    "closed 4000 by server: a ×b×5; c ×3; reset ×; d ×2; … and 1 more"));

    assertThat(render())
        .contains(
            "node-ws, 100 users: 6 dropped (closed 4000 by server: a ×b×5; c ×3, reset ×; d ×2)");
  }

  @Test
  void aRunWhoseRowsAreAllValidSaysSo() {
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    judge(0, "");

    assertThat(render()).contains(" 1 of 1 rows are valid.\n").doesNotContain("!");
  }

  @Test
  void aTrialForAProfileIsInNoFigureWhateverBecameOfIt() {
    stage("node-ws", 1, 100, "1.0", "5.0", 0);
    judge(0, "");
    trial("node-ws-r1", "ok", "");
    String without = render();
    stage("node-ws", 1, 100, "2000.0", "5000.0", 9_000_000);
    stages.getLast().put("repetition", "2");
    judge(1, "profiled 500 > 0");
    trial("node-ws-r2", "ok", "");
    trial("fastapi-r2", "failed", "not ready after 60s");
    profiled = ProfileTrials.planned(1, 1);

    assertThat(render())
        .isEqualTo(
            without.stripTrailing()
                + "\n 2 trials were there for a profile alone: profile.csv has it, and no figure"
                + " here.\n fastapi-r2 failed: not ready after 60s\n\n")
        .contains(" 1 of 1 rows are valid.\n");
    assertThat(results().failedStarts()).isEmpty();
    assertThat(ResultTable.whatNext(results(), Optional.empty(), RUN)).startsWith("Run again");
  }

  @Test
  void everyRemedyFitsInALine() {
    for (ReasonCode code : ReasonCode.values()) {
      assertThat("   %s (100): %s".formatted(code.key(), code.remedy())).hasSizeLessThan(101);
    }
  }

  private void aServerGivesWay() {
    stage("node-ws-cluster-redis", 1, 1500, "2.0", "7.0", 0);
    stage("fastapi-workers-redis", 2, 1500, "12345.6", "23456.7", 0);
    stages
        .get(1)
        .putAll(
            Map.of(
                "disconnects", "481",
                "connect_failures", "12",
                "rtt_coverage_pct", "31.2",
                "rtt_p95_censored_ms", "61234.5",
                "bottleneck", "companion"));
  }

  private void owed(int row) {
    stages.get(row).putAll(Map.of("owed", "10000000", "delivered", "10000000"));
  }

  private void judge(int row, String reasons) {
    stages.get(row).put("valid", Boolean.toString(reasons.isEmpty()));
    stages.get(row).put("invalid_reasons", reasons);
  }

  private StoredResults results() {
    return new StoredResults(
        trials.stream().map(StoredRow::<TrialRecord>of).toList(),
        stages.stream().map(StoredRow::<StageRecord>of).toList(),
        profiled);
  }

  /** As it goes into a file or a pipe. */
  private String render() {
    return ResultTable.render(results(), OptionalInt.empty());
  }

  private String render(int width) {
    return ResultTable.render(results(), OptionalInt.of(width));
  }

  /** The lines before the legend. */
  private static List<String> rows(String table) {
    return table.lines().takeWhile(line -> !line.startsWith(" Times in ms.")).toList();
  }

  private void trial(String id, String status, String reason) {
    String target = id.replaceFirst("-r\\d+$", "");
    String repetition = id.replaceFirst(".+-r", "");
    trials.add(
        Map.of(
            "trial_id", id,
            "target", target,
            "repetition", repetition,
            "status", status,
            "reason", reason));
  }

  private void stage(String target, int stage, int users, String p50, String p99, long lost) {
    Map<String, String> row = new HashMap<>();
    row.put("target", target);
    row.put("repetition", "1");
    row.put("stage", Integer.toString(stage));
    row.put("users", Integer.toString(users));
    row.put("rtt_p50_ms", p50);
    row.put("rtt_p95_ms", p50.isEmpty() ? "" : Double.toString(Double.parseDouble(p50) + 1));
    row.put("rtt_p99_ms", p99);
    row.put("delivery_p99_ms", p99);
    row.put("lost", Long.toString(lost));
    row.put("expected", "10000000");
    row.put("loss_pct", Double.toString(lost / 100_000.0));
    row.put("tps", "101000.25");
    row.put("cpu_mean_pct", "61.01");
    row.put("memory_mean_mib", "");
    row.put("valid", "");
    row.put("invalid_reasons", "");
    stages.add(row);
  }
}
