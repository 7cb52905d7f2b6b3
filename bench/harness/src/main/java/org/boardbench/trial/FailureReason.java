package org.boardbench.trial;

import org.boardbench.core.ServerText;
import org.boardbench.core.ThisProgram;

/** What a trial's row says of the failure that ended it; the driver's log has the trace. */
final class FailureReason {
  private static final int DEEPEST_CAUSE = 20;

  private FailureReason() {}

  /** A failure that was foreseen says itself what happened; of others, one line. */
  static String of(Throwable failure) {
    Throwable cause = errorIn(failure);
    if (cause instanceof OutOfMemoryError) {
      return outOfMemory(cause);
    }
    if (cause instanceof Error) {
      return "internal error: " + oneLine(cause);
    }
    boolean foreseen = failure.getMessage() != null && !(failure instanceof NullPointerException);
    return foreseen
        ? ServerText.lines(failure.getMessage())
        : "internal error: " + ServerText.lines(failure.toString());
  }

  /** A loop that dies of an error has it reported by the thread that runs the stage. */
  private static Throwable errorIn(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST_CAUSE && cause != null && !(cause instanceof Error); i++) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String outOfMemory(Throwable error) {
    long heapMib = Runtime.getRuntime().maxMemory() >> 20;
    return "the driver's heap of "
        + heapMib
        + " MiB is too small for this load ("
        + oneLine(error)
        + "): start it with "
        + ThisProgram.heapOf(2 * heapMib)
        + " "
        + ThisProgram.COMMAND
        + ", or take fewer users or more boards";
  }

  private static String oneLine(Throwable failure) {
    return ServerText.lines(failure.toString()).replaceAll("\\s+", " ");
  }
}
