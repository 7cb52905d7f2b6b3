package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How busy the machine was with other programs than those that are measured. */
final class MachineShare {
  private static final Path STAT = Path.of("/proc/stat");
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  private final long startNs;
  private final Ticks start;

  private MachineShare(long startNs, Ticks start) {
    this.startNs = startNs;
    this.start = start;
  }

  /** Begins to watch now. */
  static MachineShare watch() throws IOException {
    return new MachineShare(System.nanoTime(), Ticks.read(Files.readString(STAT)));
  }

  /**
   * What other programs have used since the start, in percent of one core.
   *
   * @param own what the measured programs have used
   */
  double othersPct(Duration own) throws IOException {
    Ticks end = Ticks.read(Files.readString(STAT));
    long elapsedNs = System.nanoTime() - startNs;
    int cores = Runtime.getRuntime().availableProcessors();
    return othersPct(start, end, cores, (double) own.toNanos() / elapsedNs);
  }

  /**
   * @param ownShare CPU time of the measured programs by time that has passed
   */
  static double othersPct(Ticks start, Ticks end, int cores, double ownShare) {
    double busyShare = (double) (end.busy() - start.busy()) / (end.total() - start.total());
    return Math.max(0, 100 * (cores * busyShare - ownShare));
  }

  /** Time of all cores together, in ticks; guests' is in user and nice already. */
  record Ticks(long busy, long total) {
    static Ticks read(String stat) {
      String[] fields = stat.lines().findFirst().orElseThrow().split(" +", -1);
      long total = 0;
      for (int i = 1; i <= STEAL; i++) {
        total += Long.parseLong(fields[i]);
      }
      long idle = Long.parseLong(fields[IDLE]) + Long.parseLong(fields[IO_WAIT]);
      return new Ticks(total - idle - Long.parseLong(fields[STEAL]), total);
    }
  }
}
