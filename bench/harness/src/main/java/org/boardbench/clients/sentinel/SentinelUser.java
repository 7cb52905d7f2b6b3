package org.boardbench.clients.sentinel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.boardbench.driver.side.SideUser;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** A user who never sends. */
final class SentinelUser extends SideUser {
  private final SentinelBook book;
  private final Instant epoch;

  SentinelUser(UserIdentity identity, UserSession session, SentinelBook book, Instant epoch) {
    super(identity, session);
    this.book = book;
    this.epoch = epoch;
  }

  @Override
  protected void message(byte[] bytes, int offset, int length, long receivedNs) {
    MessageMark.of(new String(bytes, offset, length, StandardCharsets.UTF_8), epoch)
        .ifPresent(mark -> book.arrived(identity().board(), mark, receivedNs));
  }

  @Override
  public void readLate(double bufferPct, long readNs) {
    book.readLate(bufferPct);
  }
}
