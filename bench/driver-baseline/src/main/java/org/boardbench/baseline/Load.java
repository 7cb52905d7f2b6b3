package org.boardbench.baseline;

import java.util.Locale;

/** The loads that are compared. Every user sends one message of 300 bytes a second. */
enum Load {
  ONE_BOARD(300, 1, 0.8),
  TEN_BOARDS(1_000, 10, 0.8),
  MILLION(1_000, 1, 0.7),
  MANY_BOARDS(5_000, 500, 1.2);

  static final int RATE_PER_USER = 1;
  static final int PAYLOAD_BYTES = 300;

  private final int users;
  private final int boards;
  private final double mostRatio;

  Load(int users, int boards, double mostRatio) {
    this.users = users;
    this.boards = boards;
    this.mostRatio = mostRatio;
  }

  int users() {
    return users;
  }

  int boards() {
    return boards;
  }

  /** What the driver's CPU may be, as a multiple of the C client's. */
  double mostRatio() {
    return mostRatio;
  }

  /** Its name in files and options, such as {@code 300u-1b}. */
  String id() {
    return users + "u-" + boards + "b";
  }

  /** The work in words. */
  String title() {
    int deliveriesPerS = RATE_PER_USER * users * (users / boards);
    return String.format(
        Locale.ROOT,
        "%d users, %d board%s, %,d/s",
        users,
        boards,
        boards == 1 ? "" : "s",
        deliveriesPerS);
  }
}
