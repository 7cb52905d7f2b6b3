package org.boardbench.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * Delivers without faults: what is published in an iteration goes out at its end, in one write a
 * member.
 */
final class PlainDelivery implements Delivery {
  private final Tally tally;
  private final List<Board> published = new ArrayList<>();

  PlainDelivery(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void publish(
      Board board,
      Connection sender,
      char messageClass,
      byte[] bytes,
      int from,
      int length,
      long readNs) {
    tally.deliveries(board.size(), messageClass);
    tally.made(board.size(), messageClass);
    if (!board.hasBatch()) {
      published.add(board);
    }
    board.append(bytes, from, length);
  }

  @Override
  public void joined() {}

  @Override
  public void left(Connection connection) {}

  @Override
  public long nextNs() {
    return Long.MAX_VALUE;
  }

  @Override
  public void endIteration() {
    for (int i = 0; i < published.size(); i++) {
      published.get(i).flush();
    }
    published.clear();
  }
}
