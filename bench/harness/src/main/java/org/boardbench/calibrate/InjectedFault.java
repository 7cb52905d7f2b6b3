package org.boardbench.calibrate;

import java.util.Locale;

/**
 * A fault that the reference server is told to make, and which of the driver's figures must then be
 * the number of faults. Every other judged figure must be 0.
 */
enum InjectedFault {
  DROP(7),
  DUPLICATE(11),
  SWAP(13),
  MISROUTE(17),
  CORRUPT(19),
  DELAY(23),
  // Each takes a third of a second, in which nothing else reaches its receiver.
  TRICKLE(400),
  FRAGMENT(6),
  PING(9),
  RESERIALIZE(5),
  CUT(400);

  private final int every;

  InjectedFault(int every) {
    this.every = every;
  }

  /** The server's name for it: its parameter, and its key in the counts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** It happens at every delivery whose number this divides. */
  int every() {
    return every;
  }

  /** Whether {@code figure} counts this fault. */
  boolean countsIn(DeliveryFigure figure) {
    return switch (figure) {
      case LOST -> this == DROP || this == CORRUPT;
      case DUPLICATED -> this == DUPLICATE;
      case REORDERED -> this == SWAP;
      case MISROUTED -> this == MISROUTE;
      case CORRUPT -> this == CORRUPT;
      case EXPECTED -> false;
    };
  }

  /**
   * Whether the server's own account can say what {@code figure} must be. Who is cut loses what was
   * under way; who waits for a delayed message may get the sender's next one first.
   */
  boolean judges(DeliveryFigure figure) {
    return switch (this) {
      case CUT -> false;
      case DELAY -> figure != DeliveryFigure.REORDERED;
      default -> true;
    };
  }

  /** Whether deliveries are missing at the end, so that the drain waits for its deadline. */
  boolean loses() {
    return this == CUT || countsIn(DeliveryFigure.LOST);
  }
}
