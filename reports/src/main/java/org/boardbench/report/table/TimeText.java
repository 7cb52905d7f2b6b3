package org.boardbench.report.table;

/** Short times in the unit that reads best, the same under every locale; NaN is empty. */
public final class TimeText {
  private static final double NS_PER_US = 1_000;
  private static final double NS_PER_MS = 1_000_000;

  private TimeText() {}

  /** {@code 412 ns}, {@code 1.30 µs}, {@code 25.1 ms}. */
  public static String of(double ns) {
    if (Double.isNaN(ns)) {
      return "";
    }
    double size = Math.abs(ns);
    if (size >= NS_PER_MS) {
      return NumberText.rounded(ns / NS_PER_MS) + " ms";
    }
    return size >= NS_PER_US
        ? NumberText.rounded(ns / NS_PER_US) + " µs"
        : NumberText.rounded(ns) + " ns";
  }

  /** A difference: {@code +412 ns}, {@code −1.30 µs}. */
  public static String signed(double ns) {
    if (Double.isNaN(ns)) {
      return "";
    }
    return (ns < 0 ? "−" : "+") + of(Math.abs(ns));
  }
}
