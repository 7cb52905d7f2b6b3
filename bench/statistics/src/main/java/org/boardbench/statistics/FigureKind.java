package org.boardbench.statistics;

/** How the values of a figure are averaged over starts, and what more of it means. */
public enum FigureKind {
  /** Times differ by factors: their mean is the geometric one. */
  TIME(true, Answer.FASTER, Answer.SLOWER),
  /** Messages or deliveries a second: the arithmetic mean. */
  RATE(false, Answer.SLOWER, Answer.FASTER),
  /** Users that are carried: starts differ by factors, as in times. */
  CAPACITY(true, Answer.LESS, Answer.MORE),
  /** CPU, memory, bytes a second: the arithmetic mean. */
  COST(false, Answer.LESS, Answer.MORE),
  /** What is lost or late of a whole, in percent: a cost that 100 bounds. */
  SHARE(false, Answer.LESS, Answer.MORE);

  private final boolean isOnLogs;
  private final Answer whenLess;
  private final Answer whenMore;

  FigureKind(boolean isOnLogs, Answer whenLess, Answer whenMore) {
    this.isOnLogs = isOnLogs;
    this.whenLess = whenLess;
    this.whenMore = whenMore;
  }

  double toScale(double value) {
    return isOnLogs ? Math.log(value) : value;
  }

  double fromScale(double scaled) {
    return isOnLogs ? Math.exp(scaled) : scaled;
  }

  /** What a distance on the scale is of the mean. */
  double relative(double distance, double mean) {
    return isOnLogs ? Math.expm1(distance) : distance / mean;
  }

  /** The distance on the scale that is so much of the mean. */
  double distance(double relative, double mean) {
    return isOnLogs ? Math.log1p(relative) : relative * mean;
  }

  /** No mean can be more, in the figure's unit. */
  double most() {
    return this == SHARE ? 100 : Double.POSITIVE_INFINITY;
  }

  Answer whenLess() {
    return whenLess;
  }

  Answer whenMore() {
    return whenMore;
  }
}
