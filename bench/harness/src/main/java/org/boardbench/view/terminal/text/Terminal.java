package org.boardbench.view.terminal.text;

import java.io.Console;
import java.util.Objects;
import java.util.OptionalInt;

/** The terminal at which a person may be watching. */
public final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /**
   * Its width; empty when the output goes elsewhere. The launcher script puts the width into {@code
   * COLUMNS}, as shells do.
   */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 has gone back to null when output is redirected.
  public static OptionalInt columns() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return OptionalInt.empty();
    }
    String columns = Objects.requireNonNullElse(System.getenv("COLUMNS"), "");
    return OptionalInt.of(
        columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS);
  }
}
