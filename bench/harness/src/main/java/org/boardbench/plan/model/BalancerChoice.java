package org.boardbench.plan.model;

import java.util.Locale;

/** What is between users and the replicas of a server. */
public enum BalancerChoice {
  /** HAProxy, which gives a new connection to the replica that has the fewest. */
  HAPROXY,
  /** nginx, which does the same. */
  NGINX,
  /** Nothing: users connect to the replicas themselves, each always to the same one. */
  DIRECT;

  /** The word in plans and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
