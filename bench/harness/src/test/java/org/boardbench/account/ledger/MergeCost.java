package org.boardbench.account.ledger;

import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * Tells what it takes a coordinator to make one result of many agents': {@code MergeCost [AGENTS
 * [USERS OF EACH]]}. A hundred users are on each board; a share of them sends in a hold of ten
 * seconds, so that every histogram of every second has its counts.
 */
final class MergeCost {
  private static final int USERS_OF_BOARD = 100;
  private static final int MESSAGES_OF_AGENT = 2_000;
  private static final int LONGEST_MS = 400;

  private final int agents;
  private final int users;
  private final BoardAssignment boards;
  private final Random random = new Random(1);

  private MergeCost(int agents, int users) {
    this.agents = agents;
    this.users = users;
    int boardsEach = users / USERS_OF_BOARD;
    this.boards =
        BoardAssignment.among(
            Collections.nCopies(agents, boardsEach), agents * boardsEach, agents * users);
  }

  public static void main(String[] args) {
    new MergeCost(
            args.length > 0 ? Integer.parseInt(args[0]) : 100,
            args.length > 1 ? Integer.parseInt(args[1]) : 10_000)
        .tell();
  }

  private void tell() {
    StageResult any = result(0);
    List<Bytes> sent = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      sent.add(Messages.bytes(result(agent)));
    }
    long bytes = sent.stream().mapToLong(part -> part.content().length).sum();
    double before = heapMib();
    System.out.printf(
        "%d agents with %d users each: %.1f KiB from each, %.1f MiB from all%n",
        agents, users, bytes / 1024.0 / agents, bytes / 1024.0 / 1024.0);
    for (int round = 1; round <= 3; round++) {
      long startNs = System.nanoTime();
      List<StageResult> read =
          sent.stream().map(part -> Messages.result(part, any.spec())).toList();
      long readNs = System.nanoTime();
      StageResult merged = read.stream().reduce(StageResult::merge).orElseThrow();
      long mergedNs = System.nanoTime();
      if (merged.hold().sent() != (long) agents * MESSAGES_OF_AGENT) {
        throw new IllegalStateException("a part is missing");
      }
      System.out.printf(
          "round %d: read in %.0f ms, merged in %.0f ms; %.1f MiB more on the heap for all of them%n",
          round, (readNs - startNs) / 1e6, (mergedNs - readNs) / 1e6, heapMib() - before);
      if (read.size() != agents) { // they are on the heap until here
        throw new IllegalStateException();
      }
    }
  }

  private static double heapMib() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
  }

  private StageResult result(int agent) {
    ScriptedTrial part = new ScriptedTrial(new BoardShare(boards, agent), 1, 1);
    part.open(1);
    part.joinAll();
    part.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    for (int n = 0; n < MESSAGES_OF_AGENT; n++) {
      long atMs = 1000 + n * 10_000L / MESSAGES_OF_AGENT;
      // An agent's boards follow each other, and so do the users who are first on them.
      int board = agent * (users / USERS_OF_BOARD) + n % (users / USERS_OF_BOARD);
      int sender = board + random.nextInt(USERS_OF_BOARD) * boards.boards();
      Message message = part.send(sender, Phase.Kind.HOLD, atMs, atMs + random.nextInt(3));
      for (int place = 0; place < USERS_OF_BOARD; place++) {
        part.deliver(
            message, board + place * boards.boards(), atMs + 3 + random.nextInt(LONGEST_MS));
      }
    }
    return part.at(12_000).close();
  }
}
