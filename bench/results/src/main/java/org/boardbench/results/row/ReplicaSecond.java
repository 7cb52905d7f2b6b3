package org.boardbench.results.row;

import java.util.List;

/**
 * How users were spread over the replicas of a server at the end of a second.
 *
 * @param second counts from 0 at the start of the trial's first stage
 * @param users connections that were open at each replica, in their order
 */
public record ReplicaSecond(int second, List<Integer> users) {
  /** From an equal share this much of it, or one user, is still balanced. */
  private static final double TOLERANCE = 0.1;

  public ReplicaSecond {
    users = List.copyOf(users);
  }

  /** Whether all replicas have as many users, but for a tenth, or for one. */
  public boolean isBalanced() {
    double share = users.stream().mapToInt(Integer::intValue).average().orElse(0);
    double most = Math.max(1, TOLERANCE * share);
    return share > 0 && users.stream().allMatch(one -> Math.abs(one - share) <= most);
  }
}
