package org.boardbench.scenario.schedule;

import org.boardbench.scenario.message.MessageClass;

/**
 * A place among one user's messages of a stage: it stands on one, at first on the first, and only
 * moves on. Used by one thread; allocates nothing.
 */
public final class ScheduleCursor {
  private final MessageSource source;
  private long n;
  private long intendedNs;

  public ScheduleCursor(MessageSource source) {
    this.source = source;
    this.intendedNs = source.intendedNs(0);
  }

  /** The number of the message that it stands on, from 0. */
  public long number() {
    return n;
  }

  /** When that message is to be sent (run clock). */
  public long intendedNs() {
    return intendedNs;
  }

  public MessageClass messageClass() {
    return source.messageClass(n);
  }

  public int bytes() {
    return source.bytes(n);
  }

  /** When the first of the points that it brings was drawn (run clock). */
  public long firstPointNs() {
    return intendedNs - source.sinceFirstPointNs(n);
  }

  /** Moves to the next message. */
  public void advance() {
    n++;
    intendedNs = source.intendedNs(n);
  }

  /** Moves to the first message, of this one and later ones, not intended before {@code timeNs}. */
  public void passOver(long timeNs) {
    if (source.hasRandomAccess()) {
      search(timeNs);
    }
    while (intendedNs < timeNs) {
      advance();
    }
  }

  private void search(long timeNs) {
    if (intendedNs >= timeNs) {
      return;
    }
    long low = n + 1;
    long step = 1;
    while (source.intendedNs(low + step - 1) < timeNs) {
      low += step;
      step *= 2;
    }
    long high = low + step - 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (source.intendedNs(middle) < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    n = low;
    intendedNs = source.intendedNs(low);
  }
}
