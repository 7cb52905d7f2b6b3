package org.boardbench.sut.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * How a child takes signals. It inherits which of them are ignored or blocked, and the tests
 * themselves may run under {@code nohup} or in the background of a script, where SIGINT is ignored:
 * a JVM leaves such a signal alone. So a test that sends one says how the child is to take it.
 */
public final class Signals {
  private static final String PROGRAM =
      """
      import os, signal, sys
      how = signal.SIG_IGN if sys.argv[1] == "ignored" else signal.SIG_DFL
      for name in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
          signal.signal(name, how)
      for name in (signal.SIGTERM, signal.SIGPIPE):
          signal.signal(name, signal.SIG_DFL)
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      os.execvp(sys.argv[2], sys.argv[2:])
      """;

  private Signals() {}

  /** The command as it runs in a terminal's foreground: every signal as the system has it. */
  public static List<String> asInATerminal(List<String> command) {
    return launched("default", command);
  }

  /** The command as {@code nohup} and many CI runners start it. */
  public static List<String> asInTheBackground(List<String> command) {
    return launched("ignored", command);
  }

  private static List<String> launched(String keyboardSignals, List<String> command) {
    List<String> words = new ArrayList<>(List.of("python3", "-c", PROGRAM, keyboardSignals));
    words.addAll(command);
    return words;
  }

  /**
   * Sends a signal.
   *
   * @param name without SIG
   */
  public static void send(String name, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
