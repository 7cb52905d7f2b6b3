package org.boardbench.host.cgroup;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Whether programs can be limited on this machine. */
public final class ControlGroups {
  private ControlGroups() {}

  /** Skips a test where none can be made, with the reason. */
  public static void assumeTheyCanBeMade() {
    assumeTrue(OwnGroups.find().isPresent(), "no control group can be made here: run as root");
  }
}
