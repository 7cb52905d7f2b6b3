package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.Problem;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("optimized")
class HeapEstimateTest {
  private static final long MIB = 1 << 20;

  private static ExperimentPlan plan(int users, int boards) throws Exception {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(
                "ws://127.0.0.1:9000/ws", Optional.empty(), List.of(), TrustOptions.NONE),
            new PlanOverrides(
                Map.of(
                    "--users", Integer.toString(users),
                    "--boards", Integer.toString(boards),
                    "--hold", "60s"),
                List.of()));
  }

  private static String problem(int users, int boards, long heapMib) throws Exception {
    return HeapEstimate.problem(plan(users, boards), heapMib * MIB)
        .map(Problem::toString)
        .orElse("");
  }

  @Test
  void aGibibyteHoldsTwentyThousandUsersOnTenBoards() throws Exception {
    assertThat(problem(20_000, 10, 1024)).isEmpty();
  }

  @Test
  void twoGibibytesHoldTenThousandUsersOnOneBoard() throws Exception {
    assertThat(problem(10_000, 1, 2048)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefusedInOneLineWithTheFigureAndTheCommand() throws Exception {
    assertThat(problem(20_000, 1, 2048))
        .matches(
            "users: the accounts of 20000 users on 1 board take 1[67]\\d\\d MiB, too much for the"
                + " driver's heap of 2048 MiB: start it with BOARDBENCH_HEAP=\\d+m"
                + " bench/boardbench, or take fewer users, more boards or a shorter hold");
  }

  @Test
  void theHeapThatARefusalAsksForIsEnough() throws Exception {
    String refusal = problem(20_000, 1, 512);
    long heapMib = Long.parseLong(refusal.replaceAll(".*HEAP=(\\d+)m.*", "$1"));

    long said = heapMib * 989 / 1024; // by a JVM with the serial collector and -Xmx1024m
    assertThat(problem(20_000, 1, said)).isEmpty();
    assertThat(problem(20_000, 1, said - 256)).isNotEmpty();
  }

  @Test
  void usersWhoSendManyMessagesNeedRoomBesideWhatTheOthersHave() throws Exception {
    double alike = toldMib("workload: { rate: 1 }");
    double mixed =
        toldMib(
            """
            scenario:
              busy: { behaviour: steady, weight: 1, rate: 10 }
              idle: { behaviour: steady, weight: 9, rate: 0.001 }
            """);

    // Nine more blocks of 64 messages, of 48 bytes each, for a tenth of them.
    assertThat(mixed - alike).isCloseTo(2_000 * 9 * 64 * 48.0 / MIB, within(1.0));
  }

  @Test
  void ofAnHoursSecondsLittleIsKeptBesideThatOfTheLastTwoMinutes() throws Exception {
    String seldom = "workload: { rate: 0.05 }\n";

    double hour = toldMib(seldom, 200, "1h");
    // The messages' accounts grow: three blocks of 64 messages of 48 bytes each, for one.
    double messages = 200 * 2 * 64 * 48;
    double seconds = 58 * 60 * 3 * 1024;
    assertThat(hour - toldMib(seldom, 200, "2m"))
        .isCloseTo((messages + seconds) / MIB, within(1.0));
  }

  private static double toldMib(String workload) throws Exception {
    return toldMib(workload, 20_000, "60s");
  }

  private static double toldMib(String workload, int users, String hold) throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of("board"))
            .read(
                "test.yaml",
                "targets: [board]\nstages: [{ users: %d, hold: %s }]\n".formatted(users, hold)
                    + workload,
                PlanOverrides.NONE);
    String refusal = HeapEstimate.problem(plan, 1).orElseThrow().toString();
    return Double.parseDouble(refusal.replaceAll(".* take (\\d+) MiB.*", "$1"));
  }

  @Test
  void aServerThatMayLoseEverythingIsWarnedOfWhereThatWouldNotFit() throws Exception {
    assertThat(HeapEstimate.warning(plan(10_000, 1), 1024 * MIB))
        .get()
        .asString()
        .contains("10000 users on 1 board", "BOARDBENCH_HEAP=2");
    assertThat(HeapEstimate.warning(plan(1_000, 10), 512 * MIB)).isEmpty();
  }

  @Test
  void theEstimateIsAboutWhatTheAccountsTake() throws Exception {
    int users = 2_000;
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    TrialAccounts accounts =
        new TrialAccounts(new WorkloadSpec(1, 1, 300), BoardShare.whole(1, users), 1, () -> 0);
    accounts.openStage(1, new StageSpec(users, Duration.ofSeconds(1), Duration.ofSeconds(60)), 0);
    double taken = threads.getCurrentThreadAllocatedBytes() - before;

    double told = HeapEstimate.pairs(users, 1, ReceiverWindows.BYTES);
    told += users * SenderMessages.bytes(62);
    assertThat(taken).isBetween(0.9 * told, 1.2 * told);
  }
}
