package org.boardbench.browser.felt;

import java.nio.charset.StandardCharsets;
import org.boardbench.driver.side.SideUser;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/** A virtual user on the pages' board. */
final class Peer extends SideUser {
  private static final int POINTS_A_STROKE = 20;
  private static final int STEP = 6;
  private static final int ROW = 60;

  private final int number;
  private final PeerBook book;
  private int seq;

  /**
   * @param number counts the board's peers from 0
   */
  Peer(UserIdentity identity, int number, UserSession session, PeerBook book) {
    super(identity, session);
    this.number = number;
    this.book = book;
  }

  /** Draws a little further. */
  void draw() {
    if (!hasJoined() || !connection().isOpen()) {
      return;
    }
    seq++;
    int x = 40 + STEP * (seq % POINTS_A_STROKE) * 5;
    int y = 40 + ROW * (number % 9);
    connection()
        .send(
            """
            {"type":"stroke","boardId":"%s","userId":"%s","seq":%d,"stroke":%d,"points":[[%d,%d],[%d,%d]]}\
            """
                .formatted(
                    identity().boardId(),
                    identity().userId(),
                    seq,
                    seq / POINTS_A_STROKE,
                    x,
                    y,
                    x + STEP,
                    y + STEP));
    book.sent(new PeerBook.Message(identity().userId(), seq), connection().lastSentNs());
  }

  @Override
  protected void message(byte[] bytes, int offset, int length, long receivedNs) {
    PeerBook.message(new String(bytes, offset, length, StandardCharsets.UTF_8))
        .ifPresent(message -> book.arrived(new PeerBook.Arrival(number, message), receivedNs));
  }
}
