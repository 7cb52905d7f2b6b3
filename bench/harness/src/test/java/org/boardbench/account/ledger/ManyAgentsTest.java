package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred drivers whose results travel as bytes, beside one that has all boards. */
@Tag("optimized")
class ManyAgentsTest {
  private static final int USERS = 731;
  private static final int BOARDS = 160;
  private static final int AGENTS = 100;
  private static final int MESSAGES = 3000;

  private final BoardAssignment boards =
      BoardAssignment.among(
          IntStream.range(0, AGENTS)
              .map(agent -> agent < 60 ? 1 : 1 + agent % 2 * 3)
              .boxed()
              .toList(),
          BOARDS,
          USERS);

  @Test
  void aHundredAgentsKnowTogetherWhatOneDriverWouldKnow() {
    Random random = new Random(1);
    ScriptedTrial whole = new ScriptedTrial(BoardShare.whole(boards.boards(), USERS), 2, 1);
    List<ScriptedTrial> parts =
        IntStream.range(0, AGENTS)
            .mapToObj(agent -> new ScriptedTrial(new BoardShare(boards, agent), 1, 1))
            .toList();
    List<ScriptedTrial> all = new ArrayList<>(parts);
    all.add(whole);
    all.forEach(trial -> {
      trial.open(1);
      trial.joinAll();
      trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    });
    for (int n = 0; n < MESSAGES; n++) {
      long atMs = 1000 + n * 9_000L / MESSAGES;
      int sender = random.nextInt(USERS);
      ScriptedTrial part = parts.get(boards.driverOf(sender));
      long sentMs = atMs + sender % 3;
      Message message = whole.send(sender, Phase.Kind.HOLD, atMs, sentMs);
      part.send(sender, Phase.Kind.HOLD, atMs, sentMs);
      for (int receiver = sender % boards.boards(); receiver < USERS; receiver += boards.boards()) {
        int copies = random.nextInt(20) == 0 ? random.nextInt(3) : 1;
        for (int copy = 0; copy < copies; copy++) {
          long receivedMs = sentMs + random.nextInt(50);
          whole.deliver(message, receiver, receivedMs);
          part.deliver(message, receiver, receivedMs);
        }
      }
    }

    StageResult one = whole.at(12_000).close();
    List<StageResult> results = new ArrayList<>();
    parts.forEach(part -> results.add(overTheWire(part.at(12_000).close())));
    Collections.shuffle(results, random);

    assertThat(results.stream().reduce(StageResult::merge)).contains(one);
    assertThat(one.hold().lost()).isPositive();
    assertThat(one.hold().duplicated()).isPositive();
    assertThat(one.rtt().count()).isPositive();
  }

  private static StageResult overTheWire(StageResult result) {
    return Messages.result(Messages.bytes(result), result.spec());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatAResultHoldsIsTheSameBehindTheWire(long seed) {
    SharedScript script = new SharedScript(seed, 2, 1 + (int) (seed % 3));
    script.run();
    StageResult result = script.closeWhole();

    StageResult read = overTheWire(result);

    assertThat(read).isEqualTo(result);
    assertThat(read.rtt()).isEqualTo(result.rtt());
    assertThat(read.reach()).isEqualTo(result.reach());
  }

  @Test
  void everyBoardHasOneDriver() {
    assertThat(boards.boards()).isEqualTo(BOARDS);
    assertThat(
            IntStream.range(0, AGENTS)
                .mapToLong(agent -> new BoardShare(boards, agent).users(USERS).count())
                .sum())
        .isEqualTo(USERS);
  }
}
