package org.boardbench.findings.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.results.row.Bottleneck;

/**
 * The least load under which a variant broke.
 *
 * @param starts that broke
 * @param of starts that could say
 * @param breaches in how many starts it broke in which way, the most frequent first
 * @param bottlenecks in how many of them what was used up, the most frequent first; empty where
 *     nobody looked, as in older runs or at servers that somebody else started
 * @param endings how the servers of those ended that did, a line each
 */
public record BrokenLoad(
    String variant,
    int users,
    int starts,
    int of,
    List<Counted<Breach>> breaches,
    List<Counted<Bottleneck>> bottlenecks,
    List<String> endings) {
  public BrokenLoad {
    breaches = List.copyOf(breaches);
    bottlenecks = List.copyOf(bottlenecks);
    endings = List.copyOf(endings);
  }

  static BrokenLoad of(VariantLoad load) {
    List<StartAtLoad> broken = load.broken();
    Stream<Breach> breaches = broken.stream().flatMap(start -> start.breaches().stream());
    Stream<Bottleneck> bottlenecks = broken.stream().flatMap(start -> start.bottleneck().stream());
    return new BrokenLoad(
        load.variant(),
        load.users(),
        broken.size(),
        load.decided(),
        Counted.mostFirst(breaches, Comparator.naturalOrder()),
        Counted.mostFirst(bottlenecks, Comparator.naturalOrder()),
        broken.stream()
            .flatMap(start -> start.ending().stream())
            .map(FailedStart::ending)
            .toList());
  }

  /** What most of the starts lacked. */
  public Optional<Bottleneck> bottleneck() {
    return bottlenecks.stream().findFirst().map(Counted::what);
  }

  /** {@code slow, lost}: what most of the starts did. */
  public String breachWords() {
    return breaches.stream()
        .filter(breach -> 2 * breach.count() >= starts)
        .map(breach -> breach.what().word())
        .collect(Collectors.joining(", "));
  }

  /**
   * {@code one thread full (2 of 3 starts)}, without a count where all say the same; where nobody
   * measured it, how the first server ended that did.
   */
  public String bottleneckWords() {
    return bottlenecks.stream()
        .findFirst()
        .map(most ->
            most.what().words()
                + (most.count() < starts ? " (" + most.count() + " of " + starts + " starts)" : ""))
        .or(() -> endings.stream().findFirst())
        .orElse("not measured");
  }
}
