package org.boardbench.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.Problem;
import org.boardbench.plan.StageSpec;

/**
 * What a plan's books need of the heap: for each two users of a board what one has of the other,
 * and for each message of the longest hold its account. A lower bound: connections and histograms
 * come on top.
 */
public final class BooksMemory {
  private static final double MIB = 1 << 20;

  private BooksMemory() {}

  /** Nothing when the books of {@code plan} may fit into {@code heapBytes}. */
  public static Optional<Problem> problem(ExperimentPlan plan, long heapBytes) {
    double needed = bytes(plan.maxUsers(), plan.workload().boards(), messages(plan));
    if (needed < heapBytes) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            "users",
            String.format(
                Locale.ROOT,
                "the accounts of %d users on %d boards need more than %.0f MiB, the driver's heap"
                    + " has %.0f: set BOARDBENCH_HEAP=%.0fm, or take fewer users or more boards",
                plan.maxUsers(),
                plan.workload().boards(),
                needed / MIB,
                heapBytes / MIB,
                Math.ceil(1.5 * needed / MIB))));
  }

  static double bytes(int users, int boards, double messages) {
    double places = Math.ceil((double) users / boards);
    return users * places * ReceiverWindows.BYTES + messages * SenderMessages.BYTES;
  }

  private static double messages(ExperimentPlan plan) {
    List<StageSpec> stages = plan.stages();
    return stages.stream()
        .mapToDouble(
            stage -> stage.users() * plan.workload().ratePerUser() * stage.hold().toMillis() / 1e3)
        .max()
        .orElse(0);
  }
}
