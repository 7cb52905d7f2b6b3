package org.boardbench.sut.process;

import java.util.List;

/** A target that could not be built or did not become ready; the message says why. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * With what the program said last.
   *
   * @param reason one line
   * @param lastLines of the program's output, oldest first
   */
  public static LaunchException withOutput(String reason, List<String> lastLines) {
    return new LaunchException(
        lastLines.isEmpty()
            ? reason + ", without any output"
            : reason + "; its last output:\n  " + String.join("\n  ", lastLines));
  }
}
