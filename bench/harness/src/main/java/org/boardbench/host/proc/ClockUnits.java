package org.boardbench.host.proc;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.host.command.CommandRun;

/** The units of {@code /proc}: asked of the system once, because they depend on its kernel. */
public record ClockUnits(long nsPerTick, long bytesPerPage) {
  private static final long USUAL_TICKS_PER_SECOND = 100;
  private static final long USUAL_PAGE_BYTES = 4096;

  /** What {@code getconf} says; without it, what nearly every Linux has. */
  public static ClockUnits ofThisMachine() throws InterruptedException {
    return new ClockUnits(
        1_000_000_000 / configured("CLK_TCK", USUAL_TICKS_PER_SECOND),
        configured("PAGESIZE", USUAL_PAGE_BYTES));
  }

  private static long configured(String name, long usual) throws InterruptedException {
    return CommandRun.of(List.of("getconf", name), Path.of("/"), System.getenv())
        .filter(CommandRun::succeeded)
        .map(run -> Long.parseLong(run.printed().strip()))
        .orElse(usual);
  }
}
