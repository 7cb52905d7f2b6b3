package org.boardbench.cli.exit;

/** How a command of {@code bench/boardbench} ends. */
public final class ExitStatus {
  public static final int OK = 0;

  /** Something failed, or missed the truth; the rest has run, and all is stored. */
  public static final int FAILED = 1;

  /** Wrong usage, or a wrong plan; nothing was started. */
  public static final int USAGE = 2;

  /** All ran, and a threshold of the plan is broken. */
  public static final int BROKEN = 3;

  /** Somebody broke it off; the shells' number for Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
