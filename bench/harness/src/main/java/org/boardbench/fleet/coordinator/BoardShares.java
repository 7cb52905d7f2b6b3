package org.boardbench.fleet.coordinator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares boards out in proportion to what each agent can do: whole ones, or of every board so many
 * of each hundred places an agent.
 */
final class BoardShares {
  private static final int PLACES_EACH = 100;

  private BoardShares() {}

  /**
   * What each gets, as {@code BoardAssignment.among} has it: one at least, and of the others its
   * share, by the largest remainder. Who gets one for being there has none.
   *
   * @param capacities of the agents, at least one, all above 0
   */
  static List<Integer> of(int boards, List<Long> capacities) {
    return inProportion(
        boards < capacities.size() ? PLACES_EACH * capacities.size() : boards, capacities);
  }

  private static List<Integer> inProportion(int boards, List<Long> capacities) {
    long sum = capacities.stream().mapToLong(Long::longValue).sum();
    List<Integer> shares =
        new ArrayList<>(
            capacities.stream()
                .map(capacity -> (int) Math.max(1, boards * capacity / sum))
                .toList());
    List<Integer> mostOwed =
        IntStream.range(0, shares.size())
            .boxed()
            .sorted(
                Comparator.comparingLong(
                    agent -> shares.get(agent) * sum - boards * capacities.get(agent)))
            .toList();
    int left = boards - shares.stream().mapToInt(Integer::intValue).sum();
    for (int i = 0; left > 0; i = (i + 1) % shares.size()) {
      shares.set(mostOwed.get(i), shares.get(mostOwed.get(i)) + 1);
      left--;
    }
    // Who got one board without having a share of one has it from who has most.
    for (; left < 0; left++) {
      int richest = shares.indexOf(Collections.max(shares));
      shares.set(richest, shares.get(richest) - 1);
    }
    return List.copyOf(shares);
  }
}
