package org.boardbench.baseline.bare;

import org.boardbench.account.record.Phase;
import org.boardbench.account.record.Stamp;
import org.boardbench.account.record.StampScanner;

/**
 * The account's own scanner of stamps without the account: what is left of it in a client that only
 * looks for the stamp. Used by one loop; allocates nothing for a frame.
 */
public final class BareStamps {
  private final StampScanner scanner;
  private final Stamp stamp = new Stamp();

  /**
   * @param users senders and receivers count from 0 to below this
   */
  public BareStamps(int users) {
    scanner = new StampScanner(users);
  }

  /** The stamp of a message to be sent, good until the next call. */
  public CharSequence text(int sender, int sequence, boolean isHold, long intendedNs, long sentNs) {
    Phase phase = isHold ? new Phase(Phase.Kind.HOLD, 1) : new Phase(Phase.Kind.WARM_UP, 0);
    return stamp.write(sender, sequence, phase, 0, intendedNs, sentNs);
  }

  /** Reads the stamp of a frame that {@code receiver} got; false when there is none. */
  public boolean scan(int receiver, byte[] bytes, int offset, int length) {
    return scanner.scan(receiver, bytes, offset, length);
  }

  public int sender() {
    return scanner.sender();
  }

  public boolean isHold() {
    return scanner.kind() == Phase.Kind.HOLD;
  }

  public long intendedNs() {
    return scanner.intendedNs();
  }
}
