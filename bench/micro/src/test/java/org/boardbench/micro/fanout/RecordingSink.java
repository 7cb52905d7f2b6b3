package org.boardbench.micro.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the sequence numbers, and notices two deliveries at the same time. */
public final class RecordingSink implements Sink {
  /** Some microseconds, so that deliveries which nothing keeps apart do meet. */
  private static final int STAY_TURNS = 50;

  private final List<Long> sequences = new ArrayList<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean overlapped;

  @Override
  public void accept(Message message) {
    if (!busy.compareAndSet(false, true)) {
      overlapped = true;
      return;
    }
    for (int turn = 0; turn < STAY_TURNS; turn++) {
      Thread.onSpinWait();
    }
    sequences.add(message.sequence());
    busy.set(false);
  }

  public List<Long> sequences() {
    return sequences;
  }

  public boolean overlapped() {
    return overlapped;
  }
}
