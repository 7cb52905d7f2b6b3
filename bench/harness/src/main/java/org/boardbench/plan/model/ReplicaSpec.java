package org.boardbench.plan.model;

/**
 * How many processes or containers of one server a variant has, asked for.
 *
 * @param number at least 1
 */
public record ReplicaSpec(int number, BalancerChoice balancer) {
  /** The most that a plan may have. */
  static final int MOST = 64;

  /** One server, to which users connect themselves. */
  public static final ReplicaSpec ONE = new ReplicaSpec(1, BalancerChoice.DIRECT);

  public boolean areSeveral() {
    return number > 1;
  }

  /** Whether something is between users and servers. */
  public boolean isBalanced() {
    return balancer != BalancerChoice.DIRECT;
  }
}
