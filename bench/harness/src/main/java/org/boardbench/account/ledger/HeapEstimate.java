package org.boardbench.account.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.account.record.ArrivalSeconds;
import org.boardbench.core.ThisProgram;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.scenario.Scenario;

/**
 * What a plan keeps in the driver's heap: for each two users of a board what one has of the other,
 * for each message of the largest stage its account, for each of its seconds some figures and,
 * while it is not long over, its histograms, for each user its connection.
 */
public final class HeapEstimate {
  private static final double MIB = 1 << 20;

  /** The program itself, once it has warmed up. */
  private static final double PROGRAM_BYTES = 12 * MIB;

  /** A virtual user with its connection, protocol session and queues: 2.9 KB, without TLS. */
  private static final double USER_BYTES = 3 * 1024;

  /** One loop's three histograms of a second in which nothing took longer than 4 ms. */
  private static final double SECOND_BYTES = 3 * 57 * 1024;

  /** Of each second until its stage ends: what the driver, its samples and its dashboard have. */
  private static final double KEPT_SECOND_BYTES = 3 * 1024;

  /** The serial collector keeps a third of the heap for what is new. */
  private static final double SHARE = 2 / 3.0;

  /** What such a JVM says of its heap, for one survivor space is always empty. */
  private static final double SAID = 0.966;

  /** Heaps are told in steps of this. */
  private static final int STEP_MIB = 128;

  private HeapEstimate() {}

  /** Nothing when what {@code plan} keeps fits into {@code heapBytes}. */
  public static Optional<Problem> problem(ExperimentPlan plan, long heapBytes) {
    // Who was out has a gap at every sender of its board.
    boolean hasChurn = plan.allStages().anyMatch(stage -> stage.churn().isPresent());
    double needed = bytes(plan, hasChurn ? ReceiverWindows.BYTES_WITH_GAPS : ReceiverWindows.BYTES);
    if (needed <= SHARE * heapBytes) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            "users",
            String.format(
                Locale.ROOT,
                "the accounts of %s take %.0f MiB, too much for the driver's heap of %.0f MiB: start"
                    + " it with %s %s, or take fewer users, more boards or a shorter hold",
                load(plan),
                needed / MIB,
                heapBytes / MIB,
                ThisProgram.heapOf(heapMib(needed)),
                ThisProgram.COMMAND)));
  }

  /** A warning when it fits only as long as the server loses next to nothing. */
  public static Optional<String> warning(ExperimentPlan plan, long heapBytes) {
    double needed = bytes(plan, ReceiverWindows.BYTES_WITH_GAPS);
    if (needed <= SHARE * heapBytes) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Note: if a server loses messages to all of %s, their accounts grow to %.0f MiB, too"
                + " much for the driver's heap of %.0f MiB: %s has room for that",
            load(plan),
            needed / MIB,
            heapBytes / MIB,
            ThisProgram.heapOf(heapMib(needed))));
  }

  private static String load(ExperimentPlan plan) {
    int boards = plan.workload().boards();
    return plan.maxUsers() + " users on " + boards + (boards == 1 ? " board" : " boards");
  }

  /** The heap whose share holds {@code needed} bytes. */
  private static int heapMib(double needed) {
    return STEP_MIB * (int) Math.ceil(needed / SHARE / SAID / MIB / STEP_MIB);
  }

  private static double bytes(ExperimentPlan plan, int pairBytes) {
    int users = plan.maxUsers();
    double stages = plan.allStages().mapToDouble(stage -> ofStage(plan, stage)).max().orElse(0);
    return PROGRAM_BYTES
        + pairs(users, plan.workload().boards(), pairBytes)
        + users * USER_BYTES
        + stages;
  }

  /** What each two users of a board have of each other. */
  static double pairs(int users, int boards, int pairBytes) {
    return users * Math.ceil((double) users / boards) * pairBytes;
  }

  /** What stays of a stage's seconds until it ends, beside the histograms of the last ones. */
  static double keptSeconds(StageSpec stage) {
    return seconds(List.of(stage.ramp(), stage.hold())) * KEPT_SECOND_BYTES;
  }

  private static double ofStage(ExperimentPlan plan, StageSpec stage) {
    Scenario scenario = stage.weighedScenario(plan.workload());
    double messages = TrialAccounts.messages(stage, scenario.ratePerUser());
    // Room is made beforehand for as many messages as a user has in the mean.
    double prepared = TrialAccounts.prepared(stage.users(), messages);
    double ofUser =
        scenario.meanOverUsers(behaviour ->
            SenderMessages.bytes(
                Math.max(prepared, TrialAccounts.messages(stage, behaviour.ratePerUser()))));
    return stage.users() * ofUser
        + keptSeconds(stage)
        + lastSeconds(stage, messages, plan.driver().cores());
  }

  /**
   * The histograms of a stage's last seconds, as large as they are at first.
   *
   * @param messages of a user
   */
  static double lastSeconds(StageSpec stage, double messages, int loops) {
    double seconds = seconds(List.of(stage.ramp(), stage.hold()));
    // A second in which nothing is sent keeps nothing.
    double kept =
        Math.min(ArrivalSeconds.MOST_IN_MEMORY, Math.min(seconds, stage.users() * messages));
    return kept * Math.min(stage.users(), loops) * SECOND_BYTES;
  }

  private static double seconds(List<Duration> parts) {
    return parts.stream().mapToLong(Duration::toMillis).sum() / 1e3;
  }
}
