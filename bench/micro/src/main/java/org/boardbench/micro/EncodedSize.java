package org.boardbench.micro;

import java.util.OptionalInt;

/**
 * How large the message of the running benchmark is once it is encoded. A benchmark's set-up
 * reports it; the program that measures stores it beside the score. One benchmark at a time runs in
 * a JVM.
 */
public final class EncodedSize {
  private static volatile OptionalInt reported = OptionalInt.empty();

  private EncodedSize() {}

  /** Takes the size that the benchmark's messages have. */
  public static void report(int bytes) {
    reported = OptionalInt.of(bytes);
  }

  /** Empty when the benchmark encodes nothing. */
  public static OptionalInt reported() {
    return reported;
  }
}
