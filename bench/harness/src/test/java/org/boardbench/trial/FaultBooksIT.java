package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.boardbench.host.cgroup.ControlGroups;
import org.boardbench.sut.link.PacketRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the driver counts around a fault that every connection lives through, beside the server's
 * books.
 */
@Timeout(600)
class FaultBooksIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: stop, for: 1s",
        "kind: slow, delay: 100ms, rate: 1MB/s, for: 1s",
        "kind: partition, for: 1s",
        "kind: fill, cpus: 0.1, for: 1s"
      })
  void whoeverServerAndConnectionsSurviveLosesWhatTheServerDroppedAndNothingElse(String fault)
      throws Exception {
    assumePossible(fault);

    FaultedStage.Books books = new FaultedStage(folder).run("dropping", "at: 500ms..1s, " + fault);

    assertThat(books.dropped()).isZero();
    assertThat(books.expected()).isEqualTo(books.server().deliveries());
    assertThat(books.lost()).isPositive().isEqualTo(books.server().done("drop"));
    books.assertOwedIsWhatThePlanSays();
    assertThat(books.result().owed().unserved() + books.result().owed().away())
        .as("nobody missed anything")
        .isZero();
  }

  /** A message was due within a few milliseconds of any moment, so one waited nearly as long. */
  @ParameterizedTest
  @ValueSource(strings = {"kind: stop, for: 1s", "kind: partition, for: 1s"})
  void theLongestRttIsThatOfWhatWasSentAsTheServerWentAway(String fault) throws Exception {
    assumePossible(fault);

    FaultedStage.Books books = new FaultedStage(folder).run("board", "at: 500ms..1s, " + fault);

    assertThat(books.lost()).isZero();
    assertThat((double) books.result().rtt().maxNs() / books.lastedNs()).isGreaterThan(0.8);
    assertThat((double) books.result().rtt().p50Ns() / books.lastedNs())
        .as("most were sent before or after")
        .isLessThan(0.8);
  }

  @Test
  void ofASlowNetworkTheRttHasTheDelayOfBothWays() throws Exception {
    FaultedStage.Books books =
        new FaultedStage(folder).run("board", "at: 500ms..1s, kind: slow, delay: 300ms, for: 1s");

    assertThat(books.lost()).isZero();
    assertThat(books.result().rtt().maxNs()).isGreaterThanOrEqualTo(600_000_000);
  }

  private static void assumePossible(String fault) {
    if (fault.contains("partition")) {
      PacketRules.assumeTheyCanBeSet();
    }
    if (fault.contains("fill")) {
      ControlGroups.assumeTheyCanBeMade();
    }
  }
}
