package org.boardbench.account.record;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.boardbench.results.row.TimeFigures;

/**
 * Times that nobody records any more, in parts, each in memory or wherever else it takes less room
 * until it is asked for: of a long stage there are thousands. Equal to another one that reads the
 * same.
 */
public final class KeptHistogram {
  /** Of no times. */
  public static final KeptHistogram NONE = new KeptHistogram(List.of());

  private final List<Supplier<Histogram>> parts;

  private KeptHistogram(List<Supplier<Histogram>> parts) {
    this.parts = parts;
  }

  /** In memory as it is. Nobody may record into it any more. */
  public static KeptHistogram of(Histogram histogram) {
    return of(() -> histogram);
  }

  /**
   * Wherever {@code reader} has it.
   *
   * @param reader brings it, each time that it is asked for
   */
  public static KeptHistogram of(Supplier<Histogram> reader) {
    return new KeptHistogram(List.of(reader));
  }

  /** Both together, neither of which is read for that. */
  public KeptHistogram plus(KeptHistogram other) {
    return new KeptHistogram(Stream.concat(parts.stream(), other.parts.stream()).toList());
  }

  /**
   * All parts as one. Nobody may record into it.
   *
   * @throws java.io.UncheckedIOException when a file that it is kept in cannot be read
   */
  public Histogram read() {
    return parts.size() == 1 ? parts.getFirst().get() : TimeHistograms.sum(parts, Supplier::get);
  }

  /** What they say; throws as {@link #read} does. */
  public TimeFigures figures() {
    return TimeHistograms.figures(read());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeptHistogram kept && read().equals(kept.read());
  }

  @Override
  public int hashCode() {
    return read().hashCode();
  }

  @Override
  public String toString() {
    return figures().toString();
  }
}
