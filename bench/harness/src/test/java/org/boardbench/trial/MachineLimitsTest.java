package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineLimitsTest {
  @Test
  void tooFewOpenFilesAreRefusedWithTheLimitAndTheRemedy() {
    assertThat(new MachineLimits(256, 36, 28_232).problems(400))
        .extracting(Object::toString)
        .containsExactly(
            "users: 400 need about 500 open files, the limit is 256; raise it (ulimit -n 500) or"
                + " take fewer");
  }

  @Test
  void moreUsersThanLocalPortsAreRefused() {
    assertThat(new MachineLimits(1_000_000, 36, 28_232).problems(28_233))
        .extracting(Object::toString)
        .containsExactly(
            "users: 28233 need as many local ports, net.ipv4.ip_local_port_range has 28232; widen"
                + " it (sysctl) or take fewer");
  }

  @Test
  void whatFitsIsNoProblem() {
    assertThat(new MachineLimits(500, 36, 400).problems(400)).isEmpty();
  }
}
