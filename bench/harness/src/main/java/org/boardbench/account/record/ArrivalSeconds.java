package org.boardbench.account.record;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One loop's seconds of a stage. Any second can be written at any time, because the kernel's
 * arrival times of different sockets do not come in order.
 *
 * <p>The first event of a second, and of a phase in it, takes what {@link #prepare} has made ready,
 * or else allocates it; the histograms start as large as the last ones had to grow.
 */
public final class ArrivalSeconds {
  private static final long FIRST_MAX_NS = 4_000_000;
  private static final Phase.Kind[] KINDS = Phase.Kind.values();

  private final SecondGrid grid;
  private final int first;
  private ArrivalSecond[] seconds = new ArrivalSecond[128];

  /** Written by the loop, read by who prepares. */
  private volatile long usualMaxNs = FIRST_MAX_NS;

  private final AtomicReference<PhaseTimes> prepared = new AtomicReference<>();

  /**
   * @param first the second that the stage starts in; what seems earlier is counted in it
   */
  public ArrivalSeconds(SecondGrid grid, int first) {
    this.grid = grid;
    this.first = first;
  }

  public ArrivalSecond at(long timeNs) {
    int index = Math.max(0, grid.of(timeNs) - first);
    if (index < seconds.length && seconds[index] != null) {
      return seconds[index];
    }
    return begin(index);
  }

  public PhaseTimes times(ArrivalSecond second, Phase.Kind kind) {
    PhaseTimes times = second.times(kind);
    return times != null ? times : begin(second, kind);
  }

  /** How many seconds from the first one on; some may be null because nothing happened. */
  public int length() {
    return seconds.length;
  }

  /** Null when nothing happened. */
  public ArrivalSecond get(int index) {
    return seconds[index];
  }

  private ArrivalSecond begin(int index) {
    if (index >= seconds.length) {
      seconds = Arrays.copyOf(seconds, Math.max(index + 1, 2 * seconds.length));
    }
    if (index > 0 && seconds[index - 1] != null) {
      long maxNs = FIRST_MAX_NS;
      for (Phase.Kind kind : KINDS) {
        PhaseTimes last = seconds[index - 1].times(kind);
        maxNs = last == null ? maxNs : Math.max(maxNs, last.maxNs());
      }
      usualMaxNs = maxNs;
    }
    seconds[index] = new ArrivalSecond();
    return seconds[index];
  }

  private PhaseTimes begin(ArrivalSecond second, Phase.Kind kind) {
    PhaseTimes ready = prepared.getAndSet(null);
    PhaseTimes times = ready != null ? ready : PhaseTimes.upTo(usualMaxNs);
    second.keep(kind, times);
    return times;
  }

  /**
   * Has the next second's histograms ready, so that the loop need not allocate them. Called by the
   * thread that runs the stage, a few times a second.
   */
  public void prepare() {
    if (prepared.get() == null) {
      prepared.set(PhaseTimes.upTo(usualMaxNs));
    }
  }
}
