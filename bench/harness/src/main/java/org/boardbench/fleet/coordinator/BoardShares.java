package org.boardbench.fleet.coordinator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares whole boards out in proportion to what each agent can do. */
final class BoardShares {
  private BoardShares() {}

  /**
   * How many boards each gets: one at least, and of the others its share, by the largest remainder.
   * Who gets one for being there has none.
   *
   * @param capacities of the agents, at least one, all above 0
   * @throws IllegalArgumentException when there is not a board for each
   */
  static List<Integer> of(int boards, List<Long> capacities) {
    if (boards < capacities.size()) {
      throw new IllegalArgumentException(boards + " boards for " + capacities.size() + " agents");
    }
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
