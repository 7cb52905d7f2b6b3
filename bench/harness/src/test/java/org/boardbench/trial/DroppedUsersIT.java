package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.driver.io.KindsOfLoop;
import org.boardbench.driver.io.SocketLoops;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver counts of users who drop and come again, beside what the plan owes them. */
@Timeout(600)
class DroppedUsersIT {
  @TempDir private Path folder;

  static Stream<SocketLoops> kindsOfLoop() {
    return KindsOfLoop.here();
  }

  @ParameterizedTest
  @MethodSource("kindsOfLoop")
  void ofACutAsManyDropAsConnectionsWereEndedAndTheOthersLoseNothing(SocketLoops loops)
      throws Exception {
    FaultedStage.Books books =
        new FaultedStage(folder).run("board", "at: 500ms..1s, kind: cut, share: 50%", loops);

    assertThat(books.event().users()).hasValue(FaultedStage.USERS / 2);
    assertThat(books.dropped()).isEqualTo(FaultedStage.USERS / 2);
    assertThat(books.result().reconnects()).isEqualTo(FaultedStage.USERS / 2);
    books.assertOwedIsWhatThePlanSays();
    long missed = books.result().owed().unserved() + books.result().owed().away();
    assertThat(books.lost() + missed)
        .as("at most what was owed to those who were cut and by them")
        .isLessThan(books.planned());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind: kill, for: 500ms", "kind: restart, for: 500ms"})
  void ofAServerThatIsStartedAgainEachUserDropsOnceAndAllThatIsMissingIsAccountedFor(String fault)
      throws Exception {
    FaultedStage.Books books =
        new FaultedStage(folder).runUntilItIsBack("board", "at: 500ms..1s, " + fault);

    assertThat(books.dropped()).isEqualTo(FaultedStage.USERS);
    assertThat(books.result().reconnects()).isEqualTo(FaultedStage.USERS);
    books.assertOwedIsWhatThePlanSays();
    OwedDeliveries owed = books.result().owed();
    assertThat(owed.unserved()).as("nobody could send meanwhile").isPositive();
  }
}
