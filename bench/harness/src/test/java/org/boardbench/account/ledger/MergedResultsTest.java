package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.List;
import java.util.OptionalLong;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedResultsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void twoDriversWithTheirBoardsKnowTogetherWhatOneWouldKnow(long seed) {
    SharedScript script = new SharedScript(seed, 1 + (int) (seed % 3), 1 + (int) (seed % 2));
    script.run();

    StageResult one = script.closePart(0);
    StageResult other = script.closePart(1);
    StageResult whole = script.closeWhole();

    assertThat(one.merge(other)).isEqualTo(whole);
    assertThat(other.merge(one)).isEqualTo(whole);
    assertThatTheScriptMeetsEveryCase(whole);
  }

  private static void assertThatTheScriptMeetsEveryCase(StageResult whole) {
    MessageCounts hold = whole.hold();
    OwedDeliveries owed = whole.owed();
    assertThat(
            List.of(
                hold.lost(),
                hold.duplicated(),
                hold.reordered(),
                hold.corrupt(),
                hold.misrouted(),
                whole.ramp().delivered(),
                whole.unserved(),
                owed.unserved(),
                owed.away(),
                whole.coverage().complete(),
                whole.arrivals().negativeTimes(),
                whole.stallMaxNs(),
                whole.reach().all().count(),
                whole.messages().times().pointAge().getTotalCount(),
                whole.connect().count()))
        .allMatch(count -> count > 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void allClassesTogetherAreWhatAnAccountWithoutClassesSays(long seed) {
    SharedScript script = new SharedScript(seed, 2, 3);
    script.run();
    StageResult classes = script.closeWhole();
    StageResult none = script.closeClassless();

    assertThat(classes.classes()).hasSize(3).allMatch(one -> one.hold().delivered() > 0);
    assertThat(classes.messages()).isEqualTo(none.messages());
    assertThat(classes.seconds()).isEqualTo(none.seconds());
    assertThat(classes.intervals()).isEqualTo(none.intervals());
    assertThat(classes.hold()).isEqualTo(none.hold());
  }

  @Test
  void aMergeLeavesItsPartsAsTheyAre() {
    SharedScript script = new SharedScript(1, 1, 1);
    script.run();
    StageResult one = script.closePart(0);
    StageResult other = script.closePart(1);

    StageResult merged = one.merge(other);

    assertThat(one.merge(other)).isEqualTo(merged);
    assertThat(one.rtt().count() + other.rtt().count()).isEqualTo(merged.rtt().count());
  }

  @Test
  void whatAMergedResultSaysIsTakenFromAllTimesAndIsNoMeanOfPercentiles() {
    BoardAssignment boards = new BoardAssignment(2, 2, 2);
    ScriptedTrial quick = inHold(boards, 0);
    ScriptedTrial slow = inHold(boards, 1);
    for (int n = 0; n < 99; n++) {
      quick.deliver(quick.send(0, 1000 + n), 0, 1001 + n);
    }
    slow.deliver(slow.send(1, 1000), 1, 2000);

    StageResult merged = quick.close().merge(slow.close());

    assertThat(merged.rtt().p95Ns()).isLessThan(2 * MS);
    assertThat(merged.rtt().maxNs()).isGreaterThanOrEqualTo(1000 * MS);
    assertThat(merged.rtt().count()).isEqualTo(100);
  }

  @Test
  void theUsersOfADriverThatWasDoneEarlierStayInTheLaterSeconds() {
    BoardAssignment boards = new BoardAssignment(2, 6, 2);
    ScriptedTrial one = inHold(boards, 0);
    ScriptedTrial other = inHold(boards, 1);

    StageResult early = one.at(12_000).close();
    StageResult late = other.at(14_000).close();

    for (StageResult merged : List.of(early.merge(late), late.merge(early))) {
      assertThat(merged.seconds()).hasSize(14);
      assertThat(merged.seconds().getLast().users()).isEqualTo(6);
      assertThat(merged.seconds()).extracting(SecondResult::second).startsWith(0, 1, 2);
    }
  }

  @Test
  void resultsOfDifferentStagesOrHoldsAreNotMerged() {
    BoardAssignment boards = new BoardAssignment(2, 2, 2);
    StageResult first = inHold(boards, 0).close();
    ScriptedTrial trial = new ScriptedTrial(new BoardShare(boards, 1), 1, 1);
    trial.open(1);
    trial.accounts.hold(2000 * MS, 12_000 * MS);
    StageResult laterHold = trial.close();

    assertThatThrownBy(() -> first.merge(laterHold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hold from 1000000000")
        .hasMessageContaining("hold from 2000000000");
  }

  @Test
  void aMessageOfAnotherDriversBoardIsMisroutedThoughNobodyHereKnowsIt() {
    BoardAssignment boards = new BoardAssignment(2, 4, 2);
    ScriptedTrial one = inHold(boards, 0);
    ScriptedTrial other = inHold(boards, 1);
    Message message = one.send(0, 1000);

    assertThat(other.deliver(message, 1, 1001)).isEqualTo(LoopAccounts.Outcome.COUNTED);
    assertThat(one.frame(message.json().replace("\"0.0.", "\"0.1."), 0, 1002))
        .as("a stamp of an own board that was never sent")
        .isEqualTo(LoopAccounts.Outcome.NOT_A_STROKE);

    assertThat(other.close().hold().misrouted()).isEqualTo(1);
    assertThat(one.close().hold().misrouted()).isZero();
  }

  @Test
  void aDriverIsOwedNothingForTheBoardsOfOthers() {
    BoardAssignment boards = new BoardAssignment(2, 6, 2);
    ScriptedTrial one = inHold(boards, 0);
    PlannedMessages oneOfEach =
        visitor -> {
          for (int user = 0; user < 6; user++) {
            visitor.message(user, 0, 2000 * MS, 300);
          }
        };

    StageResult result =
        one.at(12_000).accounts.closeStage(StageObservations.scheduled(0, oneOfEach, 12_000 * MS));

    assertThat(result.hold().scheduled()).isEqualTo(3);
    assertThat(result.owed().total()).isEqualTo(9);
    assertThat(result.seconds().get(2).messages().owed()).isEqualTo(OptionalLong.of(9));
    assertThat(result.joined()).isEqualTo(3);
  }

  private static ScriptedTrial inHold(BoardAssignment boards, int driver) {
    ScriptedTrial trial = new ScriptedTrial(new BoardShare(boards, driver), 1, 1);
    trial.open(1);
    trial.joinAll();
    trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    return trial;
  }
}
