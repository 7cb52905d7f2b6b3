package org.boardbench.sut.process;

import java.io.IOException;
import org.boardbench.host.proc.ProcFs;

/**
 * Stands for a harness that is killed: what carries its marker is left alone until {@link #kill},
 * and from then on is what every other harness on the machine ends.
 */
public final class MortalHarness {
  private final Process process;
  private final TrialMarker marker;

  public MortalHarness() throws IOException {
    process = new ProcessBuilder("sleep", "1000").start();
    String pid = Long.toString(process.pid());
    long start = ProcFs.SYSTEM.stat(pid).orElseThrow().startTicks();
    marker = new TrialMarker(process.pid(), start, 1, PidScope.here());
  }

  public TrialMarker marker() {
    return marker;
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }
}
