package org.boardbench.account.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * One loop's seconds of a stage. Any second can be written at any time, because the kernel's
 * arrival times of different sockets do not come in order.
 *
 * <p>The first event of a second, and of a phase in it, takes what {@link #prepare} has made ready,
 * or else allocates it; the histograms start as large as the last ones had to grow. Those of a
 * second that has long been over go to a file, and are used again: a stage takes no more of them
 * the longer it lasts.
 */
public final class ArrivalSeconds {
  /** So many have their histograms in memory. An arrival is minutes late only by a fault. */
  public static final int MOST_IN_MEMORY = 120;

  private static final long FIRST_MAX_NS = 4_000_000;
  private static final Phase.Kind[] KINDS = Phase.Kind.values();

  private final SecondGrid grid;
  private final int first;
  private ArrivalSecond[] seconds = new ArrivalSecond[MOST_IN_MEMORY];

  /** Seconds before this one have handed their histograms over. */
  private int firstInMemory;

  /** From the loop to who puts them aside. */
  private final Queue<Over> over = new ConcurrentLinkedQueue<>();

  /** What has been put aside, added up; of who puts it there, as each second's part of it. */
  private final Map<Phase.Kind, PhaseTimes> aside = new EnumMap<>(Phase.Kind.class);

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
    handOverBefore(index - MOST_IN_MEMORY + 1);
    return seconds[index];
  }

  private void handOverBefore(int index) {
    for (; firstInMemory < index; firstInMemory++) {
      ArrivalSecond second = seconds[firstInMemory];
      if (second != null) {
        second.handOver((kind, times) -> over.add(new Over(second, kind, times)));
      }
    }
  }

  private PhaseTimes begin(ArrivalSecond second, Phase.Kind kind) {
    PhaseTimes ready = prepared.getAndSet(null);
    PhaseTimes times = ready != null ? ready : PhaseTimes.upTo(usualMaxNs);
    second.record(kind, times);
    return times;
  }

  /**
   * Puts the histograms of old seconds into {@code file}. Called by the thread that runs the stage,
   * a few times a second and once after its end.
   */
  public void putAside(HistogramFile file) {
    for (Over old = over.poll(); old != null; old = over.poll()) {
      putAside(old, file);
    }
  }

  /**
   * Has the next second's histograms ready, so that the loop need not allocate them. Called by the
   * same thread, likewise.
   */
  public void prepare() {
    if (prepared.get() == null) {
      prepared.set(PhaseTimes.upTo(usualMaxNs));
    }
  }

  private void putAside(Over old, HistogramFile file) {
    PhaseTimes times = old.times();
    aside.computeIfAbsent(old.kind(), kind -> PhaseTimes.upTo(0)).add(times);
    try {
      old.second().putAside(old.kind(), times.put(file));
      times.reset();
      prepared.compareAndSet(null, times);
    } catch (IOException noRoom) {
      old.second().putAside(old.kind(), KeptTimes.of(times)); // In memory it is safe as well.
    }
  }

  /** Adds all times of {@code kind} to {@code sum}; after the end. */
  public void addTo(PhaseTimes sum, Phase.Kind kind) {
    Stream<PhaseTimes> inMemory =
        Stream.of(seconds).filter(Objects::nonNull).map(second -> second.times(kind));
    Stream.concat(Stream.of(aside.get(kind)), inMemory).filter(Objects::nonNull).forEach(sum::add);
  }

  /** A second's times that have been handed over. */
  private record Over(ArrivalSecond second, Phase.Kind kind, PhaseTimes times) {}
}
