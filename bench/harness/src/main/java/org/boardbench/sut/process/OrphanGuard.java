package org.boardbench.sut.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import org.boardbench.host.command.CommandStart;
import org.boardbench.host.command.HostEnvironment;

/**
 * Ends what this harness has started once the harness itself is gone, even if it was killed: a
 * shell in a session of its own whose input ends with the harness, and which then kills whatever
 * has a marker of that. Without {@code /proc} it finds nothing to end.
 */
public final class OrphanGuard implements AutoCloseable {
  /** Until none is left, for one may start another meanwhile. */
  private static final String SCRIPT =
      """
      cat >/dev/null
      left=yes
      while [ $left = yes ]; do
        left=no
        for variables in /proc/[0-9]*/environ; do
          if tr '\\0' '\\n' <"$variables" 2>/dev/null | grep -q "^$1"; then
            left=yes
            pid=${variables#/proc/}
            kill -9 "${pid%/environ}" 2>/dev/null
          fi
        done
        if [ $left = yes ]; then sleep 0.1; fi
      done
      """;

  private final Process shell;

  private OrphanGuard(Process shell) {
    this.shell = shell;
  }

  /**
   * Begins.
   *
   * @throws IOException when there is no shell
   */
  public static OrphanGuard start(HostEnvironment host) throws IOException {
    List<String> words =
        List.of(
            "sh",
            "-c",
            SCRIPT,
            "boardbench-guard",
            TrialMarker.VARIABLE + "=" + TrialMarker.beginningHere());
    return new OrphanGuard(
        CommandStart.inOwnSession(words, host.root(), host.variables())
            .redirectInput(Redirect.PIPE)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }

  /** The harness has ended all by itself. */
  @Override
  public void close() {
    shell.destroyForcibly(); // before its input ends, which it would take for the harness's end
    try {
      shell.getOutputStream().close();
    } catch (IOException hasEnded) {
      // Then nothing is open any more.
    }
  }
}
