package org.boardbench.account.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where one loop meets the open stage, so that a stage ends at an exact point though deliveries may
 * be streaming in: after {@link #switchTo} the loop does not touch the old stage any more.
 *
 * <p>{@link #enter} and {@link #leave} belong to the loop's thread, {@link #switchTo} to the thread
 * that runs the stages. Entering costs one fence and never waits.
 */
final class StageGate {
  private static final VarHandle INSIDE;

  static {
    try {
      INSIDE = MethodHandles.lookup().findVarHandle(StageGate.class, "inside", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private boolean inside;
  private volatile StageShare open;

  /**
   * The loop's share of the open stage, to be used until {@link #leave}; null when none is open.
   */
  StageShare enter() {
    // Ordered before the read of the stage: either switchTo sees the loop inside, or the loop sees
    // what switchTo wrote.
    INSIDE.setVolatile(this, true);
    return open;
  }

  void leave() {
    INSIDE.setRelease(this, false);
  }

  /** Opens {@code next}, or no stage when null, and waits for the call that the loop is in. */
  void switchTo(StageShare next) {
    open = next;
    while ((boolean) INSIDE.getVolatile(this)) {
      Thread.onSpinWait();
    }
  }
}
