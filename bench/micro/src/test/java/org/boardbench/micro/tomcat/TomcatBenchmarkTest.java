package org.boardbench.micro.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TomcatBenchmarkTest {
  private static final int MEMBERS = 10;

  /** A frame's head of 4 bytes before a payload of 126 bytes or more. */
  private static final int FRAME_BYTES = 304;

  @Test
  void everyMemberGetsWhatIsSentAndTheServerWhatTheySend() throws IOException {
    TomcatBenchmark benchmark = new TomcatBenchmark();
    benchmark.members = MEMBERS;
    benchmark.payloadBytes = 300;
    benchmark.open();
    for (int operation = 0; operation < 5; operation++) {
      benchmark.send();
      benchmark.read(); // waits until all have come
    }

    while (benchmark.receivedByPeers() < 5L * MEMBERS * FRAME_BYTES) {
      Thread.onSpinWait();
    }
    assertThat(benchmark.receivedByPeers()).isEqualTo(5L * MEMBERS * FRAME_BYTES);
    benchmark.close();
  }
}
